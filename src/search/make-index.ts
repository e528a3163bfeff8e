import { localPath, type Locale, type Text } from '#src/shared/i18n.ts';
import { fold } from './fold.ts';
import type { ReadPage } from './read-page.ts';
import { spellingsOf, traditionalPairs } from './other-scripts.ts';
import type { SearchIndex } from './search-index.ts';
import { foldedWords } from './signposts.ts';

/** Rooms first, then what is in them; within each as the addresses sort. */
const inOrder = (a: ReadPage, b: ReadPage): number => (a.page.path < b.page.path ? -1 : 1);

/** The room of a page that does not name one: the page above it, `/charity` for `/charity/ledger`. */
function withRoom(read: ReadPage, all: readonly ReadPage[], home: string): ReadPage {
  const { page } = read;
  if (page.section !== null) return read;
  const above = all.find(({ page: one }) => one.path !== home && page.path.startsWith(`${one.path}/`));
  return above ? { ...read, page: { ...page, section: above.page.title } } : read;
}

/** Pages of a room in the order the room itself lists them; what it does not list comes after, by address. */
function asRoomsList(pages: readonly ReadPage[]): readonly ReadPage[] {
  const rankIn = (room: ReadPage | undefined, { page }: ReadPage): number => {
    const at = room?.leadsTo.indexOf(page.path) ?? -1;
    return at === -1 ? Number.MAX_SAFE_INTEGER : at;
  };
  const waiting = new Map<string, ReadPage[]>();
  for (const section of new Set(pages.map(({ page }) => page.section))) {
    if (section === null) continue;
    const room = pages.find(({ page }) => page.title === section);
    const within = pages.filter(({ page }) => page.section === section);
    waiting.set(
      section,
      within.toSorted((a, b) => rankIn(room, a) - rankIn(room, b)),
    );
  }
  return pages.map((read) => waiting.get(read.page.section ?? '')?.shift() ?? read);
}

/** What an editor writes for both languages. */
export interface NeededPage {
  /** Path without the language. */
  readonly to: string;
  readonly words: readonly string[];
  readonly title: Text;
  readonly line: Text;
}

/** One language's index. Words that mean the same are kept when one of them stands on a page. */
export function makeIndex(
  locale: Locale,
  pages: readonly ReadPage[],
  synonyms: readonly (readonly string[])[],
  needs: readonly NeededPage[] = [],
): SearchIndex {
  const inPaths = pages.toSorted(inOrder);
  const sorted = asRoomsList(inPaths.map((read) => withRoom(read, inPaths, localPath(locale, '/'))));
  const entries = sorted.flatMap(({ entries }, page) => entries.map((entry) => ({ page, ...entry })));
  const said = fold(
    [
      ...sorted.map(({ page }) => `${page.title}\n${page.description}`),
      ...entries.map(({ heading, text }) => `${heading ?? ''}\n${text}`),
    ].join('\n'),
  );
  const groups = synonyms
    .map((group) => [...new Set(group.map((word) => fold(word).trim()))])
    .filter((group) => group.length > 1 && group.some((word) => said.includes(word)));
  return {
    locale,
    pages: sorted.map(({ page }) => page),
    entries,
    synonyms: groups,
    signposts: needs.map(({ to, words, title, line }) => ({
      href: localPath(locale, to),
      title: title[locale],
      line: line[locale],
      words: foldedWords(words),
    })),
    traditional: traditionalPairs(said + groups.flat().join('')),
    spellings: spellingsOf(groups.flat()),
  };
}
