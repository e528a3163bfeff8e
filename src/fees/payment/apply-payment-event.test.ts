/** Whatever the provider sends, in whatever order and however often, the books are right. On a real database. */
import fc from 'fast-check';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditLog, ledgerEntries, receipts } from '#db/schema/index.ts';
import { testHouse, type House } from '../../../tests/support/house.ts';
import { contractToPay } from '../../../tests/support/contract-to-pay.ts';
import type { PaymentEvent } from '../../platform/payments/index.ts';
import { expectOk } from '../../shared/result.ts';
import { applyPaymentEvent } from './apply-payment-event.ts';
import { createOrder } from '../orders/create-order.ts';
import { balanceOf, type BookedEntry } from '../ledger/ledger.ts';
import type { Order } from '../orders/order.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.close());

async function openOrder(): Promise<Order> {
  const { contractId } = await contractToPay(house);
  const made = expectOk(await createOrder(house.deps, { contractId, sequence: 1 }));
  return (await house.deps.read.orders.byId(made?.orderId ?? '')) as Order;
}
const now = async (order: Order): Promise<Order> => (await house.deps.read.orders.byId(order.id)) as Order;
const booked = (order: Order): Promise<readonly BookedEntry[]> => house.deps.read.ledger.ofOrder(order.id);
const receiptsOf = (order: Order) =>
  house.deps.database.db.select().from(receipts).where(eq(receipts.orderId, order.id));
const send = (event: PaymentEvent) => applyPaymentEvent(house.deps, event);

let sent = 0;
const id = (): string => `evt_${++sent}`;
const paid = (order: Order, change: Partial<Extract<PaymentEvent, { kind: 'paid' }>> = {}): PaymentEvent => ({
  id: id(),
  type: 'checkout.session.completed',
  orderId: order.id,
  kind: 'paid',
  checkoutId: `cs_${order.id}`,
  paymentId: `pi_${order.id}`,
  amountFen: order.amountFen,
  currency: 'cny',
  ...change,
});
const refund = (order: Order, refundedFen: number, paymentId = `pi_${order.id}`): PaymentEvent => ({
  id: id(),
  type: 'charge.refunded',
  orderId: order.id,
  kind: 'refunded',
  paymentId,
  refundedFen,
});
const expired = (order: Order, checkoutId = `cs_${order.id}`): PaymentEvent => ({
  id: id(),
  type: 'checkout.session.expired',
  orderId: order.id,
  kind: 'checkout-expired',
  checkoutId,
});

