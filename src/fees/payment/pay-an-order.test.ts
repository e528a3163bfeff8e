/** A family pays: the real SDK, the sandbox gateway over loopback, the real webhook route, a real database and PDF. */
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectOk } from '../../shared/result.ts';
import { createOrder } from '../orders/create-order.ts';
import { applyPaymentEvent } from './apply-payment-event.ts';
import { startCheckout } from './start-checkout.ts';
import { contractToPay } from '../../../tests/support/contract-to-pay.ts';
import { stripeProvider, type PaymentProvider } from '../../platform/payments/index.ts';
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

const post: Till['post'] = (path, form) => till.post(path, form);
const ordered: Till['ordered'] = (traits) => till.ordered(traits);
const start: Till['start'] = (family, locale) => till.start(family, locale);
const fresh: Till['fresh'] = (order) => till.fresh(order);

describe('a signed contract', () => {
  test('becomes one order and one text message, however often its event is delivered', async () => {
    const { contractId, order, phone } = await ordered({ babies: 2 });
    expectOk(await createOrder(house.deps, { contractId, sequence: 1 }));
    await house.runJobs();
    expect(await house.deps.read.orders.ofContract(contractId)).toHaveLength(1);
    expect(order).toMatchObject({ state: 'open', kind: 'first-payment', amountFen: 1_160_000 });
    expect(order.number).toMatch(/^DD-\d{4}-\d{6}-\d$/);
    const texts = house.messages.filter((message) => message.to === phone);
    expect(texts).toHaveLength(1);
    expect(texts[0]?.text).toContain('¥11,600');
  });

  test('that is not signed is never billed', async () => {
    const { contractId } = await contractToPay(house, { state: 'offered' });
    expect(await createOrder(house.deps, { contractId, sequence: 1 })).toMatchObject({ code: 'wrong-state' });
  });
});

