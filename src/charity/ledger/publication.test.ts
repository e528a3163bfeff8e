import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumFen } from '#src/shared/money.ts';
import type { Movement } from './grant.ts';
import { publish, type Period, type Publication } from './publication.ts';
import { firstMonthOf, lastMonthOf, quarterAfter, type Quarter } from './quarter.ts';

const Q4: Period = { from: '2026-10', to: '2026-12' };
let running = 0;
const line = (change: Partial<Movement> = {}): Movement => ({
  id: `m${++running}`,
  person: `p${running}`,
  month: '2026-10',
  city: '370100',
  diseaseGroup: 'leukaemia',
  amountFen: 1_000_000,
  ...change,
});
const lines = (count: number, change: Partial<Movement> = {}): Movement[] =>
  Array.from({ length: count }, () => line(change));
/** Month (or months), city, disease group, lines: as a reader sees it. */
const shown = ({ rows }: Publication<Movement>): string[] =>
  rows
    .map(({ row }) =>
      [
        row.from === row.to ? row.from : `${row.from}–${row.to}`,
        row.city ?? 'several cities',
        row.diseaseGroup ?? 'several diseases',
        row.count,
      ].join(' '),
    )
    .sort();

describe('three people or more stand by themselves', () => {
  it('in their month, city and disease group', () => {
    expect(shown(publish([...lines(3), ...lines(4, { city: '370200' })], Q4, 3))).toEqual([
      '2026-10 370100 leukaemia 3',
      '2026-10 370200 leukaemia 4',
    ]);
  });

  it('and not three grants to one and the same person', () => {
    expect(publish(lines(3, { person: 'same' }), Q4, 3).rows).toEqual([]);
    expect(publish([...lines(2, { person: 'same' }), ...lines(2)], Q4, 3).rows).toHaveLength(1);
  });
});

describe('fewer are merged upwards', () => {
  it('first over disease groups within their city', () => {
    expect(
      shown(
        publish(
          [...lines(3), ...lines(2, { diseaseGroup: 'immune' }), line({ diseaseGroup: 'metabolic' })],
          Q4,
          3,
        ),
      ),
    ).toEqual(['2026-10 370100 leukaemia 3', '2026-10 370100 several diseases 3']);
  });

  it('then over cities within their month', () => {
    expect(
      shown(
        publish(
          [...lines(3), line({ city: '370200' }), line({ city: '370300' }), line({ city: 'elsewhere' })],
          Q4,
          3,
        ),
      ),
    ).toEqual(['2026-10 370100 leukaemia 3', '2026-10 several cities several diseases 3']);
  });

  it('then over the months of the quarter', () => {
    expect(
      shown(
        publish([...lines(1), ...lines(1, { month: '2026-11' }), ...lines(1, { month: '2026-12' })], Q4, 3),
      ),
    ).toEqual(['2026-10–2026-12 several cities several diseases 3']);
  });

  it('a single one left over joins the row nearest to it, rather than standing alone or being found by subtraction', () => {
    expect(
      shown(
        publish(
          [
            ...lines(3),
            ...lines(3, { month: '2026-11' }),
            line({ month: '2026-11', diseaseGroup: 'immune' }),
          ],
          Q4,
          3,
        ),
      ),
    ).toEqual(['2026-10 370100 leukaemia 3', '2026-11 370100 several diseases 4']);
  });

  it('and where a whole quarter has too few people, its lines wait for the next', () => {
    const two = lines(2);
    const waited = publish(two, Q4, 3);
    expect([waited.rows, waited.waiting]).toEqual([[], two]);
    const following = publish(
      [...waited.waiting, line({ month: '2027-02' })],
      { from: '2026-10', to: '2027-03' },
      3,
    );
    expect(shown(following)).toEqual(['2026-10–2027-03 several cities several diseases 3']);
  });

  it('a grant booked late is published with its own month, and never opens an old row', () => {
    expect(shown(publish([...lines(3), ...lines(3, { month: '2026-08' })], Q4, 3))).toEqual([
      '2026-08 370100 leukaemia 3',
      '2026-10 370100 leukaemia 3',
    ]);
  });

  it('rows come by month, what covers several months last', () => {
    const { rows } = publish(
      [
        ...lines(3, { month: '2026-12', diseaseGroup: 'other' }),
        ...lines(3, { month: '2026-10' }),
        line({ month: '2026-11' }),
        line({ month: '2026-11', city: '370200' }),
        line({ month: '2026-12', city: '370200' }),
      ],
      Q4,
      3,
    );
    expect(rows.map(({ row }) => `${row.from} ${row.to}`)).toEqual([
      '2026-10 2026-10',
      '2026-12 2026-12',
      '2026-10 2026-12',
    ]);
  });

  it('money that came back counts against its group', () => {
    const [one] = publish([...lines(3), line({ person: 'p0', amountFen: -400_050 })], Q4, 3).rows;
    expect([one?.row.count, one?.row.amountFen]).toEqual([4, 2_599_950]);
  });

  it('refuses to publish about fewer than three people, whatever a policy says', () => {
    expect(() => publish(lines(5), Q4, 2)).toThrow(/fewer than three/);
  });
});

