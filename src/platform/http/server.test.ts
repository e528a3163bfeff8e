import { request as httpRequest } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UNKNOWN_ORIGIN } from '../../shared/public-origin.ts';
import { createSite, type AstroHandler, type Site, type SiteSettings } from './server.ts';
import { loadStaticFiles, type StaticSettings } from './static-files.ts';

const PAGE = `<!DOCTYPE html><title>home</title>${'<p>words</p>'.repeat(100)}`;
const settings: SiteSettings & StaticSettings = {
  origin: 'https://portal.test',
  https: false,
  formTargets: ['http://localhost:4322'],
  hosts: ['portal.test'],
  proxies: ['127.0.0.1'],
  maxInFlight: 6,
};

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Buffer;
}

let site: Site;
let port: number;
let outDir: string;
let isReady = true;
const logged: string[] = [];
/** Requests to /held wait here until a test lets them go. */
const held: (() => void)[] = [];
let arrived: () => void = () => undefined;

/** Stands in for Astro: the server in front is what is tested, over a real socket. */
const handler: AstroHandler = async (req, res, next, locals) => {
  const url = new URL(req.url ?? '/', 'http://portal.test');
  if (url.pathname === '/held') {
    await new Promise<void>((go) => {
      held.push(go);
      arrived();
    });
  }
  if (url.pathname === '/page' || url.pathname === '/held') {
    res.writeHead(200, {
      'content-type': 'text/html',
    });
    res.write(PAGE);
    res.end();
  } else if (url.pathname === '/refused') {
    res.statusMessage = 'OK';
    res.writeHead(422, { 'content-type': 'text/html' }).end('fill it in');
  } else if (/^(\/en)?\/gone$/.test(url.pathname))
    res.writeHead(404, { 'content-type': 'text/html' }).end('astro says no');
  else if (url.pathname === '/broken' || url.pathname.startsWith('/_')) res.writeHead(500).end();
  else if (url.pathname === '/api/gone')
    res.writeHead(404, { 'content-type': 'application/json' }).end('{"code":"not-found"}');
  else if (
    url.pathname === '/echo' ||
    url.pathname.startsWith('/api/') ||
    url.pathname.startsWith('/webhooks/')
  )
    res.writeHead(200, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        client: locals.clientAddress,
        forwarded: req.headers['x-forwarded-for'] ?? null,
        bytes: (req as { body?: Buffer }).body?.length ?? 0,
      }),
    );
  else next();
};

beforeAll(async () => {
  outDir = mkdtempSync(path.join(tmpdir(), 'site-'));
  const client = path.join(outDir, 'client');
  mkdirSync(path.join(client, 'en'), { recursive: true });
  mkdirSync(path.join(client, 'staff'));
  mkdirSync(path.join(client, '_astro'));
  const files: Record<string, string> = {
    'index.html': PAGE,
    'en.html': PAGE.replace('home', 'english'),
    '404.html': '<title>没有这个页面</title>',
    'staff/404.html': '<title>工作台里没有这个页面</title>',
    'en/404.html': '<title>There is no such page</title>',
    '500.html': '<title>出错了</title>',
    'article.html': `<link rel="canonical" href="${UNKNOWN_ORIGIN}/article">${'<p>words</p>'.repeat(50)}`,
    'article.html.br': 'compressed before anybody knew where',
    'sitemap.xml': `<loc>${UNKNOWN_ORIGIN}/article</loc>`,
    'robots.txt': `Sitemap: ${UNKNOWN_ORIGIN}/sitemap.xml`,
    '_astro/style.abc.css': 'p { color: teal }'.repeat(40),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(client, name), text);
  const log = {
    info: (fields: Record<string, unknown>) => void logged.push(JSON.stringify(fields)),
    error: (fields: Record<string, unknown>) => void logged.push(JSON.stringify(fields)),
  };
  const parts = { settings, files: loadStaticFiles(outDir, settings), handler, deps: {}, log };
  site = createSite({ ...parts, ready: () => Promise.resolve(isReady) });
  await new Promise<void>((resolve) => site.server.listen(0, '127.0.0.1', resolve));
  port = (site.server.address() as AddressInfo).port;
});

afterAll(async () => {
  await site.stop();
  rmSync(outDir, { recursive: true });
});

const ask = (
  target: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const req = httpRequest(
      { port, host: '127.0.0.1', method, path: target, headers: { host: 'portal.test', ...headers } },
      (res) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('end', () =>
          resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) }),
        );
      },
    );
    req.on('error', reject);
    req.end(body);
  });

