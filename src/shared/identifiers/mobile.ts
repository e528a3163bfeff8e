import { err, ok } from '../result.ts';
import { plain, type Parsed } from './normalise.ts';

/** A mainland mobile number, 11 digits without country code. */
export type Mobile = string & { readonly mobile: true };

/** Takes +86, 0086, spaces, hyphens, brackets and full-width digits; answers 11 digits. */
export function parseMobile(raw: string): Parsed<Mobile, 'mobile'> {
  const digits = plain(raw).replace(/[()]/g, '');
  const foreign = /^(?:\+|00)(?!86)(\d{1,3})/.exec(digits);
  if (foreign)
    return err('mobile', {
      zh: '这里要填中国内地手机号，签约验证码只能发到内地号码。没有的话，请打电话给我们办理。',
      en: 'We need a mainland China mobile number, because signing codes are sent there. If you have none, phone us and we will help.',
    });
  const number = digits.replace(/^(?:\+86|0086|86(?=1\d{10}$))/, '');
  if (/^0\d{9,11}$/.test(number))
    return err('mobile', {
      zh: '这像是座机号码。验证码要发短信，请填手机号。',
      en: 'This looks like a landline. We send codes by text message, so enter a mobile number.',
    });
  if (!/^\d+$/.test(number))
    return err('mobile', {
      zh: '手机号里只有数字。请去掉其他文字，例如13800138000。',
      en: 'A mobile number has digits only. Remove anything else; it looks like 138 0013 8000.',
    });
  if (number.length !== 11)
    return err('mobile', {
      zh: `手机号是11位，现在是${number.length}位。请对照再看一遍。`,
      en: `A mobile number has 11 digits; this has ${number.length}. Check it again.`,
    });
  if (!/^1[3-9]/.test(number))
    return err('mobile', {
      zh: `手机号以13到19开头，现在是${number.slice(0, 2)}。请对照再看一遍。`,
      en: `Mobile numbers start with 13 to 19; this one starts with ${number.slice(0, 2)}. Check it again.`,
    });
  return ok(number as Mobile);
}

/** 138****8000 */
export const maskMobile = (mobile: string): string => `${mobile.slice(0, 3)}****${mobile.slice(-4)}`;
/** 138 0013 8000, for reading and reading out. */
export const groupMobile = (mobile: string): string => mobile.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3');
