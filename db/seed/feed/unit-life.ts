/**
 * The events of one unit's life, as a laboratory system would report them. Values follow the published family-bank series
 * (n = 10,017); a failing value lies beyond its threshold.
 */
import { DAY, HOUR, MINUTE } from '../../../src/shared/clock.ts';
import type { Random } from './random.ts';

export interface FeedEvent {
  readonly din: string;
  readonly sourceId: string;
  readonly kind: string;
  /** ISO 8601 in Shanghai time, as the laboratory writes it. */
  readonly at: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

export type RejectReason =
  | 'low-volume'
  | 'low-tnc'
  | 'contamination'
  | 'late'
  | 'clotted'
  | 'paperwork'
  | 'history'
  | 'maternal-markers'
  | 'processing';

/** How far the unit got. */
export type Ending =
  | { readonly kind: 'stored' }
  | { readonly kind: 'rejected'; readonly reason: RejectReason }
  | { readonly kind: 'not-collected' }
  | { readonly kind: 'kit-on-its-way' }
  | { readonly kind: 'collected' }
  | { readonly kind: 'in-lab' };

export interface Life {
  readonly din: string;
  readonly bornAt: number;
  readonly ending: Ending;
  readonly contractNumber?: string;
  readonly baby?: number;
  readonly tankGroup?: string;
  readonly hospital?: string;
  /** The kit left no earlier: its contract was not signed before. */
  readonly kitAfter?: number;
  /** Nothing after this instant has happened yet. */
  readonly until: number;
}

export const HOSPITALS = [
  '山东大学齐鲁医院',
  '山东省立医院',
  '济南市妇幼保健院',
  '青岛市妇女儿童医院',
  '烟台毓璜顶医院',
  '潍坊市妇幼保健院',
  '济宁医学院附属医院',
  '临沂市人民医院',
  '聊城市人民医院',
  '淄博市妇幼保健院',
] as const;

/** `2026-06-08T03:42:00+08:00`: the laboratory's clock is Shanghai's. */
export const shanghai = (instant: number): string =>
  `${new Date(instant + 8 * HOUR).toISOString().slice(0, 19)}+08:00`;

const rounded = (value: number, places: number): number => Number(value.toFixed(places));

export function lifeOf(random: Random, life: Life): FeedEvent[] {
  const events: FeedEvent[] = [];
  const { ending, bornAt } = life;
  const report = (kind: string, at: number, data?: Record<string, unknown>): void => {
    // Whole minutes: nobody in a delivery room writes down seconds.
    const minute = Math.floor(at / MINUTE) * MINUTE;
    if (minute > life.until) return;
    events.push({
      din: life.din,
      sourceId: `lims:${life.din.slice(0, 13)}:${String(events.length + 1).padStart(2, '0')}`,
      kind,
      at: shanghai(minute),
      ...(data ? { data } : {}),
    });
  };
  const result = (at: number, data: Record<string, unknown>): void => report('result', at, data);
  const stop = (): FeedEvent[] => events;

  report('kit.dispatched', Math.max(bornAt - random.between(20, 75) * DAY, life.kitAfter ?? 0), {
    ...(life.contractNumber === undefined ? {} : { contractNumber: life.contractNumber }),
    baby: life.baby ?? 1,
    product: 'cord-blood',
  });
  if (ending.kind === 'kit-on-its-way') return stop();
  if (ending.kind === 'not-collected') {
    report('not-collected', bornAt + random.between(1, 20) * HOUR, {
      reason: random.pick(['medical', 'medical', 'family', 'logistics']),
    });
    return stop();
  }
  const rejected = (reason: RejectReason): boolean => ending.kind === 'rejected' && ending.reason === reason;
  const reject = (at: number, reason: RejectReason): FeedEvent[] => {
    report('rejected', at, { reason });
    return events;
  };

  const collectedAt = bornAt + random.between(1, 9) * MINUTE;
  report('collected', collectedAt, {
    bornAt: shanghai(Math.floor(bornAt / MINUTE) * MINUTE),
    sex: random.pick(['female', 'male']),
    hospital: life.hospital ?? random.pick(HOSPITALS),
    motherSample: true,
  });
  if (ending.kind === 'collected') return stop();

  const logger = `TL-${String(random.whole(1, 480)).padStart(4, '0')}`;
  report('picked-up', collectedAt + random.between(1, 6) * HOUR, { logger });
  const onTheWay = rejected('late') ? random.between(72.5, 110) : random.around(18, 0.35, 7, 47.5);
  const receivedAt = collectedAt + onTheWay * HOUR;
  const coldest = rounded(random.between(16.5, 19.5), 1);
  report('received', receivedAt, {
    logger,
    minCelsius: coldest,
    maxCelsius: rounded(coldest + random.between(1.5, 5), 1),
    alarm: false,
  });
  report('identity-checked', receivedAt + random.between(10, 40) * MINUTE, { people: 2 });
  const checkedAt = receivedAt + random.between(45, 150) * MINUTE;
  if (rejected('late')) return reject(checkedAt, 'late');
  if (rejected('paperwork')) return reject(checkedAt + DAY, 'paperwork');
  if (rejected('history')) return reject(checkedAt + 2 * DAY, 'history');

  const volume = rejected('low-volume')
    ? random.around(41, 0.25, 12, 59.9)
    : random.around(92.2, 0.28, 60, 227.7);
  result(checkedAt, { test: 'volume', value: rounded(volume, 1) });
  if (rejected('low-volume')) return reject(checkedAt + random.between(3, 26) * HOUR, 'low-volume');
  if (rejected('clotted')) return reject(checkedAt + random.between(2, 20) * HOUR, 'clotted');

  const preparedAt = checkedAt + random.between(1, 8) * HOUR;
  report('prepared', preparedAt);
  const tnc = rejected('low-tnc')
    ? random.around(3.6e8, 0.25, 0.4e8, 4.99e8)
    : random.around(1.1e9 * (volume / 92.2) ** 0.6, 0.42, 5e8, 9.3e9);
  const measuredAt = preparedAt + random.between(1, 3) * HOUR;
  result(measuredAt, { test: 'tnc', value: Math.round(tnc / 1e5) * 1e5 });
  result(measuredAt + 5 * MINUTE, {
    test: 'viability',
    value: rounded(100 - random.around(1, 0.7, 0.1, 10), 1),
  });
  result(measuredAt + 40 * MINUTE, {
    test: 'cd34',
    value: Math.round(random.around(4.1e6, 0.75, 0.3e6, 131.6e6) / 1e4) * 1e4,
  });
  result(measuredAt + 41 * MINUTE, {
    test: 'cd34-viability',
    value: rounded(100 - random.around(3.4, 0.6, 0.2, 14), 1),
  });
  if (rejected('low-tnc')) return reject(measuredAt + random.between(3, 26) * HOUR, 'low-tnc');
  if (rejected('processing')) return reject(measuredAt + random.between(2, 20) * HOUR, 'processing');
  if (ending.kind === 'in-lab') return stop();

  const frozenAt = measuredAt + random.between(2, 5) * HOUR;
  report('frozen', frozenAt);
  const storedAt = frozenAt + random.between(2, 20) * HOUR;
  report('stored', storedAt, { tankGroup: life.tankGroup ?? random.pick(['A', 'B', 'C', 'D', 'E', 'F']) });

  const screenedAt = storedAt + random.between(3, 9) * DAY;
  const virus = rejected('maternal-markers') ? random.pick(['hbv-nat', 'hbv-nat', 'hcv-nat']) : null;
  for (const test of ['hbv-nat', 'hcv-nat', 'hiv-nat'])
    result(screenedAt, { test, outcome: test === virus ? 'positive' : 'negative' });
  result(screenedAt + HOUR, { test: 'alt', value: Math.round(random.around(16, 0.4, 5, 49)) });
  result(screenedAt + HOUR, {
    test: 'blood-group',
    group: random.pick(['A+', 'B+', 'O+', 'AB+', 'A+', 'B+', 'O+', 'O-']),
  });
  if (virus) return reject(screenedAt + 2 * DAY, 'maternal-markers');

  // A culture is read for fourteen days before anything is said about it.
  const readAt = storedAt + random.between(14, 19) * DAY;
  const fungus = rejected('contamination') && random.chance(0.1);
  result(readAt, {
    test: 'bacteria',
    outcome: rejected('contamination') && !fungus ? 'positive' : 'negative',
  });
  result(readAt, { test: 'fungi', outcome: fungus ? 'positive' : 'negative' });
  if (rejected('contamination')) return reject(readAt + DAY, 'contamination');
  return events;
}
