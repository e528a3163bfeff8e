import { err, ok } from '../result.ts';
import { ALPHABET_31, mod31 } from './check-digits.ts';
import { plain, type Parsed } from './normalise.ts';

/** 统一社会信用代码 (GB 32100), 18 characters. */
export type CreditCode = string & { readonly creditCode: true };

export function parseCreditCode(raw: string): Parsed<CreditCode, 'credit-code'> {
  const code = plain(raw);
  if (code.length !== 18)
    return err('credit-code', {
      zh: `统一社会信用代码是18位，现在是${code.length}位。请照营业执照填写。`,
      en: `A unified social credit code has 18 characters; this has ${code.length}. Copy it from the business licence.`,
    });
  const odd = [...code].findIndex((character) => !ALPHABET_31.includes(character));
  if (odd >= 0)
    return err('credit-code', {
      zh: `第${odd + 1}位是“${code[odd]}”，代码里不用这个字符（没有I、O、S、V、Z）。请照营业执照填写。`,
      en: `Character ${odd + 1} is “${code[odd]}”, which these codes never use (no I, O, S, V, Z). Copy it from the business licence.`,
    });
  if (!/^.{2}\d{6}/.test(code))
    return err('credit-code', {
      zh: '第3–8位是登记地代码，应当都是数字。请照营业执照填写。',
      en: 'Characters 3–8 are the place of registration and must be digits. Copy them from the business licence.',
    });
  if (mod31(code.slice(0, 17)) !== code[17])
    return err('credit-code', {
      zh: '最后一位对不上前17位，可能有一位写错。请照营业执照逐位看一遍。',
      en: 'The last character does not fit the first 17, so one is probably wrong. Compare them with the business licence one by one.',
    });
  return ok(code as CreditCode);
}
