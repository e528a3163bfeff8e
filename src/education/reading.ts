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

/** The same order, part by part. */
export function partsOf(
  order: readonly Reading[],
): readonly { readonly title: Text; readonly articles: readonly Reading[] }[] {
  const starts = order.flatMap(({ part }, at) => (part ? [{ title: part, at }] : []));
  return starts.map(({ title, at }, index) => ({
    title,
    articles: order.slice(at, starts[index + 1]?.at ?? order.length),
  }));
}

/** For who has twenty minutes: what it is, what it can and cannot do, the ways there are, and what to ask. */
export const SHORT_WAY = [
  'what-it-is',
  'established-uses',
  'how-likely-it-is-used',
  'limits-of-own-cells',
  'family-or-public-bank',
  'questions-to-ask',
] as const;

/** The articles of the short way, in the order of the whole; throws where one is missing. */
export function shortWay(order: readonly Reading[]): readonly Reading[] {
  const found = order.filter(({ slug }) => (SHORT_WAY as readonly string[]).includes(slug));
  if (found.length < SHORT_WAY.length)
    throw new Error('the short way (src/education/reading.ts) names an article that is not in order.yaml');
  return found;
}

/** Unhurried, all of them. */
export const minutesOf = (articles: readonly Reading[]): number =>
  articles.reduce((sum, { minutes }) => sum + minutes, 0);

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
