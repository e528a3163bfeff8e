/** What the refund rules come to for a unit that was not stored. An estimate to show; finance pays it out. */
import type { RefundsPolicy } from '../../content/policies.ts';

export interface PaidLine {
  readonly baby?: number | undefined;
  readonly amountFen: number;
}

export interface RefundEstimate {
  readonly paidFen: number;
  readonly testCostFen: number;
  readonly backFen: number;
  readonly rule: RefundsPolicy['cases'][number];
}

/** Our own laboratory's mistake costs the family nothing; every other reason leaves the disclosed cost of testing. */
export const refundCase = (reason: string | null): 'bank-at-fault' | 'not-stored' =>
  reason === 'processing' ? 'bank-at-fault' : 'not-stored';

/**
 * `lines` are the lines of the paid orders. A line without a baby is shared by all of them; odd fen stay with the first.
 */
export function estimateRefund(
  policy: RefundsPolicy,
  reason: string | null,
  lines: readonly PaidLine[],
  baby: number,
  babies: number,
): RefundEstimate | null {
  const rule = policy.cases.find((row) => row.id === refundCase(reason));
  if (!rule) return null;
  const paidFen = lines.reduce((sum, line) => {
    if (line.baby === baby) return sum + line.amountFen;
    if (line.baby !== undefined) return sum;
    const share = Math.floor(line.amountFen / babies);
    return sum + (baby === 1 ? line.amountFen - share * (babies - 1) : share);
  }, 0);
  const testCostFen = rule.rule === 'less-test-cost' ? Math.min(policy.testCostFen, paidFen) : 0;
  return { paidFen, testCostFen, backFen: paidFen - testCostFen, rule };
}
