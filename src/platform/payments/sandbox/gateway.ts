/**
 * The sandbox gateway: Stripe's API, a hosted payment page and signed webhooks, in one small process without real money.
 * It never touches the portal's database, and the portal never trusts it more than Stripe.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Stripe from 'stripe';
import { stripeApi } from './api.ts';
import { controlApi } from './control.ts';
import { startDeliveries, type Deliveries } from './deliveries.ts';
import { newObjectId } from './objects.ts';
import { PAGE_STYLE } from './page-style.ts';
import { payRoutes, type PageAnswer } from './pay-routes.ts';
import { openRecords } from './records.ts';
import { openTill } from './till.ts';

export interface GatewayOptions {
  /** 0 picks a free port. */
  readonly port: number;
  readonly host?: string;
  /** What browsers call it; default `http://localhost:<port>`. */
  readonly publicOrigin?: string;
  /** Null keeps everything in memory. */
  readonly dataFile: string | null;
  readonly webhookUrl: string;
  readonly webhookSecret: string;
  readonly now?: () => number;
  readonly retryAfter?: (attempt: number) => number;
  /** How long money authorised with "later" takes to arrive. */
  readonly laterMs?: number;
  readonly log?: (line: string) => void;
}

export interface Gateway {
  readonly port: number;
  readonly origin: string;
  readonly deliveries: Deliveries;
  stop(): Promise<void>;
}

const MAX_BODY = 64 * 1024;

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Redirects after a form count for `form-action`, so the site's own origin must be on the list. */
function pageHeaders(checkout: Stripe.Checkout.Session | undefined): Record<string, string> {
  const origins = [checkout?.success_url, checkout?.cancel_url].flatMap((url) =>
    url && URL.canParse(url) ? [new URL(url).origin] : [],
  );
  return {
    'content-security-policy': `default-src 'none'; style-src 'self'; form-action 'self' ${[...new Set(origins)].join(' ')}; base-uri 'none'; frame-ancestors 'none'`,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}

export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const now = options.now ?? Date.now;
  const records = openRecords(options.dataFile);
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host ?? '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const origin = options.publicOrigin ?? `http://localhost:${port}`;
  const deliveries = startDeliveries(records, {
    url: options.webhookUrl,
    secret: options.webhookSecret,
    now,
    ...(options.retryAfter ? { retryAfter: options.retryAfter } : {}),
    ...(options.log ? { log: options.log } : {}),
  });
  const till = openTill(records, deliveries, { pageOrigin: origin, now });
  const api = stripeApi(records, till, now);
  const pages = payRoutes(records, till, { now, laterMs: options.laterMs ?? 5000 });
  const control = controlApi(records, till, deliveries);

  function sendPage(response: ServerResponse, answer: PageAnswer): void {
    response.writeHead(answer.status, {
      ...pageHeaders(answer.checkout),
      ...(answer.location ? { location: answer.location } : { 'content-type': 'text/html; charset=utf-8' }),
    });
    response.end(answer.html ?? '');
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = new URL(request.url ?? '/', origin);
    const method = request.method ?? 'GET';
    const body = await bodyOf(request);
    if (body === null) {
      response.writeHead(413).end();
      return;
    }
    const sendJson = (status: number, text: string, headers: Record<string, string> = {}): void => {
      response.writeHead(status, {
        'content-type': 'application/json',
        'cache-control': 'no-store',
        ...headers,
      });
      response.end(text);
    };
    if (address.pathname.startsWith('/v1/')) {
      const key = request.headers['idempotency-key'];
      const answer = api({
        method,
        path: address.pathname.slice(3),
        query: address.search.slice(1),
        authorization: request.headers.authorization,
        idempotencyKey: typeof key === 'string' ? key : undefined,
        body,
      });
      sendJson(answer.status, answer.body, {
        'request-id': newObjectId('req'),
        ...(answer.replayed ? { 'idempotent-replayed': 'true' } : {}),
      });
    } else if (address.pathname.startsWith('/sandbox/')) {
      const answer = await control(method, address.pathname.slice('/sandbox'.length), address.searchParams);
      sendJson(answer.status, JSON.stringify(answer.body));
    } else if (address.pathname === '/pay.css') {
      response.writeHead(200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=3600' });
      response.end(PAGE_STYLE);
    } else if (address.pathname === '/healthz') sendJson(200, '{"status":"ok","sandbox":true}');
    else sendPage(response, pages(method, address, new URLSearchParams(body)));
  }

  server.on('request', (request, response) => {
    handle(request, response).catch((error: unknown) => {
      options.log?.(
        `gateway error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { type: 'api_error', message: 'The sandbox gateway failed.' } }));
    });
  });
  const sweep = setInterval(() => till.endOverdue(), 5000);
  sweep.unref();

  return {
    port,
    origin,
    deliveries,
    async stop() {
      clearInterval(sweep);
      deliveries.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      records.close();
    },
  };
}
