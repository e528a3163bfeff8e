import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { civilDate, fen, instant, json, version } from './columns.ts';
import { contracts } from './contracts.ts';
import { families } from './families.ts';

export interface OrderLine {
  readonly kind: string;
  /** What the payment is called in a list; the label says what it covers too. */
  readonly name?: { readonly zh: string; readonly en: string };
  readonly label: { readonly zh: string; readonly en: string };
  /** Which baby of the contract, from 1. */
  readonly baby?: number;
  readonly amountFen: number;
}

export const orders = sqliteTable(
  'orders',
  {
    id: text('id').primaryKey(),
    number: text('number').notNull(),
    familyId: text('family_id')
      .notNull()
      .references(() => families.id),
    contractId: text('contract_id')
      .notNull()
      .references(() => contracts.id),
    kind: text('kind', { enum: ['first-payment', 'instalment', 'annual-fee', 'prepay'] }).notNull(),
    /** Which payment of the plan, from 1. */
    sequence: integer('sequence').notNull().default(1),
    state: text('state', { enum: ['open', 'paying', 'paid', 'held', 'expired', 'refunded'] }).notNull(),
    amountFen: fen('amount_fen').notNull(),
    lines: json<OrderLine[]>('lines').notNull(),
    plan: text('plan').notNull(),
    policyVersion: text('policy_version').notNull(),
    /** The provider's checkout session being tried now. */
    checkoutId: text('checkout_id'),
    checkoutUrl: text('checkout_url'),
    checkoutEndsAt: instant('checkout_ends_at'),
    paymentId: text('payment_id'),
    method: text('method'),
    createdAt: instant('created_at').notNull(),
    dueOn: civilDate('due_on'),
    paidAt: instant('paid_at'),
    version: version(),
  },
  (t) => [
    uniqueIndex('orders_number').on(t.number),
    index('orders_family').on(t.familyId, t.id),
    uniqueIndex('orders_contract').on(t.contractId, t.sequence),
    index('orders_state').on(t.state, t.id),
    uniqueIndex('orders_checkout').on(t.checkoutId),
  ],
);

/** Every event of the payment provider, once; append-only (triggers, `0008_written-once`). */
export const paymentEvents = sqliteTable(
  'payment_events',
  {
    providerEventId: text('provider_event_id').primaryKey(),
    type: text('type').notNull(),
    orderId: text('order_id'),
    receivedAt: instant('received_at').notNull(),
    outcome: text('outcome', { enum: ['applied', 'no-effect', 'held', 'foreign'] }).notNull(),
    note: text('note'),
  },
  (t) => [index('payment_events_order').on(t.orderId)],
);

/** Double entry: the rows of one order sum to zero, always. Append-only (triggers, `0008_written-once`). */
export const ledgerEntries = sqliteTable(
  'ledger_entries',
  {
    id: text('id').primaryKey(),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    transactionId: text('transaction_id').notNull(),
    account: text('account').notNull(),
    /** Debit positive, credit negative. */
    amountFen: fen('amount_fen').notNull(),
    memo: text('memo').notNull(),
    providerEventId: text('provider_event_id'),
    at: instant('at').notNull(),
  },
  (t) => [index('ledger_order').on(t.orderId), uniqueIndex('ledger_once').on(t.transactionId, t.account)],
);

export const receipts = sqliteTable(
  'receipts',
  {
    id: text('id').primaryKey(),
    number: text('number').notNull(),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    familyId: text('family_id').notNull(),
    amountFen: fen('amount_fen').notNull(),
    issuedAt: instant('issued_at').notNull(),
    pdfFileId: text('pdf_file_id'),
  },
  (t) => [
    uniqueIndex('receipts_order').on(t.orderId),
    uniqueIndex('receipts_number').on(t.number),
    index('receipts_family').on(t.familyId),
  ],
);

/**
 * Money that has to go back: it fits no claim, or the unit it was paid for fell away. Two people of finance settle each.
 */
export const heldMoney = sqliteTable(
  'held_money',
  {
    id: text('id').primaryKey(),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    paymentId: text('payment_id').notNull(),
    why: text('why', {
      enum: ['other-amount', 'second-payment', 'payment-of-another-order', 'unit-fell-away'],
    }).notNull(),
    /** The unit that fell away; empty for a payment that fits no claim. Part of the key, so never null. */
    forUnit: text('for_unit').notNull().default(''),
    owedFen: fen('owed_fen').notNull(),
    /** In the smallest unit of `currency`. */
    receivedAmount: integer('received_amount').notNull(),
    currency: text('currency').notNull(),
    receivedAt: instant('received_at').notNull(),
    state: text('state', { enum: ['held', 'proposed', 'returning', 'returned', 'closed'] }).notNull(),
    /** Not settled yet: what the list is read by. */
    open: integer('open', { mode: 'boolean' }).notNull(),
    reason: text('reason'),
    proposedBy: text('proposed_by'),
    proposedAt: instant('proposed_at'),
    confirmedBy: text('confirmed_by'),
    confirmedAt: instant('confirmed_at'),
    version: version(),
  },
  (t) => [
    uniqueIndex('held_money_payment').on(t.orderId, t.paymentId, t.forUnit),
    index('held_money_open').on(t.open, t.id),
  ],
);
