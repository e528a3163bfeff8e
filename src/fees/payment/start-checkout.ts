/** The family presses "pay": one checkout per try, however often and from however many windows it is pressed. */
import type { AuditTrail } from '../../platform/audit/audit-trail.ts';
import type { PaymentProvider } from '../../platform/payments/index.ts';
import type { Actor } from '../../shared/actor.ts';
import type { Clock } from '../../shared/clock.ts';
import { localPath, messages, translator, type Locale } from '../../shared/i18n.ts';
import { next } from '../../shared/machines/machine.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Transact } from '../../shared/transaction.ts';
import { checkoutEnd, machine, NO_PAYMENT, usableCheckout } from '../orders/order.ts';
import type { LedgerStore } from '../ledger/ledger-store.ts';
import type { OrderStore } from '../orders/order-store.ts';
import { asksForNothing } from '../refunds/refund-due.ts';
import { standing } from '../view/order-view.ts';

export interface StartCheckoutDeps {
  readonly now: Clock;
  readonly payments: Pick<PaymentProvider, 'createCheckout' | 'expireCheckout'>;
  readonly config: { readonly origin: string };
  readonly read: { readonly orders: OrderStore; readonly ledger: LedgerStore };
  readonly transaction: Transact<{ orders: OrderStore; ledger: LedgerStore; audit: AuditTrail }>;
}

export interface StartCheckout {
  readonly orderId: string;
  readonly familyId: string;
  readonly locale: Locale;
  readonly actor: Actor;
}

export type CheckoutRefusal =
  | 'not-found'
  | 'already-paid'
  | 'payment-held'
  | 'payment-pending'
  | 'nothing-owed'
  | 'payments-unreachable'
  | 'payments-refused'
  | 'changed-meanwhile';

interface Started {
  readonly checkoutId: string;
  readonly url: string;
  readonly replaced?: string | null;
}

/** All the provider learns about the order: its number. */
const words = messages({ neutral: { zh: '订单{number}', en: 'Order {number}' } });

const notPayable = (state: string): Result<never, 'already-paid' | 'payment-held'> =>
  err(state === 'held' ? 'payment-held' : 'already-paid');

/** Answers the hosted page to send the browser to. */
export async function startCheckout(
  deps: StartCheckoutDeps,
  cmd: StartCheckout,
): Promise<Result<{ readonly url: string }, CheckoutRefusal>> {
  const order = await deps.read.orders.forFamily(cmd.orderId, cmd.familyId);
  if (!order) return err('not-found');
  // Their money is on its way: asking for it again would take it twice.
  if (standing(order, await deps.read.ledger.eventsOf(order.id)).kind === 'pending')
    return err('payment-pending');
  const units = await deps.read.orders.unitsOf(order.contractId);
  if (asksForNothing(order, units)) return err('nothing-owed');
  const now = deps.now();
  const allowed = next(machine, order.state, 'start-checkout', 'family', NO_PAYMENT);
  const running = usableCheckout(order, now);
  if (running) return ok({ url: running.url });
  if (!allowed.ok) return notPayable(order.state);

  const endsAt = checkoutEnd(now);
  const back = deps.config.origin + localPath(cmd.locale, `/family/orders/${order.id}`);
  // Outside the transaction: the provider may be slow. The key names the try, so parallel clicks share one checkout.
  const made = await deps.payments.createCheckout({
    orderId: order.id,
    number: order.number,
    amountFen: order.amountFen,
    description: translator(words, cmd.locale)('neutral', { number: order.number }),
    locale: cmd.locale,
    successUrl: `${back}/return`,
    cancelUrl: `${back}?payment=cancelled`,
    expiresAt: endsAt,
    idempotencyKey: `checkout:${order.id}:${order.version}:${endsAt}:${cmd.locale}`,
  });
  if (!made.ok) return made;

  const saved = await deps.transaction(async (tx): Promise<Result<Started, CheckoutRefusal>> => {
    const current = await tx.orders.forFamily(cmd.orderId, cmd.familyId);
    if (!current) return err('not-found');
    // Asked again: the provider was slow, and the news may have come meanwhile.
    if (standing(current, await tx.ledger.eventsOf(current.id)).kind === 'pending')
      return err('payment-pending');
    const winner = usableCheckout(current, now);
    if (winner) return ok(winner);
    const to = next(machine, current.state, 'start-checkout', 'family', NO_PAYMENT);
    if (!to.ok) return notPayable(current.state);
    const change = {
      state: to.value,
      checkoutId: made.value.checkoutId,
      checkoutUrl: made.value.url,
      checkoutEndsAt: endsAt,
    };
    if (!(await tx.orders.save(current, change))) return err('changed-meanwhile');
    await tx.audit.record({
      action: 'order.checkout-started',
      actor: cmd.actor,
      object: { kind: 'order', id: current.id },
      details: { number: current.number, checkoutId: made.value.checkoutId },
    });
    return ok({
      checkoutId: made.value.checkoutId,
      url: made.value.url,
      replaced: current.checkoutId,
    });
  });
  // The last try's page may have minutes left; two open pages could be paid twice.
  if (saved.ok && saved.value.replaced) await deps.payments.expireCheckout(saved.value.replaced);
  // Somebody else's checkout won, or the order was paid meanwhile: nobody must be able to pay on ours.
  if (!saved.ok || saved.value.checkoutId !== made.value.checkoutId)
    await deps.payments.expireCheckout(made.value.checkoutId);
  return saved.ok ? ok({ url: saved.value.url }) : saved;
}
