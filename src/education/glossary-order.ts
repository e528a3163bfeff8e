/** Terms under the letter they are looked up by: the pinyin initial in Chinese, the first letter in English. Pure. */
import type { Locale } from '#src/shared/i18n.ts';

/** The first Chinese character of each initial, in pinyin order; nothing in Chinese begins with I, U or V. */
const FIRST_OF = 'A阿 B八 C嚓 D哒 E妸 F发 G旮 H哈 J讥 K咔 L垃 M妈 N拏 O噢 P妑 Q七 R呥 S仨 T他 W屲 X夕 Y丫 Z帀'
  .split(' ')
  .map((pair) => ({ letter: pair.charAt(0), first: pair.slice(1) }));
const PINYIN = new Intl.Collator('zh-CN-u-co-pinyin');
const ENGLISH = new Intl.Collator('en');

/** 脐 is under Q, HLA under H. */
export function initialOf(term: string): string {
  const first = [...term.normalize('NFD')][0] ?? '';
  if (/\p{Script=Latin}/u.test(first)) return first.toUpperCase();
  return FIRST_OF.findLast((one) => PINYIN.compare(one.first, first) <= 0)?.letter ?? 'A';
}

export interface Letter<T> {
  readonly letter: string;
  readonly terms: readonly T[];
}

/** Letter by letter; within a letter Chinese by pinyin, then Latin words. */
export function byLetter<T>(
  terms: readonly T[],
  wordsOf: (term: T) => string,
  locale: Locale,
): readonly Letter<T>[] {
  const inOrder = locale === 'zh' ? PINYIN : ENGLISH;
  const letters = Map.groupBy(
    terms.toSorted((a, b) => inOrder.compare(wordsOf(a), wordsOf(b))),
    (term) => initialOf(wordsOf(term)),
  );
  return [...letters]
    .map(([letter, inLetter]) => ({ letter, terms: inLetter }))
    .toSorted((a, b) => a.letter.localeCompare(b.letter, 'en'));
}

/** Other names to show: those of the reader's language, and the short forms a Chinese report prints (GVHD, but not graft). */
export const shownSynonyms = (also: readonly string[], locale: Locale): readonly string[] =>
  also.filter((word) => {
    const han = /\p{Script=Han}/u.test(word);
    return locale === 'en' ? !han : han || /^[A-Z][A-Z0-9+-]+$/.test(word);
  });
