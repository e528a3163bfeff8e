/** More seats move the waiting list up; fewer than are given away are refused, because nobody loses a seat they have. */
import type { Actor } from '../../shared/actor.ts';
import { next } from '../../shared/machines/machine.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { moveUp } from '../booking/give-seats.ts';
import { eventTable, factsOf } from '../event.ts';
import { eventRules, type EventDeps } from '../ports.ts';

export type CapacityRefusal =
  | 'not-found'
  | 'wrong-state'
  | 'not-yours-to-do'
  | 'already-over'
  | 'below-booked'
  | 'capacity-size'
  | 'changed-meanwhile';

type Outcome = Result<{ readonly movedUp: number }, CapacityRefusal, { readonly taken: number } | undefined>;

/** Detail of `below-booked`: how many people have a seat. */
export const changeCapacity = (
  deps: EventDeps,
  cmd: {
    readonly actor: Actor;
    readonly id: string;
    readonly version: number;
    readonly capacity: number;
  },
): Promise<Outcome> =>
  deps.transaction(async (tx): Promise<Outcome> => {
    const now = deps.now();
    const rules = eventRules(deps);
    const event = await tx.events.byId(cmd.id);
    if (!event) return err('not-found');
    const { capacity } = cmd;
    const taken = Math.max(event.seatsTaken, event.attended);
    if (!Number.isInteger(capacity) || capacity < 1 || capacity > rules.maxCapacity)
      return err('capacity-size', { taken });
    const to = next(eventTable, event.state, 'change-capacity', 'staff', {
      ...factsOf(event, now),
      holdsAll: capacity >= taken,
    });
    if (!to.ok) return err(to.code as CapacityRefusal, { taken });
    if (event.version !== cmd.version) return err('changed-meanwhile', { taken });
    if (!(await tx.events.save(event, { capacity }, now))) return err('changed-meanwhile', { taken });
    await tx.audit.record({
      action: 'event.capacity-changed',
      actor: cmd.actor,
      object: { kind: 'event', id: event.id },
      details: { from: event.capacity, to: capacity },
    });
    const after = await moveUp(tx, { ...event, capacity }, { now, rules });
    return ok({ movedUp: event.waiting - after.waiting });
  });
