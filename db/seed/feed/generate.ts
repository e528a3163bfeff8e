/**
 * The sample feed: what a laboratory would have reported about a few thousand units of families with paper contracts.
 * Made from a seed, so every demo shows the same bank. `node db/seed/feed/generate.ts > feed.ndjson` prints it.
 */
import { DAY, HOUR } from '../../../src/shared/clock.ts';
import { dinCheckCharacter } from '../../../src/shared/identifiers/index.ts';
import { seeded, type Random } from './random.ts';
import { lifeOf, type Ending, type FeedEvent, type RejectReason } from './unit-life.ts';

export interface FeedOptions {
  readonly seed?: number;
  readonly units?: number;
}

const FACILITY = 'G1234';
const FIRST_BIRTH = Date.UTC(2022, 0, 3);
/** The day the recording ends. */
export const RECORDED_UNTIL = Date.UTC(2026, 10, 15);

/** 12 % of collected units fail [X]; reasons by the middle of the published shares. */
const REJECTED = 0.12;
const REASONS: Readonly<Record<RejectReason, number>> = {
  'low-volume': 40,
  'low-tnc': 26,
  contamination: 11,
  late: 8,
  processing: 4,
  history: 3.5,
  'maternal-markers': 3,
  clotted: 3,
  paperwork: 2.5,
};

/** The number printed on a feed unit's label, with its check character: a year and a serial. */
export const feedDin = (year: number, serial: number): string => {
  const din = `${FACILITY}${String(year % 100).padStart(2, '0')}${String(serial).padStart(6, '0')}`;
  return `${din}${dinCheckCharacter(din)}`;
};

/** One ending per unit: exact shares, shuffled, so that a small feed too has every reason. */
function endings(random: Random, units: number): Ending[] {
  const rejected = Math.round(units * REJECTED);
  const total = Object.values(REASONS).reduce((sum, share) => sum + share, 0);
  const list: Ending[] = Object.entries(REASONS).flatMap(([reason, share]) =>
    Array.from({ length: Math.max(1, Math.round((rejected * share) / total)) }, (): Ending => ({
      kind: 'rejected',
      reason: reason as RejectReason,
    })),
  );
  const notCollected = Math.round(units * 0.02);
  for (let i = 0; i < notCollected; i++) list.push({ kind: 'not-collected' });
  while (list.length < units) list.push({ kind: 'stored' });
  return random.shuffle(list);
}

/** Every unit's events, unit by unit, with the small disorder of a real export: a swapped pair, a row sent twice. */
export function* feed({ seed = 20261115, units = 2100 }: FeedOptions = {}): Generator<FeedEvent> {
  const random = seeded(seed);
  const serials = new Map<number, number>();
  const step = (RECORDED_UNTIL + 30 * DAY - FIRST_BIRTH) / units;
  for (const [index, ending] of endings(random, units).entries()) {
    const bornAt = FIRST_BIRTH + Math.floor(index * step) + random.between(0, 20) * HOUR;
    const year = new Date(bornAt).getUTCFullYear();
    const serial = (serials.get(year) ?? 0) + 1;
    serials.set(year, serial);
    const events = lifeOf(random, {
      din: feedDin(year, serial),
      bornAt,
      ending,
      until: RECORDED_UNTIL,
    });
    yield* disordered(random, events);
  }
}

function disordered(random: Random, events: readonly FeedEvent[]): FeedEvent[] {
  const sent = [...events];
  if (sent.length > 4 && random.chance(0.05)) {
    const at = random.whole(1, sent.length - 2);
    [sent[at], sent[at + 1]] = [sent[at + 1] as FeedEvent, sent[at] as FeedEvent];
  }
  if (sent.length > 1 && random.chance(0.03)) sent.push(random.pick(sent));
  return sent;
}

/** One event a line, as `POST /api/v1/unit-events` takes it. */
export const toLine = (event: FeedEvent): string => JSON.stringify(event);

if (import.meta.main) for (const event of feed()) process.stdout.write(`${toLine(event)}\n`);
