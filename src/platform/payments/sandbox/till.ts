/** What happens to money in the sandbox: opening, paying, refusing, ending and refunding. No HTTP here. */
import type Stripe from 'stripe';
import type { Deliveries } from './deliveries.ts';
import {
  chargeObject,
  checkoutObject,
  eventObject,
  type MethodType,
  type NewCheckout,
  paymentObject,
  refundObject,
  type SandboxEventType,
} from './objects.ts';
import type { PaymentIntention, Records } from './records.ts';

export type Outcome =
  | 'paid'
  /** What a till must never do, for trying out what follows: ten yuan less, the same order twice, after the page has ended. */
  | Mishap
  /** Authorised; the money arrives a little later (`settleLater`). */
  | 'later'
  | 'card_declined'
  | 'insufficient_funds'
  | 'expired_card'
  | 'refused'
  /** The checkout had already ended. */
  | 'not-open';

/** Each of these leaves money that does not match its order. */
export const MISHAPS = ['too-little', 'twice', 'too-late'] as const;
export type Mishap = (typeof MISHAPS)[number];

/** ¥10, when an order is more than that. */
const LESS_BY = 1000;

/** https://docs.stripe.com/testing#declined-payments */
export const TEST_CARDS: Readonly<Record<string, Exclude<Outcome, 'not-open' | Mishap>>> = {
  '4242424242424242': 'paid',
  '5555555555554444': 'paid',
  '4000000000000002': 'card_declined',
  '4000000000009995': 'insufficient_funds',
  '4000000000000069': 'expired_card',
};

export interface Till {
  open(wanted: NewCheckout, intention: PaymentIntention): Stripe.Checkout.Session;
  /** Looks a checkout up, ending it first when its time is over. */
  checkout(id: string): Stripe.Checkout.Session | undefined;
  pay(id: string, method: MethodType, wish: Exclude<Outcome, 'not-open' | Mishap>): Outcome;
  /** Money that does not match its order; only ever from the buttons of this sandbox. */
  mishap(id: string, wish: Mishap): Outcome;
  /** Ends the wait of a payment authorised with `later`. */
  settleLater(id: string, arrived: boolean): boolean;
  expire(id: string): boolean;
  refund(paymentId: string, amount: number | null): Stripe.Refund | 'no-such-payment' | 'too-much';
  endOverdue(): void;
}

export interface TillOptions {
  readonly pageOrigin: string;
  readonly now: () => number;
}

