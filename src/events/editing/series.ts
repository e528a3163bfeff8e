/** A series: a rule that makes dates. Days the State Council gives off are left out, not moved. Pure. */
import {
  addDays,
  addMonths,
  civilDate,
  daysInMonth,
  partsOf,
  type CivilDate,
  type HolidayCalendar,
} from '../../shared/civil-date.ts';

export interface SeriesRule {
  readonly every: 'week' | 'month';
  /** Every so many weeks or months. */
  readonly interval: number;
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number;
  /** Of a month: the first to the fourth such weekday, or −1 for the last; null for weeks. */
  readonly nth: number | null;
  /** Both included. */
  readonly from: CivilDate;
  readonly until: CivilDate;
}

/** Nobody plans further; and a slip of the pen makes no thousand drafts. */
export const MOST_DATES = 60;

const weekdayOf = (date: CivilDate): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

/** The rule that begins with this very day: each Saturday, or each second Saturday of the month. */
export function ruleFrom(
  from: CivilDate,
  { every, interval, until }: Pick<SeriesRule, 'every' | 'interval' | 'until'>,
): SeriesRule {
  const { day } = partsOf(from);
  const nth = every === 'week' ? null : day > 28 ? -1 : Math.ceil(day / 7);
  return { every, interval, weekday: weekdayOf(from), nth, from, until };
}

/** The nth such weekday of a month. */
function nthWeekday(year: number, month: number, weekday: number, nth: number): CivilDate {
  const first = civilDate(year, month, 1) as CivilDate;
  const earliest = addDays(first, (weekday - weekdayOf(first) + 7) % 7);
  if (nth > 0) return addDays(earliest, 7 * (nth - 1));
  const weeks = Math.floor((daysInMonth(year, month) - partsOf(earliest).day) / 7);
  return addDays(earliest, 7 * weeks);
}

export interface SeriesDates {
  readonly dates: readonly CivilDate[];
  /** Days the rule names on which nobody works. */
  readonly skipped: readonly CivilDate[];
}

/** The days of a rule, holidays left out, at most `MOST_DATES`. */
export function datesOf(rule: SeriesRule, calendar: HolidayCalendar): SeriesDates {
  const dates: CivilDate[] = [];
  const skipped: CivilDate[] = [];
  for (let step = 0; step < 10 * MOST_DATES && dates.length < MOST_DATES; step++) {
    const date = nthDate(rule, step);
    if (date > rule.until) break;
    if (date < rule.from) continue;
    (calendar.daysOff.has(date) ? skipped : dates).push(date);
  }
  return { dates, skipped };
}

function nthDate(rule: SeriesRule, step: number): CivilDate {
  if (rule.every === 'week') return addDays(rule.from, 7 * rule.interval * step);
  const { year, month } = partsOf(rule.from);
  const first = civilDate(year, month, 1) as CivilDate;
  const { year: y, month: m } = partsOf(addMonths(first, rule.interval * step));
  return nthWeekday(y, m, rule.weekday, rule.nth ?? 1);
}

/** Years of these dates whose holidays are not known yet: the State Council announces them late in the year before. */
export const unknownYears = (dates: readonly CivilDate[], calendar: HolidayCalendar): readonly number[] => {
  const known = new Set([...calendar.daysOff].map((date) => Number(date.slice(0, 4))));
  return [...new Set(dates.map((date) => partsOf(date).year))].filter((year) => !known.has(year));
};
