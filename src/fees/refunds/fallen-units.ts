/** For each unit of a family that fell away: what comes back, by when, and how far finance has come with it. Pure. */
import type { Policies, RefundsPolicy } from '../../content/policies.ts';
import { today, type CivilDate } from '../../shared/civil-date.ts';
import type { Fen } from '../../shared/money.ts';
import type { HeldMoney } from '../held/held.ts';
import type { Order } from '../orders/order.ts';
import { backBy, fallenAway, refundDue, type PaidUnit, type RefundDue } from './refund-due.ts';

export type FamilyUnit = PaidUnit & { readonly contractId: string | null };

/** `with-finance`: no money has moved. `on-its-way`: the provider was asked. `returned`: the provider reported it. */
export type RefundStanding = 'nothing' | 'with-finance' | 'on-its-way' | 'returned';

export interface FallenUnit {
  readonly unit: FamilyUnit;
  readonly contractId: string;
  readonly refund: RefundDue;
  readonly standing: RefundStanding;
  /** The last day of the contract's promise; null when finance has no case yet. */
  readonly by: CivilDate | null;
  readonly late: boolean;
  /** When the contract promises it back. */
  readonly timing: Pick<RefundsPolicy, 'payWithinDays' | 'countedFrom'>;
  /** The figures are not confirmed. */
  readonly sample: boolean;
}

export function fallenUnits(facts: {
  readonly orders: readonly Order[];
  readonly units: readonly FamilyUnit[];
  /** `heldMoney.refundsOf()` */
  readonly cases: readonly HeldMoney[];
  readonly policies: Pick<Policies, 'refunds'>;
  readonly on: CivilDate;
}): FallenUnit[] {
  const contracts = [...new Set(facts.units.flatMap(({ contractId }) => contractId ?? []))];
  return contracts.flatMap((contractId) => {
    const orders = facts.orders.filter((order) => order.contractId === contractId);
    // The first order is made when the contract is signed: the scheme of that day is the contract's.
    const signedOn = Math.min(...orders.map(({ createdAt }) => createdAt));
    const policy = facts.policies.refunds.current(orders.length > 0 ? today(signedOn) : facts.on);
    return fallenAway(facts.units.filter((unit) => unit.contractId === contractId)).flatMap((unit) => {
      const refund = refundDue(policy, unit, orders);
      if (!refund) return [];
      const cases = facts.cases.filter((one) => one.forUnit === unit.id && one.state !== 'closed');
      const opened = cases.map(({ receivedAt }) => receivedAt);
      const by = opened.length > 0 ? backBy(policy, Math.min(...opened)) : null;
      const standing = standingOf(refund, cases);
      return [
        {
          unit,
          contractId,
          refund,
          standing,
          by,
          late: by !== null && by < facts.on && standing !== 'returned',
          timing: policy,
          sample: !policy.confirmed,
        },
      ];
    });
  });
}

function standingOf(refund: RefundDue, cases: readonly HeldMoney[]): RefundStanding {
  if (refund.backFen === 0) return 'nothing';
  if (cases.length === 0 || cases.some(({ state }) => state === 'held' || state === 'proposed'))
    return 'with-finance';
  return cases.every(({ state }) => state === 'returned') ? 'returned' : 'on-its-way';
}

/** What has not come back yet, of all of them. */
export const stillToComeBack = (fallen: readonly FallenUnit[]): Fen =>
  fallen.reduce((sum, { standing, refund }) => (standing === 'returned' ? sum : sum + refund.backFen), 0);

/** The earliest of their days. */
export const earliestDay = (fallen: readonly FallenUnit[]): CivilDate | null =>
  fallen.flatMap(({ standing, by }) => (standing === 'returned' || by === null ? [] : [by])).toSorted()[0] ??
  null;
