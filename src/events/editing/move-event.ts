/** An editor publishes an event, drops a draft, or cancels; the clock says when it is over. */
import type { Actor } from '../../shared/actor.ts';
import type { Text } from '../../shared/i18n.ts';
import { next } from '../../shared/machines/machine.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { eventTable, factsOf, isOver, type BankEvent } from '../event.ts';
import { sellingWords } from './plain-words.ts';
import type { EventDeps, EventReads, EventStores } from '../ports.ts';

export type MoveRefusal =
  | 'not-found'
  | 'wrong-state'
  | 'not-yours-to-do'
  | 'already-started'
  | 'already-over'
  | 'reason-missing'
  | 'sells'
  | 'changed-meanwhile';
type Outcome = Result<{ readonly changed: number }, MoveRefusal, { readonly words: string } | undefined>;

export interface MoveEvent {
  readonly actor: Actor;
  readonly id: string;
  readonly version: number;
  /** This one, or this and those of its series that follow. */
  readonly following: boolean;
}

/** All of them or none: the first that is refused says why. */
async function each(
  deps: EventDeps,
  cmd: MoveEvent,
  move: (event: BankEvent, tx: EventStores) => Promise<Outcome | null>,
): Promise<Outcome> {
  return deps.transaction(async (tx): Promise<Outcome> => {
    const event = await tx.events.byId(cmd.id);
    if (!event) return err('not-found');
    if (event.version !== cmd.version) return err('changed-meanwhile');
    const all = cmd.following && event.seriesId !== null ? await tx.events.following(event) : [event];
    let changed = 0;
    for (const one of all) {
      const refused = await move(one, tx);
      if (refused) return refused;
      changed += 1;
    }
    return ok({ changed });
  });
}

/** Lets the public see it and book. Later ones that are published already stay as they are. */
export const publishEvent = (deps: EventDeps, cmd: MoveEvent): Promise<Outcome> =>
  each(deps, cmd, async (event, { events, audit }) => {
    if (event.id !== cmd.id && event.state !== 'draft') return null;
    const now = deps.now();
    const words = sellingWords(event.content);
    const facts = { ...factsOf(event, now), plain: words.length === 0 };
    const to = next(eventTable, event.state, 'publish', 'staff', facts);
    if (!to.ok) return err(to.code as MoveRefusal, { words: words.join('、') });
    if (!(await events.save(event, { state: to.value, listed: true, publishedAt: now }, now)))
      return err('changed-meanwhile');
    await audit.record({
      action: 'event.published',
      actor: cmd.actor,
      object: { kind: 'event', id: event.id },
    });
    return null;
  });

/** Cancels a published event and tells everybody why, each in their language; a draft is dropped without a word. */
export const cancelEvent = (
  deps: EventDeps,
  cmd: MoveEvent & { readonly reason: Text | null },
): Promise<Outcome> =>
  each(deps, cmd, async (event, { events, audit, outbox }) => {
    const now = deps.now();
    const wasDraft = event.state === 'draft';
    const facts = { ...factsOf(event, now), reasonGiven: cmd.reason !== null };
    const to = next(eventTable, event.state, wasDraft ? 'discard' : 'cancel', 'staff', facts);
    if (!to.ok) return err(to.code as MoveRefusal);
    const change = {
      state: to.value,
      cancelledAt: now,
      cancelReason: wasDraft ? null : cmd.reason,
      sequence: event.sequence + 1,
    };
    if (!(await events.save(event, change, now))) return err('changed-meanwhile');
    await audit.record({
      action: wasDraft ? 'event.discarded' : 'event.cancelled',
      actor: cmd.actor,
      object: { kind: 'event', id: event.id },
      details: { seatsTaken: event.seatsTaken, waiting: event.waiting },
    });
    if (!wasDraft)
      await outbox.add('events.tell-everybody', {
        eventId: event.id,
        what: 'cancelled',
        states: ['confirmed', 'waiting'],
      });
    return null;
  });

const CLOCK: Actor = { kind: 'system', id: 'clock' };

/** Events that are over become held. Answers how many. */
export async function holdOver(deps: EventDeps & EventReads): Promise<number> {
  const now = deps.now();
  let held = 0;
  for (const event of await deps.read.events.begunBefore(now)) {
    if (!isOver(event, now)) continue;
    const done = await deps.transaction(async ({ events, audit }): Promise<Result<undefined, string>> => {
      const current = await events.byId(event.id);
      if (!current) return err('not-found');
      const to = next(eventTable, current.state, 'hold', 'system', factsOf(current, now));
      if (!to.ok) return to;
      if (!(await events.save(current, { state: to.value, heldAt: now }, now)))
        return err('changed-meanwhile');
      await audit.record({
        action: 'event.held',
        actor: CLOCK,
        object: { kind: 'event', id: current.id },
        details: { seatsTaken: current.seatsTaken, attended: current.attended },
      });
      return ok();
    });
    if (done.ok) held += 1;
  }
  return held;
}
