import { describe, expect, it } from 'vitest';
import { MAINLAND } from '../../shared/calendar/mainland.ts';
import { asCivilDate } from '../../shared/civil-date.ts';
import { datesOf, MOST_DATES, ruleFrom, unknownYears } from './series.ts';

const day = asCivilDate;
const rule = (from: string, every: 'week' | 'month', until: string, interval = 1) =>
  ruleFrom(day(from), { every, interval, until: day(until) });

describe('a series', () => {
  it('meets every Saturday, and leaves out the days the State Council gives off', () => {
    // 19–21 June and 25–27 September 2026 are holidays; 20 June and 26 September are Saturdays.
    const { dates, skipped } = datesOf(rule('2026-06-06', 'week', '2026-06-27'), MAINLAND);
    expect(dates).toEqual(['2026-06-06', '2026-06-13', '2026-06-27']);
    expect(skipped).toEqual(['2026-06-20']);
  });

  it('meets every other week when it says so', () => {
    expect(datesOf(rule('2026-11-07', 'week', '2026-12-06', 2), MAINLAND).dates).toEqual([
      '2026-11-07',
      '2026-11-21',
      '2026-12-05',
    ]);
  });

  it('meets on the second Saturday of each month, whatever its date', () => {
    expect(datesOf(rule('2026-11-14', 'month', '2027-02-28'), MAINLAND).dates).toEqual([
      '2026-11-14',
      '2026-12-12',
      '2027-01-09',
      '2027-02-13',
    ]);
  });

  it('meets on the last Friday of each month when it begins on one after the 28th', () => {
    expect(datesOf(rule('2026-10-30', 'month', '2027-01-31'), MAINLAND).dates).toEqual([
      '2026-10-30',
      '2026-11-27',
      '2026-12-25',
      '2027-01-29',
    ]);
  });

  it('says of which years the holidays are not known yet', () => {
    const { dates } = datesOf(rule('2026-11-14', 'month', '2028-02-28'), MAINLAND);
    expect(unknownYears(dates, MAINLAND)).toEqual([2027, 2028]);
  });

  it('is never endless', () => {
    expect(datesOf(rule('2026-01-05', 'week', '2190-01-01'), MAINLAND).dates).toHaveLength(MOST_DATES);
  });

  it('is empty when it ends before it begins', () => {
    expect(datesOf(rule('2026-11-14', 'week', '2026-11-01'), MAINLAND)).toEqual({ dates: [], skipped: [] });
  });
});
