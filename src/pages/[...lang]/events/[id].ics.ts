import type { APIRoute } from 'astro';
import { admit } from '#src/accounts/guard.ts';
import { calendarEntry } from '#src/events/for-pages.ts';
import { CALENDAR_TYPE, calendarFile } from '#src/platform/calendar/calendar-file.ts';

/** The event for anybody's calendar; a cancelled one says so to calendars that have it. */
export const GET: APIRoute = async (context) => {
  const access = await admit(context);
  if (access instanceof Response) return access;
  const { deps, locale } = context.locals;
  const event = await deps.read.events.listedById(context.params['id'] ?? '');
  if (!event) return new Response(null, { status: 404 });
  const entry = calendarEntry(event, { locale, origin: deps.config.origin });
  return new Response(calendarFile(entry), {
    headers: {
      'content-type': CALENDAR_TYPE,
      'content-disposition': `attachment; filename="event-${event.id}.ics"`,
      'cache-control': 'public, max-age=300',
    },
  });
};
