/** The real SDK against the sandbox gateway over loopback: what the portal relies on, whoever answers. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { expectOk } from '../../shared/result.ts';
import type { CheckoutRequest, PaymentEvent, PaymentProvider } from './payments.ts';
import { startGateway, type Gateway } from './sandbox/gateway.ts';
import { signatureHeader } from './sandbox/deliveries.ts';
import { stripeProvider } from './stripe-provider.ts';

const SECRET = 'whsec_test';
let gateway: Gateway;
let site: Server;
let provider: PaymentProvider;
let received: { body: string; signature: string }[];
let siteAnswers: number[];
let dataFile: string;

const request = (change: Partial<CheckoutRequest> = {}): CheckoutRequest => ({
  orderId: 'ord_1',
  number: 'DD-2026-000001-5',
  amountFen: 580_000,
  description: 'Order DD-2026-000001-5',
  locale: 'zh',
  successUrl: 'http://localhost:4360/family/orders/ord_1/return',
  cancelUrl: 'http://localhost:4360/family/orders/ord_1?payment=cancelled',
  expiresAt: Date.now() + 3_600_000,
  idempotencyKey: 'ord_1:1',
  ...change,
});

const start = async (): Promise<void> => {
  gateway = await startGateway({
    port: 0,
    dataFile,
    webhookUrl: `http://127.0.0.1:${(site.address() as AddressInfo).port}/webhooks/stripe`,
    webhookSecret: SECRET,
    retryAfter: () => 5,
  });
  provider = stripeProvider({
    secretKey: 'sk_test_sandbox',
    webhookSecret: SECRET,
    checkoutOrigin: gateway.origin,
    apiBase: `http://127.0.0.1:${gateway.port}`,
    maxNetworkRetries: 0,
  });
};

beforeEach(async () => {
  received = [];
  siteAnswers = [];
  dataFile = join(mkdtempSync(join(tmpdir(), 'gateway-')), 'gateway.ndjson');
  site = createServer((message, response) => {
    let body = '';
    message.on('data', (chunk: Buffer) => (body += chunk.toString()));
    message.on('end', () => {
      received.push({ body, signature: String(message.headers['stripe-signature']) });
      response.writeHead(siteAnswers.shift() ?? 200).end();
    });
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  await start();
});
afterEach(async () => {
  await gateway.stop();
  site.closeAllConnections();
  await new Promise((resolve) => site.close(resolve));
});

const local = (path: string): string => `http://127.0.0.1:${gateway.port}${path}`;
const post = (path: string, form: Record<string, string> = {}): Promise<Response> =>
  fetch(local(path), { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
const open = async (change: Partial<CheckoutRequest> = {}): Promise<string> =>
  expectOk(await provider.createCheckout(request(change))).checkoutId;
const card = (number: string) => ({ number, expiry: '12/34', cvc: '123' });
const events = async (): Promise<PaymentEvent[]> => {
  await gateway.deliveries.idle();
  return received.map(({ body, signature }) => expectOk(provider.readEvent(body, signature)));
};

describe('a checkout', () => {
  test('paid by card tells the site the order, the amount in fen and the payment, signed', async () => {
    const id = await open();
    const answer = await post(`/pay/${id}/card`, card('４242 4242 4242 4242'));
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('http://localhost:4360/family/orders/ord_1/return');
    const [event] = await events();
    expect(event).toMatchObject({
      kind: 'paid',
      orderId: 'ord_1',
      checkoutId: id,
      amountFen: 580_000,
      currency: 'cny',
    });
    if (event?.kind !== 'paid') throw new Error('not paid');
    expect(await provider.methodOf(event.paymentId)).toEqual({ ok: true, value: 'card' });
  });

  test('asked for twice with one key is one checkout, even in parallel', async () => {
    const wanted = request();
    const all = await Promise.all([1, 2, 3].map(() => provider.createCheckout(wanted)));
    expect(new Set(all.map((one) => expectOk(one).checkoutId)).size).toBe(1);
    expect(await provider.createCheckout({ ...wanted, amountFen: 1 })).toMatchObject({
      ok: false,
      code: 'payments-refused',
    });
  });

  test('carries the order’s id and number and nothing else about the family', async () => {
    await open();
    const line =
      readFileSync(dataFile, 'utf8')
        .split('\n')
        .find((text) => text.startsWith('["checkout"')) ?? '';
    const [, , session] = JSON.parse(line) as [string, string, Stripe.Checkout.Session];
    expect(session.metadata).toEqual({ order_id: 'ord_1', order_number: 'DD-2026-000001-5' });
    expect(session.customer_details).toBeNull();
  });

  test.each([
    ['4000000000000002', 'declined'],
    ['4000000000009995', 'insufficient-funds'],
    ['4000000000000069', 'expired-card'],
  ])('card %s is refused as %s and the payer can still pay with Alipay', async (number, reason) => {
    const id = await open();
    const refused = await post(`/pay/${id}/card`, card(number));
    expect(refused.headers.get('location')).toMatch(`/pay/${id}?problem=`);
    expect((await post(`/pay/${id}/alipay`, { outcome: 'paid' })).status).toBe(303);
    const [first, second] = await events();
    expect(first).toMatchObject({ kind: 'declined', orderId: 'ord_1', reason });
    expect(second).toMatchObject({ kind: 'paid', orderId: 'ord_1' });
    if (second?.kind === 'paid')
      expect(await provider.methodOf(second.paymentId)).toMatchObject({ value: 'alipay' });
  });

  test('refused in WeChat stays open; money that comes later is pending first, then paid', async () => {
    const id = await open();
    await post(`/pay/${id}/wechat`, { outcome: 'refused' });
    await post(`/pay/${id}/wechat`, { outcome: 'later' });
    await post(`/sandbox/checkouts/${id}/settle`);
    expect((await events()).map((event) => event.kind)).toEqual(['declined', 'pending', 'paid']);
  });

  test('that ended cannot be paid and says so to the site', async () => {
    const id = await open();
    expect(await provider.expireCheckout(id)).toMatchObject({ ok: true });
    expect(await provider.expireCheckout(id)).toMatchObject({ ok: true });
    expect((await post(`/pay/${id}/card`, card('4242424242424242'))).status).toBe(410);
    expect(await events()).toMatchObject([{ kind: 'checkout-expired', orderId: 'ord_1', checkoutId: id }]);
  });

  test('paid twice by a double click is paid once', async () => {
    const id = await open();
    const answers = await Promise.all([1, 2].map(() => post(`/pay/${id}/card`, card('4242424242424242'))));
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 410]);
    expect((await events()).length).toBe(1);
  });
});

describe('a refund', () => {
  test('reports the sum refunded so far and never more than was paid', async () => {
    const id = await open();
    await post(`/pay/${id}/alipay`, { outcome: 'paid' });
    const [paid] = await events();
    if (paid?.kind !== 'paid') throw new Error('not paid');
    expectOk(await provider.refund(paid.paymentId, 100_000, 'r1'));
    expectOk(await provider.refund(paid.paymentId, 100_000, 'r1'));
    expectOk(await provider.refund(paid.paymentId, 50_000, 'r2'));
    expect(await provider.refund(paid.paymentId, 580_000, 'r3')).toMatchObject({
      ok: false,
      code: 'payments-refused',
    });
    expect((await events()).slice(1)).toMatchObject([
      { kind: 'refunded', orderId: 'ord_1', refundedFen: 100_000 },
      { kind: 'refunded', orderId: 'ord_1', refundedFen: 150_000 },
    ]);
  });
});

const completed = (change: object) => ({
  id: 'e',
  object: 'event',
  livemode: false,
  type: 'checkout.session.completed',
  data: {
    object: {
      id: 'cs_1',
      mode: 'payment',
      payment_status: 'paid',
      payment_intent: 'pi_1',
      amount_total: 580_000,
      currency: 'cny',
      metadata: { order_id: 'ord_1' },
      ...change,
    },
  },
});

describe('webhooks', () => {
  test('are sent again until the site says yes, and again after the gateway restarts', async () => {
    siteAnswers = [500, 503];
    const id = await open();
    await post(`/pay/${id}/alipay`, { outcome: 'paid' });
    await expect.poll(() => received.length).toBe(3);
    expect(new Set(received.map(({ body }) => (JSON.parse(body) as { id: string }).id)).size).toBe(1);

    await post('/sandbox/deliveries?delay=60000');
    await open({ idempotencyKey: 'ord_1:2' }).then((next) =>
      post(`/pay/${next}/alipay`, { outcome: 'paid' }),
    );
    await gateway.stop();
    await start();
    const listed = (await (await fetch(local('/sandbox/events'))).json()) as {
      deliveries: { state: string }[];
    }[];
    expect(listed.map((event) => event.deliveries.map((delivery) => delivery.state))).toEqual([
      ['delivered'],
      ['waiting'],
    ]);
  });

  test('can be held, doubled and turned round by a test', async () => {
    await post('/sandbox/deliveries?hold=yes&times=2');
    const id = await open();
    await post(`/pay/${id}/card`, card('4000000000000002'));
    await post(`/pay/${id}/card`, card('4242424242424242'));
    expect(received).toHaveLength(0);
    await post('/sandbox/release?order=reversed');
    expect((await events()).map((event) => event.kind)).toEqual(['paid', 'paid', 'declined', 'declined']);
  });

  test('with a wrong, missing or old signature, or a changed body, are refused', async () => {
    const body = JSON.stringify({ id: 'evt_1', object: 'event', type: 'charge.refunded', livemode: false });
    const seconds = Math.floor(Date.now() / 1000);
    const refused = { ok: false, code: 'bad-signature' };
    expect(provider.readEvent(body, null)).toMatchObject(refused);
    expect(provider.readEvent(body, 'nonsense')).toMatchObject(refused);
    expect(provider.readEvent(body, signatureHeader(body, 'whsec_other', seconds))).toMatchObject(refused);
    expect(provider.readEvent(`${body} `, signatureHeader(body, SECRET, seconds))).toMatchObject(refused);
    expect(provider.readEvent(body, signatureHeader(body, SECRET, seconds - 301))).toMatchObject(refused);
    expect(provider.readEvent(body, signatureHeader(body, SECRET, seconds + 310))).toMatchObject(refused);
    expect(provider.readEvent(body, 't=1,v1=')).toMatchObject(refused);
    expect(provider.readEvent(body, `t=${seconds},v1=é`)).toMatchObject(refused);
    expect(provider.readEvent('', signatureHeader('', SECRET, seconds))).toMatchObject(refused);
  });

  const event = { id: 'e', object: 'event', livemode: false, data: { object: {} } };
  const signed = (body: unknown) => {
    const text = JSON.stringify(body);
    return provider.readEvent(text, signatureHeader(text, SECRET, Math.floor(Date.now() / 1000)));
  };

  test.each<[string, unknown]>([
    ['is nothing', null],
    ['has no data', { ...event, type: 'charge.refunded', data: null }],
    ['is about nothing', { ...event, type: 'charge.refunded', data: { object: null } }],
    ['names its order by a number', completed({ metadata: { order_id: 7 } })],
    ['has an amount with a fraction', completed({ amount_total: 5800.5 })],
    ['has an amount in words', completed({ amount_total: '580000' })],
  ])('that are signed but whose event %s are unreadable, not an exception', (_what, body) => {
    expect(signed(body)).toEqual({ ok: false, code: 'unreadable' });
    expect(signed(completed({}))).toMatchObject({ ok: true, value: { kind: 'paid', amountFen: 580_000 } });
  });

  test('of another mode or of kinds we do not use are recognised as such', () => {
    expect(signed({ ...event, type: 'charge.refunded', livemode: true })).toMatchObject({
      code: 'wrong-mode',
    });
    expect(signed({ ...event, type: 'payout.paid' })).toMatchObject({
      ok: true,
      value: { kind: 'other', orderId: null },
    });
    expect(signed({ nothing: true })).toMatchObject({ code: 'unreadable' });
  });
});

describe('the sandbox', () => {
  test('refuses live keys', async () => {
    const live = stripeProvider({
      secretKey: 'sk_live_1234',
      webhookSecret: SECRET,
      checkoutOrigin: gateway.origin,
      apiBase: `http://127.0.0.1:${gateway.port}`,
      maxNetworkRetries: 0,
    });
    expect(await live.createCheckout(request())).toMatchObject({ ok: false, code: 'payments-refused' });
  });

  test('that is down is "unreachable", not an exception', async () => {
    await gateway.stop();
    expect(await provider.createCheckout(request())).toMatchObject({
      ok: false,
      code: 'payments-unreachable',
    });
    await start();
  });

  test('says on every page that it is not real money, and keeps what was typed except the security code', async () => {
    for (const [locale, words] of [
      ['zh', '沙箱·不是真钱'],
      ['en', 'Sandbox · not real money'],
    ] as const) {
      const id = await open({ locale, idempotencyKey: `k-${locale}` });
      for (const path of ['', '/alipay', '/wechat']) {
        const page = await fetch(local(`/pay/${id}${path}`));
        expect(await page.text()).toContain(words);
        expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
      }
      const wrong = await post(`/pay/${id}/card`, { number: '6222 0000', expiry: '13/20', cvc: '987' });
      const html = await wrong.text();
      expect(wrong.status).toBe(422);
      expect(html).toContain('value="6222 0000"');
      expect(html).not.toContain('987');
    }
  });
});
