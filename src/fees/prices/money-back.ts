/** What comes back when storage ends early, from the published refund scheme and the plan paid. Pure. */
import type { RefundsPolicy } from '../../content/policies.ts';
import { assertFen, type Fen } from '../../shared/money.ts';
import type { Quote } from './quote.ts';

/** A plan that is stopped at the end of a year of storage. */
export interface StoppedAfter {
  /** Whole years of storage used, from 1. */
  readonly years: number;
  readonly paidFen: Fen;
  readonly backFen: Fen;
  /** What the years used have cost: paid less what comes back. */
  readonly costFen: Fen;
}

/**
 * Stopped at the end of year `years` (1 to the whole term), everything due by then paid. Only whole unused years come back. A
 * discounted total is shared equally over the years of the term, so that nobody is charged the list price for the years used
 * (山东省消费者权益保护条例 30: a discount is shared pro rata). Paying each year leaves no year paid for and unused.
 */
export function stoppedAfter(plan: Quote, years: number): StoppedAfter {
  const paidFen = plan.costByYear[years - 1];
  if (paidFen === undefined) throw new Error(`year ${years} is not one of ${plan.termYears}`);
  // Rounded down, in the family's favour, when the total does not divide by the years.
  const usedFen = Math.floor((plan.totalFen * years) / plan.termYears);
  const backFen = plan.plan === 'yearly' ? 0 : Math.max(0, paidFen - usedFen);
  return { years, paidFen, backFen: assertFen(backFen), costFen: paidFen - backFen };
}

/** One case of the refund scheme in money: what comes back of `paidFen` for `babies` units. Null: it depends on the year. */
export function backInCase(
  refunds: RefundsPolicy,
  rule: RefundsPolicy['cases'][number]['rule'],
  paid: { readonly paidFen: Fen; readonly babies: number },
): Fen | null {
  switch (rule) {
    case 'everything':
      return paid.paidFen;
    case 'less-test-cost':
      return Math.max(0, paid.paidFen - refunds.testCostFen * paid.babies);
    case 'unused-whole-years':
      return null;
  }
}
