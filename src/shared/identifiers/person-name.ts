import { err, ok } from '../result.ts';
import type { Parsed } from './normalise.ts';

export type PersonName = string & { readonly personName: true };

/** Every dot people type between the parts of a Chinese-script name → · (U+00B7). */
const DOTS = /[\u2022\u2027\u22c5\u30fb\uff65\u00b7\u2219.．]/g;
const HAN = /^[\p{Script=Han}〇]+$/u;
const HAN_WITH_DOT = /^[\p{Script=Han}〇]+(?:·[\p{Script=Han}〇]+)+$/u;
const LATIN = /^[\p{Script=Latin}\p{M}][\p{Script=Latin}\p{M}'’.\- ]*$/u;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/u;

/**
 * A name as on the person's document: 汉字, rare ones included (䶮, 𠮷), with · between parts, or Latin letters.
 * Compatibility characters are kept: they are different characters in a register.
 */
export function parsePersonName(raw: string): Parsed<PersonName, 'person-name'> {
  const typed = raw
    .replace(/\u3000/g, ' ')
    .replace(/[\t ]+/g, ' ')
    .trim()
    .normalize('NFC');
  if (typed === '') return err('person-name', { zh: '请填写姓名。', en: 'Enter the name.' });
  if (INVISIBLE.test(typed))
    return err('person-name', {
      zh: '姓名里有一个看不见的字符或无法保存的自造字。请删掉重新输入；输入法里没有这个字，请打电话给我们。',
      en: 'The name contains an invisible character, or one that exists on one computer only. Delete it and type the name again; if your keyboard lacks the character, phone us.',
    });
  const hasHan = /[\p{Script=Han}〇]/u.test(typed);
  const name = hasHan ? typed.replace(/ /g, '').replace(DOTS, '·') : typed;
  const length = [...name].length;
  if (/\d/.test(name.normalize('NFKC')))
    return err('person-name', {
      zh: '姓名里有数字。请照证件填写姓名。',
      en: 'The name contains a digit. Enter the name as on the document.',
    });
  if (length > 50)
    return err('person-name', {
      zh: `姓名最多50个字，现在是${length}个。请照证件填写，不加称呼。`,
      en: `A name can have up to 50 characters; this has ${length}. Enter it as on the document, without titles.`,
    });
  if (hasHan) {
    if (length < 2)
      return err('person-name', {
        zh: '只有一个字。请填写完整的姓名。',
        en: 'This is one character only. Enter the full name.',
      });
    if (!HAN.test(name) && !HAN_WITH_DOT.test(name)) {
      const odd = [...name].find((c) => !/[\p{Script=Han}〇·]/u.test(c)) ?? '·';
      return err('person-name', {
        zh: `中文姓名里只用汉字和间隔号“·”，这里有“${odd}”或间隔号的位置不对。请照证件填写。`,
        en: `A name in Chinese uses characters and the dot “·” between its parts; here “${odd}” does not fit. Enter it as on the document.`,
      });
    }
    return ok(name as PersonName);
  }
  if (!LATIN.test(name)) {
    const odd = [...name].find((c) => !/[\p{Script=Latin}\p{M}'’.\- ]/u.test(c)) ?? name[0];
    return err('person-name', {
      zh: `姓名里的“${odd}”我们无法写进合同。请用汉字，或照护照上的拉丁字母填写。`,
      en: `We cannot print “${odd}” in a contract. Use Chinese characters, or the Latin letters in the passport.`,
    });
  }
  return ok(name as PersonName);
}

/** For queues and texts: 王*　→ the family name only; Latin: first letters. */
export function maskName(name: string): string {
  const characters = [...name];
  if (/[\p{Script=Han}〇]/u.test(name))
    return `${characters[0]}${'*'.repeat(Math.min(2, Math.max(1, characters.length - 1)))}`;
  return name
    .split(' ')
    .map((part) => `${[...part][0] ?? ''}***`)
    .join(' ');
}
