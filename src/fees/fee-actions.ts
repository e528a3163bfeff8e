/** The one thing a family does here: start a payment. */
import { defineAction } from 'astro:actions';
import { admitAction } from '../accounts/guard.ts';
import { err, type Result } from '../shared/result.ts';
import { startCheckout, type CheckoutRefusal } from './payment/start-checkout.ts';

export const feeActions = {
  /** Form field `order`. Answers the hosted page's address; the page redirects to it. */
  pay: defineAction({
    accept: 'form',
    handler: async (
      form,
      context,
    ): Promise<Result<{ readonly url: string }, CheckoutRefusal | 'sign-in-needed'>> => {
      const access = await admitAction(context, 'fees.pay');
      if (!access.ok) return access;
      const orderId = form.get('order');
      const { familyId, actor } = access.value;
      if (typeof orderId !== 'string' || familyId === null) return err('not-found');
      const { deps, locale } = context.locals;
      return startCheckout(deps, { orderId, familyId, locale, actor });
    },
  }),
};
