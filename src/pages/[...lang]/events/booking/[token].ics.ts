import type { APIRoute } from 'astro';
import { admit, notFound } from '#src/accounts/guard.ts';
import { calendarEntry } from '#src/events/public/calendar-entry.ts';
import { CALENDAR_TYPE, calendarFile } from '#src/platform/calendar/calendar-file.ts';

/** The event for the calendar of somebody who booked: it leads back to the booking, with the way in when it is online. */
export const GET: APIRoute = async (context) => {
  const access = await admit(context);
  if (access instanceof Response) return access;
  const { deps, locale } = context.locals;
  const token = context.params['token'] ?? '';
  const booking = await deps.read.bookings.byToken(token);
  const event = booking && (await deps.read.events.byId(booking.eventId));
  if (!event) return notFound(context);
  const entry = calendarEntry(event, {
    locale,
    origin: deps.config.origin,
    page: `/events/booking/${token}`,
  });
  return new Response(calendarFile(entry), {
    headers: {
      'content-type': CALENDAR_TYPE,
      'content-disposition': `attachment; filename="event-${event.id}.ics"`,
      'cache-control': 'private, no-store',
    },
  });
};
