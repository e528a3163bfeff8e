import { describe, expect, it } from 'vitest';
import { asCivilDate } from '#src/shared/civil-date.ts';
import {
  firstMonthOf,
  lastMonthOf,
  latestPublishable,
  nextPublication,
  quarterAfter,
  quarterBefore,
  quarterOf,
} from './quarter.ts';

const on = asCivilDate;

describe('quarters', () => {
  it('hold three months each and follow one another over New Year', () => {
    expect(['2026-01', '2026-03', '2026-04', '2026-12'].map(quarterOf)).toEqual([
      '2026-Q1',
      '2026-Q1',
      '2026-Q2',
      '2026-Q4',
    ]);
    expect([firstMonthOf('2026-Q4'), lastMonthOf('2026-Q4')]).toEqual(['2026-10', '2026-12']);
    expect([quarterAfter('2026-Q4'), quarterBefore('2027-Q1')]).toEqual(['2027-Q1', '2026-Q4']);
  });

  it('are published fifteen days after their end, not a day earlier', () => {
    expect(latestPublishable(on('2027-01-14'), 15)).toBe('2026-Q3');
    expect(latestPublishable(on('2027-01-15'), 15)).toBe('2026-Q4');
    expect(nextPublication(on('2026-11-20'), 15)).toEqual({ quarter: '2026-Q4', from: '2027-01-15' });
    expect(nextPublication(on('2027-01-14'), 15)).toEqual({ quarter: '2026-Q4', from: '2027-01-15' });
    expect(nextPublication(on('2027-01-15'), 15)).toEqual({ quarter: '2027-Q1', from: '2027-04-15' });
  });

  it('are published on the day after their end at the earliest, never before a quarter is over', () => {
    expect(latestPublishable(on('2027-01-01'), 1)).toBe('2026-Q4');
    expect(latestPublishable(on('2026-12-31'), 1)).toBe('2026-Q3');
  });
});
