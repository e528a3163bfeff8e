/** Calendar files (RFC 5545), so that a date lands in the visitor's own calendar. */
import ical, { ICalEventStatus } from 'ical-generator';
import { HOUR, type Instant } from '../../shared/clock.ts';

export interface CalendarEntry {
  /** The same for the same event for ever: a calendar that has it changes its entry instead of adding one. */
  readonly uid: string;
  /** Rises with every change a calendar must take over. */
  readonly sequence: number;
  readonly cancelled: boolean;
  readonly starts: Instant;
  readonly ends: Instant;
  /** When this version was made. */
  readonly changed: Instant;
  readonly title: string;
  readonly description: string;
  readonly place: string;
  readonly url: string;
}

export const CALENDAR_TYPE = 'text/calendar; charset=utf-8';
const ZONE = 'Asia/Shanghai';

/** China has kept one zone without summer time since 1991; the zone travels with the file for calendars that know none. */
const ZONE_COMPONENT = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19910915T010000',
  'TZOFFSETFROM:+0900',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\n');

/**
 * A time as it stands on a clock in Shandong. The library would print a plain Date in the zone of the machine it runs on;
 * this has the shape of the luxon dates it knows, and knows one zone only.
 */
const inShandong = (instant: Instant) => {
  const clock = new Date(instant + 8 * HOUR).toISOString();
  const digits = clock.replace(/[-:]/g, '');
  const time = {
    isValid: true,
    zone: { type: 'iana' },
    setZone: () => time,
    toJSDate: () => new Date(instant),
    toJSON: () => clock,
    toFormat: (format: string): string => (format === 'HHmmss' ? digits.slice(9, 15) : digits.slice(0, 8)),
  };
  return time;
};

/** One event as a file. No METHOD: RFC 5546 would then want an organizer with an address to answer to. */
export function calendarFile(entry: CalendarEntry): string {
  const calendar = ical({
    prodId: { company: 'Shandong Cord Blood Bank', product: 'portal', language: 'ZH' },
    // Named per event, not for the calendar: the library would print the UTC stamps in that zone too.
    timezone: { name: null, generator: () => ZONE_COMPONENT },
  });
  calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    timezone: ZONE,
    start: inShandong(entry.starts),
    end: inShandong(entry.ends),
    stamp: new Date(entry.changed),
    lastModified: new Date(entry.changed),
    summary: entry.title,
    description: entry.description,
    location: entry.place,
    url: entry.url,
  });
  return calendar.toString();
}
