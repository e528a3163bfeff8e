/**
 * A sentence of a page that is kept as data, taken apart for printing: `**strong**`, `[words](/path)` or
 * `[words](https://…)`, `[@source]`, and `{policy.field}` for a figure of a policy and
 * `{policy?}` for its 示例 alone. Pieces rather than HTML, so that nothing
 * written in a file can become markup.
 */
import { CITATION, idsIn, placedCitations } from './citations.ts';
import { localPath, type Locale } from './i18n.ts';

export type Piece =
  | { readonly kind: 'text' | 'strong'; readonly text: string }
  /** Stands for a figure of a policy until `withFigures` puts it in. */
  | { readonly kind: 'policy'; readonly policy: string; readonly path: readonly string[] }
  /** A figure in this sentence is not confirmed: 示例. */
  | { readonly kind: 'sample' }
  | { readonly kind: 'link'; readonly text: string; readonly href: string; readonly external: boolean }
  | { readonly kind: 'cite'; readonly numbers: readonly Mention[] };
export type Words = readonly Piece[];

export interface Figure {
  readonly text: string;
  /** The policy is not confirmed: 示例 follows. */
  readonly sample: boolean;
}

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

const MARKS = new RegExp(
  `${CITATION.source}|\\*\\*([^*]+)\\*\\*|\\[([^\\]]+)\\]\\(([^)\\s]+)\\)|\\{([a-z]+)(\\?|(?:\\.[A-Za-z0-9-]+)+)\\}`,
  'g',
);

/** 11,12 rather than 12,11. */
const mentions = (inside: string, sources: Numbering): readonly Mention[] =>
  idsIn(inside)
    .map((id) => sources.mention(id))
    .toSorted((a, b) => a.number - b.number);

/** Takes a sentence apart; links inside the site get the reader's language. */
export function wordsOf(written: string, locale: Locale, sources: Numbering): Words {
  const sentence = placedCitations(written, locale);
  const pieces: Piece[] = [];
  let at = 0;
  const textUpTo = (end: number): void => {
    if (end > at) pieces.push({ kind: 'text', text: sentence.slice(at, end) });
  };
  for (const match of sentence.matchAll(MARKS)) {
    textUpTo(match.index);
    at = match.index + match[0].length;
    const [, cited, strong, text, href, policy, path] = match;
    if (cited !== undefined) pieces.push({ kind: 'cite', numbers: mentions(cited, sources) });
    else if (strong !== undefined) pieces.push({ kind: 'strong', text: strong });
    else if (text !== undefined && href !== undefined)
      pieces.push({
        kind: 'link',
        text,
        // Pages have a language, a file such as /.well-known/security.txt has none.
        href: /^\/(?!\.)/.test(href) ? localPath(locale, href) : href,
        external: /^https?:/.test(href),
      });
    else if (policy !== undefined && path !== undefined)
      pieces.push({ kind: 'policy', policy, path: path === '?' ? [] : path.slice(1).split('.') });
  }
  textUpTo(sentence.length);
  return pieces;
}

/** Puts figures of policies in; 示例 stands once, at the end of the sentence, where one of them is not confirmed. */
export function withFigures(
  words: Words,
  figure: (policy: string, path: readonly string[]) => Figure,
): Words {
  let sample = false;
  const filled = words.map((piece): Piece => {
    if (piece.kind !== 'policy') return piece;
    const found = figure(piece.policy, piece.path);
    sample ||= found.sample;
    return { kind: 'text', text: found.text };
  });
  return sample ? [...filled, { kind: 'sample' }] : filled;
}
