/**
 * What the payment provider reports, applied at most once. Events come twice, late, in any order, and about things that
 * are not ours; whatever happens, the ledger sums to zero and a paid order has exactly one receipt.
 */
import type { AuditTrail } from '../../platform/audit/audit-trail.ts';
import type { Vault } from '../../platform/crypto/vault.ts';
import type { Numbers } from '../../platform/numbers/numbers.ts';
import type { Outbox } from '../../platform/outbox/outbox.ts';
import type { PaymentEvent } from '../../platform/payments/index.ts';
import type { Actor } from '../../shared/actor.ts';
import { today } from '../../shared/civil-date.ts';
import type { Clock, Instant } from '../../shared/clock.ts';
import { newId } from '../../shared/ids.ts';
import { next } from '../../shared/machines/machine.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Transact } from '../../shared/transaction.ts';
import { textFamily, type FamilyPhones } from '../fee-texts.ts';
import { isBooked, orderPaid, refunded, strayPayment } from '../ledger/ledger.ts';
import type { EventOutcome, LedgerStore } from '../ledger/ledger-store.ts';
import { declinedNote, pendingNote } from './event-note.ts';
import type { HeldReason } from '../held/held.ts';
import type { HeldStore } from '../held/held-store.ts';
import { moneyWentBack } from '../held/settle-held.ts';
import { machine, NO_PAYMENT, type Order } from '../orders/order.ts';
import type { OrderStore } from '../orders/order-store.ts';

interface PaymentTx {
  heldMoney: HeldStore;
  orders: OrderStore;
  ledger: LedgerStore;
  families: FamilyPhones;
  numbers: Numbers;
  audit: AuditTrail;
  outbox: Outbox;
}

export interface ApplyEventDeps {
  readonly now: Clock;
  readonly vault: Vault;
  readonly config: { readonly origin: string };
  readonly transaction: Transact<PaymentTx>;
}

export type AppliedOutcome = EventOutcome | 'duplicate';
/** `too-early`: a refund overtook its payment. Nothing is kept; the provider sends it again. */
export type EventRefusal = 'too-early' | 'changed-meanwhile';

export interface Applied {
  readonly outcome: AppliedOutcome;
  readonly orderId: string | null;
}

interface Verdict {
  readonly outcome: EventOutcome;
  readonly note: string | null;
}
type Of<K extends PaymentEvent['kind']> = Extract<PaymentEvent, { kind: K }>;

const PROVIDER: Actor = { kind: 'system', id: 'payments' };
const EARLIER = 'an earlier checkout';
const noEffect = (note: string): Result<Verdict, never> => ok({ outcome: 'no-effect', note });

export const applyPaymentEvent = (
  deps: ApplyEventDeps,
  event: PaymentEvent,
): Promise<Result<Applied, EventRefusal>> =>
  deps.transaction(async (tx): Promise<Result<Applied, EventRefusal>> => {
    if (await tx.ledger.hasEvent(event.id)) return ok({ outcome: 'duplicate', orderId: event.orderId });
    const now = deps.now();
    const order = await orderOf(tx, event);
    const verdict = order ? await apply(deps, tx, order, event, now) : foreign(event);
    if (!verdict.ok) return verdict;
    await tx.ledger.addEvent({
      providerEventId: event.id,
      type: event.type,
      orderId: order?.id ?? null,
      receivedAt: now,
      ...verdict.value,
    });
    return ok({ outcome: verdict.value.outcome, orderId: order?.id ?? null });
  });

const foreign = (event: PaymentEvent): Result<Verdict, never> =>
  ok({ outcome: event.kind === 'other' ? 'no-effect' : 'foreign', note: event.kind });

async function orderOf(tx: PaymentTx, event: PaymentEvent): Promise<Order | null> {
  const named = event.orderId === null ? null : await tx.orders.byId(event.orderId);
  return named ?? ('checkoutId' in event ? await tx.orders.byCheckout(event.checkoutId) : null);
}

