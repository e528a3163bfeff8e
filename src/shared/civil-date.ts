import type { Instant } from './clock.ts';
import { DAY, HOUR } from './clock.ts';

declare const civil: unique symbol;
/** A day on the calendar, `YYYY-MM-DD`: a due date, a birth date. Never an instant, so it has no time zone. */
export type CivilDate = string & { readonly [civil]: true };

/** China has kept one zone without summer time since 1991. */
const SHANGHAI = 8 * HOUR;

const pad = (n: number, width: number): string => String(n).padStart(width, '0');
const utc = (date: CivilDate): number => Date.parse(`${date}T00:00:00Z`);
const fromUtc = (ms: number): CivilDate => new Date(ms).toISOString().slice(0, 10) as CivilDate;

export const daysInMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Null when there is no such day (30 February) or the year is outside 1800–2199. */
export function civilDate(year: number, month: number, day: number): CivilDate | null {
  const whole = [year, month, day].every(Number.isInteger);
  if (!whole || year < 1800 || year > 2199 || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CivilDate;
}

/** Reads `2027-6-1` and `2027-06-01`, full-width digits too; null when there is no such day. */
export function parseCivilDate(raw: string): CivilDate | null {
  const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(raw.normalize('NFKC').replace(/\s/g, ''));
  return parts ? civilDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) : null;
}

/** For a value that is known to be a date (a column, a literal in a policy); a wrong one is a bug. */
export function asCivilDate(value: string): CivilDate {
  const date = parseCivilDate(value);
  if (!date) throw new Error(`not a calendar day: ${value}`);
  return date;
}

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}
export const partsOf = (date: CivilDate): DateParts => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
});

export const addDays = (date: CivilDate, days: number): CivilDate => fromUtc(utc(date) + days * DAY);

/** The same day of a later month, or that month's last day: 31 January + 1 month is 28 February. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const y = Math.floor(index / 12);
  const m = (index % 12) + 1;
  return `${pad(y, 4)}-${pad(m, 2)}-${pad(Math.min(day, daysInMonth(y, m)), 2)}` as CivilDate;
}
export const addYears = (date: CivilDate, years: number): CivilDate => addMonths(date, years * 12);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number =>
  Math.round((utc(to) - utc(from)) / DAY);

/** Completed years of age on a day; someone born on 29 February is a year older on 1 March. */
export function ageOn(birth: CivilDate, on: CivilDate): number {
  const years = partsOf(on).year - partsOf(birth).year;
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** The calendar day it is in Shandong at an instant. */
export const today = (now: Instant): CivilDate => fromUtc(now + SHANGHAI);

/** The first instant of a calendar day in Shandong. */
export const startOfDay = (date: CivilDate): Instant => utc(date) - SHANGHAI;

/** From the State Council's yearly notice; data, never computed (the lunar year cannot be). */
export interface HolidayCalendar {
  /** Days off, weekends inside a holiday included. */
  readonly daysOff: ReadonlySet<string>;
  /** Weekend days the notice turns into working days. */
  readonly workdays: ReadonlySet<string>;
}

export function isWorkday(date: CivilDate, calendar: HolidayCalendar): boolean {
  if (calendar.workdays.has(date)) return true;
  const weekday = new Date(utc(date)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !calendar.daysOff.has(date);
}

/**
 * Working days after `from` up to and including `to`; 0 when `to` is not later. Counted by whole weeks and corrected for the
 * calendar's own days, so that a wait of years costs no more than one of days.
 */
export function workdaysBetween(from: CivilDate, to: CivilDate, calendar: HolidayCalendar): number {
  const days = daysBetween(from, to);
  if (days <= 0) return 0;
  const within = (date: string): boolean => date > from && date <= to;
  const isWeekend = (date: string): boolean => [0, 6].includes(new Date(utc(date as CivilDate)).getUTCDay());
  const first = new Date(utc(from)).getUTCDay() + 1;
  let count = Math.floor(days / 7) * 5;
  for (let day = 0; day < days % 7; day++) if (![0, 6].includes((first + day) % 7)) count += 1;
  for (const day of calendar.daysOff)
    if (within(day) && !isWeekend(day) && !calendar.workdays.has(day)) count -= 1;
  for (const day of calendar.workdays) if (within(day) && isWeekend(day)) count += 1;
  return count;
}

/** The day `count` working days after `date`; the day itself does not count. */
export function addWorkdays(date: CivilDate, count: number, calendar: HolidayCalendar): CivilDate {
  let day = date;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (isWorkday(day, calendar)) left -= 1;
  }
  return day;
}
