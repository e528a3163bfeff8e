/** Money that fits no claim, from its arrival to its way back. On a real database; the provider is a recorder. */
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditLog } from '#db/schema/index.ts';
import { firstOrder, payOrder } from '../../../tests/support/pay-order.ts';
import { testHouse, type House } from '../../../tests/support/house.ts';
import type { PaymentProvider } from '../../platform/payments/index.ts';
import { err, expectOk, ok } from '../../shared/result.ts';
import { balanceOf } from '../ledger/ledger.ts';
import type { Order } from '../orders/order.ts';
import { applyPaymentEvent } from '../payment/apply-payment-event.ts';
import type { HeldRow } from './held-store.ts';
import { amountsOf } from './held-words.ts';
import { confirmSettlement, proposeSettlement, sendBack, withdrawSettlement } from './settle-held.ts';

const FIRST = { kind: 'staff', id: 'acc_finance_1' } as const;
const SECOND = { kind: 'staff', id: 'acc_finance_2' } as const;

describe('held money', () => {
  let house: House;
  let refunds: { paymentId: string; amount: number; key: string }[];
  let answer: 'ok' | 'payments-unreachable' | 'payments-refused';
  beforeEach(async () => {
    refunds = [];
    answer = 'ok';
    const payments = {
      refund: (paymentId: string, amount: number, key: string) => {
        refunds.push({ paymentId, amount, key });
        return Promise.resolve(answer === 'ok' ? ok({ refundId: 're_1' }) : err(answer));
      },
    } as unknown as PaymentProvider;
    house = await testHouse({ parts: { payments } });
  });
  afterEach(() => house.close());

  let sent = 0;
  const openOrder = async (): Promise<Order> => (await firstOrder(house)).order;
  const pay = (order: Order, change: Parameters<typeof payOrder>[2] = {}) => payOrder(house, order, change);
  const wentBack = (order: Order, refundedFen: number, paymentId = `pi_${order.id}`) =>
    applyPaymentEvent(house.deps, {
      id: `evt_held_${++sent}`,
      type: 'charge.refunded',
      orderId: order.id,
      kind: 'refunded',
      paymentId,
      refundedFen,
    });
  const only = async (open = true): Promise<HeldRow> => {
    const [held, ...more] = await house.deps.read.heldMoney.page(open, null, 10);
    if (!held || more.length > 0) throw new Error('not exactly one case');
    return held;
  };
  const stateOf = async (order: Order) => (await house.deps.read.orders.byId(order.id))?.state;
  const propose = async (reason = '少付了一分') => {
    const { id, version } = await only();
    return proposeSettlement(house.deps, { id, version, actor: FIRST, reason });
  };
  const confirm = async (actor: typeof FIRST | typeof SECOND = SECOND) => {
    const { id, version } = await only();
    return confirmSettlement(house.deps, { id, version, actor });
  };

  test('of another amount is listed with what came, what was owed and why', async () => {
    const order = await openOrder();
    await pay(order, { amountFen: order.amountFen - 1 });
    expect(await only()).toMatchObject({
      orderNumber: order.number,
      why: 'other-amount',
      owedFen: order.amountFen,
      receivedAmount: order.amountFen - 1,
      currency: 'cny',
      state: 'held',
    });
  });

  test('goes back once two different people of finance agree, and the order is owed again', async () => {
    const order = await openOrder();
    const came = order.amountFen - 1;
    await pay(order, { amountFen: came });
    expectOk(await propose());
    expect(await confirm(FIRST)).toMatchObject({ code: 'needs-another-person' });
    await house.runJobs();
    expect(refunds).toEqual([]);
    expectOk(await confirm());
    await house.runJobs();
    expect(refunds).toMatchObject([{ paymentId: `pi_${order.id}`, amount: came }]);
    expect((await only()).state).toBe('returning');
    expect(await stateOf(order)).toBe('held');
    await wentBack(order, came);
    expect((await only(false)).state).toBe('returned');
    expect(await stateOf(order)).toBe('open');
    const booked = await house.deps.read.ledger.ofOrder(order.id);
    expect([balanceOf('unallocated', booked), balanceOf('cash-at-provider', booked)]).toEqual([0, 0]);
    expect(await pay(order, { paymentId: 'pi_again' })).toMatchObject({ value: { outcome: 'applied' } });
  });

  test('leaves a trail of who proposed and who confirmed, without the words of the reason', async () => {
    const order = await openOrder();
    await pay(order, { amountFen: 1 });
    const { id } = await only();
    expectOk(await propose('家长说按错了'));
    expectOk(await confirm());
    const rows = await house.deps.database.db.select().from(auditLog).where(eq(auditLog.objectId, id));
    expect(rows.map((row) => [row.action, row.actorId])).toEqual([
      ['held-money.proposed', FIRST.id],
      ['held-money.return-confirmed', SECOND.id],
    ]);
    expect(JSON.stringify(rows)).not.toContain('家长');
  });

  test('is not moved without a reason, on an old screen, or after the proposal was withdrawn', async () => {
    const order = await openOrder();
    await pay(order, { amountFen: 1 });
    const { id, version } = await only();
    expect(await propose('  ')).toMatchObject({ code: 'reason-missing' });
    expect(await propose('长'.repeat(501))).toMatchObject({ code: 'reason-too-long' });
    expectOk(await propose());
    expect(await confirmSettlement(house.deps, { id, version, actor: SECOND })).toMatchObject({
      code: 'changed-meanwhile',
    });
    const proposed = await only();
    expectOk(await withdrawSettlement(house.deps, { ...proposed, actor: SECOND }));
    expect(await confirm()).toMatchObject({ code: 'wrong-state' });
    expect(refunds).toEqual([]);
  });

  test('is asked for again with the same key while the provider cannot be reached', async () => {
    const order = await openOrder();
    await pay(order, { amountFen: 1 });
    expectOk(await propose());
    expectOk(await confirm());
    const { id } = await only();
    answer = 'payments-unreachable';
    const ask = () => sendBack(house.deps, { heldId: id, key: 'held:key' });
    expect(await ask()).toMatchObject({ code: 'payments-unreachable' });
    answer = 'ok';
    expectOk(await ask());
    expect(new Set(refunds.map((one) => one.key)).size).toBe(1);
  });

  test('waits for people again when the provider refuses, and a new try is a new request', async () => {
    const order = await openOrder();
    await pay(order, { amountFen: 1 });
    answer = 'payments-refused';
    for (let round = 0; round < 2; round++) {
      expectOk(await propose());
      expectOk(await confirm());
      await house.runJobs();
      expect(await only()).toMatchObject({ state: 'held', proposedBy: null, confirmedBy: null });
    }
    expect(new Set(refunds.map((one) => one.key)).size).toBe(2);
  });

  test('of a second payment goes back and leaves the paid order paid', async () => {
    const order = await openOrder();
    await pay(order);
    await pay(order, { paymentId: 'pi_twice' });
    expect((await only()).why).toBe('second-payment');
    await wentBack(order, order.amountFen, 'pi_twice');
    expect((await only(false)).state).toBe('returned');
    expect(await stateOf(order)).toBe('paid');
  });

  test('that paid another order is never sent back from here: two people close the case', async () => {
    const [first, second] = [await openOrder(), await openOrder()];
    await pay(first);
    await pay(second, { paymentId: `pi_${first.id}` });
    expectOk(await propose('款已记在另一张订单'));
    expectOk(await confirm());
    await house.runJobs();
    expect(refunds).toEqual([]);
    expect((await only(false)).state).toBe('closed');
    expect([await stateOf(first), await stateOf(second)]).toEqual(['paid', 'open']);
  });

  test('of another currency is settled outside, and the order is owed again', async () => {
    const order = await openOrder();
    await pay(order, { currency: 'usd' });
    await pay(order, { currency: 'usd' });
    expectOk(await propose('已在支付机构后台退回'));
    expectOk(await confirm());
    expect(await stateOf(order)).toBe('open');
    expect(refunds).toEqual([]);
  });
});

test('a refund for a unit that fell away never reads like money that is missing', () => {
  const money = { receivedAmount: 532_000, owedFen: 580_000, currency: 'cny' };
  expect(amountsOf({ ...money, why: 'unit-fell-away' }, 'zh')).toEqual([
    { term: 'toGoBack', value: '¥5,320.00' },
    { term: 'wasPaid', value: '¥5,800.00' },
  ]);
  expect(amountsOf({ ...money, why: 'other-amount' }, 'en').map(({ term }) => term)).toEqual([
    'colReceived',
    'colOwed',
  ]);
});
