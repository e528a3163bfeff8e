/** What happens with money once another capability's transaction has committed. */
import type { JobHandler } from '../platform/outbox/outbox.ts';
import { DAY } from '../shared/clock.ts';
import { ok } from '../shared/result.ts';
import { askInstalment } from './orders/ask-instalment.ts';
import { createOrder } from './orders/create-order.ts';
import { makeReceipt, type MakeReceiptDeps } from './receipt/make-receipt.ts';
import { sendBack, type SendBackDeps } from './held/settle-held.ts';
import { openRefunds, type RefundTx } from './refunds/open-refunds.ts';
import type { Policies } from '../content/policies.ts';
import type { Transact } from '../shared/transaction.ts';
import { openYearlyFee, type OpenYearlyFeeDeps } from './orders/open-yearly-fee.ts';

const idIn = (payload: Record<string, unknown>, name: string): string => {
  const id = payload[name];
  if (typeof id !== 'string') throw new Error(`job without ${name}`);
  return id;
};

/** Throws on what should be tried again, so that the worker does. */
const settled = (result: { readonly ok: boolean; readonly code?: string }, what: string): void => {
  if (!result.ok) throw new Error(`${what}: ${result.code ?? 'failed'}`);
};

/** Storage begins weeks after payment at the earliest, so the first look is safely before the first year ends. */
const FIRST_LOOK = 270 * DAY;

/** Outbox topics the fees answer to. */
export const jobs = (
  deps: OpenYearlyFeeDeps &
    MakeReceiptDeps &
    SendBackDeps & {
      readonly policies: Pick<Policies, 'refunds'>;
      readonly transaction: Transact<RefundTx>;
    },
): Record<
  'contract.signed' | 'order.paid' | 'fees.ask-instalment' | 'fees.next-year' | 'held-money.return',
  JobHandler
> => ({
  'contract.signed': async (payload) => {
    settled(await createOrder(deps, { contractId: idIn(payload, 'contractId'), sequence: 1 }), 'first order');
  },
  'order.paid': async (payload) => {
    const orderId = idIn(payload, 'orderId');
    const order = await deps.read.orders.byId(orderId);
    if (!order) throw new Error('order.paid: no such order');
    // Money for a unit that fell away while it was on its way goes back as well.
    const transaction: Transact<RefundTx> = deps.transaction;
    await transaction(async (tx) => {
      await openRefunds(tx, deps, order.contractId);
      return ok();
    });
    settled(await makeReceipt(deps, { orderId }), 'receipt');
    const next = { contractId: order.contractId, sequence: order.sequence + 1 };
    const made = await createOrder(deps, next);
    // A contract that has ended meanwhile owes nothing more.
    if (!made.ok && made.code !== 'wrong-state') throw new Error(`next order: ${made.code}`);
    if (made.ok && made.value === null)
      await deps.transaction(async ({ outbox }) => {
        await outbox.add('fees.next-year', next, { notBefore: (order.paidAt ?? deps.now()) + FIRST_LOOK });
        return ok();
      });
  },
  'held-money.return': async (payload) => {
    settled(await sendBack(deps, { heldId: idIn(payload, 'heldId'), key: idIn(payload, 'key') }), 'return');
  },
  'fees.ask-instalment': async (payload) => {
    settled(await askInstalment(deps, { orderId: idIn(payload, 'orderId') }), 'ask instalment');
  },
  'fees.next-year': async (payload) => {
    const sequence = Number(payload['sequence']);
    settled(await openYearlyFee(deps, { contractId: idIn(payload, 'contractId'), sequence }), 'next year');
  },
});
