/** When people hear from us. Pure; times are those of Shandong. */
import type { EventsPolicy } from '../../content/policies.ts';
import { addDays, startOfDay, today } from '../../shared/civil-date.ts';
import { HOUR, MINUTE, type Instant } from '../../shared/clock.ts';

/** `08:30` after midnight, in milliseconds. */
export const sinceMidnight = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * HOUR + minutes * MINUTE;
};

/** When the reminder of an event goes out: the day before, at the hour of the policy. */
export const reminderAt = (startsAt: Instant, { reminder }: Pick<EventsPolicy, 'reminder'>): Instant =>
  startOfDay(addDays(today(startsAt), -reminder.daysBefore)) + sinceMidnight(reminder.at);

/**
 * Until when whoever moved up is asked to say that they cannot come, so that the next can: some hours from now, and some
 * before the start; when that is past, until the start itself.
 */
export function replyBy(now: Instant, startsAt: Instant, { reply }: Pick<EventsPolicy, 'reply'>): Instant {
  const by = Math.min(now + reply.hours * HOUR, startsAt - reply.hoursBeforeStart * HOUR);
  return by > now ? by : startsAt;
}

/** Now; at night the next morning, unless the event is too near for that. */
export function considerate(
  now: Instant,
  startsAt: Instant,
  { quiet, reply }: Pick<EventsPolicy, 'quiet' | 'reply'>,
): Instant {
  const midnight = startOfDay(today(now));
  const [from, to] = [sinceMidnight(quiet.from), sinceMidnight(quiet.to)];
  const morning =
    now < midnight + to
      ? midnight + to
      : now >= midnight + from
        ? startOfDay(addDays(today(now), 1)) + to
        : now;
  return morning < startsAt - reply.hoursBeforeStart * HOUR ? morning : now;
}
