import type { APIRoute } from 'astro';
import { admit, notFound } from '#src/accounts/guard.ts';
import { calendarEntry } from '#src/events/for-pages.ts';
import { CALENDAR_TYPE, calendarFile } from '#src/platform/calendar/calendar-file.ts';

/** The event for the calendar of somebody who booked; after they gave up their seat it takes the entry out again. */
export const GET: APIRoute = async (context) => {
  const access = await admit(context);
  if (access instanceof Response) return access;
  const { deps, locale } = context.locals;
  const token = context.params['token'] ?? '';
  const booking = await deps.read.bookings.byToken(token);
  const event = booking && (await deps.read.events.byId(booking.eventId));
  if (!booking || !event) return notFound(context);
  const entry = calendarEntry(event, {
    locale,
    origin: deps.config.origin,
    left: booking.cancelledAt,
  });
  return new Response(calendarFile(entry), {
    headers: {
      'content-type': CALENDAR_TYPE,
      'content-disposition': `attachment; filename="event-${event.id}.ics"`,
      'cache-control': 'private, no-store',
    },
  });
};