const movement = (months: readonly string[]) =>
  fc.record({
    person: fc.integer({ min: 1, max: 40 }).map((n) => `person ${n}`),
    month: fc.constantFrom(...months),
    city: fc.constantFrom('370100', '370200', '370300', 'elsewhere'),
    diseaseGroup: fc.constantFrom('leukaemia' as const, 'immune' as const, 'other' as const),
    amountFen: fc.integer({ min: -2_000_001, max: 5_000_001 }),
  });
/** Five quarters of two programmes; some lines are booked a quarter late. */
const QUARTERS = Array.from({ length: 5 }).reduce<Quarter[]>(
  (all) => [...all, quarterAfter(all.at(-1) as Quarter)],
  ['2026-Q1'],
);
const PROGRAMMES = ['aid-fund', 'kindling'];
const stream = fc.tuple(
  ...QUARTERS.flatMap((quarter) => {
    const [year, first] = firstMonthOf(quarter).split('-').map(Number) as [number, number];
    const months = [-1, 0, 1, 2].map((at) => {
      const month = first + at;
      return month < 1 ? `${year - 1}-12` : `${year}-${String(month).padStart(2, '0')}`;
    });
    return PROGRAMMES.map((programme) =>
      fc.array(movement(months), { maxLength: 14 }).map((some) => ({ quarter, programme, some })),
    );
  }),
);

interface Told {
  readonly programme: string;
  readonly year: string;
  readonly movements: readonly Movement[];
  readonly amountFen: number;
}

/** Quarter by quarter, as the house does it: what was told by the end, and what waits. */
function history(
  batches: readonly { quarter: Quarter; programme: string; some: readonly Omit<Movement, 'id'>[] }[],
) {
  const told: Told[] = [];
  const waiting = new Map<string, readonly Movement[]>();
  const since = new Map<string, string>();
  const lengths: number[] = [];
  batches.forEach(({ quarter, programme, some }, batch) => {
    const fresh = some.map((one, at) => ({ ...one, id: `${batch}.${at}` }));
    const from = since.get(programme) ?? firstMonthOf(quarter);
    const { rows, waiting: left } = publish(
      [...(waiting.get(programme) ?? []), ...fresh],
      { from, to: lastMonthOf(quarter) },
      3,
    );
    for (const { row, movements } of rows) {
      for (const one of movements) {
        expect(one.month >= row.from && one.month <= row.to).toBe(true);
        expect([one.city, null]).toContain(row.city);
        expect([one.diseaseGroup, null]).toContain(row.diseaseGroup);
      }
      told.push({ programme, year: row.to.slice(0, 4), movements, amountFen: row.amountFen });
    }
    waiting.set(programme, left);
    since.set(programme, rows.length > 0 ? firstMonthOf(quarterAfter(quarter)) : from);
    lengths.push(told.length);
  });
  return { told, waiting: [...waiting.values()].flat(), lengths };
}
const everyone = (movements: readonly Movement[]): number =>
  new Set(movements.map(({ person }) => person)).size;

describe('whatever is booked', () => {
  it('no row is about fewer than three people, every line is in exactly one row, and the sums are the books’ to the fen', () => {
    fc.assert(
      fc.property(stream, (batches) => {
        const { told, waiting } = history(batches);
        for (const { movements } of told) expect(everyone(movements)).toBeGreaterThanOrEqual(3);
        const booked = batches.flatMap(({ some }) => some);
        const published = told.flatMap(({ movements }) => movements);
        expect(new Set([...published, ...waiting].map(({ id }) => id)).size).toBe(booked.length);
        expect(published.length + waiting.length).toBe(booked.length);
        expect(
          sumFen(told.map(({ amountFen }) => amountFen)) + sumFen(waiting.map(({ amountFen }) => amountFen)),
        ).toBe(sumFen(booked.map(({ amountFen }) => amountFen)));
        for (const programme of PROGRAMMES) {
          const left = waiting.filter((one) =>
            batches.some((batch, at) => batch.programme === programme && one.id.startsWith(`${at}.`)),
          );
          expect(everyone(left)).toBeLessThan(3);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('no difference between two things a reader can see is about one or two people: filters, totals, last quarter’s page', () => {
    fc.assert(
      fc.property(stream, (batches) => {
        const { told, lengths } = history(batches);
        const visible: (readonly Told[])[] = told.map((row) => [row]);
        for (const length of lengths) {
          const then = told.slice(0, length);
          for (const programme of [null, ...PROGRAMMES])
            for (const year of [null, '2026', '2027'])
              visible.push(
                then.filter(
                  (row) =>
                    (programme === null || row.programme === programme) &&
                    (year === null || row.year === year),
                ),
              );
        }
        const sets = visible.map((rows) => rows.flatMap(({ movements }) => movements));
        for (const one of sets) {
          const ids = new Set(one.map(({ id }) => id));
          for (const other of sets) {
            const difference = other.filter(({ id }) => !ids.has(id));
            expect(difference.length === 0 || everyone(difference) >= 3).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
