/**
 * The publication rule: how lines of the books become rows anybody may read.
 *
 * Every line ends in exactly one row, every row is about at least `smallest` different people, and a row once published is
 * never changed. Whatever else a page shows (a total, a year, a programme) is a sum of whole rows. So whatever anybody adds
 * or subtracts, on one page or between two quarters, is again whole rows: there is no small group to be had by difference,
 * and nothing needs to be blanked out a second time.
 *
 * Groups that are too small are merged upwards: first the disease groups of a city, then the cities of a month, then the
 * months of the period. A handful that is still too small joins the row nearest to it; and where the whole period has too
 * few people for even one row, its lines wait for the next period.
 */
import { sumFen } from '#src/shared/money.ts';
import type { DiseaseGroup, Movement } from './grant.ts';
import type { Month } from './quarter.ts';

export interface Period {
  readonly from: Month;
  readonly to: Month;
}

/** One published row of one programme. `null`: several, merged. */
export interface LedgerRow {
  readonly from: Month;
  readonly to: Month;
  readonly city: string | null;
  readonly diseaseGroup: DiseaseGroup | null;
  /** Lines of the books: grants paid, and money returned. */
  readonly count: number;
  readonly amountFen: number;
}

export interface Publication<M extends Movement> {
  readonly rows: readonly { readonly row: LedgerRow; readonly movements: readonly M[] }[];
  /** Too few people to say anything about yet. */
  readonly waiting: readonly M[];
}

const LEVELS = ['month', 'city', 'diseaseGroup'] as const;
type Label = { readonly [L in (typeof LEVELS)[number]]?: string };
interface Cell<M> {
  readonly label: Label;
  readonly movements: readonly M[];
}

const people = (movements: readonly Movement[]): number =>
  new Set(movements.map(({ person }) => person)).size;

function groupsOf<M extends Movement>(
  movements: readonly M[],
  level: (typeof LEVELS)[number],
): readonly (readonly [string, readonly M[]])[] {
  const groups = new Map<string, M[]>();
  for (const one of movements) groups.set(one[level], [...(groups.get(one[level]) ?? []), one]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The cells below a label, and what was left over because it is too small. */
function divided<M extends Movement>(
  movements: readonly M[],
  depth: number,
  label: Label,
  smallest: number,
): { readonly cells: readonly Cell<M>[]; readonly left: readonly M[] } {
  const level = LEVELS[depth];
  const below =
    level === undefined
      ? { cells: [], left: movements }
      : joined(
          groupsOf(movements, level).map(([value, some]) =>
            divided(some, depth + 1, { ...label, [level]: value }, smallest),
          ),
        );
  if (people(below.left) < smallest) return below;
  return { cells: [...below.cells, { label, movements: below.left }], left: [] };
}

const joined = <M>(
  parts: readonly { readonly cells: readonly Cell<M>[]; readonly left: readonly M[] }[],
): { readonly cells: readonly Cell<M>[]; readonly left: readonly M[] } => ({
  cells: parts.flatMap(({ cells }) => cells),
  left: parts.flatMap(({ left }) => left),
});

/** What a cell may still say of itself once others have joined it: down to the first level on which they differ. */
function labelFor(label: Label, joining: readonly Movement[]): Label {
  const kept: Record<string, string> = {};
  for (const level of LEVELS) {
    const value = label[level];
    if (value === undefined || joining.some((one) => one[level] !== value)) break;
    kept[level] = value;
  }
  return kept;
}

/** A handful joins the cell that loses least by it: the one that can stay most particular, then the smallest. */
function absorbed<M extends Movement>(cells: readonly Cell<M>[], left: readonly M[]): readonly Cell<M>[] {
  const [nearest] = cells.toSorted(
    (a, b) => lost(a.label, left) - lost(b.label, left) || people(a.movements) - people(b.movements),
  );
  if (!nearest) return cells;
  const label = labelFor(nearest.label, left);
  // Another cell may already say exactly this of itself: then they are one.
  const alike = (cell: Cell<M>): boolean =>
    cell === nearest || LEVELS.every((level) => cell.label[level] === label[level]);
  const merged = { label, movements: [...cells.filter(alike).flatMap((cell) => cell.movements), ...left] };
  return [...cells.filter((cell) => !alike(cell)), merged];
}
const lost = (label: Label, joining: readonly Movement[]): number =>
  Object.keys(label).length - Object.keys(labelFor(label, joining)).length;

/** By month; what covers several months closes the period. Within a month by city, merged rows last. */
const inOrder = <M>(cells: readonly Cell<M>[]): readonly Cell<M>[] => {
  const key = ({ label }: Cell<M>): string => LEVELS.map((level) => label[level] ?? '~').join(' ');
  return cells.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
};

/**
 * Publishes what has come together of one programme since it last published. `period` runs from the month after that to the
 * end of the quarter; late lines of earlier months are published with it. `smallest`: people, at least 3.
 */
export function publish<M extends Movement>(
  movements: readonly M[],
  period: Period,
  smallest: number,
): Publication<M> {
  if (smallest < 3)
    throw new Error(`a row about fewer than three people would point at somebody: ${smallest}`);
  const { cells, left } = divided(movements, 0, {}, smallest);
  if (cells.length === 0) return { rows: [], waiting: left };
  const all = left.length === 0 ? cells : absorbed(cells, left);
  const first = movements.map(({ month }) => month).reduce((a, b) => (a < b ? a : b), period.from);
  return {
    rows: inOrder(all).map(({ label, movements: some }) => ({
      row: {
        from: label.month ?? first,
        to: label.month ?? period.to,
        city: label.city ?? null,
        diseaseGroup: (label.diseaseGroup as DiseaseGroup | undefined) ?? null,
        count: some.length,
        amountFen: sumFen(some.map(({ amountFen }) => amountFen)),
      },
      movements: some,
    })),
    waiting: [],
  };
}