/** What the server says to bytes no HTTP library would send. */
const sendRaw = (bytes: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('close', () => resolve(answer));
  });

describe('what counts as a request', () => {
  it('answers only for its own host', async () => {
    expect((await ask('/', { headers: { host: 'portal.test.evil.example' } })).status).toBe(421);
    expect((await ask('/', { headers: { host: 'portal.test:80' } })).status).toBe(421);
    expect((await ask('/')).status).toBe(200);
  });

  it.each([
    '/%ff',
    '//evil.example',
    '/a/../b',
    '/a/%2e%2e/b',
    '/a%2fb',
    '/a\\b',
    '/a/./b',
    '/%00',
    'http://evil.example/',
  ])('refuses the malformed address %s', async (target) => {
    expect((await ask(target)).status).toBe(400);
  });

  it('refuses what is not HTTP without falling over', async () => {
    expect(await sendRaw('GARBAGE\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/);
    expect(await sendRaw(`GET / HTTP/1.1\r\nHost: portal.test\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431/,
    );
    expect((await ask('/')).status).toBe(200);
  });

  it('refuses a request that names two hosts, whichever comes first', async () => {
    const [ours, theirs] = ['Host: portal.test', 'hOsT: evil.example'];
    for (const hosts of [
      [ours, theirs],
      [theirs, ours],
      [ours, ours],
    ])
      expect(await sendRaw(`GET / HTTP/1.1\r\n${hosts.join('\r\n')}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400/);
  });

  it.each([
    ['/index.html', '/'],
    ['/en.html', '/en'],
    ['/en/?large=1', '/en?large=1'],
    ['/page/', '/page'],
  ])('sends %s to the one spelling %s', async (from, to) => {
    const answer = await ask(from);
    expect([answer.status, answer.headers['location']]).toEqual([308, to]);
  });

  it('takes GET, HEAD and POST only', async () => {
    const answers = await Promise.all(
      ['PUT', 'DELETE', 'OPTIONS', 'TRACE'].map((method) => ask('/page', { method })),
    );
    expect(answers.map(({ status }) => status)).toEqual([405, 405, 405, 405]);
  });

  it('believes X-Forwarded-For only from the proxy, and only its last foreign hop', async () => {
    const answer = await ask('/echo', { headers: { 'x-forwarded-for': '1.1.1.1, 203.0.113.9, 127.0.0.1' } });
    expect(JSON.parse(answer.body.toString())).toMatchObject({ client: '203.0.113.9', forwarded: null });
  });
});

describe('bodies', () => {
  it('refuses a body that is too large before anyone reads it, announced or not', async () => {
    const body = Buffer.alloc(200 * 1024);
    expect((await ask('/echo', { method: 'POST', body })).status).toBe(413);
    expect(
      (await ask('/echo', { method: 'POST', body, headers: { 'transfer-encoding': 'chunked' } })).status,
    ).toBe(413);
  });

  it('lets the laboratory send a day’s work in one request', async () => {
    const answer = await ask('/api/v1/unit-events', { method: 'POST', body: Buffer.alloc(4 * 1024 * 1024) });
    expect(JSON.parse(answer.body.toString())).toMatchObject({ bytes: 4 * 1024 * 1024 });
  });
});

describe('static pages', () => {
  it('lets a page load only from the house, and a file nothing at all', async () => {
    const [home, style] = await Promise.all([ask('/'), ask('/_astro/style.abc.css')]);
    const ends = "form-action 'self' http://localhost:4322; frame-ancestors 'none'";
    expect(home.headers['content-security-policy']).toBe(
      `default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; ${ends}`,
    );
    expect(style.headers['content-security-policy']).toBe(`default-src 'none'; sandbox; ${ends}`);
  });

  it('sends the best compression the browser takes, and the same words', async () => {
    const br = await ask('/', { headers: { 'accept-encoding': 'gzip, br' } });
    const gzip = await ask('/', { headers: { 'accept-encoding': 'gzip, br;q=0' } });
    expect([br.headers['content-encoding'], gzip.headers['content-encoding']]).toEqual(['br', 'gzip']);
    expect([brotliDecompressSync(br.body).toString(), gunzipSync(gzip.body).toString()]).toEqual([
      PAGE,
      PAGE,
    ]);
  });

  it('answers 304 to who has it already, with the policy still in force', async () => {
    const { headers } = await ask('/');
    const again = await ask('/', { headers: { 'if-none-match': String(headers['etag']) } });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect(again.headers['content-security-policy']).toBe(headers['content-security-policy']);
  });

  it('carry the origin of this house in every absolute link, compressed or not', async () => {
    const [plain, br, map, robots] = await Promise.all([
      ask('/article'),
      ask('/article', { headers: { 'accept-encoding': 'br' } }),
      ask('/sitemap.xml'),
      ask('/robots.txt'),
    ]);
    expect(plain.body.toString()).toContain('href="https://portal.test/article"');
    expect(brotliDecompressSync(br.body).toString()).toBe(plain.body.toString());
    expect(map.body.toString()).toBe('<loc>https://portal.test/article</loc>');
    expect(map.headers['content-type']).toBe('application/xml; charset=utf-8');
    expect(robots.body.toString()).toBe('Sitemap: https://portal.test/sitemap.xml');
    const again = await ask('/article', { headers: { 'if-none-match': String(br.headers['etag']) } });
    expect(again.status).toBe(304);
  });

  it('lets hashed files be kept for ever and pages be asked for anew', async () => {
    const [file, page] = await Promise.all([ask('/_astro/style.abc.css'), ask('/')]);
    expect(file.headers['cache-control']).toContain('immutable');
    expect(page.headers['cache-control']).toBe('public, no-cache');
  });
});

describe('dynamic pages', () => {
  it('lets a page load only from the house, compresses, and forbids storing', async () => {
    const answer = await ask('/page', { headers: { 'accept-encoding': 'gzip' } });
    expect(gunzipSync(answer.body).toString()).toBe(PAGE);
    expect(answer.headers).toMatchObject({
      'cache-control': 'private, no-store',
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self' http://localhost:4322; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    });
  });

  it('shows the not-found page in the language of the address, the same for refused and for unknown', async () => {
    const [gone, english, unknown] = await Promise.all([ask('/gone'), ask('/en/gone'), ask('/nobody-knows')]);
    expect([gone.status, english.status]).toEqual([404, 404]);
    expect(gone.body.toString()).toBe(unknown.body.toString());
    expect(english.body.toString()).toContain('There is no such page');
    expect(gone.headers['cache-control']).toBe('private, no-store');
  });

  it('shows staff the not-found page of the console, from which they find back to it', async () => {
    expect((await ask('/staff/nobody-knows')).body.toString()).toContain('工作台');
    expect((await ask('/staffed')).body.toString()).not.toContain('工作台');
  });

  it('shows the broken page for a failure, and leaves the API its own words', async () => {
    expect((await ask('/broken')).body.toString()).toContain('出错了');
    expect((await ask('/api/gone')).body.toString()).toBe('{"code":"not-found"}');
  });

  it('calls a refused form what it is', async () => {
    const answer = await sendRaw('GET /refused HTTP/1.1\r\nHost: portal.test\r\nConnection: close\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 422 Unprocessable/);
  });

  it('logs the declared route, never the address', async () => {
    await ask('/page?token=secret-token');
    expect(logged.join('')).not.toContain('secret-token');
  });

  it('has no picture service, and none of the other doors of the framework', async () => {
    expect((await ask('/_image?href=/x.png')).status).toBe(404);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    for (const path of ['/_server-islands/x', '/_actions/accounts.signOut'])
      expect([path, (await ask(path, { method: 'POST', headers, body: 'null' })).status]).toEqual([
        path,
        404,
      ]);
  });
});

describe('too much at once', () => {
  it('asks the rest to come back, and still answers health, webhooks and static pages', async () => {
    const both = new Promise<void>((resolve) => {
      arrived = () => {
        if (held.length === settings.maxInFlight) resolve();
      };
    });
    const waiting = Array.from({ length: settings.maxInFlight }, () => ask('/held'));
    await both;
    const [refused, webhook, health, home] = await Promise.all([
      ask('/page'),
      ask('/webhooks/stripe', { method: 'POST', body: '{}' }),
      ask('/health'),
      ask('/'),
    ]);
    for (const go of held.splice(0)) go();
    expect([refused.status, refused.headers['retry-after']]).toEqual([503, '5']);
    expect([webhook.status, health.status, home.status]).toEqual([200, 200, 200]);
    expect((await Promise.all(waiting)).every(({ status }) => status === 200)).toBe(true);
    expect((await ask('/page')).status).toBe(200);
  });

  it('says it is not ready when its parts are not, and is alive all the same', async () => {
    isReady = false;
    const [ready, live] = await Promise.all([ask('/health/ready'), ask('/health/live')]);
    isReady = true;
    expect([ready.status, live.status]).toEqual([503, 200]);
  });
});
