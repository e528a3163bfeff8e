/** An event as search engines are told of it: nothing the page does not show. Pure. */
import { HOUR, type Instant } from '../../shared/clock.ts';
import type { Locale } from '../../shared/i18n.ts';
import { seatsLeft, takesBookings } from '../booking/booking.ts';
import { isOnline, type BankEvent } from '../event.ts';

/** ISO 8601 on a clock in Shandong. */
const inShandong = (instant: Instant): string =>
  `${new Date(instant + 8 * HOUR).toISOString().slice(0, 19)}+08:00`;

export const eventFacts = (
  event: BankEvent,
  { locale, place, now }: { readonly locale: Locale; readonly place: string; readonly now: Instant },
) => ({
  title: event.content.title[locale],
  description: event.content.summary[locale],
  path: `/events/${event.id}`,
  starts: inShandong(event.startsAt),
  ends: inShandong(event.endsAt),
  place:
    isOnline(event) || !event.content.address
      ? ('online' as const)
      : { name: place, address: event.content.address[locale] },
  cancelled: event.state === 'cancelled',
  /** Null once nobody can book any more: then there is no offer to tell of. */
  seatsLeft: takesBookings(event, now) ? event.waiting === 0 && seatsLeft(event) > 0 : null,
});
