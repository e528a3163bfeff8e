import { describe, expect, it } from 'vitest';
import { asCivilDate } from '../../shared/civil-date.ts';
import { licenceNotice } from './licence-notice.ts';
import { licenceStanding } from './licence-standing.ts';

const until = asCivilDate('2028-06-30');
const on = (day: string) => licenceStanding(until, asCivilDate(day));

describe('the licence', () => {
  it('holds on its last day, and is over the day after', () => {
    expect(on('2028-06-30')).toEqual({ kind: 'ends-soon', daysLeft: 0 });
    expect(on('2028-07-01')).toEqual({ kind: 'over', daysSince: 1 });
  });
  it('warns from ninety days before its end', () => {
    expect(on('2028-03-31').kind).toBe('valid');
    expect(on('2028-04-01')).toEqual({ kind: 'ends-soon', daysLeft: 90 });
  });
  it('is not called valid when nobody entered its end', () => {
    expect(licenceStanding(null, asCivilDate('2026-11-25'))).toEqual({ kind: 'not-configured' });
  });
});

describe('whoever has to renew the licence', () => {
  const told = (day: string) => licenceNotice(until, asCivilDate(day), 'zh');
  it('is told nothing while it runs, the days from ninety before its end, and that it is over', () => {
    expect(told('2028-03-31')).toBeNull();
    expect(told('2028-04-01')).toMatchObject({ title: '执业许可证还有90天到期', isOver: false });
    expect(told('2028-07-02')).toMatchObject({ title: '执业许可证过期2天了', isOver: true });
    expect(licenceNotice(null, asCivilDate('2028-07-02'), 'zh')).toBeNull();
  });
});
