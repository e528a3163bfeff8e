/**
 * What makes a good password. Length and not being guessable count; composition rules do not
 * (NIST SP 800-63B §3.1.1.2).
 */
import type { Text } from '../../shared/i18n.ts';
import { COMMON_WORDS } from './common-passwords.ts';

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;

/** 0123456789, qwertyuiop, aaaa: a keyboard run or a repetition, forwards or backwards. */
const RUNS = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb',
];
const RUNS_BOTH_WAYS = RUNS.flatMap((run) => [run, [...run].reverse().join('')]);
const isRun = (part: string): boolean =>
  part.length >= 3 && (/^(.{1,4}?)\1+$/.test(part) || RUNS_BOTH_WAYS.some((run) => run.includes(part)));

/** What is left of a password once everything a guesser tries first is taken away. */
function surprise(password: string, own: readonly string[]): number {
  let rest = password.toLowerCase().replaceAll('@', 'a').replaceAll('$', 's');
  for (const word of [...own, ...COMMON_WORDS]) if (word.length >= 3) rest = rest.split(word).join(' ');
  return rest
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((part) => part.match(/\d+|[^\d]+/gu) ?? [])
    .filter((part) => !isRun(part) && !/^(?:19|20)\d{2}(?:\d{2}){0,2}$/.test(part))
    .reduce((sum, part) => sum + part.length, 0);
}

/**
 * A sentence when the password will not do, else null. `own` are words about the person (phone, address) that others
 * know too.
 */
export function passwordFault(password: string, own: readonly (string | null)[] = []): Text | null {
  const length = [...password].length;
  if (length < PASSWORD_MIN)
    return {
      zh: `密码至少${PASSWORD_MIN}个字符，现在是${length}个。几个不相干的词连起来，又长又好记。`,
      en: `A password needs at least ${PASSWORD_MIN} characters; this has ${length}. A few unrelated words make a long one that is easy to remember.`,
    };
  if (length > PASSWORD_MAX)
    return {
      zh: `密码最多${PASSWORD_MAX}个字符，现在是${length}个。请短一些。`,
      en: `A password can have up to ${PASSWORD_MAX} characters; this has ${length}. Make it shorter.`,
    };
  const known = own.flatMap((word) =>
    word === null ? [] : [word.toLowerCase(), word.split('@')[0]?.toLowerCase() ?? ''],
  );
  if (surprise(password, known) < 4)
    return {
      zh: '这个密码很容易被猜到：常见的词、拼音、连续或重复的数字、生日、您的手机号或邮箱都不算数。请换一个。',
      en: 'This password is easily guessed: common words, pinyin, runs or repeats, birthdays, and your own number or address do not count. Choose another.',
    };
  return null;
}
