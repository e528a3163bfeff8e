/** Everything that can be found, as a list to choose from: for whoever does not know what to type. */
import type { IndexedPage, SearchIndex } from './search-index.ts';

export interface Topic {
  readonly title: string;
  readonly href: string;
}

export interface Room extends Topic {
  /** Pages in it, in the order of the index. */
  readonly pages: readonly Topic[];
  /** Terms and questions, where they are what the page is made of. */
  readonly entries: readonly Topic[];
}

export type Topics = readonly Room[];

/** A page that lists this many terms or questions is a room of its own. */
const MANY = 5;

/** The page a page stands in: the one its heading names, else the one above it, `/charity` for `/charity/ledger`. */
function roomOf(page: IndexedPage, pages: readonly IndexedPage[]): IndexedPage | null {
  const named = pages.find(({ title }) => title === page.section);
  if (named) return named;
  const isFront = (path: string): boolean => path === '/' || path === '/en';
  return pages.find(({ path }) => !isFront(path) && page.path.startsWith(`${path}/`)) ?? null;
}

/** The fullest rooms first, the other pages after them in one room without a page of its own (`href` empty). */
export function topicsOf({ pages, entries }: SearchIndex): Topics {
  const alone = (page: number): readonly Topic[] =>
    entries.flatMap((entry) =>
      entry.page === page && entry.alone && entry.heading !== null
        ? [{ title: entry.heading, href: `${pages[page]?.path ?? ''}#${entry.anchor ?? ''}` }]
        : [],
    );
  const rooms = pages.map((page, at) => ({
    title: page.title,
    href: page.path,
    pages: pages.flatMap((one) =>
      roomOf(one, pages) === page ? [{ title: one.title, href: one.path }] : [],
    ),
    entries: alone(at),
    section: page.section,
  }));
  const isRoom = (room: (typeof rooms)[number]): boolean =>
    room.pages.length > 0 || room.entries.length >= MANY;
  const inRoom = new Set(
    rooms.filter(isRoom).flatMap((room) => [room.href, ...room.pages.map(({ href }) => href)]),
  );
  const rest = rooms.filter(({ href }) => !inRoom.has(href)).map(({ title, href }) => ({ title, href }));
  return [
    ...rooms
      .filter(isRoom)
      .toSorted((a, b) => b.pages.length - a.pages.length)
      .map(({ title, href, pages: within, entries: all }) => ({
        title,
        href,
        // A room that is listed for itself is not listed again in another one.
        pages: within.filter((one) => !rooms.some((room) => room.href === one.href && isRoom(room))),
        entries: all.length >= MANY ? all : [],
      })),
    ...(rest.length > 0 ? [{ title: '', href: '', pages: rest, entries: [] }] : []),
  ];
}
