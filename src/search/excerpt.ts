/** The words around what was found, with the finds marked. */
import type { Hit } from './match.ts';

export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

/** Characters before the first find, and in all. Latin letters are half as wide. */
const BEFORE = 24;
const LENGTH = 84;

const wide = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Overlapping finds become one. */
function joined(hits: readonly Hit[]): readonly { from: number; to: number }[] {
  const all: { from: number; to: number }[] = [];
  for (const { from, to } of hits.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else all.push({ from, to });
  }
  return all;
}

/** The whole text in pieces. */
export function marked(text: string, hits: readonly Hit[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const add = (to: number, hit: boolean): void => {
    if (to > at) pieces.push({ text: text.slice(at, to), hit });
    at = Math.max(at, to);
  };
  for (const { from, to } of joined(hits)) {
    add(Math.min(from, text.length), false);
    add(Math.min(to, text.length), true);
  }
  add(text.length, false);
  return pieces;
}

/** Where an excerpt may begin so that no sentence or word is cut more than it has to be. */
function beginning(text: string, at: number, reach: number): number {
  if (at <= reach) return 0;
  const before = text.slice(at - reach, at);
  const sentence = Math.max(
    ...['。', '；', '？', '. ', '? ', '; ', '\n'].map((end) => before.lastIndexOf(end)),
  );
  if (sentence !== -1) return at - reach + sentence + 1;
  const comma = Math.max(...['，', '、', ', ', ' '].map((end) => before.indexOf(end)));
  return comma === -1 ? at - reach : at - reach + comma + 1;
}

/**
 * A line or two around the part of `text` where most finds are together. `choose` decides which of the finds in it are
 * marked; it is asked about those alone, because it may take its time.
 */
export function excerptOf(
  text: string,
  hits: readonly Hit[],
  choose: (hits: readonly Hit[]) => readonly Hit[] = (all) => all,
): readonly Piece[] {
  const scale = wide(text) ? 1 : 2.2;
  const length = Math.round(LENGTH * scale);
  const spots = joined(hits);
  let best = { from: 0, count: -1 };
  for (const spot of spots.slice(0, 40)) {
    const from = beginning(text, spot.from, Math.round(BEFORE * scale));
    const count = spots.filter((one) => one.from >= from && one.to <= from + length).length;
    if (count > best.count) best = { from, count };
  }
  const { from } = best;
  let to = Math.min(text.length, from + length);
  // Words of letters stay whole.
  while (to < text.length && /[\p{Script=Latin}\d]/u.test(text.charAt(to)) && to < from + length + 20)
    to += 1;
  const cut = text.slice(from, to).replaceAll('\n', ' ').trimEnd();
  const skipped = cut.length - cut.trimStart().length;
  const within = hits.filter((hit) => hit.from >= from + skipped && hit.to <= to);
  const shifted = choose(within).map((hit) => ({
    ...hit,
    from: hit.from - from - skipped,
    to: hit.to - from - skipped,
  }));
  const pieces = marked(cut.trimStart(), shifted);
  return [
    ...(from > 0 && !/[。？；.?;\n]$/.test(text.slice(0, from).trimEnd()) ? [{ text: '…', hit: false }] : []),
    ...pieces,
    ...(to < text.length ? [{ text: '…', hit: false }] : []),
  ];
}
