/** What happens with money once another capability's transaction has committed. */
import type { JobHandler } from '../platform/outbox/outbox.ts';
import { createOrder, type CreateOrderDeps } from './create-order.ts';
import { makeReceipt, type MakeReceiptDeps } from './make-receipt.ts';

const idIn = (payload: Record<string, unknown>, name: string): string => {
  const id = payload[name];
  if (typeof id !== 'string') throw new Error(`job without ${name}`);
  return id;
};

/** Throws on what should be tried again, so that the worker does. */
const settled = (result: { readonly ok: boolean; readonly code?: string }, what: string): void => {
  if (!result.ok) throw new Error(`${what}: ${result.code ?? 'failed'}`);
};

/** Outbox topics the fees answer to. */
export const jobs = (
  deps: CreateOrderDeps & MakeReceiptDeps,
): Record<'contract.signed' | 'order.paid', JobHandler> => ({
  'contract.signed': async (payload) => {
    settled(await createOrder(deps, { contractId: idIn(payload, 'contractId'), sequence: 1 }), 'first order');
  },
  'order.paid': async (payload) => {
    const orderId = idIn(payload, 'orderId');
    const order = await deps.read.orders.byId(orderId);
    if (!order) throw new Error('order.paid: no such order');
    settled(
      await createOrder(deps, { contractId: order.contractId, sequence: order.sequence + 1 }),
      'next order',
    );
    settled(await makeReceipt(deps, { orderId }), 'receipt');
  },
});
