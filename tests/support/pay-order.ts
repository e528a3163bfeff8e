/** The provider's word that an order's money has come, without a provider: for tests of what follows. */
import { applyPaymentEvent } from '../../src/fees/payment/apply-payment-event.ts';
import { createOrder } from '../../src/fees/orders/create-order.ts';
import type { Order } from '../../src/fees/index.ts';
import type { PaymentEvent, PaymentProvider } from '../../src/platform/payments/index.ts';
import { expectOk, ok } from '../../src/shared/result.ts';
import { contractToPay } from './contract-to-pay.ts';
import type { House } from './house.ts';

/** A provider that knows how every payment was made, so that receipts are written. */
export const ANY_CARD = {
  realMoney: false,
  methodOf: () => Promise.resolve(ok('card')),
} as unknown as PaymentProvider;

let told = 0;

export const payOrder = (
  house: House,
  order: Order,
  change: Partial<Extract<PaymentEvent, { kind: 'paid' }>> = {},
) =>
  applyPaymentEvent(house.deps, {
    id: `evt_paid_${++told}`,
    type: 'checkout.session.completed',
    orderId: order.id,
    kind: 'paid',
    checkoutId: `cs_${order.id}`,
    paymentId: `pi_${order.id}`,
    amountFen: order.amountFen,
    currency: 'cny',
    ...change,
  });

/** A signed contract with its first order open. */
export async function firstOrder(house: House, traits: Parameters<typeof contractToPay>[1] = {}) {
  const contract = await contractToPay(house, traits);
  const made = expectOk(await createOrder(house.deps, { contractId: contract.contractId, sequence: 1 }));
  const order = (await house.deps.read.orders.byId(made?.orderId ?? '')) as Order;
  return { ...contract, order };
}
