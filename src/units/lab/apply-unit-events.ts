/**
 * Takes what the laboratory reports into the record. One transaction per delivery, each event with an answer of its own: a bad
 * row never takes a good one down, and an event already applied is simply applied.
 */
import type { ThresholdsPolicy } from '../../content/policies.ts';
import type { Actor } from '../../shared/actor.ts';
import { today } from '../../shared/civil-date.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Din } from '../../shared/identifiers/index.ts';
import { newId } from '../../shared/ids.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Transact } from '../../shared/transaction.ts';
import type { AuditTrail } from '../../platform/audit/audit-trail.ts';
import { judge, thresholdsOn } from './judge-result.ts';
import { readyForKit, type KitRefusal } from './kit-readiness.ts';
import { foldCustody, inOrder, type Custody, type CustodyRefusal, type UnitState } from '../unit.ts';
import type { StoredEvent, Unit, UnitResult, UnitStore } from '../unit-store.ts';
import type { UnitEvent } from './unit-event.ts';
import { isNewsState, type UnitNews } from './tell-family.ts';

export interface ApplyStores {
  readonly units: UnitStore;
  readonly audit: AuditTrail;
}

export interface ApplyDeps<Stores extends ApplyStores> {
  readonly now: Clock;
  readonly thresholds: readonly ThresholdsPolicy[];
  readonly transaction: Transact<Stores>;
  /** Runs in the same transaction when a kit has just left or a unit was stored or rejected. */
  readonly tell: (tx: Stores, news: UnitNews) => Promise<void>;
  /** Runs in the same transaction when a family's unit is in another state than before, or is new. */
  readonly moved: (tx: Stores, unit: MovedUnit) => Promise<void>;
  /** The day storage is paid through once a unit is stored; null when there is no contract here. */
  readonly paidThrough: (
    tx: Stores,
    unit: { contractId: string; storedAt: number },
  ) => Promise<string | null>;
}

export interface MovedUnit {
  readonly unitId: string;
  readonly familyId: string;
  readonly contractId: string | null;
  readonly state: UnitState;
}

export interface Delivered extends UnitEvent {
  readonly din: Din;
}

export type EventRefusal = CustodyRefusal | KitRefusal | 'source-id-reused';
export interface Applied {
  readonly outcome: 'applied' | 'already-applied';
  readonly state: UnitState;
}
export type EventAnswer = Result<Applied, EventRefusal>;

/** A unit while a delivery is being worked through. */
interface Draft {
  readonly unit: Pick<Unit, 'id' | 'din' | 'product' | 'contractId' | 'familyId' | 'baby' | 'disposition'>;
  readonly stored: Unit | null;
  events: StoredEvent[];
  custody: Custody | null;
  added: StoredEvent[];
}

const same = (a: StoredEvent, din: string, known: string | undefined, b: Delivered): boolean =>
  known === din && a.kind === b.kind && a.at === b.at && canonical(a.data) === canonical(b.data);

const canonical = (value: unknown): string =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? `{${Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
        .join(',')}}`
    : JSON.stringify(value);

/**
 * Applies up to a few hundred events; the answers are in the order of the events. A kit may stand after its own unit's other
 * events: kits are taken first.
 */
export async function applyUnitEvents<Stores extends ApplyStores>(
  deps: ApplyDeps<Stores>,
  cmd: { readonly actor: Actor; readonly events: readonly Delivered[] },
): Promise<readonly EventAnswer[]> {
  const done = await deps.transaction(async (tx) => {
    const delivery = await openDelivery(tx.units, cmd.events, deps.now());
    const answers = new Array<EventAnswer>(cmd.events.length);
    const kitsFirst = [...cmd.events.entries()].toSorted(
      ([i, a], [j, b]) => Number(b.kind === 'kit.dispatched') - Number(a.kind === 'kit.dispatched') || i - j,
    );
    for (const [index, event] of kitsFirst) answers[index] = await take(delivery, event);
    await close(deps, tx, delivery);
    const applied = answers.filter((answer) => answer.ok && answer.value.outcome === 'applied').length;
    if (applied > 0)
      await tx.audit.record({
        action: 'units.events-applied',
        actor: cmd.actor,
        object:
          cmd.events.length === 1
            ? { kind: 'unit', id: cmd.events[0]?.din ?? '' }
            : { kind: 'unit-feed', id: cmd.actor.id },
        details: { applied, refused: answers.filter((answer) => !answer.ok).length },
      });
    return ok(answers);
  });
  if (!done.ok) throw new Error('a delivery of unit events never refuses as a whole');
  return done.value;
}

