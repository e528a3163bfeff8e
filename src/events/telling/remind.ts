/** The reminder of the day before. Run every few minutes: it looks at what is due, and each date is reminded of once. */
import type { Outbox } from '../../platform/outbox/outbox.ts';
import { DAY } from '../../shared/clock.ts';
import { ok } from '../../shared/result.ts';
import type { Transact } from '../../shared/transaction.ts';
import type { EventStore } from '../event-store.ts';
import { eventRules, type EventDeps, type EventReads } from '../ports.ts';
import { reminderAt } from './when-to-tell.ts';

export interface RemindDeps extends Pick<EventDeps, 'now' | 'policies'> {
  readonly read: Pick<EventReads['read'], 'events'>;
  readonly transaction: Transact<{ readonly events: EventStore; readonly outbox: Outbox }>;
}

/** Answers how many events were due. */
export async function remindDue(deps: RemindDeps): Promise<number> {
  const rules = eventRules(deps);
  const now = deps.now();
  const soon = await deps.read.events.toRemind(now, now + (rules.reminder.daysBefore + 1) * DAY);
  let due = 0;
  for (const event of soon) {
    if (reminderAt(event.startsAt, rules) > now) continue;
    due += 1;
    await deps.transaction(async ({ events, outbox }) => {
      // Changed or cancelled since it was read: then another run, or nobody, reminds of it.
      if (await events.markReminded(event, now))
        await outbox.add('events.tell-everybody', {
          eventId: event.id,
          what: `reminder:${event.sequence}`,
          states: ['confirmed'],
        });
      return ok();
    });
  }
  return due;
}
