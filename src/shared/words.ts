/**
 * A sentence of a page that is kept as data, taken apart for printing: `**strong**`, `[words](/path)` or
 * `[words](https://…)`, and `[@source]`. Pieces rather than HTML, so that nothing written in a file can become markup.
 */
import { CITATION, idsIn } from './citations.ts';
import { localPath, type Locale } from './i18n.ts';

export type Piece =
  | { readonly kind: 'text' | 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string; readonly external: boolean }
  | { readonly kind: 'cite'; readonly numbers: readonly Mention[] };
export type Words = readonly Piece[];

export interface Mention {
  readonly number: number;
  /** The first mention on the page, where the list of sources leads back to. */
  readonly first: boolean;
}

/** Numbers the sources of one page in the order in which they are mentioned. */
export interface Numbering {
  mention(id: string): Mention;
  /** In the order of their numbers. */
  readonly ids: readonly string[];
}

export function numbering(): Numbering {
  const ids: string[] = [];
  return {
    ids,
    mention(id) {
      const known = ids.indexOf(id);
      if (known >= 0) return { number: known + 1, first: false };
      return { number: ids.push(id), first: true };
    },
  };
}

const MARKS = new RegExp(`${CITATION.source}|\\*\\*([^*]+)\\*\\*|\\[([^\\]]+)\\]\\(([^)\\s]+)\\)`, 'g');

/** Takes a sentence apart; links inside the site get the reader's language. */
export function wordsOf(sentence: string, locale: Locale, sources: Numbering): Words {
  const pieces: Piece[] = [];
  let at = 0;
  const textUpTo = (end: number): void => {
    if (end > at) pieces.push({ kind: 'text', text: sentence.slice(at, end) });
  };
  for (const match of sentence.matchAll(MARKS)) {
    textUpTo(match.index);
    at = match.index + match[0].length;
    const [, cited, strong, text, href] = match;
    if (cited !== undefined)
      pieces.push({ kind: 'cite', numbers: idsIn(cited).map((id) => sources.mention(id)) });
    else if (strong !== undefined) pieces.push({ kind: 'strong', text: strong });
    else if (text !== undefined && href !== undefined)
      pieces.push({
        kind: 'link',
        text,
        href: href.startsWith('/') ? localPath(locale, href) : href,
        external: /^https?:/.test(href),
      });
  }
  textUpTo(sentence.length);
  return pieces;
}
