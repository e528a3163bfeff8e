/** What follows a payment through the sandbox gateway: money that does not match, instalments, the next year, refunds. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { units } from '#db/schema/index.ts';
import { expectOk } from '../../shared/result.ts';
import { coverOfUnit } from '../prices/cover-of-unit.ts';
import { balanceOf } from '../ledger/ledger.ts';
import { openYearlyFee } from '../orders/open-yearly-fee.ts';
import { CARD, checkoutOf, openTill, type Till } from '../../../tests/support/till.ts';

let till: Till;
let house: Till['house'];
let gateway: Till['gateway'];
beforeAll(async () => {
  till = await openTill();
  ({ house, gateway } = till);
});
afterAll(() => till.close());
beforeEach(() => till.reset());

const at = (path: string): string => till.at(path);
const post: Till['post'] = (path, form) => till.post(path, form);
const ordered: Till['ordered'] = (traits) => till.ordered(traits);
const start: Till['start'] = (family, locale) => till.start(family, locale);
const fresh: Till['fresh'] = (order) => till.fresh(order);

describe('money that does not match its order, as the sandbox lets anybody try it', () => {
  const mishap = async (wish: string, traits: Parameters<typeof ordered>[0] = {}) => {
    const family = await ordered(traits);
    const id = checkoutOf(expectOk(await start(family)).url);
    const page = await (await fetch(at(`/pay/${id}`))).text();
    expect(page, 'the button is there').toContain(`value="${wish}"`);
    expect((await post(`/pay/${id}/mishap`, { wish })).status).toBe(303);
    await gateway.deliveries.idle();
    await house.runJobs();
    const all = await house.deps.read.heldMoney.page(true, null, 100);
    const held = all.filter(({ orderId }) => orderId === family.order.id);
    return { order: await fresh(family.order), held };
  };

  test('ten yuan too little is held, and the order is not paid by it', async () => {
    const { order, held } = await mishap('too-little');
    expect(order.state).toBe('held');
    expect(held).toMatchObject([{ why: 'other-amount', receivedAmount: 579_000 }]);
  });

  test('paid twice pays the order once and leaves the second payment to finance', async () => {
    const { order, held } = await mishap('twice');
    expect(order.state).toBe('paid');
    expect(held).toMatchObject([{ why: 'second-payment', receivedAmount: 580_000 }]);
  });

  test('after its page has ended still pays the order: it was taken', async () => {
    const { order, held } = await mishap('too-late');
    expect(order.state).toBe('paid');
    expect(held).toEqual([]);
  });

  test('an invented wish is refused and moves no money', async () => {
    const family = await ordered();
    const id = checkoutOf(expectOk(await start(family)).url);
    expect((await post(`/pay/${id}/mishap`, { wish: 'free' })).status).toBe(422);
    await gateway.deliveries.idle();
    expect((await fresh(family.order)).state).toBe('paying');
  });
});

describe('instalments and cover', () => {
  test('each paid instalment opens the next, a month later, and lengthens the cover', async () => {
    const family = await ordered({ plan: 'instalments-12' });
    const storedAt = Date.parse('2027-03-01T10:00:00+08:00');
    const cover = () =>
      coverOfUnit(house.deps.read.orders, house.deps.policies, { contractId: family.contractId, storedAt });
    expect(await cover()).toBeNull();
    await post(`/pay/${checkoutOf(expectOk(await start(family)).url)}/card`, CARD);
    await gateway.deliveries.idle();
    await house.runJobs();
    const orders = await house.deps.read.orders.ofContract(family.contractId);
    expect(orders.map((order) => [order.sequence, order.kind, order.state, order.amountFen])).toEqual([
      [1, 'first-payment', 'paid', 140_000],
      [2, 'instalment', 'open', 140_000],
    ]);
    expect(await cover()).toBe('2028-10-31');
  });

  test('yearly fees are not ordered ahead of their year', async () => {
    const family = await ordered({ plan: 'yearly' });
    await post(`/pay/${checkoutOf(expectOk(await start(family)).url)}/alipay`, { outcome: 'paid' });
    await gateway.deliveries.idle();
    await house.runJobs();
    expect(await house.deps.read.orders.ofContract(family.contractId)).toHaveLength(1);
  });

  test('the next year is asked for sixty days before the paid one ends, counted from storage', async () => {
    const family = await ordered({ plan: 'yearly' });
    await post(`/pay/${checkoutOf(expectOk(await start(family)).url)}/alipay`, { outcome: 'paid' });
    await gateway.deliveries.idle();
    await house.runJobs();
    const { contractId } = family;
    expect(await openYearlyFee(house.deps, { contractId, sequence: 2 })).toMatchObject({
      value: 'too-early',
    });
    await house.deps.database.db.insert(units).values({
      id: `unt_${contractId}`,
      din: 'G123426000001',
      product: 'cord-blood',
      contractId,
      familyId: family.familyId,
      state: 'stored',
      lastEventAt: 0,
      storedAt: Date.parse('2027-03-10T10:00:00+08:00'),
    });
    house.clock.set('2028-01-09T23:59:00+08:00');
    await house.runJobs();
    expect(await house.deps.read.orders.ofContract(contractId)).toHaveLength(1);
    house.clock.set('2028-01-10T00:00:00+08:00');
    await house.runJobs();
    const second = (await house.deps.read.orders.ofContract(contractId))[1];
    expect(second).toMatchObject({
      kind: 'annual-fee',
      dueOn: '2028-03-10',
      amountFen: 65_000,
      state: 'open',
    });
    expect(house.messages.findLast((message) => message.to === family.phone)?.text).toContain('¥650');
  });

  test('a refund from the provider reaches the ledger once', async () => {
    const family = await ordered();
    await post(`/pay/${checkoutOf(expectOk(await start(family)).url)}/alipay`, { outcome: 'paid' });
    await gateway.deliveries.idle();
    const { paymentId } = await fresh(family.order);
    expectOk(await house.deps.payments.refund(paymentId ?? '', 48_000, 'refund-1'));
    await gateway.deliveries.idle();
    const rows = await house.deps.read.ledger.ofOrder(family.order.id);
    expect(balanceOf('cash-at-provider', rows)).toBe(580_000 - 48_000);
    expect((await fresh(family.order)).state).toBe('paid');
  });
});
