/** One line of the benchmark's table and of `bench-results.json`. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the value is compared with, in the same run on the same machine. */
  readonly ratioTo: string | null;
  readonly ratio: number | null;
  readonly bar: string;
  readonly ok: boolean;
}

/** A case that broke before it had a number: a miss, never a gap in the table. */
export const notMeasured = (name: string): Row => ({
  name,
  value: 0,
  unit: 'not measured',
  ratioTo: null,
  ratio: null,
  bar: 'runs',
  ok: false,
});

/** A row whose bar is an absolute value. */
export const atMost = (name: string, value: number, unit: string, limit: number): Row => ({
  name,
  value: round(value),
  unit,
  ratioTo: null,
  ratio: null,
  bar: `≤ ${limit} ${unit}`,
  ok: value <= limit,
});

/** `ratio` = baseline ÷ ours when less is better (time per request), so that 1 means "as good as". */
export const atLeastAsGood = (
  name: string,
  value: number,
  unit: string,
  baselineName: string,
  baseline: number | null,
  bar: number,
): Row => {
  const ratio = baseline === null ? null : baseline / value;
  return {
    name,
    value: round(value),
    unit,
    ratioTo: baseline === null ? `${baselineName} (missing)` : `${baselineName} ${round(baseline)} ${unit}`,
    ratio: ratio === null ? null : round(ratio),
    bar: `≥ ${bar} ×`,
    ok: ratio !== null && ratio >= bar,
  };
};

/** `ratio` = ours ÷ baseline for growth: how much slower a full house is than a small one. */
export const atMostTimes = (
  name: string,
  value: number,
  unit: string,
  baselineName: string,
  baseline: number,
  bar: number,
): Row => ({
  name,
  value: round(value),
  unit,
  ratioTo: `${baselineName} ${round(baseline)} ${unit}`,
  ratio: round(value / baseline),
  bar: `≤ ${bar} ×`,
  ok: value / baseline <= bar,
});

/** A row that must equal what it is compared with. */
export const exactly = (
  name: string,
  value: number,
  unit: string,
  comparedWith: string,
  other: number,
): Row => ({
  name,
  value,
  unit,
  ratioTo: `${comparedWith} ${other} ${unit}`,
  ratio: round(value / other),
  bar: 'equal',
  ok: value === other,
});

/** A rate (more is better) with a floor of its own. */
export const atLeast = (name: string, value: number, unit: string, floor: number): Row => ({
  name,
  value: round(value),
  unit,
  ratioTo: null,
  ratio: null,
  bar: `≥ ${floor} ${unit}`,
  ok: value >= floor,
});

/** A rate (more is better) against the same done barely: `ratio` = ours ÷ baseline. */
export const atLeastShare = (
  name: string,
  value: number,
  unit: string,
  baselineName: string,
  baseline: number,
  bar: number,
): Row => ({
  name,
  value: round(value),
  unit,
  ratioTo: `${baselineName} ${round(baseline)} ${unit}`,
  ratio: round(value / baseline),
  bar: `≥ ${bar} ×`,
  ok: value / baseline >= bar,
});

export const round = (value: number): number =>
  value >= 100 ? Math.round(value) : Math.round(value * 100) / 100;

export function printTable(rows: readonly Row[]): void {
  const cells = rows.map((row) => [
    row.ok ? 'ok' : 'MISS',
    row.name,
    `${row.value} ${row.unit}`,
    row.ratioTo ?? '',
    row.ratio === null ? '' : `${row.ratio} ×`,
    row.bar,
  ]);
  const head = ['', 'what', 'value', 'against', 'ratio', 'bar'];
  const widths = head.map((title, i) =>
    Math.max(title.length, ...cells.map((line) => (line[i] as string).length)),
  );
  for (const line of [head, ...cells])
    console.log(line.map((cell, i) => cell.padEnd(widths[i] as number)).join('  '));
}