export function openTill(records: Records, deliveries: Deliveries, options: TillOptions): Till {
  const seconds = (): number => Math.floor(options.now() / 1000);
  const announce = (
    type: SandboxEventType,
    object: Stripe.Checkout.Session | Stripe.PaymentIntent | Stripe.Charge,
  ): void => deliveries.announce(eventObject(type, object, seconds()));

  function save(checkout: Stripe.Checkout.Session, change: Partial<Stripe.Checkout.Session>) {
    const next: Stripe.Checkout.Session = { ...checkout, ...change };
    records.put('checkout', next.id, next);
    return next;
  }

  function end(checkout: Stripe.Checkout.Session): void {
    announce('checkout.session.expired', save(checkout, { status: 'expired', url: null }));
  }

  function current(id: string): Stripe.Checkout.Session | undefined {
    const checkout = records.get('checkout', id);
    if (checkout?.status === 'open' && checkout.expires_at <= seconds()) end(checkout);
    return records.get('checkout', id);
  }

  function collect(payment: Stripe.PaymentIntent, method: MethodType): Stripe.PaymentIntent {
    const charge = chargeObject(payment, method, seconds());
    records.put('charge', charge.id, charge);
    const paid: Stripe.PaymentIntent = {
      ...payment,
      status: 'succeeded',
      amount_received: payment.amount,
      latest_charge: charge.id,
      last_payment_error: null,
      processing: null,
    };
    records.put('payment', paid.id, paid);
    return paid;
  }

  const intentionOf = (id: string): PaymentIntention =>
    records.get('intention', id) ?? { description: '', metadata: {} };

  const paymentOf = (checkout: Stripe.Checkout.Session): Stripe.PaymentIntent => {
    const known =
      typeof checkout.payment_intent === 'string'
        ? records.get('payment', checkout.payment_intent)
        : undefined;
    return known ?? paymentObject(checkout, intentionOf(checkout.id), seconds());
  };

  return {
    open(wanted, intention) {
      const checkout: Stripe.Checkout.Session = checkoutObject(wanted, options.pageOrigin, seconds());
      records.put('intention', checkout.id, intention);
      records.put('checkout', checkout.id, checkout);
      return checkout;
    },

    checkout: current,

    mishap(id, wish) {
      const checkout = current(id);
      if (checkout?.status !== 'open') return 'not-open';
      const due = checkout.amount_total ?? 0;
      const payment = paymentOf(checkout);
      const done = {
        status: 'complete',
        payment_status: 'paid',
        payment_intent: payment.id,
        url: null,
      } as const;
      if (wish === 'too-late') {
        end(checkout);
        collect(payment, 'alipay');
        announce('checkout.session.async_payment_succeeded', save(checkout, done));
        return wish;
      }
      const amount = wish === 'too-little' && due > LESS_BY ? due - LESS_BY : due;
      const received = { ...payment, amount };
      collect(received, 'alipay');
      announce('checkout.session.completed', save(checkout, { ...done, amount_total: amount }));
      if (wish === 'twice') {
        const again = paymentObject(checkout, intentionOf(id), seconds());
        collect(again, 'alipay');
        announce('checkout.session.completed', { ...checkout, ...done, payment_intent: again.id });
      }
      return wish;
    },

    pay(id, method, wish) {
      const checkout = current(id);
      if (checkout?.status !== 'open') return 'not-open';
      const payment = paymentOf(checkout);
      if (wish === 'paid') {
        collect(payment, method);
        announce(
          'checkout.session.completed',
          save(checkout, {
            status: 'complete',
            payment_status: 'paid',
            payment_intent: payment.id,
            url: null,
          }),
        );
        return 'paid';
      }
      if (wish === 'later') {
        records.put('payment', payment.id, {
          ...payment,
          status: 'processing',
          payment_method_types: [method],
        });
        announce(
          'checkout.session.completed',
          save(checkout, {
            status: 'complete',
            payment_status: 'unpaid',
            payment_intent: payment.id,
            url: null,
          }),
        );
        return 'later';
      }
      const code =
        wish === 'refused'
          ? 'payment_intent_authentication_failure'
          : wish === 'expired_card'
            ? wish
            : 'card_declined';
      const failed: Stripe.PaymentIntent = {
        ...payment,
        status: 'requires_payment_method',
        last_payment_error: {
          type: wish === 'refused' ? 'invalid_request_error' : 'card_error',
          code,
          message: `Sandbox: ${wish}`,
          ...(wish === 'refused'
            ? {}
            : { decline_code: wish === 'card_declined' ? 'generic_decline' : wish }),
        },
      };
      records.put('payment', failed.id, failed);
      save(checkout, { payment_intent: failed.id });
      announce('payment_intent.payment_failed', failed);
      return wish;
    },

    settleLater(id, arrived) {
      const checkout = records.get('checkout', id);
      const payment =
        typeof checkout?.payment_intent === 'string'
          ? records.get('payment', checkout.payment_intent)
          : undefined;
      if (!checkout || payment?.status !== 'processing') return false;
      if (arrived) {
        collect(payment, payment.payment_method_types[0] as MethodType);
        announce('checkout.session.async_payment_succeeded', save(checkout, { payment_status: 'paid' }));
      } else {
        records.put('payment', payment.id, { ...payment, status: 'requires_payment_method' });
        announce('checkout.session.async_payment_failed', checkout);
      }
      return true;
    },

    expire(id) {
      const checkout = current(id);
      if (checkout?.status !== 'open') return false;
      end(checkout);
      return true;
    },

    refund(paymentId, amount) {
      const payment = records.get('payment', paymentId);
      const charge =
        typeof payment?.latest_charge === 'string' ? records.get('charge', payment.latest_charge) : undefined;
      if (!charge) return 'no-such-payment';
      const left = charge.amount - charge.amount_refunded;
      const wanted = amount ?? left;
      if (wanted <= 0 || wanted > left) return 'too-much';
      const refund = refundObject(charge, wanted, seconds());
      records.put('refund', refund.id, refund);
      const after: Stripe.Charge = {
        ...charge,
        amount_refunded: charge.amount_refunded + wanted,
        refunded: wanted === left,
      };
      records.put('charge', charge.id, after);
      announce('charge.refunded', after);
      return refund;
    },

    endOverdue() {
      const now = seconds();
      for (const checkout of records.all('checkout'))
        if (checkout.status === 'open' && checkout.expires_at <= now) end(checkout);
    },
  };
}
