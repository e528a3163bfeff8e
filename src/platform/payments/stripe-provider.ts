/** The only place that knows Stripe. The sandbox gateway speaks the same API, so both run through this file. */
import Stripe from 'stripe';
import type { Locale } from '../../shared/i18n.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type {
  DeclineReason,
  PaymentEvent,
  PaymentMethod,
  PaymentProvider,
  ProviderFailure,
} from './payments.ts';

/** Pinned: a newer default at Stripe must not change the shape of what we read. */
export const STRIPE_API_VERSION = '2026-10-28.endive' satisfies Stripe.LatestApiVersion;

/** https://docs.stripe.com/webhooks#verify-manually: older than five minutes counts as a replay. */
const SIGNATURE_TOLERANCE_SECONDS = 300;

export interface StripeOptions {
  readonly secretKey: string;
  readonly webhookSecret: string;
  /** Where the hosted payment page lives, for example `https://checkout.stripe.com`. */
  readonly checkoutOrigin: string;
  /** The sandbox gateway's address, for example `http://127.0.0.1:4322`; absent means Stripe itself. */
  readonly apiBase?: string | undefined;
  readonly timeoutMs?: number;
  readonly maxNetworkRetries?: number;
}

const STRIPE_LOCALE = { zh: 'zh', en: 'en' } as const satisfies Record<
  Locale,
  Stripe.Checkout.Session.Locale
>;

const METHODS: Readonly<Record<string, PaymentMethod>> = {
  card: 'card',
  alipay: 'alipay',
  wechat_pay: 'wechat-pay',
};

const DECLINES: Readonly<Record<string, DeclineReason>> = {
  card_declined: 'declined',
  generic_decline: 'declined',
  insufficient_funds: 'insufficient-funds',
  expired_card: 'expired-card',
  payment_intent_authentication_failure: 'refused-by-payer',
};

/** The time in a `Stripe-Signature`; the last `t` counts, as in the SDK. */
const signedAt = (header: string): number =>
  Number.parseInt(
    header
      .split(',')
      .findLast((item) => item.startsWith('t='))
      ?.slice(2) ?? '',
    10,
  );

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** A signature says who wrote it, not that it is what we take it for. */
const isEvent = (event: unknown): event is Stripe.Event =>
  isObject(event) &&
  typeof event['id'] === 'string' &&
  typeof event['type'] === 'string' &&
  isObject(event['data']) &&
  isObject(event['data']['object']);

/** Everything read out of an event is of the kind it is declared to be; what goes into the books above all. */
const isWhole = (event: PaymentEvent): boolean =>
  Object.entries(event).every(([name, value]: [string, unknown]) =>
    name.endsWith('Fen')
      ? Number.isSafeInteger(value) && Number(value) >= 0
      : typeof value === 'string' || (name === 'orderId' && value === null),
  );

const idOf = (reference: string | { readonly id: string } | null | undefined): string | null =>
  typeof reference === 'string' ? reference : (reference?.id ?? null);

const orderOf = (metadata: Stripe.Metadata | null | undefined): string | null =>
  metadata?.['order_id'] ?? null;

/** Stripe answered "no" (our mistake or a rule), or did not answer in time. Anything else is a bug and throws. */
const failureOf = (error: unknown): Result<never, ProviderFailure> => {
  if (
    error instanceof Stripe.errors.StripeConnectionError ||
    error instanceof Stripe.errors.StripeAPIError ||
    error instanceof Stripe.errors.StripeRateLimitError
  )
    return err('payments-unreachable');
  if (error instanceof Stripe.errors.StripeError)
    return err('payments-refused', { code: error.code ?? error.type });
  throw error;
};

