/**
 * An article's Markdown on its way to the page: citations become numbers that lead to the list of sources, terms lead to
 * the glossary, addresses get the reader's language.
 */
import { localPath, type Locale } from './i18n.ts';

/** `[@one; @two]`. */
export const CITATION = /\[@([^\]]+)\]/g;
/** The ids inside the brackets. */
export const idsIn = (inside: string): readonly string[] => inside.split(/[;,\s@]+/).filter(Boolean);

/** Ids of the sources cited, in the order of their first mention: their place is their number on the page, from 1. */
export const citedIn = (body: string): readonly string[] => [
  ...new Set([...body.matchAll(CITATION)].flatMap(([, inside = '']) => idsIn(inside))),
];

/** Ids of the terms that are explained by a link. */
export const termsIn = (body: string): readonly string[] => [
  ...new Set([...body.matchAll(/\]\(glossary:([\w-]+)\)/g)].map(([, id = '']) => id)),
];

/**
 * English sets the number after the stop or comma, Chinese before it. Texts are written with the citation right after the
 * statement in both.
 */
export const placedCitations = (body: string, locale: Locale): string =>
  locale === 'zh' ? body : body.replaceAll(/((?:\[@[^\]]+\])+)([.,])(?!\d)/g, '$2$1');

/** Markdown with `[@id]` and `(glossary:id)` resolved. The first citation of a source is where its way back leads. */
export function prepared(body: string, locale: Locale): string {
  const cited = citedIn(body);
  const met = new Set<string>();
  const name = locale === 'zh' ? '来源' : 'source ';
  const link = (id: string): string => {
    const number = cited.indexOf(id) + 1;
    const first = met.has(id) ? '' : ` id="cite-${number}"`;
    met.add(id);
    return `<a href="#source-${number}"${first} aria-label="${name}${number}">${number}</a>`;
  };
  /** 11,12 rather than 12,11. */
  const inOrder = (ids: readonly string[]): readonly string[] =>
    ids.toSorted((a, b) => cited.indexOf(a) - cited.indexOf(b));
  return placedCitations(body, locale)
    .replaceAll(
      CITATION,
      (_, inside: string) => `<sup class="cite">${inOrder(idsIn(inside)).map(link).join('')}</sup>`,
    )
    .replaceAll(
      /\[([^\]]+)\]\(glossary:([\w-]+)\)/g,
      (_, words: string, id: string) =>
        `<a class="term" href="${localPath(locale, '/glossary')}#${id}">${words}</a>`,
    )
    .replaceAll(/\]\((\/[^)\s]*)\)/g, (_, path: string) => `](${localPath(locale, path)})`);
}

/** What a reader reads: no marks, no links, no citations, no pictures and tags. */
export const plainText = (body: string): string =>
  body
    .replaceAll(CITATION, '')
    .replaceAll(/^\{\{[a-z-]+\}\}$|\{[a-z-]+\} ?/gm, '')
    .replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replaceAll(/^[#>|\s:-]+|[*_`|]/gm, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Characters of Chinese text (Latin words count as one each), or words of English. */
export const lengthOf = (body: string, locale: Locale): number => {
  const text = plainText(body);
  const words = text.match(/[\p{Script=Latin}\d][\p{Script=Latin}\d.,’'%-]*/gu)?.length ?? 0;
  return locale === 'en' ? words : (text.match(/\p{Script=Han}/gu)?.length ?? 0) + words;
};

/** Unhurried reading: 350 characters or 200 words a minute, at least one. */
export const minutesToRead = (body: string, locale: Locale): number =>
  Math.max(1, Math.round(lengthOf(body, locale) / (locale === 'zh' ? 350 : 200)));
