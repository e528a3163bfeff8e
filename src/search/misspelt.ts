/** The word somebody probably meant: for words of letters, whose letters get lost on a phone's keyboard. */

import { stem } from './match.ts';

/** All words of four letters or more and what they begin with, each once: `refunded` also knows `refund`. */
export const wordsOf = (texts: readonly string[]): readonly string[] => {
  const words = new Set(texts.flatMap((text) => text.match(/\p{Script=Latin}{4,}/gu) ?? []));
  for (const word of [...words]) if (stem(word).length >= 4) words.add(stem(word));
  return [...words];
};

/** How many letters have to be changed, left out, put in or swapped with their neighbour; stops counting above `most`. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
}

/** The nearest of `words`, or null when none is near: one letter off, or two in a word of eight. */
export function nearestWord(typed: string, words: readonly string[]): string | null {
  if (typed.length < 4 || !/^\p{Script=Latin}+$/u.test(typed)) return null;
  const most = typed.length >= 8 ? 2 : 1;
  let best: string | null = null;
  let least = most + 1;
  for (const word of words) {
    const off = distance(typed, word, least - 1);
    if (off < least) [best, least] = [word, off];
  }
  return best;
}
