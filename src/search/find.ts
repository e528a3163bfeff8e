/**
 * The search itself: the words of a query against titles, headings and texts. The same code answers in the browser while
 * somebody types and on the server for whoever has no scripts.
 */
import { excerptOf, marked, type Piece } from './excerpt.ts';
import { fold } from './fold.ts';
import { hitsOf, wholeOnes, type Hit } from './match.ts';
import { nearestWord, wordsOf } from './misspelt.ts';
import {
  readQuery,
  spellingsIn,
  synonymsOf,
  tokenOf,
  type Query,
  type Spellings,
  type Synonyms,
  type Token,
} from './query.ts';
import { signpostFor } from './signposts.ts';
import type { Entry, IndexedPage, SearchIndex } from './search-index.ts';

export interface Result {
  /** With the anchor. */
  readonly href: string;
  readonly title: readonly Piece[];
  /** The room it is in, and within a page the heading it was found under. */
  readonly place: readonly string[];
  readonly excerpt: readonly Piece[];
}

export interface Found {
  /** Best first; at most `MOST_RESULTS`. */
  readonly results: readonly Result[];
  /** How many there are in all. */
  readonly count: number;
  /** Nothing holds every word that was typed: these hold some of them. */
  readonly partly: boolean;
  /** What was looked for instead of a word that stands nowhere. */
  readonly instead: readonly { readonly typed: string; readonly found: string }[];
}

export interface Searchable {
  readonly index: SearchIndex;
  readonly synonyms: Synonyms;
  readonly spellings: Spellings;
  readonly entries: readonly FoldedEntry[];
  /** Words of letters that occur, for what was misspelt. */
  readonly words: () => readonly string[];
}

interface FoldedEntry {
  readonly entry: Entry;
  readonly page: IndexedPage;
  /** Title of its page for the beginning of a page, else its heading. */
  readonly title: string;
  /** What its title says in each language: a term stands there with both its names. */
  readonly names: readonly string[];
  /** A section is also about what its page is about, and a page about what its room is about. */
  readonly above: string;
  readonly text: string;
}

export const MOST_RESULTS = 20;
/** The front page and the small print speak of everything, and answer nothing to the end. */
const SAYS_EVERYTHING = {
  paths: [
    '/',
    '/en',
    ...['privacy', 'privacy/children', 'terms', 'accessibility', 'about/quality'].flatMap((page) => [
      `/${page}`,
      `/en/${page}`,
    ]),
  ],
  share: 0.35,
};
/** With three words or more, this share of their weight is enough. */
const ENOUGH = 0.6;
const SYNONYM = 0.8;
/** Said more often than this in one place, a word says no more. */
const MOST_TIMES = 6;
const WEIGHT = { title: 6, wholeTitle: 8, above: 1.5, text: 2, phrase: 1.6 } as const;

/** Folded for comparing. Throws for an entry of a page that is not there. */
const foldedIn =
  (pages: readonly IndexedPage[]) =>
  (entry: Entry): FoldedEntry => {
    const page = pages[entry.page];
    if (!page) throw new Error(`entry of an unknown page ${entry.page}`);
    return {
      entry,
      page,
      title: fold(entry.heading ?? page.title),
      names: fold(entry.heading ?? page.title).split(/(?<=\p{Script=Han}) (?=[a-z])/u),
      above: fold([page.section ?? '', entry.heading === null ? '' : page.title].join('\n')),
      text: fold(entry.text),
    };
  };

/** Folds an index once, so that each search only compares. */
export function searchable(index: SearchIndex): Searchable {
  const entries = index.entries.map(foldedIn(index.pages));
  let words: readonly string[] | undefined;
  return {
    index,
    entries,
    synonyms: synonymsOf(index.synonyms),
    spellings: spellingsIn(index.traditional, index.spellings),
    words: () => (words ??= wordsOf(entries.flatMap(({ title, text }) => [title, text]))),
  };
}

/** A page that came after the build, such as a class: a title and a text without parts. */
export interface LatePage {
  readonly path: string;
  readonly title: string;
  readonly section: string;
  readonly text: string;
}

/** The same house with a few more pages in it. */
export function withLatePages(house: Searchable, late: readonly LatePage[]): Searchable {
  const pages = late.map(({ path, title, section, text }) => ({ path, title, section, description: text }));
  const first = house.index.pages.length;
  const entries = late.map(({ text }, at): Entry => ({
    page: first + at,
    anchor: null,
    heading: null,
    text,
    alone: false,
  }));
  const all = [...house.index.pages, ...pages];
  return { ...house, entries: [...house.entries, ...entries.map(foldedIn(all))] };
}

/** How well one word fits one entry; 0: not at all. */
function fit({ forms, known }: Token, { title, names, above, text }: FoldedEntry): number {
  let best = 0;
  for (const [rank, form] of forms.entries()) {
    const inTitle = hitsOf(form, title, 1, known);
    const inText = hitsOf(form, text, MOST_TIMES, known);
    const inAbove = hitsOf(form, above, 1, known);
    // A piece of another word is a weak find.
    const times = inText.reduce((sum, { whole }) => sum + (whole ? 1 : 0.25), 0);
    const score =
      (inTitle.length > 0 ? WEIGHT.title * (inTitle[0]?.whole ? 1 : 0.5) : 0) +
      (names.includes(form) ? WEIGHT.wholeTitle : 0) +
      (inAbove.length > 0 ? WEIGHT.above : 0) +
      (WEIGHT.text * times) / (times + 1.5);
    best = Math.max(best, score * (rank === 0 ? 1 : SYNONYM));
  }
  return best;
}

