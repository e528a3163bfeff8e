/** A family pays: the real SDK, the sandbox gateway over loopback, the real webhook route, a real database and PDF. */
import { execFileSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { APIContext } from 'astro';
import { units } from '#db/schema/index.ts';
import { contractToPay } from '../../../tests/support/contract-to-pay.ts';
import { testHouse, type House } from '../../../tests/support/house.ts';
import { POST as webhook } from '../../pages/webhooks/stripe.ts';
import { stripeProvider, type PaymentProvider } from '../../platform/payments/index.ts';
import { startGateway, type Gateway } from '../../platform/payments/sandbox/gateway.ts';
import { expectOk, ok } from '../../shared/result.ts';
import { coverOfUnit } from '../prices/cover-of-unit.ts';
import { createOrder } from '../orders/create-order.ts';
import { balanceOf } from '../ledger/ledger.ts';
import type { Order } from '../orders/order.ts';
import { openYearlyFee } from '../orders/open-yearly-fee.ts';
import { applyPaymentEvent } from './apply-payment-event.ts';
import { startCheckout } from './start-checkout.ts';

let house: House;
let gateway: Gateway;
let site: Server;

beforeAll(async () => {
  site = createServer((message, response) => {
    const parts: Buffer[] = [];
    message.on('data', (part: Buffer) => parts.push(part));
    message.on('end', () => {
      const request = new Request('http://localhost/webhooks/stripe', {
        method: 'POST',
        headers: { 'stripe-signature': String(message.headers['stripe-signature']) },
        body: Buffer.concat(parts),
      });
      // Only what the route reads of Astro's context.
      const context = { request, locals: { deps: house.deps, requestId: 'test' } } as unknown as APIContext;
      void Promise.resolve(webhook(context)).then((answer) => response.writeHead(answer.status).end());
    });
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  gateway = await startGateway({
    port: 0,
    dataFile: null,
    webhookUrl: `http://127.0.0.1:${(site.address() as AddressInfo).port}/webhooks/stripe`,
    webhookSecret: 'whsec_test',
    retryAfter: () => 10,
  });
  const payments: PaymentProvider = stripeProvider({
    secretKey: 'sk_test_sandbox',
    webhookSecret: 'whsec_test',
    checkoutOrigin: gateway.origin,
    apiBase: `http://127.0.0.1:${gateway.port}`,
    maxNetworkRetries: 0,
  });
  // The gateway lives in real time, so the house does too.
  house = await testHouse({ now: Date.now(), parts: { payments } });
});
afterAll(async () => {
  await gateway.stop();
  site.closeAllConnections();
  await new Promise((resolve) => site.close(resolve));
  await house.close();
});
beforeEach(() => {
  house.clock.set(Date.now());
  gateway.deliveries.rules({ hold: false, times: 1, delayMs: 0 });
});

const at = (path: string): string => `http://127.0.0.1:${gateway.port}${path}`;
const post = (path: string, form: Record<string, string> = {}): Promise<Response> =>
  fetch(at(path), { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
const CARD = { number: '4242424242424242', expiry: '12/34', cvc: '123' };

async function ordered(traits: Parameters<typeof contractToPay>[1] = {}) {
  const contract = await contractToPay(house, traits);
  await house.deps.transaction(async ({ outbox }) => {
    await outbox.add('contract.signed', { contractId: contract.contractId });
    return ok();
  });
  await house.runJobs();
  const [order] = await house.deps.read.orders.ofContract(contract.contractId);
  return { ...contract, order: order as Order };
}
const start = (family: { familyId: string; order: Order }, locale: 'zh' | 'en' = 'zh') =>
  startCheckout(house.deps, {
    orderId: family.order.id,
    familyId: family.familyId,
    locale,
    actor: { kind: 'family', id: 'acc' },
  });
const checkoutOf = (url: string): string => new URL(url).pathname.split('/').at(-1) ?? '';
const fresh = async (order: Order): Promise<Order> => (await house.deps.read.orders.byId(order.id)) as Order;

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
    const answer = await fetch(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`, {
      method: 'POST',
      headers: { 'stripe-signature': `t=${Math.floor(Date.now() / 1000)},v1=${'0'.repeat(64)}` },
      body,
    });
    expect(answer.status).toBe(400);
    expect((await fresh(order)).state).toBe('open');
  });
});

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
