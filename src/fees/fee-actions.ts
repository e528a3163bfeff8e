/** What a family does here, start a payment, and what finance does: settle money that is held. */
import { defineAction } from 'astro:actions';
import { admitAction } from '../accounts/guard.ts';
import { err, type Result } from '../shared/result.ts';
import {
  confirmSettlement,
  proposeSettlement,
  withdrawSettlement,
  type SettleRefusal,
} from './held/settle-held.ts';
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

  /** Form fields `id`, `version`, `decision` and, to propose, `reason`, which comes back when it is refused. */
  settleHeld: defineAction({
    accept: 'form',
    handler: async (
      form,
      context,
    ): Promise<
      Result<undefined, SettleRefusal | 'sign-in-needed' | 'bad-request', { readonly reason: string }>
    > => {
      const text = (name: string): string => {
        const value = form.get(name);
        return typeof value === 'string' ? value : '';
      };
      const reason = text('reason');
      const access = await admitAction(context, 'fees.settleHeld');
      if (!access.ok) return err(access.code, { reason });
      const { deps } = context.locals;
      const cmd = { id: text('id'), version: Number(text('version')), actor: access.value.actor };
      const decision = text('decision');
      const done =
        decision === 'propose'
          ? await proposeSettlement(deps, { ...cmd, reason })
          : decision === 'confirm'
            ? await confirmSettlement(deps, cmd)
            : decision === 'withdraw'
              ? await withdrawSettlement(deps, cmd)
              : err('bad-request');
      return done.ok ? done : err(done.code, { reason });
    },
  }),
};
