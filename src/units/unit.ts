/**
 * The custody of one unit: what may happen to it, in which order. The laboratory's events may arrive late, twice or in any
 * order, so the state is never "what was reported last" but the fold of all events in the order they happened.
 */
import type { Machine } from '../shared/machines/machine.ts';
import { next } from '../shared/machines/machine.ts';
import { err, ok, type Result } from '../shared/result.ts';

export const UNIT_STATES = [
  'kit-dispatched',
  'collected',
  'in-transit',
  'received',
  'processing',
  'frozen',
  'stored',
  'rejected',
  'not-collected',
  'disposed',
] as const;
export type UnitState = (typeof UNIT_STATES)[number];

/** In the order they happen; also the order of two events with the same instant. */
export const EVENT_KINDS = [
  'kit.dispatched',
  'not-collected',
  'collected',
  'picked-up',
  'received',
  'identity-checked',
  'prepared',
  'frozen',
  'stored',
  'result',
  'rejected',
  'disposed',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export type CustodyStep = Exclude<EventKind, 'kit.dispatched' | 'result'>;

/** What the family decided about a unit that could not be stored. */
export const DISPOSITIONS = ['research', 'disposal', 'recheck'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

export interface CustodyFacts {
  /** The step just reported is the first of its kind for this unit. */
  readonly repeated: boolean;
  /** The family's recorded decision; null while they have not answered. */
  readonly disposition: Disposition | null;
}

const notTwice = (facts: CustodyFacts): string | null => (facts.repeated ? 'already-happened' : null);
/** Silence is never consent: a unit the family has not decided about stays where it is. */
const familyDecided = (facts: CustodyFacts): string | null =>
  facts.disposition === 'research' || facts.disposition === 'disposal' ? null : 'family-has-not-decided';

const before = {
  received: ['kit-dispatched', 'collected', 'in-transit'],
  processing: ['kit-dispatched', 'collected', 'in-transit', 'received'],
  frozen: ['kit-dispatched', 'collected', 'in-transit', 'received', 'processing'],
  stored: ['kit-dispatched', 'collected', 'in-transit', 'received', 'processing', 'frozen'],
} as const;

/**
 * Forward jumps are allowed because an earlier step may still be on its way to us; steps back in time are not.
 */
export const unitMachine = {
  name: 'unit',
  initial: 'kit-dispatched',
  states: UNIT_STATES,
  final: ['not-collected', 'disposed'],
  transitions: [
    { from: 'kit-dispatched', on: 'not-collected', to: 'not-collected', by: 'system' },
    { from: 'kit-dispatched', on: 'collected', to: 'collected', by: 'system' },
    { from: ['kit-dispatched', 'collected'], on: 'picked-up', to: 'in-transit', by: 'system' },
    { from: before.received, on: 'received', to: 'received', by: 'system' },
    {
      from: [...before.received, 'received'],
      on: 'identity-checked',
      to: 'received',
      by: 'system',
      guards: [notTwice],
    },
    { from: before.processing, on: 'prepared', to: 'processing', by: 'system' },
    { from: before.frozen, on: 'frozen', to: 'frozen', by: 'system' },
    { from: before.stored, on: 'stored', to: 'stored', by: 'system' },
    // A culture grows for two weeks: contamination may be found when the unit is already in the tank.
    { from: [...before.stored, 'stored'], on: 'rejected', to: 'rejected', by: 'system' },
    { from: 'rejected', on: 'disposed', to: 'disposed', by: 'system', guards: [familyDecided] },
  ],
} as const satisfies Machine<UnitState, CustodyStep, CustodyFacts>;

export interface CustodyEvent {
  readonly kind: EventKind;
  /** When it happened, not when we heard of it. */
  readonly at: number;
  readonly sourceId: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Everything the events say about a unit. */
export interface Custody {
  readonly state: UnitState;
  readonly lastEventAt: number;
  readonly dispatchedAt: number;
  readonly collectedAt: number | null;
  readonly bornAt: number | null;
  readonly babySex: 'female' | 'male' | 'unknown' | null;
  readonly receivedAt: number | null;
  readonly storedAt: number | null;
  readonly tankGroup: string | null;
  readonly rejectReason: string | null;
}

export type CustodyRefusal =
  | 'unknown-unit'
  | 'wrong-order'
  | 'already-happened'
  | 'family-has-not-decided'
  | 'kit-already-dispatched'
  | 'result-before-collection'
  | 'result-before-arrival'
  | 'nothing-collected';

const RANK: Readonly<Record<string, number>> = Object.fromEntries(
  EVENT_KINDS.map((kind, index) => [kind, index]),
);

/** The order in which things happened; kind and source id break ties so that every arrival order folds alike. */
export const inOrder = (a: CustodyEvent, b: CustodyEvent): number =>
  a.at - b.at ||
  (RANK[a.kind] ?? 0) - (RANK[b.kind] ?? 0) ||
  (a.sourceId < b.sourceId ? -1 : a.sourceId > b.sourceId ? 1 : 0);

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const instant = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/**
 * The unit as all its events together tell it, or why they cannot all be true. `disposition` is the family's decision, the
 * one fact the laboratory does not report.
 */
export function foldCustody(
  events: readonly CustodyEvent[],
  disposition: Disposition | null,
): Result<Custody, CustodyRefusal, { kind: EventKind; state: UnitState }> {
  const [first, ...rest] = events.toSorted(inOrder);
  if (!first || first.kind !== 'kit.dispatched')
    return events.some((event) => event.kind === 'kit.dispatched')
      ? err('wrong-order', { kind: first?.kind ?? 'kit.dispatched', state: 'kit-dispatched' })
      : err('unknown-unit');
  let custody: Custody = {
    state: unitMachine.initial,
    lastEventAt: first.at,
    dispatchedAt: first.at,
    collectedAt: null,
    bornAt: null,
    babySex: null,
    receivedAt: null,
    storedAt: null,
    tankGroup: null,
    rejectReason: null,
  };
  const seen = new Set<EventKind>();
  for (const event of rest) {
    if (event.kind === 'kit.dispatched') return err('kit-already-dispatched');
    custody = { ...custody, lastEventAt: event.at };
    // A late result is information whatever happened to the unit meanwhile.
    if (event.kind === 'result') {
      const cannot = resultContradicts(event, rest);
      if (cannot) return err(cannot, { kind: event.kind, state: custody.state });
      continue;
    }
    const to = next<UnitState, CustodyStep, CustodyFacts>(unitMachine, custody.state, event.kind, 'system', {
      repeated: seen.has(event.kind),
      disposition,
    });
    if (!to.ok) {
      const code: CustodyRefusal = seen.has(event.kind)
        ? 'already-happened'
        : to.code === 'family-has-not-decided'
          ? 'family-has-not-decided'
          : 'wrong-order';
      return err<CustodyRefusal, { kind: EventKind; state: UnitState }>(code, {
        kind: event.kind,
        state: custody.state,
      });
    }
    seen.add(event.kind);
    custody = { ...custody, state: to.value, ...factsOf(event) };
  }
  return ok(custody);
}

/**
 * A bag is measured once it is there. What counts is when things happened, not when we heard of them: a result whose collection
 * is still on its way to us stands, until the collection says that it was later.
 */
function resultContradicts(result: CustodyEvent, events: readonly CustodyEvent[]): CustodyRefusal | null {
  const first = (kind: EventKind): CustodyEvent | undefined => events.find((event) => event.kind === kind);
  if (first('not-collected')) return 'nothing-collected';
  if ((first('collected')?.at ?? result.at) > result.at) return 'result-before-collection';
  if ((first('received')?.at ?? result.at) > result.at) return 'result-before-arrival';
  return null;
}

function factsOf(event: CustodyEvent): Partial<Custody> {
  switch (event.kind) {
    case 'collected': {
      const sex = text(event.data['sex']);
      return {
        collectedAt: event.at,
        bornAt: instant(event.data['bornAt']),
        babySex: sex === 'female' || sex === 'male' ? sex : 'unknown',
      };
    }
    case 'received':
      return { receivedAt: event.at };
    case 'stored':
      return { storedAt: event.at, tankGroup: text(event.data['tankGroup']) };
    case 'rejected':
      return { rejectReason: text(event.data['reason']) };
    default:
      return {};
  }
}
