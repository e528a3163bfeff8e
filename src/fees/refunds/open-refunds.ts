/** Puts what has to go back before finance, in the transaction that made it due. Two people settle each case (`held/`). */
import type { Policies } from '../../content/policies.ts';
import type { AuditTrail } from '../../platform/audit/audit-trail.ts';
import { asCivilDate } from '../../shared/civil-date.ts';
import type { Clock } from '../../shared/clock.ts';
import { newId } from '../../shared/ids.ts';
import { next } from '../../shared/machines/machine.ts';
import { heldTable, NO_HELD_FACTS, type HeldMoney } from '../held/held.ts';
import type { HeldStore } from '../held/held-store.ts';
import type { OrderStore } from '../orders/order-store.ts';
import { fallenAway, refundDue } from './refund-due.ts';

export interface RefundTx {
  readonly orders: OrderStore;
  readonly heldMoney: HeldStore;
  readonly audit: AuditTrail;
}

const FEES = { kind: 'system', id: 'fees' } as const;

/**
 * One case for each payment and each unit of the contract that fell away; called again, it adds only what is missing, such as
 * the case of a payment that arrived after the news. A case nobody confirmed yet is closed when another kit left meanwhile.
 */
export async function openRefunds(
  tx: RefundTx,
  deps: { readonly now: Clock; readonly policies: Pick<Policies, 'refunds'> },
  contractId: string,
): Promise<void> {
  const [orders, units] = await Promise.all([
    tx.orders.ofContract(contractId),
    tx.orders.unitsOf(contractId),
  ]);
  const paid = orders.filter((order) => order.paidAt !== null);
  const [first] = paid;
  if (!first) return;
  const policy = deps.policies.refunds.current(asCivilDate(first.policyVersion));
  const gone = fallenAway(units);
  const known: HeldMoney[] = [];
  for (const { id, paymentId } of paid)
    if (paymentId !== null) known.push(...(await tx.heldMoney.ofPayment(id, paymentId)));
  for (const unit of gone)
    for (const { orderId, paymentId, amountFen } of refundDue(policy, unit, paid)?.parts ?? []) {
      if (paymentId === null || known.some((one) => one.orderId === orderId && one.forUnit === unit.id))
        continue;
      const order = paid.find((one) => one.id === orderId);
      const id = newId('heldMoney', deps.now());
      await tx.heldMoney.add({
        id,
        orderId,
        paymentId,
        why: 'unit-fell-away',
        forUnit: unit.id,
        owedFen: order?.amountFen ?? amountFen,
        receivedAmount: amountFen,
        currency: 'cny',
        receivedAt: deps.now(),
        state: 'held',
        reason: null,
        proposedBy: null,
        proposedAt: null,
        confirmedBy: null,
        confirmedAt: null,
        version: 1,
      });
      await tx.audit.record({
        action: 'refund.opened',
        actor: FEES,
        object: { kind: 'held-money', id },
        details: { orderId, paymentId, unit: unit.id, amountFen, rule: policy.version },
      });
    }
  for (const held of known) {
    if (held.why !== 'unit-fell-away' || gone.some((unit) => unit.id === held.forUnit)) continue;
    const to = next(heldTable, held.state, 'no-longer-due', 'system', NO_HELD_FACTS);
    if (!to.ok || !(await tx.heldMoney.save(held, { state: to.value }))) continue;
    await tx.audit.record({
      action: 'refund.no-longer-due',
      actor: FEES,
      object: { kind: 'held-money', id: held.id },
      details: { orderId: held.orderId, unit: held.forUnit },
    });
  }
}
