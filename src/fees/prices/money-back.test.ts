import { describe, expect, it } from 'vitest';
import { loadPolicies } from '#src/content/policies.ts';
import { yuan } from '#src/shared/money.ts';
import { backInCase, stoppedAfter } from './money-back.ts';
import { quote } from './quote.ts';

const policies = loadPolicies();
const fees = policies.fees.version('2026-01-01');
const refunds = policies.refunds.version('2026-01-01');
const plan = (id: 'yearly' | 'prepaid' | 'instalments-12' | 'instalments-24', babies = 1) =>
  quote(fees, { plan: id, babies });

describe('stopping early', () => {
  it('gives back the unused years of a prepaid plan at the discounted price, not at the list price', () => {
    expect(stoppedAfter(plan('prepaid'), 5)).toEqual({
      years: 5,
      paidFen: yuan(16_800),
      backFen: yuan(12_600),
      costFen: yuan(4_200),
    });
  });
  it('counts only what was paid so far of a plan in instalments', () => {
    expect(stoppedAfter(plan('instalments-24'), 1)).toMatchObject({
      paidFen: yuan(8_400),
      backFen: yuan(7_560),
    });
    expect(stoppedAfter(plan('instalments-12'), 1).backFen).toBe(yuan(15_960));
  });
  it('leaves nothing to give back to whoever pays each year', () => {
    expect(stoppedAfter(plan('yearly'), 5)).toMatchObject({ paidFen: yuan(8_400), backFen: 0 });
  });
  it('gives back nothing after the whole term, and twice as much for twins', () => {
    expect(stoppedAfter(plan('prepaid'), 20).backFen).toBe(0);
    expect(stoppedAfter(plan('prepaid', 2), 5).backFen).toBe(yuan(25_200));
    expect(() => stoppedAfter(plan('prepaid'), 21)).toThrow('year 21');
  });
  it('never keeps a fen more than the years used are worth', () => {
    const odd = { ...plan('prepaid'), totalFen: 1_000_001, costByYear: Array<number>(20).fill(1_000_001) };
    for (let year = 1; year <= 20; year += 1) {
      const { costFen } = stoppedAfter(odd, year);
      expect(costFen).toBeLessThanOrEqual((1_000_001 * year) / 20);
    }
  });
});

describe('the refund scheme in money', () => {
  it('keeps the disclosed cost of the tests for each unit that was tested, and nothing else', () => {
    expect(backInCase(refunds, 'everything', { paidFen: yuan(5_800), babies: 1 })).toBe(yuan(5_800));
    expect(backInCase(refunds, 'less-test-cost', { paidFen: yuan(11_600), babies: 2 })).toBe(yuan(10_640));
    expect(backInCase(refunds, 'less-test-cost', { paidFen: yuan(100), babies: 1 })).toBe(0);
    expect(backInCase(refunds, 'unused-whole-years', { paidFen: yuan(16_800), babies: 1 })).toBeNull();
  });
});
