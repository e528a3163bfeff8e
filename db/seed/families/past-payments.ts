/** The payments the cast made before the demo began: the money is as invented as the people, and marked as sandbox. */
import type { PaymentProvider } from '../../../src/platform/payments/index.ts';
import { err, ok } from '../../../src/shared/result.ts';

export const pastPayments = (checkoutOrigin: string): PaymentProvider => ({
  checkoutOrigin,
  realMoney: false,
  createCheckout: async ({ orderId }) =>
    ok({ checkoutId: `cs_sample_${orderId}`, url: `${checkoutOrigin}/pay/cs_sample_${orderId}` }),
  expireCheckout: async () => ok(),
  methodOf: async () => ok('wechat-pay'),
  readEvent: () => err('unreadable'),
  refund: async () => err('payments-refused'),
});
