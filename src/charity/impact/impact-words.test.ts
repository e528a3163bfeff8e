import { describe, expect, it } from 'vitest';
import { FUND_POINTS, IMPACT } from './figures.ts';
import { dotRows, dots, helpedWords, sumWords } from './impact-words.ts';

describe('figures of the programmes', () => {
  it('keep “余” where the source gives a lower bound, and only there', () => {
    expect(sumWords(1_000_000_000, true, 'zh')).toBe('1000万余元');
    expect(sumWords(216_000_000, false, 'zh')).toBe('216万元');
    expect(sumWords(1_000_000_000, true, 'en')).toBe('over ¥10 million');
    expect(sumWords(216_000_000, false, 'en')).toBe('¥2.16 million');
    expect(helpedWords({ kind: 'families', count: 200, andMore: true }, 'zh')).toBe('200余个家庭');
    expect(helpedWords({ kind: 'patients', count: 164, andMore: false }, 'en')).toBe('164 patients');
  });

  it('draw one dot for one person', () => {
    expect(dots(164, 34).match(/M/g)).toHaveLength(164);
    expect([dotRows(164, 34), dotRows(170, 34), dotRows(171, 34)]).toEqual([5, 5, 6]);
    expect(dots(3, 2)).toBe('M1 1h0M3 1h0M1 3h0');
  });

  it('agree with one another: the fund’s last point is its total', () => {
    const fund = IMPACT.find(({ programme }) => programme === 'aid-fund');
    expect(FUND_POINTS.at(-1)).toMatchObject({ fen: fund?.money.fen, patients: fund?.helped.count });
    const times = FUND_POINTS.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});
