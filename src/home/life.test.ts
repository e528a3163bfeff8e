import { describe, expect, it } from 'vitest';
import { asCivilDate } from '../shared/civil-date.ts';
import { lifeOf } from './life.ts';

const on = (day: string, born = '2026-12-20') =>
  lifeOf(
    {
      born: asCivilDate(born),
      stored: asCivilDate('2026-12-22'),
      years: 20,
      cords: 1,
      on: asCivilDate(day),
    },
    'zh',
  ).steps.map(({ state, when }) => `${state} ${when}`);

describe('the life of a cord', () => {
  it('of a child in the first year has nothing solid behind it, and the year is the year of birth', () => {
    for (const day of ['2026-12-23', '2027-02-01', '2027-12-19'])
      expect(on(day)).toEqual(['now 2026', 'todo 2036', 'todo 2044', 'todo 2046']);
  });
  it('is solid from birth to today from the first birthday on', () => {
    expect(on('2027-12-20')).toEqual(['done 2026', 'now 2027', 'todo 2036', 'todo 2044', 'todo 2046']);
    expect(on('2045-01-01').slice(0, 4)).toEqual(['done 2026', 'done 2036', 'done 2044', 'now 2045']);
  });
});
