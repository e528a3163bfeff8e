/**
 * PIPL 19 and 47: some weeks after an event nothing needs the names, mobiles and addresses of those who booked. They go;
 * turns, party sizes and who came stay as numbers. Run every night.
 */
import type { Actor } from '../shared/actor.ts';
import { DAY } from '../shared/clock.ts';
import { ok } from '../shared/result.ts';
import { eventRules, type EventDeps, type EventReads } from './ports.ts';

const CLOCK: Actor = { kind: 'system', id: 'clock' };

/** Answers of how many events. */
export async function eraseRegistrants(deps: EventDeps & EventReads): Promise<number> {
  const before = deps.now() - eventRules(deps).eraseAfterDays * DAY;
  const due = await deps.read.events.toErase(before);
  for (const event of due)
    await deps.transaction(async ({ events, bookings, audit }) => {
      const erased = await bookings.erase(event.id);
      await events.markErased(event.id, deps.now());
      await audit.record({
        action: 'event.registrants-erased',
        actor: CLOCK,
        object: { kind: 'event', id: event.id },
        details: { bookings: erased },
      });
      return ok();
    });
  return due.length;
}