async function apply(
  deps: ApplyEventDeps,
  tx: PaymentTx,
  order: Order,
  event: PaymentEvent,
  now: Instant,
): Promise<Result<Verdict, EventRefusal>> {
  switch (event.kind) {
    case 'paid':
      return paid(deps, tx, order, event, now);
    case 'checkout-expired':
    case 'payment-lost':
      return checkoutEnded(tx, order, event);
    case 'refunded':
      return refund(tx, order, event, now);
    case 'declined':
      return noEffect(declinedNote(event.reason));
    case 'pending':
      // Late news of a try that is over: believing it would keep the family from paying.
      return noEffect(order.checkoutId === event.checkoutId ? pendingNote(event.checkoutId) : EARLIER);
    case 'other':
      return noEffect('other');
  }
}

async function paid(
  deps: ApplyEventDeps,
  tx: PaymentTx,
  order: Order,
  event: Of<'paid'>,
  now: Instant,
): Promise<Result<Verdict, EventRefusal>> {
  const booked = await tx.ledger.ofOrder(order.id);
  // The same money reported by another event ("completed", then "succeeded later").
  if (isBooked(`payment:${event.paymentId}`, booked)) return noEffect('already booked');
  // Raised before; another currency is not booked, so the books alone would not know.
  if ((await tx.heldMoney.ofPayment(order.id, event.paymentId)).length > 0) return noEffect('already held');
  if ((await tx.ledger.orderOf(`payment:${event.paymentId}`)) !== null)
    return misnamed(tx, order, event, now);
  const facts = { owedFen: order.amountFen, receivedFen: event.amountFen, currency: event.currency };
  const to = next(machine, order.state, 'payment-arrives', 'system', facts);
  if (!to.ok) return stray(tx, order, event, now, to.code);

  const saved = await tx.orders.save(order, {
    state: to.value,
    paidAt: now,
    paymentId: event.paymentId,
    checkoutId: event.checkoutId,
    checkoutUrl: null,
    checkoutEndsAt: null,
  });
  if (!saved) return err('changed-meanwhile');
  await tx.ledger.post(orderPaid(event.paymentId, event.amountFen), {
    orderId: order.id,
    at: now,
    providerEventId: event.id,
  });
  const number = await tx.numbers.next('SJ', Number(today(now).slice(0, 4)));
  await tx.orders.addReceipt({
    id: newId('receipt', now),
    number,
    orderId: order.id,
    familyId: order.familyId,
    amountFen: event.amountFen,
    issuedAt: now,
    pdfFileId: null,
  });
  await tx.audit.record({
    action: 'order.paid',
    actor: PROVIDER,
    object: { kind: 'order', id: order.id },
    details: { number: order.number, receipt: number, amountFen: event.amountFen, event: event.id },
  });
  await tx.outbox.add('order.paid', { orderId: order.id });
  await textFamily(tx, deps, order.familyId, { kind: 'paid', amountFen: event.amountFen, receipt: number });
  return ok({ outcome: 'applied', note: number });
}

/** Money we took and cannot match: another amount, or a second payment. Booked as it is, held, and raised. */
async function stray(
  tx: PaymentTx,
  order: Order,
  event: Of<'paid'>,
  now: Instant,
  why: string,
): Promise<Result<Verdict, EventRefusal>> {
  const held = next(machine, order.state, 'other-amount-arrives', 'system', NO_PAYMENT);
  if (held.ok) {
    const change = { state: held.value, paymentId: event.paymentId, checkoutUrl: null, checkoutEndsAt: null };
    if (!(await tx.orders.save(order, change))) return err('changed-meanwhile');
  }
  if (event.currency === 'cny' && event.amountFen > 0)
    await tx.ledger.post(strayPayment(event.paymentId, event.amountFen), {
      orderId: order.id,
      at: now,
      providerEventId: event.id,
    });
  const note = why === 'other-amount' ? 'other-amount' : 'second-payment';
  await keep(tx, order, event, now, note);
  await tx.audit.record({
    action: 'payment.held',
    actor: PROVIDER,
    object: { kind: 'order', id: order.id },
    details: {
      number: order.number,
      why: note,
      owedFen: order.amountFen,
      receivedFen: event.amountFen,
      currency: event.currency,
      event: event.id,
    },
  });
  return ok({ outcome: 'held', note });
}

