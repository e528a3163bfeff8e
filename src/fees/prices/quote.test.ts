import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadPolicies, type PlanId } from '../../content/policies.ts';
import { asCivilDate } from '../../shared/civil-date.ts';
import { sumFen, yuan } from '../../shared/money.ts';
import { paidThrough } from './paid-through.ts';
import { overtakesInYear, quote } from './quote.ts';

const policy = loadPolicies().fees.version('2026-01-01');
const of = (plan: PlanId, babies = 1) => quote(policy, { plan, babies });
const PLANS: readonly PlanId[] = ['yearly', 'prepaid', 'instalments-12', 'instalments-24'];

describe('a quote', () => {
  test('by the year is ¥5,800 now and ¥18,150 over twenty years', () => {
    const yearly = of('yearly');
    expect(yearly.dueNow.amountFen).toBe(yuan(5800));
    expect(yearly.totalFen).toBe(yuan(18_150));
    expect(yearly.costByYear[9]).toBe(yuan(11_650));
  });

  test('by instalments costs the same as paying once: there is no interest', () => {
    expect(of('prepaid').totalFen).toBe(yuan(16_800));
    expect(of('instalments-12').payments.map((payment) => payment.amountFen)).toEqual(
      Array.from({ length: 12 }, () => yuan(1400)),
    );
    expect(of('instalments-24').totalFen).toBe(yuan(16_800));
    expect(of('instalments-24').costByYear.slice(0, 2)).toEqual([yuan(8400), yuan(16_800)]);
  });

  test('says what works against us: by the year is dearer only from year 18 on', () => {
    expect(overtakesInYear(of('yearly'), of('prepaid'))).toBe(18);
    expect(overtakesInYear(of('prepaid'), of('prepaid'))).toBeNull();
  });

  test('for twins has two lines of fees, each naming its baby', () => {
    const { dueNow } = of('yearly', 2);
    expect(dueNow.lines.map((line) => [line.baby, line.amountFen])).toEqual([
      [1, yuan(5800)],
      [2, yuan(5800)],
    ]);
    expect(dueNow.lines[1]?.label.zh).toContain('第2个宝宝');
  });

  test('adds up, whatever the plan and however many babies', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PLANS), fc.integer({ min: 1, max: 4 }), (plan, babies) => {
        const one = of(plan, babies);
        expect(sumFen(one.payments.map((payment) => payment.amountFen))).toBe(one.totalFen);
        expect(sumFen(one.lines.map((line) => line.amountFen))).toBe(one.totalFen);
        expect(one.costByYear.at(-1)).toBe(one.totalFen);
        expect(one.totalFen).toBe(of(plan).totalFen * babies);
      }),
    );
  });
});

describe('storage is paid through', () => {
  const storedOn = asCivilDate('2027-02-28');
  const day = (plan: PlanId, paidPayments: number) => paidThrough(policy, { plan, paidPayments, storedOn });

  test('one year from the day of storage for each yearly payment, not from the day of paying', () => {
    expect(day('yearly', 1)).toBe('2028-02-27');
    expect(day('yearly', 2)).toBe('2029-02-27');
    expect(day('yearly', 30)).toBe('2047-02-27');
  });

  test('the whole term once everything is paid, and a share of it for each instalment', () => {
    expect(day('prepaid', 1)).toBe('2047-02-27');
    expect(day('instalments-12', 12)).toBe('2047-02-27');
    expect(day('instalments-12', 3)).toBe('2032-02-27');
    expect(day('instalments-24', 1)).toBe('2027-12-27');
  });

  test('nowhere before the unit is stored or anything is paid', () => {
    expect(paidThrough(policy, { plan: 'yearly', paidPayments: 1, storedOn: null })).toBeNull();
    expect(day('yearly', 0)).toBeNull();
  });
});