describe('a payment event', () => {
  test('makes the order paid, the receipt, the ledger rows, the audit row and the message, all at once', async () => {
    const order = await openOrder();
    await house.runJobs();
    const before = house.messages.length;
    expect(await send(paid(order))).toMatchObject({ value: { outcome: 'applied' } });
    expect(await now(order)).toMatchObject({ state: 'paid', paymentId: `pi_${order.id}`, checkoutUrl: null });
    const [receipt] = await receiptsOf(order);
    expect(receipt?.number).toMatch(/^SJ-2026-\d{6}-\d$/);
    expect(balanceOf('receivable', await booked(order))).toBe(0);
    expect(balanceOf('cash-at-provider', await booked(order))).toBe(order.amountFen);
    const audits = await house.deps.database.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.objectId, order.id));
    expect(audits.map((row) => row.action)).toContain('order.paid');
    await house.runJobs();
    const texts = house.messages.slice(before).map((message) => message.text);
    expect(texts.filter((text) => text.includes(receipt?.number ?? '?'))).toHaveLength(1);
    expect(texts.join()).toContain('¥5,800');
  });

  test('sent three times at once is applied once', async () => {
    const order = await openOrder();
    const event = paid(order);
    const outcomes = await Promise.all([send(event), send(event), send(event)]);
    expect(outcomes.map((one) => expectOk(one).outcome).sort()).toEqual([
      'applied',
      'duplicate',
      'duplicate',
    ]);
    expect(await receiptsOf(order)).toHaveLength(1);
  });

  test('that reports the same money under another id changes nothing', async () => {
    const order = await openOrder();
    await send(paid(order));
    expect(await send(paid(order))).toMatchObject({ value: { outcome: 'no-effect' } });
    expect(balanceOf('cash-at-provider', await booked(order))).toBe(order.amountFen);
  });

  test('of money that arrives after the checkout expired still pays the order', async () => {
    const order = await openOrder();
    await house.deps.transaction(async ({ orders }) => {
      await orders.save(order, { state: 'paying', checkoutId: `cs_${order.id}` });
      return { ok: true, value: null };
    });
    await send(expired(order));
    expect((await now(order)).state).toBe('expired');
    await send(paid(order));
    expect((await now(order)).state).toBe('paid');
    await send(expired(order));
    expect((await now(order)).state).toBe('paid');
  });

  test('with another amount holds the order, books the money apart and gives no receipt', async () => {
    const order = await openOrder();
    expect(await send(paid(order, { amountFen: order.amountFen - 1 }))).toMatchObject({
      value: { outcome: 'held' },
    });
    expect((await now(order)).state).toBe('held');
    expect(await receiptsOf(order)).toHaveLength(0);
    expect(balanceOf('unallocated', await booked(order))).toBe(-(order.amountFen - 1));
    expect(balanceOf('receivable', await booked(order))).toBe(order.amountFen);
  });

  test('in another currency holds the order and books no fen', async () => {
    const order = await openOrder();
    await send(paid(order, { currency: 'usd' }));
    expect((await now(order)).state).toBe('held');
    expect(await booked(order)).toHaveLength(2);
  });

  test('of a payment that is booked on another order is held for a person, and pays nothing twice', async () => {
    const [first, second] = [await openOrder(), await openOrder()];
    await send(paid(first));
    const again = paid(second, { paymentId: `pi_${first.id}` });
    expect(await send(again)).toMatchObject({
      value: { outcome: 'held', orderId: second.id },
    });
    expect((await now(second)).state).toBe('open');
    expect(balanceOf('cash-at-provider', await booked(second))).toBe(0);
    expect(await receiptsOf(second)).toHaveLength(0);
    const raised = await house.deps.database.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.objectId, second.id));
    expect(raised.map((row) => row.action)).toContain('payment.held');
    expect(await send(paid(second))).toMatchObject({ value: { outcome: 'applied' } });
  });

  test('of a second payment leaves the order paid once and holds the rest', async () => {
    const order = await openOrder();
    await send(paid(order));
    expect(await send(paid(order, { paymentId: 'pi_again', checkoutId: 'cs_again' }))).toMatchObject({
      value: { outcome: 'held' },
    });
    expect(await now(order)).toMatchObject({ state: 'paid', paymentId: `pi_${order.id}` });
    expect(balanceOf('unallocated', await booked(order))).toBe(-order.amountFen);
    await send(refund(order, order.amountFen, 'pi_again'));
    expect(balanceOf('unallocated', await booked(order))).toBe(0);
    expect((await now(order)).state).toBe('paid');
  });

  test('of a refund that overtook its payment is asked for again, then ends refunded', async () => {
    const order = await openOrder();
    const back = refund(order, order.amountFen);
    expect(await send(back)).toMatchObject({ ok: false, code: 'too-early' });
    expect(await booked(order)).toHaveLength(2);
    await send(paid(order));
    expect(await send(back)).toMatchObject({ value: { outcome: 'applied' } });
    expect((await now(order)).state).toBe('refunded');
    expect(balanceOf('cash-at-provider', await booked(order))).toBe(0);
  });

  test('about an order we do not know is kept as foreign and nothing else', async () => {
    const event = { ...paid(await openOrder()), orderId: 'ord_elsewhere' };
    const rows = (await house.deps.database.db.select().from(ledgerEntries)).length;
    expect(await send(event)).toEqual({ ok: true, value: { outcome: 'foreign', orderId: null } });
    expect((await house.deps.database.db.select().from(ledgerEntries)).length).toBe(rows);
  });

  test('in any order, doubled and mixed, ends in the same right books', async () => {
    // What happened: a declined try, an expired first checkout, a payment, two refunds, perhaps a stray second payment.
    const story = fc.record({
      stray: fc.boolean(),
      refunds: fc.constantFrom([], [100_000], [100_000, 250_000], [100_000, 580_000]),
      shuffle: fc.array(fc.nat(1000), { minLength: 30, maxLength: 30 }),
      doubled: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(story, async ({ stray, refunds, shuffle, doubled }) => {
        const order = await openOrder();
        const happened: PaymentEvent[] = [
          {
            id: id(),
            type: 'payment_intent.payment_failed',
            orderId: order.id,
            kind: 'declined',
            paymentId: 'pi_x',
            reason: 'declined',
          },
          expired(order, 'cs_first'),
          paid(order),
          ...refunds.map((fen) => refund(order, fen)),
          ...(stray ? [paid(order, { paymentId: `pi_stray_${order.id}`, amountFen: 1 })] : []),
        ];
        const delivered = happened
          .flatMap((event, index) => (doubled[index] ? [event, event] : [event]))
          .map((event, index) => ({ event, at: shuffle[index] ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ event }) => event);
        // The provider sends again what was not accepted.
        for (let queue = delivered, tries = 0; queue.length > 0 && tries < 5; tries++) {
          const again: PaymentEvent[] = [];
          for (const event of queue) {
            if (!(await send(event)).ok) again.push(event);
            const rows = await booked(order);
            expect(rows.reduce((sum, row) => sum + row.amountFen, 0)).toBe(0);
          }
          queue = again;
        }
        const end = await now(order);
        const rows = await booked(order);
        const back = Math.max(0, ...refunds);
        expect(balanceOf('cash-at-provider', rows)).toBe(order.amountFen + (stray ? 1 : 0) - back);
        const strayFirst = stray && end.state === 'held';
        expect(await receiptsOf(order)).toHaveLength(strayFirst ? 0 : 1);
        if (!strayFirst) {
          expect(end.state).toBe(back === order.amountFen ? 'refunded' : 'paid');
          expect(balanceOf('receivable', rows)).toBe(0);
          expect(balanceOf('unallocated', rows)).toBe(stray ? -1 : 0);
        }
      }),
      { numRuns: 30, seed: 20261122 },
    );
  }, 60_000);
});
