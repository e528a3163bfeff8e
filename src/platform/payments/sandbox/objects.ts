/** Stripe's objects as the sandbox makes them. `satisfies` keeps each one true to the SDK's own types. */
import { randomBytes } from 'node:crypto';
import type Stripe from 'stripe';
import { STRIPE_API_VERSION } from '../stripe-provider.ts';
import type { PaymentIntention } from './records.ts';

export const newObjectId = (prefix: string): string => `${prefix}_sandbox_${randomBytes(12).toString('hex')}`;

export type MethodType = 'card' | 'alipay' | 'wechat_pay';

export interface NewCheckout {
  readonly amount: number;
  readonly currency: string;
  readonly description: string;
  readonly locale: Stripe.Checkout.Session.Locale;
  readonly clientReference: string | null;
  readonly metadata: Record<string, string>;
  readonly methods: readonly MethodType[];
  readonly successUrl: string;
  readonly cancelUrl: string | null;
  readonly expiresAt: number;
}

export function checkoutObject(wanted: NewCheckout, pageOrigin: string, nowSeconds: number) {
  const id = newObjectId('cs_test');
  return {
    id,
    object: 'checkout.session',
    adaptive_pricing: null,
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: [...wanted.methods],
    amount_subtotal: wanted.amount,
    amount_total: wanted.amount,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: wanted.cancelUrl,
    client_reference_id: wanted.clientReference,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: nowSeconds,
    currency: wanted.currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer: null,
    customer_account: null,
    customer_creation: 'if_required',
    customer_details: null,
    customer_email: null,
    discounts: [],
    expires_at: wanted.expiresAt,
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    locale: wanted.locale,
    managed_payments: null,
    metadata: wanted.metadata,
    mode: 'payment',
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: 'if_required',
    payment_method_configuration_details: null,
    payment_method_options: { wechat_pay: { app_id: null, client: 'web' } },
    payment_method_types: [...wanted.methods],
    payment_status: 'unpaid',
    permissions: null,
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: null,
    subscription: null,
    success_url: wanted.successUrl,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: `${pageOrigin}/pay/${id}`,
    wallet_options: null,
  } satisfies Stripe.Checkout.Session;
}

export function paymentObject(
  checkout: Stripe.Checkout.Session,
  intention: PaymentIntention,
  nowSeconds: number,
) {
  return {
    id: newObjectId('pi'),
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: checkout.amount_total ?? 0,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: null,
    confirmation_method: 'automatic',
    created: nowSeconds,
    currency: checkout.currency ?? 'cny',
    customer: null,
    customer_account: null,
    description: intention.description,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: { ...intention.metadata },
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: checkout.payment_method_types,
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
  } satisfies Stripe.PaymentIntent;
}

const METHOD_DETAILS = {
  card: {
    type: 'card',
    card: {
      authorization_code: null,
      brand: 'visa',
      capture_before: undefined,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: 'CN',
      exp_month: 12,
      exp_year: 2034,
      funding: 'credit',
      installments: null,
      last4: '4242',
      mandate: null,
      network: 'visa',
      network_transaction_id: null,
      regulated_status: null,
      three_d_secure: null,
      transaction_link_id: null,
      wallet: null,
    },
  },
  alipay: { type: 'alipay', alipay: { fingerprint: null, transaction_id: null } },
  wechat_pay: {
    type: 'wechat_pay',
    wechat_pay: { fingerprint: null, location: undefined, transaction_id: null },
  },
} as const;

export function chargeObject(payment: Stripe.PaymentIntent, method: MethodType, nowSeconds: number) {
  return {
    id: newObjectId('ch'),
    object: 'charge',
    amount: payment.amount,
    amount_captured: payment.amount,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
    calculated_statement_descriptor: null,
    captured: true,
    created: nowSeconds,
    currency: payment.currency,
    customer: null,
    description: payment.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: null,
    livemode: false,
    metadata: payment.metadata,
    on_behalf_of: null,
    outcome: null,
    paid: true,
    payment_intent: payment.id,
    payment_method: null,
    payment_method_details: METHOD_DETAILS[method] as unknown as Stripe.Charge.PaymentMethodDetails,
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'succeeded',
    transfer_data: null,
    transfer_group: null,
  } satisfies Stripe.Charge;
}

export function refundObject(charge: Stripe.Charge, amount: number, nowSeconds: number) {
  return {
    id: newObjectId('re'),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: nowSeconds,
    currency: charge.currency,
    customer: null,
    customer_account: null,
    metadata: {},
    payment_intent: charge.payment_intent,
    payment_method: null,
    reason: null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
  } satisfies Stripe.Refund;
}

/** The events the portal listens to; Stripe sends more, and the portal must not care. */
export type SandboxEventType =
  | 'checkout.session.completed'
  | 'checkout.session.expired'
  | 'checkout.session.async_payment_succeeded'
  | 'checkout.session.async_payment_failed'
  | 'payment_intent.payment_failed'
  | 'charge.refunded';

export function eventObject(
  type: SandboxEventType,
  object: Stripe.Checkout.Session | Stripe.PaymentIntent | Stripe.Charge,
  nowSeconds: number,
): Stripe.Event {
  const base = {
    id: newObjectId('evt'),
    object: 'event',
    api_version: STRIPE_API_VERSION,
    created: nowSeconds,
    livemode: false,
    pending_webhooks: 1,
    request: null,
  } satisfies Omit<Stripe.EventBase, 'type' | 'data'>;
  // A snapshot: what the object was when it happened, not what it becomes.
  return { ...base, type, data: { object: structuredClone(object) } } as Stripe.Event;
}