export function stripeProvider(options: StripeOptions): PaymentProvider {
  const base = options.apiBase ? new URL(options.apiBase) : null;
  const stripe = new Stripe(options.secretKey, {
    apiVersion: STRIPE_API_VERSION,
    timeout: options.timeoutMs ?? 10_000,
    maxNetworkRetries: options.maxNetworkRetries ?? 2,
    telemetry: false,
    ...(base
      ? {
          host: base.hostname,
          port: base.port,
          protocol: base.protocol === 'https:' ? ('https' as const) : ('http' as const),
        }
      : {}),
  });
  const live = options.secretKey.startsWith('sk_live_') || options.secretKey.startsWith('rk_live_');

  return {
    checkoutOrigin: options.checkoutOrigin,
    realMoney: live,

    async createCheckout(request) {
      const metadata = { order_id: request.orderId, order_number: request.number };
      try {
        const session = await stripe.checkout.sessions.create(
          {
            mode: 'payment',
            locale: STRIPE_LOCALE[request.locale],
            client_reference_id: request.orderId,
            // API 2026-10-28 took `payment_method_types` away; this filters the methods switched on in the account.
            // Alipay and WeChat Pay work in payment mode only; WeChat Pay must be told the client.
            allowed_payment_method_types: ['card', 'alipay', 'wechat_pay'],
            payment_method_options: { wechat_pay: { client: 'web' } },
            line_items: [
              {
                quantity: 1,
                // CNY is not a zero-decimal currency: the unit is fen.
                price_data: {
                  currency: 'cny',
                  unit_amount: request.amountFen,
                  product_data: { name: request.description },
                },
              },
            ],
            metadata,
            // Copied to the payment and its charge, so that refund events find their order too.
            payment_intent_data: { metadata, description: request.description },
            success_url: request.successUrl,
            cancel_url: request.cancelUrl,
            expires_at: Math.floor(request.expiresAt / 1000),
          },
          { idempotencyKey: request.idempotencyKey },
        );
        return session.url ? ok({ checkoutId: session.id, url: session.url }) : err('payments-refused');
      } catch (error) {
        return failureOf(error);
      }
    },

    async expireCheckout(checkoutId) {
      try {
        await stripe.checkout.sessions.expire(checkoutId);
        return ok();
      } catch (error) {
        // "Only open sessions can be expired": it has ended already, which is what was wanted.
        if (error instanceof Stripe.errors.StripeInvalidRequestError && error.statusCode === 400) return ok();
        return failureOf(error);
      }
    },

    async methodOf(paymentId) {
      try {
        const payment = await stripe.paymentIntents.retrieve(paymentId, { expand: ['latest_charge'] });
        const charge = payment.latest_charge;
        const type = charge && typeof charge !== 'string' ? charge.payment_method_details?.type : undefined;
        return ok(METHODS[type ?? ''] ?? 'other');
      } catch (error) {
        return failureOf(error);
      }
    },

    readEvent(rawBody, signature) {
      let event: Stripe.Event;
      try {
        event = stripe.webhooks.constructEvent(
          rawBody,
          signature ?? '',
          options.webhookSecret,
          SIGNATURE_TOLERANCE_SECONDS,
        );
      } catch (error) {
        // The SDK reads the body only after the signature held, and throws whatever it stumbles over before that.
        return error instanceof SyntaxError ? err('unreadable') : err('bad-signature');
      }
      // The SDK refuses what is too old only; a clock ahead of ours would make a signature last for ever.
      if (signedAt(signature ?? '') > Date.now() / 1000 + SIGNATURE_TOLERANCE_SECONDS)
        return err('bad-signature');
      if (!isEvent(event)) return err('unreadable');
      if (event.livemode !== live) return err('wrong-mode');
      const read = paymentEvent(event);
      return isWhole(read) ? ok(read) : err('unreadable');
    },

    async refund(paymentId, amountFen, idempotencyKey) {
      try {
        const refund = await stripe.refunds.create(
          { payment_intent: paymentId, amount: amountFen },
          { idempotencyKey },
        );
        return ok({ refundId: refund.id });
      } catch (error) {
        return failureOf(error);
      }
    },
  };
}

function paymentEvent(event: Stripe.Event): PaymentEvent {
  const base = { id: event.id, type: event.type };
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded': {
      const session = event.data.object;
      const orderId = orderOf(session.metadata);
      const paymentId = idOf(session.payment_intent);
      if (session.mode !== 'payment' || paymentId === null) return { ...base, orderId, kind: 'other' };
      if (session.payment_status !== 'paid')
        return { ...base, orderId, kind: 'pending', checkoutId: session.id };
      return {
        ...base,
        orderId,
        kind: 'paid',
        checkoutId: session.id,
        paymentId,
        amountFen: session.amount_total ?? 0,
        currency: session.currency ?? '',
      };
    }
    case 'checkout.session.expired':
      return {
        ...base,
        orderId: orderOf(event.data.object.metadata),
        kind: 'checkout-expired',
        checkoutId: event.data.object.id,
      };
    case 'checkout.session.async_payment_failed':
      return {
        ...base,
        orderId: orderOf(event.data.object.metadata),
        kind: 'payment-lost',
        checkoutId: event.data.object.id,
      };
    case 'payment_intent.payment_failed': {
      const payment = event.data.object;
      const problem = payment.last_payment_error;
      return {
        ...base,
        orderId: orderOf(payment.metadata),
        kind: 'declined',
        paymentId: payment.id,
        reason: DECLINES[problem?.decline_code ?? ''] ?? DECLINES[problem?.code ?? ''] ?? 'other',
      };
    }
    case 'charge.refunded': {
      const charge = event.data.object;
      const paymentId = idOf(charge.payment_intent);
      const orderId = orderOf(charge.metadata);
      if (paymentId === null) return { ...base, orderId, kind: 'other' };
      return { ...base, orderId, kind: 'refunded', paymentId, refundedFen: charge.amount_refunded };
    }
    default:
      return { ...base, orderId: null, kind: 'other' };
  }
}