interface Delivery {
  readonly units: UnitStore;
  readonly now: number;
  readonly drafts: Map<string, Draft>;
  readonly bySource: Map<string, { event: StoredEvent; din: string | undefined }>;
}

async function openDelivery(units: UnitStore, events: readonly Delivered[], now: number): Promise<Delivery> {
  const loaded = await units.load(
    [...new Set(events.map((event) => event.din))],
    [...new Set(events.map((event) => event.sourceId))],
  );
  const drafts = new Map<string, Draft>();
  const dinOf = new Map<string, string>();
  for (const unit of loaded.units) {
    dinOf.set(unit.id, unit.din);
    drafts.set(unit.din, { unit, stored: unit, events: [], custody: null, added: [] });
  }
  const bySource: Delivery['bySource'] = new Map();
  for (const event of [...loaded.events, ...loaded.elsewhere]) {
    const din = dinOf.get(event.unitId);
    bySource.set(event.sourceId, { event, din });
    if (din !== undefined) drafts.get(din)?.events.push(event);
  }
  return { units, now, drafts, bySource };
}

async function take(delivery: Delivery, event: Delivered): Promise<EventAnswer> {
  const known = delivery.bySource.get(event.sourceId);
  const draft = delivery.drafts.get(event.din);
  if (known)
    return same(known.event, event.din, known.din, event) && draft
      ? ok({
          outcome: 'already-applied',
          state: draft.custody?.state ?? draft.stored?.state ?? 'kit-dispatched',
        })
      : err('source-id-reused');
  if (event.kind === 'kit.dispatched')
    return draft ? err('kit-already-dispatched') : dispatch(delivery, event);
  if (!draft) return err('unknown-unit');
  return add(delivery, draft, event);
}

/** The kit makes the unit, for a contract that is signed and paid, or for a family that still has a paper contract. */
async function dispatch(delivery: Delivery, event: Delivered): Promise<EventAnswer> {
  const baby = Number(event.data['baby']);
  const product = event.data['product'] === 'immune-cells' ? 'immune-cells' : 'cord-blood';
  const number = event.data['contractNumber'];
  let contract: { contractId: string; familyId: string } | null = null;
  if (typeof number === 'string') {
    const found = await delivery.units.kitContract(number);
    const others = found ? await delivery.units.ofContract(found.contractId) : [];
    const now = [...delivery.drafts.values()].flatMap(({ unit, custody }) =>
      custody && unit.contractId === found?.contractId ? [{ baby: unit.baby, state: custody.state }] : [],
    );
    const ready = readyForKit(found, { baby, product, at: event.at }, [...others, ...now]);
    if (!ready.ok) return ready;
    contract = ready.value;
  }
  const draft: Draft = {
    unit: {
      id: newId('unit', delivery.now),
      din: event.din,
      product,
      contractId: contract?.contractId ?? null,
      familyId: contract?.familyId ?? null,
      baby,
      disposition: null,
    },
    stored: null,
    events: [],
    custody: null,
    added: [],
  };
  const answer = add(delivery, draft, event);
  if (answer.ok) delivery.drafts.set(event.din, draft);
  return answer;
}

