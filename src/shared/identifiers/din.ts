import { err, ok } from '../result.ts';
import { mod37_2 } from './check-digits.ts';
import { plain, type Parsed } from './normalise.ts';

/** ISBT 128 donation identification number: 13 characters (facility, year, serial) without the check character. */
export type Din = string & { readonly din: true };

/** ISO 7064 mod 37-2: `dinCheckCharacter('G123498654321')` → `H`. */
export const dinCheckCharacter = mod37_2;

/** Reads 13 characters, or 14 with the check character as printed on the label (`G1234 98 654321 H`), or a scanned `=…00`. */
export function parseDin(raw: string): Parsed<Din, 'din'> {
  const read = plain(raw);
  const scanned = /^=([A-NP-Z1-9]\d{4}\d{2}\d{6})\d{2}$/.exec(read);
  const text = scanned?.[1] ?? read;
  if (!/^[A-NP-Z1-9][A-NP-Z0-9]{4}\d{8}[0-9A-Z*]?$/.test(text))
    return err('din', {
      zh: '脐带血编号是13位：1个字母或数字、4位机构号、2位年份、6位流水号，后面可带1位校验符。请照标签填写。',
      en: 'A unit number has 13 characters: five for the facility, two digits for the year, six for the serial; a check character may follow. Copy it from the label.',
    });
  const din = text.slice(0, 13);
  if (text.length === 14 && mod37_2(din) !== text[13])
    return err('din', {
      zh: '脐带血编号最后的校验符对不上，可能有一位写错。请照标签再看一遍。',
      en: 'The check character at the end does not fit, so one character is probably wrong. Compare it with the label.',
    });
  return ok(din as Din);
}

/** As printed: `G1234 98 654321 H`. */
export const formatDin = (din: string): string =>
  `${din.slice(0, 5)} ${din.slice(5, 7)} ${din.slice(7, 13)} ${mod37_2(din)}`;
