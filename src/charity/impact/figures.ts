/** What is publicly known of the programmes so far. A figure with `andMore` is a lower bound: “余” in the source. */
import type { CharitySourceId } from '#src/content/charity-sources.ts';
import type { AidId } from '../programmes/programme.ts';

export interface Impact {
  readonly programme: AidId;
  readonly since: number;
  /** Raised and granted are different things: one is what came in, the other what went out. */
  readonly money: { readonly kind: 'raised' | 'granted'; readonly fen: number; readonly andMore: boolean };
  readonly helped: {
    readonly kind: 'families' | 'patients';
    readonly count: number;
    readonly andMore: boolean;
  };
  readonly source: CharitySourceId;
}

export const IMPACT: readonly Impact[] = [
  {
    programme: 'kindling',
    since: 2013,
    money: { kind: 'raised', fen: 1_000_000_000, andMore: true },
    helped: { kind: 'families', count: 200, andMore: true },
    source: 'qilu-2023',
  },
  {
    programme: 'aid-fund',
    since: 2017,
    money: { kind: 'granted', fen: 216_000_000, andMore: false },
    helped: { kind: 'patients', count: 164, andMore: false },
    source: 'qilu-2023',
  },
];

/** The aid fund at the times a figure of it was published. `at`: years, for a scale. */
export interface FundPoint {
  readonly at: number;
  readonly fen: number;
  readonly andMore: boolean;
  readonly patients: number;
  readonly source: CharitySourceId;
}
/** October 2017: set up with ¥2 million from the bank; nothing granted yet. */
export const FUND_START = { at: 2017.75, givenFen: 200_000_000, source: 'opening-2018' } as const;
export const FUND_POINTS: readonly FundPoint[] = [
  { at: 2021.04, fen: 191_000_000, andMore: true, patients: 145, source: 'release-2021' },
  { at: 2023.1, fen: 216_000_000, andMore: false, patients: 164, source: 'qilu-2023' },
];
