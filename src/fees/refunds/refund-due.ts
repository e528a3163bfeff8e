/** What comes back when a unit falls away: of which payments, by which rule of the refund policy, and what is asked no more. Pure. */
import type { RefundsPolicy } from '../../content/policies.ts';
import { addDays, today, type CivilDate } from '../../shared/civil-date.ts';
import type { Instant } from '../../shared/clock.ts';
import type { Fen } from '../../shared/money.ts';
import type { Order } from '../orders/order.ts';

/** A unit as money sees it. */
export interface PaidUnit {
  readonly id: string;
  readonly din: string;
  /** Which baby of the contract, from 1. */
  readonly baby: number;
  readonly state: string;
  readonly rejectReason: string | null;
}

const GONE = ['rejected', 'disposed', 'not-collected'];
const isGone = (unit: Pick<PaidUnit, 'state'>): boolean => GONE.includes(unit.state);

/**
 * The units that fell away, one for a baby: neither stored nor on the way any more. A kit that came back unused counts only
 * while no other one has left for the same baby.
 */
export function fallenAway<U extends Pick<PaidUnit, 'id' | 'baby' | 'state'>>(units: readonly U[]): U[] {
  const newest = new Map<number, U>();
  for (const unit of units.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
    if (!isGone(unit) || !newest.has(unit.baby) || isGone(newest.get(unit.baby) as U))
      newest.set(unit.baby, unit);
  return [...newest.values()].filter(isGone).toSorted((a, b) => a.baby - b.baby);
}

export type RefundReason = 'not-collected' | 'not-stored' | 'bank-at-fault';

/** Our own laboratory's mistake costs the family nothing; every other reason leaves the disclosed cost of testing. */
export const refundReason = (unit: Pick<PaidUnit, 'state' | 'rejectReason'>): RefundReason =>
  unit.state === 'not-collected'
    ? 'not-collected'
    : unit.rejectReason === 'processing'
      ? 'bank-at-fault'
      : 'not-stored';

type Paid = Pick<Order, 'id' | 'paidAt' | 'paymentId' | 'sequence' | 'lines'>;

export interface RefundPart {
  readonly orderId: string;
  readonly paymentId: string | null;
  readonly amountFen: Fen;
}

export interface RefundDue {
  readonly paidFen: Fen;
  readonly testCostFen: Fen;
  readonly backFen: Fen;
  readonly rule: RefundsPolicy['cases'][number];
  /** What goes back of each payment: the cost of testing is kept from the earliest. */
  readonly parts: readonly RefundPart[];
}

/**
 * Null when the policy has no such case. A line without a baby is shared by all babies of the contract; odd fen stay with
 * the first. `orders` may hold unpaid ones: they do not count.
 */
export function refundDue(
  policy: RefundsPolicy,
  unit: Pick<PaidUnit, 'baby' | 'state' | 'rejectReason'>,
  orders: readonly Paid[],
): RefundDue | null {
  const rule = policy.cases.find((row) => row.id === refundReason(unit));
  if (!rule) return null;
  const babies = Math.max(1, ...orders.flatMap((order) => order.lines.map((line) => line.baby ?? 1)));
  const shares = orders
    .filter((order) => order.paidAt !== null)
    .toSorted((a, b) => a.sequence - b.sequence)
    .map((order) => ({ order, fen: shareOf(order, unit.baby, babies) }));
  const paidFen = shares.reduce((sum, { fen }) => sum + fen, 0);
  const testCostFen = rule.rule === 'less-test-cost' ? Math.min(policy.testCostFen, paidFen) : 0;
  let kept = testCostFen;
  const parts = shares.flatMap(({ order, fen }): RefundPart[] => {
    const keep = Math.min(kept, fen);
    kept -= keep;
    return fen > keep ? [{ orderId: order.id, paymentId: order.paymentId, amountFen: fen - keep }] : [];
  });
  return { paidFen, testCostFen, backFen: paidFen - testCostFen, rule, parts };
}

const shareOf = (order: Pick<Paid, 'lines'>, baby: number, babies: number): Fen =>
  order.lines.reduce((sum, line) => {
    if (line.baby === baby) return sum + line.amountFen;
    if (line.baby !== undefined) return sum;
    const share = Math.floor(line.amountFen / babies);
    return sum + (baby === 1 ? line.amountFen - share * (babies - 1) : share);
  }, 0);

/** Whether an order is only for units that fell away: then it is asked for no more. `units`: those of its contract. */
export const asksForNothing = (
  order: Pick<Order, 'lines'>,
  units: readonly Pick<PaidUnit, 'id' | 'baby' | 'state'>[],
): boolean => {
  const gone = fallenAway(units).map(({ baby }) => baby);
  return gone.length > 0 && order.lines.every((line) => line.baby !== undefined && gone.includes(line.baby));
};

/** The last day to pay back: the contract's days, from the day the result was on record (clause “Refunds”). */
export const backBy = (policy: Pick<RefundsPolicy, 'payWithinDays'>, recordedAt: Instant): CivilDate =>
  addDays(today(recordedAt), policy.payWithinDays);
