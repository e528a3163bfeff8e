import { civilDate, type CivilDate } from '../civil-date.ts';
import { formatDate } from '../format.ts';
import { err, ok } from '../result.ts';
import { mod11_2 } from './check-digits.ts';
import { plain, type Parsed } from './normalise.ts';
import { birthDateIn, CHECK_FAILED, parseResidentId, shapeOf18, type ReadResidentId } from './resident-id.ts';

/** 港澳台居民居住证: an 18-character number whose first two digits are 81, 82 or 83. */
export function parseResidencePermit(raw: string, today: CivilDate): Parsed<ReadResidentId, 'hmt-residence'> {
  const number = plain(raw);
  if (/^[A-Z]\d{8,10}$/.test(number) || /^\d{8}$/.test(number))
    return err('hmt-residence', {
      zh: '这像是通行证号码。请填居住证正面的18位“公民身份号码”，以81、82或83开头。',
      en: 'This looks like a travel permit number. Enter the 18 characters on the front of the residence permit; they start with 81, 82 or 83.',
    });
  const shape = shapeOf18(number);
  if (shape) return err('hmt-residence', shape);
  if (!/^8[123]/.test(number))
    return err('hmt-residence', {
      zh: `居住证号码以81（香港）、82（澳门）或83（台湾）开头，现在是${number.slice(0, 2)}。请核对，或改选证件类型。`,
      en: `A residence permit number starts with 81 (Hong Kong), 82 (Macao) or 83 (Taiwan); this one starts with ${number.slice(0, 2)}. Check it, or choose another kind of document.`,
    });
  const read = parseResidentId(number, today);
  return read.ok ? read : err('hmt-residence', read.detail as never);
}

/** A passport number of any country: 5 to 12 letters and digits, at least one digit. */
export function parsePassport(raw: string): Parsed<string, 'passport'> {
  const number = plain(raw);
  const odd = [...number].find((character) => !/[A-Z0-9]/.test(character));
  if (odd)
    return err('passport', {
      zh: `护照号码里只有字母和数字，没有“${odd}”。请照护照首页填写。`,
      en: `A passport number has only letters and digits, no “${odd}”. Copy it from the photo page.`,
    });
  if (number.length < 5 || number.length > 12)
    return err('passport', {
      zh: `护照号码一般是5到12位，现在是${number.length}位。请照护照首页填写。`,
      en: `Passport numbers have 5 to 12 characters; this has ${number.length}. Copy it from the photo page.`,
    });
  if (!/\d/.test(number))
    return err('passport', {
      zh: '护照号码里应当有数字，这里只有字母。请确认填的不是姓名。',
      en: 'A passport number contains digits; this has letters only. Make sure it is not the name.',
    });
  return ok(number);
}

export interface ReadForeignResident {
  readonly number: string;
  /** Old cards show the year with two digits, so the century is a guess: null there. */
  readonly birthDate: CivilDate | null;
}

/**
 * 外国人永久居留身份证. Cards since December 2023: 18 characters starting with 9 (province, country, birth date, mod 11-2).
 * Older cards: 3 letters of the country and 12 digits, of which 8–13 are the birth date YYMMDD; valid until they expire.
 */
export function parseForeignResident(
  raw: string,
  today: CivilDate,
): Parsed<ReadForeignResident, 'foreign-pr'> {
  const number = plain(raw);
  if (/^[A-Z]{3}\d{12}$/.test(number)) {
    const [yy, month, day] = [number.slice(7, 9), number.slice(9, 11), number.slice(11, 13)].map(Number) as [
      number,
      number,
      number,
    ];
    if (!civilDate(1900 + yy, month, day) && !civilDate(2000 + yy, month, day))
      return err('foreign-pr', {
        zh: `第8–13位是${number.slice(7, 9)}年${month}月${day}日，没有这一天。请对照证件再看一遍。`,
        en: `Digits 8–13 say ${formatDate({ year: yy, month, day }, 'en')}, which doesn’t exist. Check the card again.`,
      });
    return ok({ number, birthDate: null });
  }
  if (/^[A-Z]{3}/.test(number))
    return err('foreign-pr', {
      zh: `旧版卡号是3个字母加12位数字，共15位，现在是${number.length}位。请对照证件再看一遍。`,
      en: `An older card has 3 letters and 12 digits, 15 in all; this has ${number.length}. Check the card again.`,
    });
  if (/^\d{15}$/.test(number))
    return err('foreign-pr', {
      zh: '旧版卡号以3个国籍字母开头，例如DEU。请把开头的字母也填上。',
      en: 'An older card number starts with three letters for the country, such as DEU. Enter those too.',
    });
  const shape = shapeOf18(number);
  if (shape) return err('foreign-pr', shape);
  if (!number.startsWith('9'))
    return err('foreign-pr', {
      zh: '新版永居证号码以9开头。请对照证件，或改选证件类型。',
      en: 'A current permanent resident card number starts with 9. Check the card, or choose another kind of document.',
    });
  const birthDate = birthDateIn(number, today);
  if (typeof birthDate !== 'string') return err('foreign-pr', birthDate);
  if (mod11_2(number) !== number[17]) return err('foreign-pr', CHECK_FAILED);
  return ok({ number, birthDate });
}
