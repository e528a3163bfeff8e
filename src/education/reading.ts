import type { Text } from '#src/shared/i18n.ts';

/** One article as lists show it. `part` stands on the first article of each part. */
export interface Reading {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly part?: Text;
}

interface Part {
  readonly title: Text;
  readonly articles: readonly string[];
}
type Known = ReadonlyMap<string, Omit<Reading, 'slug' | 'part'>>;

/** The reading order of one language: parts opened, articles that this language lacks left out. */
export function readingOrder(parts: readonly Part[], articles: Known): readonly Reading[] {
  return parts.flatMap((part) =>
    part.articles
      .flatMap((slug) => {
        const found = articles.get(slug);
        return found ? [{ slug, title: found.title, summary: found.summary, minutes: found.minutes }] : [];
      })
      .map((one, at) => (at === 0 ? { ...one, part: part.title } : one)),
  );
}

/** Where an article stands, counted from 1, and its neighbours. */
export function placeIn(order: readonly Reading[], slug: string) {
  const at = order.findIndex((one) => one.slug === slug);
  return { at: at + 1, of: order.length, previous: order[at - 1], following: order[at + 1] };
}

interface Placed {
  readonly data: { readonly at: number };
}

/** Sorts what a collection hands out by id into the order of its file. */
export const inPlace = (a: Placed, b: Placed): number => a.data.at - b.data.at;
