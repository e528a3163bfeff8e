/** What a family does here, start a payment, and what finance does: settle money that is held. */
import { defineAction } from 'astro:actions';
import { guarded } from '../accounts/guard.ts';
import { postedText } from '../shared/form.ts';
import { err } from '../shared/result.ts';
import { confirmSettlement, proposeSettlement, withdrawSettlement } from './held/settle-held.ts';
import { startCheckout } from './payment/start-checkout.ts';

export const feeActions = {
  /** Form field `order`. Answers the hosted page's address; the page redirects to it. */
  pay: defineAction({
    accept: 'form',
    handler: guarded('fees.pay', (form, context, { familyId, actor }) => {
      const { deps, locale } = context.locals;
      return startCheckout(deps, { orderId: postedText(form, 'order'), familyId, locale, actor });
    }),
  }),

  /** Form fields `id`, `version`, `decision` and, to propose, `reason`, which comes back when it is refused. */
  settleHeld: defineAction({
    accept: 'form',
    handler: guarded('fees.settleHeld', async (form, context, { actor }) => {
      const { deps } = context.locals;
      const reason = postedText(form, 'reason');
      const cmd = { id: postedText(form, 'id'), version: Number(postedText(form, 'version')), actor };
      const decision = postedText(form, 'decision');
      const done =
        decision === 'propose'
          ? await proposeSettlement(deps, { ...cmd, reason })
          : decision === 'confirm'
            ? await confirmSettlement(deps, cmd)
            : decision === 'withdraw'
              ? await withdrawSettlement(deps, cmd)
              : err('bad-request');
      return done.ok ? done : err(done.code, { reason });
    }),
  }),
};
