/** A need in somebody's own words, and the page that meets it. */
import { fold, isHan } from './fold.ts';

/** As the index holds it, in one language; words are folded. */
export interface Signpost {
  readonly href: string;
  readonly title: string;
  readonly line: string;
  readonly words: readonly string[];
}

const isLetter = (char: string): boolean => /[\p{L}\p{N}]/u.test(char);

/** Chinese anywhere; letters only as whole words. Both are folded. */
function says(phrase: string, word: string): boolean {
  if (isHan(word)) return phrase.includes(word);
  for (let at = phrase.indexOf(word); at !== -1; at = phrase.indexOf(word, at + 1))
    if (!isLetter(phrase.charAt(at - 1)) && !isLetter(phrase.charAt(at + word.length))) return true;
  return false;
}

/** The signpost whose word fits best: the longest one wins, and of equals the one the editor put first. */
export function signpostFor(phrase: string, signposts: readonly Signpost[]): Signpost | null {
  let best: Signpost | null = null;
  let longest = 0;
  for (const signpost of signposts)
    for (const word of signpost.words)
      if (word.length > longest && says(phrase, word)) [best, longest] = [signpost, word.length];
  return best;
}

export const foldedWords = (words: readonly string[]): readonly string[] =>
  words.map((word) => fold(word).trim());
