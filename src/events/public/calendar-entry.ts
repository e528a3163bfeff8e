/** An event as an entry of somebody's calendar. Pure; the file itself is made in the platform. */
import type { CalendarEntry } from '../../platform/calendar/calendar-file.ts';
import { localPath, type Locale } from '../../shared/i18n.ts';
import { isOnline, type BankEvent } from '../event.ts';
import { placeLine } from '../event-words.ts';

/** `page`: where the entry leads, without language; for who has a seat that is their booking, with the way in. */
export function calendarEntry(
  event: BankEvent,
  { locale, origin, page }: { readonly locale: Locale; readonly origin: string; readonly page: string },
): CalendarEntry {
  const { title, summary, address } = event.content;
  const url = origin + localPath(locale, page);
  const where = placeLine(event, locale);
  return {
    // The same in both languages and for everybody: it is the same event.
    uid: `${event.id}@${new URL(origin).host}`,
    sequence: event.sequence,
    cancelled: event.state === 'cancelled',
    starts: event.startsAt,
    ends: event.endsAt,
    changed: event.updatedAt,
    title: title[locale],
    description: `${summary[locale]}\n${url}`,
    place: isOnline(event) || !address ? where : `${where}${locale === 'zh' ? '，' : ', '}${address[locale]}`,
    url,
  };
}
