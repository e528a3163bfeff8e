/**
 * Taking money, as the rest of the house sees it. A payment provider hosts the payment page, tells us what happened by
 * signed events, and pays back. Only an event moves money state; the page a person returns to proves nothing.
 */
import type { Instant } from '../../shared/clock.ts';
import type { Locale } from '../../shared/i18n.ts';
import type { Result } from '../../shared/result.ts';

export interface CheckoutRequest {
  readonly orderId: string;
  /** The number people see, such as `DD-2026-000123-7`. */
  readonly number: string;
  /** Integer fen, CNY. */
  readonly amountFen: number;
  /** Shown on the provider's page and kept by it: neutral words only, never a name or anything about health. */
  readonly description: string;
  readonly locale: Locale;
  readonly successUrl: string;
  readonly cancelUrl: string;
  /** Stripe allows 30 minutes to 24 hours from now. */
  readonly expiresAt: Instant;
  /** The same key with the same request gives the same checkout, however often it is sent. */
  readonly idempotencyKey: string;
}

export interface Checkout {
  readonly checkoutId: string;
  /** The hosted page. */
  readonly url: string;
}

export type PaymentMethod = 'card' | 'alipay' | 'wechat-pay' | 'other';

/** Why the last try did not go through, as far as the payer can act on it. */
export type DeclineReason = 'declined' | 'insufficient-funds' | 'expired-card' | 'refused-by-payer' | 'other';

interface EventBase {
  /** Unique at the provider: an event is applied once. */
  readonly id: string;
  /** The provider's own name of it, kept for the record. */
  readonly type: string;
  /** From our own metadata; null when the object is not one of ours. */
  readonly orderId: string | null;
}

export type PaymentEvent = EventBase &
  (
    | {
        readonly kind: 'paid';
        readonly checkoutId: string;
        readonly paymentId: string;
        readonly amountFen: number;
        readonly currency: string;
      }
    /** The payer is done, the money is still on its way. */
    | { readonly kind: 'pending'; readonly checkoutId: string }
    | { readonly kind: 'checkout-expired'; readonly checkoutId: string }
    /** Money that was on its way did not arrive; the checkout is over. */
    | { readonly kind: 'payment-lost'; readonly checkoutId: string }
    /** One try was refused; the payer may try again on the same page. */
    | { readonly kind: 'declined'; readonly paymentId: string; readonly reason: DeclineReason }
    /** `refundedFen` is the sum of all refunds of this payment so far, so a repeated event changes nothing. */
    | { readonly kind: 'refunded'; readonly paymentId: string; readonly refundedFen: number }
    | { readonly kind: 'other' }
  );

export type ProviderFailure = 'payments-unreachable' | 'payments-refused';

export interface PaymentProvider {
  /** Where the hosted page lives: CSP `form-action` must allow it, because a redirect after a form counts. */
  readonly checkoutOrigin: string;
  /** False with the sandbox or a provider's test mode: pages and receipts then say so. */
  readonly realMoney: boolean;
  createCheckout(request: CheckoutRequest): Promise<Result<Checkout, ProviderFailure>>;
  /** Ends a checkout nobody should pay any more. Already ended or paid is fine. */
  expireCheckout(checkoutId: string): Promise<Result<undefined, ProviderFailure>>;
  /** How a payment was made; needed for the receipt. */
  methodOf(paymentId: string): Promise<Result<PaymentMethod, ProviderFailure>>;
  /** Checks the signature over the raw bytes and its age (300 s). Touches no network. */
  readEvent(
    rawBody: string,
    signature: string | null,
  ): Result<PaymentEvent, 'bad-signature' | 'wrong-mode' | 'unreadable'>;
  /** Pays back part or all. Asynchronous at the provider: the `refunded` event says when it happened. */
  refund(
    paymentId: string,
    amountFen: number,
    idempotencyKey: string,
  ): Promise<Result<{ readonly refundId: string }, ProviderFailure>>;
}
