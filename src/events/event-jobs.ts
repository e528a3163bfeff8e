/** What happens with events after a commit, and by the clock. */
import type { JobHandler } from '../platform/outbox/outbox.ts';
import type { Task } from '../platform/schedule/schedule.ts';
import { holdOver } from './editing/move-event.ts';
import { eraseRegistrants } from './erase-registrants.ts';
import type { EventDeps, EventReads } from './ports.ts';
import { remindDue } from './telling/remind.ts';
import { tellBooking, type Tidings } from './telling/tell-booking.ts';
import { tellEverybody, type ToldState } from './telling/tell-everybody.ts';

export type EventJobDeps = EventDeps & EventReads;

const textIn = (payload: Record<string, unknown>, name: string): string => {
  const value = payload[name];
  if (typeof value !== 'string') throw new Error(`the job has no ${name}`);
  return value;
};

/** Topic → handler; the wiring subscribes them under the name `events`. */
export const eventJobs = (deps: EventJobDeps): Record<string, JobHandler> => ({
  'events.tell': async (payload) => {
    await tellBooking(deps, {
      bookingId: textIn(payload, 'bookingId'),
      what: textIn(payload, 'what') as Tidings,
    });
  },
  'events.tell-everybody': (payload) =>
    tellEverybody(deps, {
      eventId: textIn(payload, 'eventId'),
      what: textIn(payload, 'what') as Tidings,
      states: [payload['states']].flat() as ToldState[],
    }),
});

export const eventTasks = (deps: EventJobDeps): readonly Task[] => [
  { name: 'events.remind', when: '*/5 * * * *', run: () => remindDue(deps) },
  { name: 'events.hold', when: '*/5 * * * *', run: () => holdOver(deps) },
  // Before anybody is at work.
  { name: 'events.erase', when: '20 3 * * *', run: () => eraseRegistrants(deps) },
];