function add(delivery: Delivery, draft: Draft, event: Delivered): EventAnswer {
  const { din: _, ...reported } = event;
  const row: StoredEvent = {
    ...reported,
    id: newId('unitEvent', delivery.now),
    unitId: draft.unit.id,
    recordedAt: delivery.now,
  };
  const custody = foldCustody([...draft.events, row], draft.unit.disposition);
  if (!custody.ok) return custody;
  draft.custody = custody.value;
  draft.events.push(row);
  draft.added.push(row);
  delivery.bySource.set(event.sourceId, { event: row, din: event.din });
  return ok({ outcome: 'applied', state: custody.value.state });
}

/** Writes what changed: new units, events, custody, judged results, and word to the families. */
async function close<Stores extends ApplyStores>(
  deps: ApplyDeps<Stores>,
  tx: Stores,
  { drafts, now }: Delivery,
): Promise<void> {
  const changed = [...drafts.values()].flatMap((draft) =>
    draft.custody && draft.added.length > 0 ? [{ ...draft, custody: draft.custody }] : [],
  );
  await tx.units.add(
    changed
      .filter((draft) => !draft.stored)
      .map(({ unit, custody }) => {
        const { disposition: _, ...made } = unit;
        return { ...made, ...custody };
      }),
  );
  await tx.units.addEvents(changed.flatMap((draft) => draft.added));
  const judged = changed.map((draft) => ({ draft, results: judgedResults(deps.thresholds, draft) }));
  await tx.units.saveResults(
    judged.flatMap(({ draft, results }) =>
      results.new.map(({ event, result }) => ({ unitId: draft.unit.id, eventId: event.id, result })),
    ),
  );
  for (const { draft, results } of judged) {
    const { custody, unit, stored } = draft;
    // A new unit had no state before: its kit leaving is news as well.
    const before = stored?.state ?? null;
    const storedNow = custody.state === 'stored' && custody.storedAt !== stored?.storedAt;
    const paidThrough =
      storedNow && custody.storedAt !== null && unit.contractId
        ? await deps.paidThrough(tx, { contractId: unit.contractId, storedAt: custody.storedAt })
        : (stored?.paidThrough ?? null);
    await tx.units.saveCustody(unit.id, custody, {
      paidThrough,
      thresholdsVersion: results.version ?? stored?.thresholdsVersion ?? null,
    });
    if (custody.state === before || !unit.familyId) continue;
    const { id: unitId, familyId, contractId } = unit;
    await deps.moved(tx, { unitId, familyId, contractId, state: custody.state });
    if (isNewsState(custody.state))
      await deps.tell(tx, {
        unitId: unit.id,
        state: custody.state,
        happenedAt: custody.lastEventAt,
        now,
      });
  }
}

interface Judged {
  readonly event: StoredEvent;
  readonly result: UnitResult;
}

/** The newest measurement of each test counts; only those that changed with this delivery are written. */
function judgedResults(
  policies: readonly ThresholdsPolicy[],
  draft: Pick<Draft, 'unit' | 'events' | 'added'>,
): { new: Judged[]; version: string | null } {
  const newest = new Map<string, StoredEvent>();
  for (const event of draft.events.filter(({ kind }) => kind === 'result').toSorted(inOrder))
    newest.set(String(event.data['test']), event);
  const added = new Set(draft.added.map((event) => event.id));
  const judged = [...newest.entries()]
    .filter(([, event]) => added.has(event.id))
    .map(([test, event]): Judged => {
      const { value, outcome, group } = event.data;
      const policy = thresholdsOn(policies, today(event.at));
      const measured = {
        test,
        value: typeof value === 'number' ? value : null,
        text: typeof outcome === 'string' ? outcome : typeof group === 'string' ? group : null,
      };
      return {
        event,
        result: {
          ...measured,
          verdict: judge(policy, draft.unit.product, measured),
          thresholdsVersion: policy.version,
          at: event.at,
        },
      };
    });
  const last = [...newest.values()].toSorted(inOrder).at(-1);
  return { new: judged, version: last ? thresholdsOn(policies, today(last.at)).version : null };
}
