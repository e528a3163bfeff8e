import { localPath, type Locale } from '#src/shared/i18n.ts';
import { fold } from './fold.ts';
import type { ReadPage } from './read-page.ts';
import type { SearchIndex } from './search-index.ts';

/** Rooms first, then what is in them; within each as the addresses sort. */
const inOrder = (a: ReadPage, b: ReadPage): number => (a.page.path < b.page.path ? -1 : 1);

/** The room of a page that does not name one: the page above it, `/charity` for `/charity/ledger`. */
function withRoom(read: ReadPage, all: readonly ReadPage[], home: string): ReadPage {
  const { page } = read;
  if (page.section !== null) return read;
  const above = all.find(({ page: one }) => one.path !== home && page.path.startsWith(`${one.path}/`));
  return above ? { ...read, page: { ...page, section: above.page.title } } : read;
}

/** One language's index. Words that mean the same are kept when one of them stands on a page. */
export function makeIndex(
  locale: Locale,
  pages: readonly ReadPage[],
  synonyms: readonly (readonly string[])[],
): SearchIndex {
  const inPaths = pages.toSorted(inOrder);
  const sorted = inPaths.map((read) => withRoom(read, inPaths, localPath(locale, '/')));
  const entries = sorted.flatMap(({ entries }, page) => entries.map((entry) => ({ page, ...entry })));
  const said = fold(
    [
      ...sorted.map(({ page }) => `${page.title}\n${page.description}`),
      ...entries.map(({ heading, text }) => `${heading ?? ''}\n${text}`),
    ].join('\n'),
  );
  return {
    locale,
    pages: sorted.map(({ page }) => page),
    entries,
    synonyms: synonyms
      .map((group) => [...new Set(group.map((word) => fold(word).trim()))])
      .filter((group) => group.length > 1 && group.some((word) => said.includes(word))),
  };
}
