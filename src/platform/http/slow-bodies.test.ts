/** Whoever sends slowly keeps nobody else waiting. Over real sockets; what is waited for is always an event. */
import { createServer, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readBody, type Body } from './request-body.ts';
import { createSite, type AstroHandler, type Site, type SiteSettings } from './server.ts';
import type { BeforeBody } from './posted-body.ts';

const FEED = '/api/v1/unit-events';
const WEBHOOK = '/webhooks/stripe';

const sites: Site[] = [];
const sockets: Socket[] = [];
/** Requests that are being worked on until a test lets them go. */
const held: (() => void)[] = [];
let begun: () => void = () => undefined;

const handler: AstroHandler = async (req, res) => {
  if (req.headers['x-hold']) {
    await new Promise<void>((go) => {
      held.push(go);
      begun();
    });
  }
  res.writeHead(200, { 'content-type': 'text/plain' }).end('done');
};

async function open(changes: Partial<SiteSettings> = {}, beforeBody?: BeforeBody): Promise<number> {
  const settings: SiteSettings = {
    https: false,
    formTargets: [],
    hosts: ['portal.test'],
    proxies: ['127.0.0.1'],
    maxInFlight: 3,
    ...changes,
  };
  const site = createSite({
    settings,
    files: { count: 0, find: () => undefined },
    handler,
    deps: {},
    log: { info: () => undefined, error: () => undefined },
    ready: () => Promise.resolve(true),
    ...(beforeBody ? { beforeBody } : {}),
  });
  sites.push(site);
  await new Promise<void>((resolve) => site.server.listen(0, '127.0.0.1', resolve));
  return (site.server.address() as AddressInfo).port;
}

afterEach(async () => {
  vi.useRealTimers();
  for (const go of held.splice(0)) go();
  begun = () => undefined;
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(sites.splice(0).map((site) => site.stop()));
});

