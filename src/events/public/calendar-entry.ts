/** An event as an entry of somebody's calendar. Pure; the file itself is made in the platform. */
import type { CalendarEntry } from '../../platform/calendar/calendar-file.ts';
import type { Instant } from '../../shared/clock.ts';
import { localPath, type Locale } from '../../shared/i18n.ts';
import { isOnline, type BankEvent } from '../event.ts';
import { placeLine } from '../event-words.ts';

/**
 * Leads to the public page, never to somebody's booking: calendars are shared, and that link is a key. `left`: when this
 * person gave up their seat, so that a calendar which has the entry takes it out.
 */
export function calendarEntry(
  event: BankEvent,
  {
    locale,
    origin,
    left = null,
  }: { readonly locale: Locale; readonly origin: string; readonly left?: Instant | null },
): CalendarEntry {
  const { title, summary, address } = event.content;
  const url = origin + localPath(locale, `/events/${event.id}`);
  const where = placeLine(event, locale);
  return {
    // The same in both languages and for everybody: it is the same event.
    uid: `${event.id}@${new URL(origin).host}`,
    sequence: event.sequence + (left === null ? 0 : 1),
    cancelled: event.state === 'cancelled' || left !== null,
    starts: event.startsAt,
    ends: event.endsAt,
    changed: Math.max(event.updatedAt, left ?? 0),
    title: title[locale],
    description: `${summary[locale]}\n${url}`,
    place: isOnline(event) || !address ? where : `${where}${locale === 'zh' ? '，' : ', '}${address[locale]}`,
    url,
  };
}
