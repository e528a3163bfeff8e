/** Front door of the fees: prices, orders, payments and receipts. */
export { quote, planOf, overtakesInYear, type Payment, type Quote, type QuoteLine } from './prices/quote.ts';
export { allQuotes, costConclusions, sameInAll } from './prices/plan-costs.ts';
export { stoppedAfter, type StoppedAfter } from './prices/money-back.ts';
export { paidThrough } from './prices/paid-through.ts';
export { isAskedFor } from './orders/asked.ts';
export { isOwed, orderMachine, type Order, type OrderState } from './orders/order.ts';
export { orderStore, type Billing, type OrderStore, type Receipt } from './orders/order-store.ts';
export { ledgerStore, type LedgerStore, type RecordedEvent } from './ledger/ledger-store.ts';
export { createOrder, type CreateOrderDeps } from './orders/create-order.ts';
export { startCheckout, type CheckoutRefusal, type StartCheckoutDeps } from './payment/start-checkout.ts';
export {
  applyPaymentEvent,
  type Applied,
  type ApplyEventDeps,
  type EventRefusal,
} from './payment/apply-payment-event.ts';
export { makeReceipt, type MakeReceiptDeps } from './receipt/make-receipt.ts';
export { coverOfUnit, type PaidCover } from './prices/cover-of-unit.ts';
/** Money that fits no claim: cases, and how two people settle them. */
export { heldMachine, isReturnable, type HeldMoney, type HeldReason, type HeldState } from './held/held.ts';
export { heldStore, type HeldRow, type HeldStore } from './held/held-store.ts';
export { jobs } from './fee-jobs.ts';
/** What comes back for a unit that fell away, and by when; opening the cases for finance. */
export {
  asksForNothing,
  backBy,
  fallenAway,
  refundDue,
  type PaidUnit,
  type RefundDue,
} from './refunds/refund-due.ts';
export { openRefunds, type RefundTx } from './refunds/open-refunds.ts';
export { earliestDay, fallenUnits, stillToComeBack, type FallenUnit } from './refunds/fallen-units.ts';
