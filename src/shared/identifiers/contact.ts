import { err, ok } from '../result.ts';
import type { Parsed } from './normalise.ts';

/** The line below the district: street, number, building. Kept as typed, single-spaced. */
export function parseAddressLine(raw: string): Parsed<string, 'address'> {
  const line = raw
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
    .normalize('NFC');
  if (/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/u.test(line))
    return err('address', {
      zh: '地址里有一个看不见的字符。请删掉重新输入。',
      en: 'The address contains an invisible character. Delete it and type the address again.',
    });
  const length = [...line].length;
  if (length < 4)
    return err('address', {
      zh: '地址太短，采集包可能送不到。请写到街道、小区和门牌号。',
      en: 'This is too short for a delivery. Give the street, building and door number.',
    });
  if (length > 120)
    return err('address', {
      zh: `地址最多120个字，现在是${length}个。请删去不需要的部分。`,
      en: `An address can have up to 120 characters; this has ${length}. Leave out what the courier does not need.`,
    });
  return ok(line);
}

/** An e-mail address, lower-cased domain. Deliberately loose: only a message sent there proves it. */
export function parseEmail(raw: string): Parsed<string, 'email'> {
  const typed = raw
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\ufeff]/g, '')
    .replace('。', '.');
  const at = typed.lastIndexOf('@');
  if (at < 1)
    return err('email', {
      zh: '邮箱里要有“@”，例如name@example.com。请补上。',
      en: 'An e-mail address has an “@”, such as name@example.com. Add it.',
    });
  const domain = typed.slice(at + 1).toLowerCase();
  if (
    !/^[a-z0-9\u0080-\uffff](?:[a-z0-9\-\u0080-\uffff]*[a-z0-9\u0080-\uffff])?(?:\.[a-z0-9\u0080-\uffff-]+)+$/.test(
      domain,
    ) ||
    typed.length > 254
  )
    return err('email', {
      zh: '“@”后面应当是网址，例如qq.com。请看看是否少了一段。',
      en: 'What follows the “@” should be a site, such as qq.com. See whether a part is missing.',
    });
  if (/["(),:;<>[\\\]@]/.test(typed.slice(0, at)))
    return err('email', {
      zh: '“@”前面有邮箱里不会用的符号。请照您的邮箱地址再填一遍。',
      en: 'There is a sign before the “@” that addresses do not use. Enter the address again.',
    });
  return ok(`${typed.slice(0, at)}@${domain}`);
}
