import { civilDate, type CivilDate } from '../civil-date.ts';
import { formatDate } from '../format.ts';
import type { Text } from '../i18n.ts';
import { err, ok } from '../result.ts';
import { mod11_2 } from './check-digits.ts';
import { plain, type Parsed } from './normalise.ts';

/** 18 characters, GB 11643; the last may be a capital X. */
export type ResidentId = string & { readonly residentId: true };
export interface ReadResidentId {
  readonly number: ResidentId;
  readonly birthDate: CivilDate;
  readonly sex: 'female' | 'male';
}
export type ResidentIdRefusal = 'resident-id';

/** Provinces, plus 81 82 83: residence permits of people from Hong Kong, Macao and Taiwan. Below province level a code
 *  may have been retired since the card was made (371202 莱芜), so only the province is checked. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
);

const refuse = (zh: string, en: string) => err('resident-id', { zh, en } satisfies Text);

/** Digits 7–14 of an 18-character number, or the sentence that names the impossible day. */
export function birthDateIn(number: string, today: CivilDate): CivilDate | Text {
  const parts = {
    year: Number(number.slice(6, 10)),
    month: Number(number.slice(10, 12)),
    day: Number(number.slice(12, 14)),
  };
  const date = civilDate(parts.year, parts.month, parts.day);
  const zh = formatDate(parts, 'zh');
  const en = formatDate(parts, 'en');
  if (!date || parts.year < 1850)
    return {
      zh: `第7–14位是${zh}，没有这一天。请对照证件再看一遍。`,
      en: `Digits 7–14 say ${en}, which doesn’t exist. Check the card again.`,
    };
  if (date > today)
    return {
      zh: `第7–14位是${zh}，这一天还没有到。请对照证件再看一遍。`,
      en: `Digits 7–14 say ${en}, which is still to come. Check the card again.`,
    };
  return date;
}

/** Length and characters shared by every 18-character number of this kind; the sentence, or null. */
export function shapeOf18(number: string): Text | null {
  if (/^\d{15}$/.test(number))
    return {
      zh: '这是15位的一代证号码，2013年起停用。请填二代证上的18位号码。',
      en: 'This is a 15-digit number from a first-generation card, withdrawn in 2013. Enter the 18 characters of the current card.',
    };
  if (number.length !== 18)
    return {
      zh: `应当是18位，现在是${number.length}位。请对照证件补齐或删去多出的部分。`,
      en: `This should have 18 characters; it has ${number.length}. Compare it with the card and add or remove what differs.`,
    };
  const wrong = /^\d{17}/.test(number)
    ? /[\dX]$/.test(number)
      ? null
      : 18
    : [...number].findIndex((c) => !/\d/.test(c)) + 1;
  return wrong === null
    ? null
    : {
        zh: `第${wrong}位不是数字。前17位都是数字，最后一位是数字或X。`,
        en: `Character ${wrong} is not a digit. The first 17 are digits; the last is a digit or X.`,
      };
}

/** Which pair to look at cannot be known, so the sentence says what to compare. */
export const CHECK_FAILED: Text = {
  zh: '最后一位对不上前17位，多半是其中一位填错或两位写反了。请对照证件逐位看一遍。',
  en: 'The last character does not fit the first 17, so one digit is probably wrong or two are swapped. Compare them with the card one by one.',
};

/**
 * A resident ID number (GB 11643). Full-width digits, spaces and a small x are put right; 15 digits are refused.
 * `today` decides whether the birth date is still to come.
 */
export function parseResidentId(raw: string, today: CivilDate): Parsed<ReadResidentId, ResidentIdRefusal> {
  const number = plain(raw).replaceAll('×', 'X');
  const shape = shapeOf18(number);
  if (shape) return err('resident-id', shape);
  if (number.startsWith('9'))
    return refuse(
      '9开头的是外国人永久居留身份证。请在“证件类型”里选这一种。',
      'A number that starts with 9 is a Foreign Permanent Resident ID Card. Choose that kind of document above.',
    );
  if (!PROVINCES.has(number.slice(0, 2)))
    return refuse(
      `前两位是${number.slice(0, 2)}，没有以它开头的身份证。请对照证件再看一遍。`,
      `The first two digits are ${number.slice(0, 2)}; no card starts with them. Check the card again.`,
    );
  const birthDate = birthDateIn(number, today);
  if (typeof birthDate !== 'string') return err('resident-id', birthDate);
  if (mod11_2(number) !== number[17]) return err('resident-id', CHECK_FAILED);
  return ok({
    number: number as ResidentId,
    birthDate,
    sex: Number(number[16]) % 2 === 0 ? 'female' : 'male',
  });
}