describe('paying', () => {
  test('by card ends with the order paid and a receipt that names payer and payee, no full name among them', async () => {
    const family = await ordered();
    const { url } = expectOk(await start(family));
    expect((await fresh(family.order)).state).toBe('paying');
    await post(`/pay/${checkoutOf(url)}/card`, CARD);
    await gateway.deliveries.idle();
    await house.runJobs();
    expect(await fresh(family.order)).toMatchObject({ state: 'paid', method: 'card' });
    const [receipt] = await house.deps.read.orders.receiptsOfFamily(family.familyId);
    const found = await house.deps.read.orders.receiptFile(receipt?.id ?? '', family.familyId);
    const bytes = await house.deps.files.get(found?.file?.storageKey ?? '');
    const text = execFileSync('pdftotext', ['-', '-'], { input: bytes, encoding: 'utf8' });
    for (const words of [
      receipt?.number ?? '?',
      family.order.number,
      family.contractNumber,
      '¥5,800.00',
      '银行卡',
      '王*（合同的监护人）',
      '山东省齐鲁干细胞工程有限公司',
      '统一社会信用代码',
      '（待运营方填写）',
      '沙箱',
      '示例',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('王䶮');
    // Another family gets the same answer as for a random id.
    expect(await house.deps.read.orders.receiptFile(receipt?.id ?? '', 'fam_other')).toBeNull();
    expect(
      await startCheckout(house.deps, {
        orderId: family.order.id,
        familyId: 'fam_other',
        locale: 'zh',
        actor: { kind: 'family', id: 'x' },
      }),
    ).toMatchObject({ code: 'not-found' });
  });

  test('pressed five times at once opens one checkout', async () => {
    const family = await ordered();
    const all = await Promise.all(Array.from({ length: 5 }, () => start(family)));
    expect(new Set(all.map((one) => expectOk(one).url)).size).toBe(1);
    expect(expectOk(await start(family)).url).toBe(expectOk(all[0] as (typeof all)[number]).url);
  });

  test('from two windows in two languages at once leaves one page that can be paid', async () => {
    const family = await ordered();
    const [zh, en] = await Promise.all([start(family, 'zh'), start(family, 'en')]);
    expect(expectOk(zh).url).toBe(expectOk(en).url);
    const { checkoutId } = await fresh(family.order);
    expect(checkoutOf(expectOk(zh).url)).toBe(checkoutId);
  });

  test('after a declined card and with Alipay instead is paid once, with Alipay on the receipt', async () => {
    const family = await ordered();
    const id = checkoutOf(expectOk(await start(family)).url);
    await post(`/pay/${id}/card`, { ...CARD, number: '4000000000000002' });
    await gateway.deliveries.idle();
    expect((await fresh(family.order)).state).toBe('paying');
    const [event] = await house.deps.read.ledger.eventsOf(family.order.id);
    expect(event).toMatchObject({ outcome: 'no-effect', note: 'declined: declined' });
    await post(`/pay/${id}/alipay`, { outcome: 'paid' });
    await gateway.deliveries.idle();
    await house.runJobs();
    expect(await fresh(family.order)).toMatchObject({ state: 'paid', method: 'alipay' });
    expect(await start(family)).toMatchObject({ code: 'already-paid' });
  });

  test('with every event doubled and delivered backwards changes nothing', async () => {
    const family = await ordered();
    const id = checkoutOf(expectOk(await start(family)).url);
    gateway.deliveries.rules({ hold: true, times: 2 });
    await post(`/pay/${id}/card`, { ...CARD, number: '4000000000009995' });
    await post(`/pay/${id}/card`, CARD);
    expect((await fresh(family.order)).state).toBe('paying');
    await gateway.deliveries.release('reversed');
    await house.runJobs();
    expect((await fresh(family.order)).state).toBe('paid');
    expect(await house.deps.read.orders.receiptsOfFamily(family.familyId)).toHaveLength(1);
  });

  test('that never happens expires, and the next try opens a new page', async () => {
    const family = await ordered();
    const first = checkoutOf(expectOk(await start(family)).url);
    await post(`/sandbox/checkouts/${first}/expire`);
    await gateway.deliveries.idle();
    expect((await fresh(family.order)).state).toBe('expired');
    const second = checkoutOf(expectOk(await start(family)).url);
    expect(second).not.toBe(first);
    expect((await fresh(family.order)).state).toBe('paying');
  });

  test('when the provider is down says so and leaves the order as it was', async () => {
    const family = await ordered();
    const dead = stripeProvider({
      secretKey: 'sk_test_x',
      webhookSecret: 'w',
      checkoutOrigin: 'x',
      apiBase: 'http://127.0.0.1:9',
      maxNetworkRetries: 0,
    });
    const answer = await startCheckout(
      { ...house.deps, payments: dead },
      {
        orderId: family.order.id,
        familyId: family.familyId,
        locale: 'zh',
        actor: { kind: 'family', id: 'x' },
      },
    );
    expect(answer).toMatchObject({ code: 'payments-unreachable' });
    expect(await fresh(family.order)).toEqual(family.order);
  });

  test('money that comes later keeps the order waiting and then pays it', async () => {
    const family = await ordered();
    const id = checkoutOf(expectOk(await start(family)).url);
    await post(`/pay/${id}/wechat`, { outcome: 'later' });
    await gateway.deliveries.idle();
    expect((await fresh(family.order)).state).toBe('paying');
    expect(await start(family)).toMatchObject({ code: 'payment-pending' });
    await post(`/sandbox/checkouts/${id}/settle`);
    await gateway.deliveries.idle();
    expect((await fresh(family.order)).state).toBe('paid');
  });

  test('money of an earlier try, reported late, does not keep the family from paying', async () => {
    const family = await ordered();
    const first = checkoutOf(expectOk(await start(family)).url);
    const about = { orderId: family.order.id, checkoutId: first };
    await applyPaymentEvent(house.deps, { id: 'evt_end', type: 'x', kind: 'checkout-expired', ...about });
    const second = expectOk(await start(family)).url;
    const late = { id: 'evt_late', type: 'x', kind: 'pending', ...about } as const;
    expect(await applyPaymentEvent(house.deps, late)).toMatchObject({ value: { outcome: 'no-effect' } });
    expect(expectOk(await start(family)).url).toBe(second);
  });

  test('money reported on its way while the provider prepares another page opens no second one', async () => {
    const family = await ordered();
    const first = checkoutOf(expectOk(await start(family)).url);
    house.clock.set((await fresh(family.order)).checkoutEndsAt ?? 0);
    const about = { orderId: family.order.id, checkoutId: first };
    const payments: PaymentProvider = {
      ...house.deps.payments,
      async createCheckout(request) {
        await applyPaymentEvent(house.deps, { id: 'evt_meanwhile', type: 'x', kind: 'pending', ...about });
        return house.deps.payments.createCheckout(request);
      },
    };
    const again = await startCheckout(
      { ...house.deps, payments },
      {
        orderId: family.order.id,
        familyId: family.familyId,
        locale: 'zh',
        actor: { kind: 'family', id: 'x' },
      },
    );
    expect(again).toMatchObject({ code: 'payment-pending' });
    expect((await fresh(family.order)).checkoutId).toBe(first);
  });

  test('a forged event is refused and changes nothing', async () => {
    const { order } = await ordered();
    const body = JSON.stringify({
      id: 'evt_x',
      object: 'event',
      type: 'checkout.session.completed',
      livemode: false,
    });
    const answer = await fetch(till.webhookUrl, {
      method: 'POST',
      headers: { 'stripe-signature': `t=${Math.floor(Date.now() / 1000)},v1=${'0'.repeat(64)}` },
      body,
    });
    expect(answer.status).toBe(400);
    expect((await fresh(order)).state).toBe('open');
  });
});
