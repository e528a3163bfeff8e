/** Asked when a unit is stored, and by the pages: until when is its storage paid? */
import type { Policies } from '../../content/policies.ts';
import { today, type CivilDate } from '../../shared/civil-date.ts';
import type { Instant } from '../../shared/clock.ts';
import type { OrderStore } from '../orders/order-store.ts';
import { paidThrough } from './paid-through.ts';

export interface PaidCover {
  readonly contractId: string;
  readonly storedAt: Instant;
}

/** The last paid day of a stored unit (Shandong's calendar), or null when nothing of its contract is paid. */
export async function coverOfUnit(
  orders: Pick<OrderStore, 'ofContract'>,
  policies: Pick<Policies, 'fees'>,
  unit: PaidCover,
): Promise<CivilDate | null> {
  const paid = (await orders.ofContract(unit.contractId)).filter((order) => order.state === 'paid');
  const [first] = paid;
  if (!first) return null;
  return paidThrough(policies.fees.version(first.policyVersion), {
    plan: first.plan,
    paidPayments: paid.length,
    storedOn: today(unit.storedAt),
  });
}