/** Posts by hand: the head at once, the body as the test pleases. */
function post(port: number, path: string, { length = 10, from = '203.0.113.1', hold = false } = {}) {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  let said = '';
  let continued: () => void;
  const waiting = new Promise<void>((resolve) => (continued = resolve));
  const answer = new Promise<number>((resolve) => {
    socket.on('data', (chunk) => {
      said += chunk.toString();
      if (said.startsWith('HTTP/1.1 100')) continued();
      const status = /HTTP\/1\.1 ([2-5]\d\d)/.exec(said)?.[1];
      if (status !== undefined) resolve(Number(status));
    });
    socket.on('close', () => resolve(0));
    socket.on('error', () => undefined);
  });
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: portal.test\r\nContent-Length: ${length}\r\nX-Forwarded-For: ${from}\r\n` +
      // The server's 100 says that it has the head.
      `Expect: 100-continue\r\n${hold ? 'X-Hold: yes\r\n' : ''}\r\n`,
  );
  return { waiting, answer, closed, send: (text: string) => void socket.write(text) };
}
/** Slow ones, all of whom the server has begun to wait for. */
async function slowly(port: number, path: string, addresses: readonly string[]) {
  const all = [];
  for (const from of addresses) {
    const one = post(port, path, { from });
    await one.waiting;
    all.push(one);
  }
  return all;
}
const quickly = (port: number, path: string, from = '198.51.100.7') => {
  const one = post(port, path, { from });
  one.send('0123456789');
  return one.answer;
};
const addresses = (count: number): string[] => Array.from({ length: count }, (_, i) => `203.0.113.${i}`);

describe('a body that is still on its way', () => {
  it('takes none of the places where requests are worked on', async () => {
    const port = await open({ maxInFlight: 3 });
    const slow = await slowly(port, '/sign-in', addresses(9));
    expect(await quickly(port, '/sign-in')).toBe(200);
    for (const one of slow) one.send('0123456789');
    for (const one of slow) expect(await one.answer).toBe(200);
  });

  it('keeps neither payments nor the laboratory waiting', async () => {
    const port = await open();
    await slowly(port, WEBHOOK, addresses(40));
    await slowly(port, FEED, addresses(8));
    expect(await Promise.all([quickly(port, WEBHOOK), quickly(port, FEED)])).toEqual([200, 200]);
  });

  it('is not waited for at all without the key that its address asks for', async () => {
    const needsKey: BeforeBody = ({ path, headers }) =>
      Promise.resolve(
        path === FEED && headers.authorization === undefined ? new Response('no key', { status: 401 }) : null,
      );
    const port = await open({}, needsKey);
    const stranger = post(port, FEED, { length: 16_000_000 });
    expect(await stranger.answer).toBe(401);
    await stranger.closed;
  });

  it('makes room for a newer one of the same address, and for nobody else’s', async () => {
    const port = await open({ waitingBodies: { inAll: 100, perAddress: 4 } });
    const other = (await slowly(port, '/sign-in', ['198.51.100.1']))[0];
    const slow = await slowly(
      port,
      '/sign-in',
      Array.from({ length: 5 }, () => '203.0.113.1'),
    );
    expect(await slow[0]?.answer).toBe(503);
    for (const one of [other, ...slow.slice(1)]) {
      one?.send('0123456789');
      expect(await one?.answer).toBe(200);
    }
  });

  it('makes room for a newer one when the whole house waits: the quick ones always come through', async () => {
    const port = await open({ waitingBodies: { inAll: 6, perAddress: 4 } });
    const slow = await slowly(port, WEBHOOK, addresses(6));
    expect(await quickly(port, WEBHOOK)).toBe(200);
    expect(await slow[0]?.answer).toBe(503);
    expect(await quickly(port, '/sign-in')).toBe(200);
  });

  it('that has come counts no longer', async () => {
    const port = await open({ waitingBodies: { inAll: 2, perAddress: 2 } });
    const [first] = await slowly(port, '/sign-in', ['203.0.113.1']);
    for (let n = 0; n < 5; n++) expect(await quickly(port, '/sign-in', '203.0.113.1')).toBe(200);
    first?.send('0123456789');
    expect(await first?.answer).toBe(200);
  });
});

describe('the laboratory', () => {
  it('has four deliveries worked on at once, and the next when one is done', async () => {
    const port = await open({ maxInFlight: 50 });
    const four = new Promise<void>((resolve) => {
      begun = () => {
        if (held.length === 4) resolve();
      };
    });
    const deliveries = Array.from({ length: 4 }, () => {
      const one = post(port, FEED, { hold: true });
      one.send('0123456789');
      return one.answer;
    });
    await four;
    expect(await Promise.all([quickly(port, FEED), quickly(port, WEBHOOK)])).toEqual([503, 200]);
    for (const go of held.splice(0)) go();
    expect(await Promise.all(deliveries)).toEqual([200, 200, 200, 200]);
    expect(await quickly(port, FEED)).toBe(200);
  });
});

describe('the slowest pace', () => {
  it('ends a body that stands still, with a word about it', async () => {
    const port = await open({ slowestBody: { everyMs: 30, bytes: 6 } });
    const slow = post(port, '/sign-in');
    slow.send('01234');
    expect(await slow.answer).toBe(408);
    await slow.closed;
    expect(await quickly(port, '/sign-in')).toBe(200);
  });

  /** Sends so many bytes in each of three intervals of eight seconds, and answers what became of the body. */
  async function paced(bytes: number): Promise<Body['kind']> {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    let request: IncomingMessage | undefined;
    let body: Promise<Body> | undefined;
    const server: Server = createServer((req, res) => {
      request = req;
      body = readBody(req, 100_000).finally(() => res.end());
      arrived();
    });
    let arrived: () => void = () => undefined;
    const head = new Promise<void>((resolve) => (arrived = resolve));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${bytes * 3}\r\n\r\n`);
    await head;
    let kind: Body['kind'] | undefined;
    void body?.then((one) => (kind = one.kind));
    for (let n = 0; n < 3 && kind === undefined; n++) {
      let here = 0;
      const all = new Promise<void>((resolve) =>
        request?.on('data', (chunk: Buffer) => {
          here += chunk.length;
          if (here >= bytes) resolve();
        }),
      );
      socket.write('x'.repeat(bytes));
      await all;
      if (n < 2) vi.advanceTimersByTime(8_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    const end = await body;
    socket.destroy();
    await new Promise((resolve) => server.close(resolve));
    return end?.kind ?? 'aborted';
  }

  it('lets two kilobytes in eight seconds pass, and nothing below', async () => {
    expect(await paced(2_048)).toBe('read');
    expect(await paced(2_047)).toBe('too-slow');
  });
});

describe('a head that never ends', () => {
  it('is given up when its time is over, not half a minute later', async () => {
    const port = await open();
    const [site] = sites;
    if (site) site.server.headersTimeout = 100;
    const socket = connect(port, '127.0.0.1');
    sockets.push(socket);
    const closed = new Promise<string>((resolve) => {
      let said = '';
      socket.on('data', (chunk) => (said += chunk.toString()));
      socket.on('close', () => resolve(said));
    });
    socket.write('GET / HTTP/1.1\r\nHost: portal.test\r\n');
    expect(await closed).toMatch(/^HTTP\/1\.1 408/);
  });
});
