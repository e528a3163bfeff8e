/** What an editor writes about an event, before it has an id. Pure. */
import { startOfDay, today, type CivilDate } from '../../shared/civil-date.ts';
import type { Instant } from '../../shared/clock.ts';
import { formatTime } from '../../shared/format.ts';
import { isOnline, type BankEvent, type EventContent } from '../event.ts';
import { sinceMidnight } from '../telling/when-to-tell.ts';

export interface EventDraft {
  readonly kind: string;
  readonly city: string;
  readonly date: CivilDate;
  /** `14:00` in Shandong. */
  readonly starts: string;
  readonly ends: string;
  readonly content: EventContent;
  /** Null in a room. */
  readonly onlineLink: string | null;
  readonly confirmed: boolean;
}

export interface Span {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/** The hours of a draft on a day. */
export const spanOn = (date: CivilDate, { starts, ends }: Pick<EventDraft, 'starts' | 'ends'>): Span => ({
  startsAt: startOfDay(date) + sinceMidnight(starts),
  endsAt: startOfDay(date) + sinceMidnight(ends),
});

/** An event as the draft it was written as; the link is asked for elsewhere. */
export const draftOf = (event: BankEvent, onlineLink: string | null): EventDraft => ({
  kind: event.kind,
  city: event.city,
  date: today(event.startsAt),
  starts: formatTime(event.startsAt),
  ends: formatTime(event.endsAt),
  content: event.content,
  onlineLink,
  confirmed: event.confirmed,
});

/** Whether somebody who has booked must hear of it: another time, or another place. */
export const isMoved = (was: BankEvent, span: Span, draft: EventDraft): boolean =>
  was.startsAt !== span.startsAt ||
  was.endsAt !== span.endsAt ||
  was.city !== draft.city ||
  (!isOnline(was) &&
    (was.content.place?.zh !== draft.content.place?.zh ||
      was.content.address?.zh !== draft.content.address?.zh));
