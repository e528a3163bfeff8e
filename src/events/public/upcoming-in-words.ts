/** The next events in plain words, for the search of the site. */
import type { Clock } from '../../shared/clock.ts';
import { localPath, say, type Locale } from '../../shared/i18n.ts';
import { eventMessages } from '../event-messages.ts';
import type { EventStore } from '../event-store.ts';
import { placeLine, whenOf } from '../event-words.ts';

export interface EventInWords {
  readonly path: string;
  readonly title: string;
  /** The room it is in. */
  readonly section: string;
  readonly text: string;
}

/** The first page of what comes, soonest first. */
export async function upcomingInWords(
  deps: { readonly now: Clock; readonly read: { readonly events: Pick<EventStore, 'upcoming'> } },
  locale: Locale,
): Promise<readonly EventInWords[]> {
  const { rows } = await deps.read.events.upcoming({}, deps.now(), null);
  return rows.map((event) => ({
    path: localPath(locale, `/events/${event.id}`),
    title: event.content.title[locale],
    section: say(eventMessages.title, locale),
    text: `${whenOf(event, locale)}\n${placeLine(event, locale)}\n${event.content.summary[locale]}`,
  }));
}