interface Unit {
  readonly best: FoldedEntry;
  readonly score: number;
  /** Share of the query's weight it holds. */
  readonly covered: number;
}

/** Scores what is found for itself: a term, a question, or a page with all its sections. */
function weigh({ entries }: Searchable, { tokens, phrase }: Query): readonly Unit[] {
  const fits = tokens.map((token) => entries.map((entry) => fit(token, entry)));
  // A rare word says more about what is meant than one that stands everywhere.
  const rarity = fits.map((scores) =>
    Math.log(1 + entries.length / (1 + scores.filter((score) => score > 0).length)),
  );
  const whole = rarity.reduce((sum, one) => sum + one, 0);
  const groups = new Map<string, number[]>();
  for (const [at, { entry }] of entries.entries()) {
    const key = entry.alone ? `${entry.page}#${at}` : String(entry.page);
    const group = groups.get(key);
    if (group) group.push(at);
    else groups.set(key, [at]);
  }
  const scoreAt = (at: number): number =>
    fits.reduce((sum, scores, token) => sum + (scores[at] ?? 0) * (rarity[token] ?? 0), 0);
  return [...groups.values()].flatMap((group) => {
    const held = fits.map((scores) => Math.max(...group.map((at) => scores[at] ?? 0)));
    const covered =
      held.reduce((sum, score, token) => sum + (score > 0 ? (rarity[token] ?? 0) : 0), 0) / whole;
    if (!(covered > 0)) return [];
    const ranked = group.map((at) => ({ at, score: scoreAt(at) })).sort((a, b) => b.score - a.score);
    const best = entries[ranked[0]?.at ?? -1];
    if (!best) return [];
    const asTyped =
      tokens.length > 1 &&
      group.some((at) => entries[at]?.title.includes(phrase) || entries[at]?.text.includes(phrase));
    const together = held.reduce((sum, score, token) => sum + score * (rarity[token] ?? 0), 0);
    const own = ranked[0]?.score ?? 0;
    const share = SAYS_EVERYTHING.paths.includes(best.page.path) ? SAYS_EVERYTHING.share : 1;
    return [{ best, covered, score: share * (together + own) * covered * (asTyped ? WEIGHT.phrase : 1) }];
  });
}

function shown({ best }: Unit, tokens: readonly Token[]): Result {
  const { entry, page, text } = best;
  const forms = tokens.flatMap((token) => token.forms);
  const hits = (folded: string): readonly Hit[] => forms.flatMap((form) => hitsOf(form, folded, 40, true));
  const title = entry.alone && entry.heading !== null ? entry.heading : page.title;
  const place = [page.section, entry.alone ? page.title : null, entry.alone ? null : entry.heading];
  return {
    href: entry.anchor === null ? page.path : `${page.path}#${entry.anchor}`,
    title: marked(title, wholeOnes(hits(fold(title)), fold(title))),
    place: [...new Set(place.filter((one) => one !== null))],
    excerpt: excerptOf(entry.text, hits(text), (found) => wholeOnes(found, text)),
  };
}

/** What a word that stands nowhere probably was. */
function corrected(house: Searchable, query: Query): { query: Query; instead: Found['instead'] } {
  const instead: { typed: string; found: string }[] = [];
  const tokens = query.tokens.map((token) => {
    if (house.entries.some((entry) => fit(token, entry) > 0)) return token;
    const found = nearestWord(token.typed, house.words());
    if (found === null) return token;
    instead.push({ typed: token.typed, found });
    return tokenOf(found, house.synonyms);
  });
  return {
    query: instead.length > 0 ? { tokens, phrase: tokens.map(({ typed }) => typed).join(' ') } : query,
    instead,
  };
}

/** Finds what was typed. An empty query finds nothing. */
export function find(house: Searchable, typed: string): Found {
  const read = readQuery(typed, house.synonyms, house.spellings);
  const signpost = signpostFor(read.phrase, house.index.signposts);
  // What a signpost knows is no slip of the fingers: class is not taken for glass.
  const { query, instead } = signpost ? { query: read, instead: [] } : corrected(house, read);
  const nothing: Found = { results: [], count: 0, partly: false, instead: [] };
  if (query.tokens.length === 0) return nothing;
  const all = weigh(house, query).toSorted((a, b) => b.score - a.score);
  const enough = query.tokens.length > 2 ? ENOUGH : 0.999;
  const full = all.filter(({ covered }) => covered >= enough);
  const units = full.length > 0 ? full : all;
  if (units.length === 0 && !signpost) return nothing;
  const others = units.filter(
    ({ best: { entry, page } }) => entry.anchor !== null || page.path !== signpost?.href,
  );
  const first: readonly Result[] = signpost
    ? [
        {
          href: signpost.href,
          title: [{ text: signpost.title, hit: false }],
          place: [],
          excerpt: [{ text: signpost.line, hit: false }],
        },
      ]
    : [];
  return {
    results: [
      ...first,
      ...others.slice(0, MOST_RESULTS - first.length).map((unit) => shown(unit, query.tokens)),
    ],
    count: first.length + others.length,
    partly: full.length === 0 && !signpost,
    instead,
  };
}