/** The money is booked on another order already: one payment cannot pay two. This order stays owed; a person must look. */
async function misnamed(
  tx: PaymentTx,
  order: Order,
  event: Of<'paid'>,
  now: Instant,
): Promise<Result<Verdict, EventRefusal>> {
  const note = 'payment-of-another-order';
  await keep(tx, order, event, now, note);
  await tx.audit.record({
    action: 'payment.held',
    actor: PROVIDER,
    object: { kind: 'order', id: order.id },
    details: { number: order.number, why: note, receivedFen: event.amountFen, event: event.id },
  });
  return ok({ outcome: 'held', note });
}

/** For the people of finance: one case per payment of an order. */
async function keep(
  tx: PaymentTx,
  order: Order,
  event: Of<'paid'>,
  now: Instant,
  why: HeldReason,
): Promise<void> {
  await tx.heldMoney.add({
    id: newId('heldMoney', now),
    orderId: order.id,
    paymentId: event.paymentId,
    why,
    forUnit: '',
    owedFen: order.amountFen,
    receivedAmount: event.amountFen,
    currency: event.currency,
    receivedAt: now,
    state: 'held',
    reason: null,
    proposedBy: null,
    proposedAt: null,
    confirmedBy: null,
    confirmedAt: null,
    version: 1,
  });
}

async function checkoutEnded(
  tx: PaymentTx,
  order: Order,
  event: Of<'checkout-expired'> | Of<'payment-lost'>,
): Promise<Result<Verdict, EventRefusal>> {
  // The end of an earlier try says nothing about the one under way.
  if (order.checkoutId !== event.checkoutId) return noEffect(EARLIER);
  const to = next(machine, order.state, 'checkout-ends', 'system', NO_PAYMENT);
  if (!to.ok) return noEffect(order.state);
  const saved = await tx.orders.save(order, { state: to.value, checkoutUrl: null, checkoutEndsAt: null });
  if (!saved) return err('changed-meanwhile');
  await tx.audit.record({
    action: 'order.checkout-ended',
    actor: PROVIDER,
    object: { kind: 'order', id: order.id },
    details: { number: order.number, why: event.kind },
  });
  return ok({ outcome: 'applied', note: event.kind });
}

async function refund(
  tx: PaymentTx,
  order: Order,
  event: Of<'refunded'>,
  now: Instant,
): Promise<Result<Verdict, EventRefusal>> {
  const booked = await tx.ledger.ofOrder(order.id);
  if (!isBooked(`payment:${event.paymentId}`, booked)) return err('too-early');
  const settled = order.paymentId === event.paymentId && order.state !== 'held';
  const posting = refunded(event.paymentId, event.refundedFen, booked, settled);
  if (!posting) return noEffect('already booked');
  await tx.ledger.post(posting, { orderId: order.id, at: now, providerEventId: event.id });
  if (settled && event.refundedFen >= order.amountFen) {
    const to = next(machine, order.state, 'everything-refunded', 'system', NO_PAYMENT);
    if (to.ok && !(await tx.orders.save(order, { state: to.value }))) return err('changed-meanwhile');
  }
  const { paymentId, refundedFen } = event;
  const over = await moneyWentBack(tx, { orderId: order.id, paymentId, refundedFen });
  if (!over.ok) return over;
  await tx.audit.record({
    action: 'payment.refunded',
    actor: PROVIDER,
    object: { kind: 'order', id: order.id },
    details: { number: order.number, refundedFen: event.refundedFen, event: event.id },
  });
  return ok({ outcome: 'applied', note: String(event.refundedFen) });
}
