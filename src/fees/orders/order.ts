/** An order: what is owed, and how it becomes paid. Only the provider's events move it to `paid`. */
import type { OrderLine } from '#db/schema/fees.ts';
import type { CivilDate } from '../../shared/civil-date.ts';
import { MINUTE, type Instant } from '../../shared/clock.ts';
import type { Machine } from '../../shared/machines/machine.ts';
import type { Fen } from '../../shared/money.ts';

export const ORDER_STATES = ['open', 'paying', 'paid', 'held', 'expired', 'refunded'] as const;
export type OrderState = (typeof ORDER_STATES)[number];
export type OrderAction =
  | 'start-checkout'
  | 'checkout-ends'
  | 'payment-arrives'
  | 'other-amount-arrives'
  | 'everything-refunded'
  | 'held-money-settled';

export interface Order {
  readonly id: string;
  readonly number: string;
  readonly familyId: string;
  readonly contractId: string;
  readonly kind: 'first-payment' | 'instalment' | 'annual-fee' | 'prepay';
  /** Which payment of the plan, from 1. */
  readonly sequence: number;
  readonly state: OrderState;
  readonly amountFen: Fen;
  readonly lines: readonly OrderLine[];
  readonly plan: string;
  readonly policyVersion: string;
  readonly checkoutId: string | null;
  readonly checkoutUrl: string | null;
  readonly checkoutEndsAt: Instant | null;
  readonly paymentId: string | null;
  readonly method: string | null;
  readonly createdAt: Instant;
  readonly dueOn: CivilDate | null;
  readonly paidAt: Instant | null;
  readonly version: number;
}

export interface PaymentFacts {
  readonly owedFen: Fen;
  readonly receivedFen: Fen;
  readonly currency: string;
}

export const exactAmount = (facts: PaymentFacts): string | null =>
  facts.currency === 'cny' && facts.receivedFen === facts.owedFen ? null : 'other-amount';

/**
 * `expired` means the last checkout ended unpaid; the family may start another one. Money that arrives late still counts:
 * it was taken, so the order is paid. Money of another amount is never waved through: a person looks at it.
 */
export const orderMachine = {
  name: 'order',
  initial: 'open',
  states: ORDER_STATES,
  final: ['refunded'],
  transitions: [
    // From `paying` again: the last checkout is about to end, or its end was never reported.
    { from: ['open', 'paying', 'expired'], on: 'start-checkout', to: 'paying', by: 'family' },
    { from: 'paying', on: 'checkout-ends', to: 'expired', by: 'system' },
    {
      from: ['open', 'paying', 'expired'],
      on: 'payment-arrives',
      to: 'paid',
      by: 'system',
      guards: [exactAmount],
    },
    { from: ['open', 'paying', 'expired'], on: 'other-amount-arrives', to: 'held', by: 'system' },
    // The money that did not fit went back, or was settled outside: the order is owed as before.
    { from: 'held', on: 'held-money-settled', to: 'open', by: 'system' },
    { from: 'paid', on: 'everything-refunded', to: 'refunded', by: 'system' },
  ],
} as const satisfies Machine<OrderState, OrderAction, PaymentFacts>;

/** The same table with its types kept for `next()`. */
export const machine: Machine<OrderState, OrderAction, PaymentFacts> = orderMachine;

/** No facts are needed where no guard looks at them. */
export const NO_PAYMENT: PaymentFacts = { owedFen: 0, receivedFen: 0, currency: 'cny' };

export const isOwed = (order: Pick<Order, 'state'>): boolean =>
  order.state === 'open' || order.state === 'paying' || order.state === 'expired';

/** A checkout somebody can still finish: a second click leads back to it instead of opening another. */
export const usableCheckout = (order: Order, now: Instant): { checkoutId: string; url: string } | null =>
  order.state === 'paying' &&
  order.checkoutId !== null &&
  order.checkoutUrl !== null &&
  order.checkoutEndsAt !== null &&
  order.checkoutEndsAt - now > 5 * MINUTE
    ? { checkoutId: order.checkoutId, url: order.checkoutUrl }
    : null;

/**
 * When a checkout started now ends: about an hour, on a ten-minute mark, so that two clicks a second apart ask the
 * provider for exactly the same thing and get the same checkout.
 */
export const checkoutEnd = (now: Instant): Instant =>
  Math.ceil(now / (10 * MINUTE)) * 10 * MINUTE + 60 * MINUTE;
