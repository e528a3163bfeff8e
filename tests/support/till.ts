/** A house whose payments really go through the sandbox gateway: over loopback, with the real SDK and the real webhook route. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIContext } from 'astro';
import { startCheckout } from '../../src/fees/payment/start-checkout.ts';
import type { Order } from '../../src/fees/index.ts';
import { POST as webhook } from '../../src/pages/webhooks/stripe.ts';
import { stripeProvider, type PaymentProvider } from '../../src/platform/payments/index.ts';
import { startGateway, type Gateway } from '../../src/platform/payments/sandbox/gateway.ts';
import { ok } from '../../src/shared/result.ts';
import { contractToPay } from './contract-to-pay.ts';
import { testHouse, type House } from './house.ts';

export const CARD = { number: '4242424242424242', expiry: '12/34', cvc: '123' };
export const checkoutOf = (url: string): string => new URL(url).pathname.split('/').at(-1) ?? '';

/** Hands the provider's words to the route, as the server would. */
function webhookServer(house: () => House): Server {
  return createServer((message, response) => {
    const parts: Buffer[] = [];
    message.on('data', (part: Buffer) => parts.push(part));
    message.on('end', () => {
      const request = new Request('http://localhost/webhooks/stripe', {
        method: 'POST',
        headers: { 'stripe-signature': String(message.headers['stripe-signature']) },
        body: Buffer.concat(parts),
      });
      // Only what the route reads of Astro's context.
      const context = { request, locals: { deps: house().deps, requestId: 'test' } } as unknown as APIContext;
      void Promise.resolve(webhook(context)).then((answer) => response.writeHead(answer.status).end());
    });
  });
}

export async function openTill() {
  const opened: { house?: House } = {};
  const site = webhookServer(() => opened.house as House);
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const webhookUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}/webhooks/stripe`;
  const gateway: Gateway = await startGateway({
    port: 0,
    dataFile: null,
    webhookUrl,
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
  const house = await testHouse({ now: Date.now(), parts: { payments } });
  opened.house = house;
  const at = (path: string): string => `http://127.0.0.1:${gateway.port}${path}`;
  return {
    house,
    gateway,
    /** Where the provider's word arrives. */
    webhookUrl,
    /** Between tests: the time of day, and a provider that delivers at once and once. */
    reset() {
      house.clock.set(Date.now());
      gateway.deliveries.rules({ hold: false, times: 1, delayMs: 0 });
    },
    at,
    post: (path: string, form: Record<string, string> = {}): Promise<Response> =>
      fetch(at(path), { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' }),
    async ordered(traits: Parameters<typeof contractToPay>[1] = {}) {
      const contract = await contractToPay(house, traits);
      await house.deps.transaction(async ({ outbox }) => {
        await outbox.add('contract.signed', { contractId: contract.contractId });
        return ok();
      });
      await house.runJobs();
      const [order] = await house.deps.read.orders.ofContract(contract.contractId);
      return { ...contract, order: order as Order };
    },
    start: (family: { familyId: string; order: Order }, locale: 'zh' | 'en' = 'zh') =>
      startCheckout(house.deps, {
        orderId: family.order.id,
        familyId: family.familyId,
        locale,
        actor: { kind: 'family', id: 'acc' },
      }),
    fresh: async (order: Order): Promise<Order> => (await house.deps.read.orders.byId(order.id)) as Order,
    async close() {
      await gateway.stop();
      site.closeAllConnections();
      await new Promise((resolve) => site.close(resolve));
      await house.close();
    },
  };
}
export type Till = Awaited<ReturnType<typeof openTill>>;
