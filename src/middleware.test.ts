import type { APIContext } from 'astro';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog } from './platform/log/log.ts';

vi.mock('astro:middleware', () => ({ defineMiddleware: (handler: unknown) => handler }));
vi.stubEnv('DEV', false);
const { onRequest } = await import('./middleware.ts');

const OURS = 'https://portal.test';
let logged = '';
beforeEach(() => {
  logged = '';
});
const log = createLog({ destination: { write: (line: string) => void (logged += line) } });

/** What the middleware answers, and whether anything behind it ran. */
async function visit(routePattern: string, request: Request, behind = () => new Response('ran')) {
  let ran = false;
  const context = {
    request,
    routePattern,
    params: {},
    isPrerendered: false,
    locals: { deps: { log, config: { origin: OURS } }, requestId: 'r1' },
  };
  const response = await onRequest(context as unknown as APIContext, () => {
    ran = true;
    return Promise.resolve().then(behind);
  });
  return { status: response instanceof Response ? response.status : 0, ran };
}
const post = (path: string, headers: Record<string, string> = {}) =>
  new Request(OURS + path, { method: 'POST', headers, body: new URLSearchParams({ a: 'b' }) });

describe('an action named in the address', () => {
  it.each([
    ['/webhooks/stripe', '/webhooks/stripe'],
    ['/api/[...path]', '/api/x'],
    ['/api/v1/unit-events', '/api/v1/unit-events'],
    ['/api/v1/units/[din]/events', '/api/v1/units/x/events'],
    ['/api/v1/openapi.json', '/api/v1/openapi.json'],
  ])('never runs through %s, which takes no forms', async (pattern, path) => {
    const named = `${path}?_action=accounts.signInWithPassword`;
    expect(await visit(pattern, post(named, { origin: 'https://evil.example' }))).toEqual({
      status: 404,
      ran: false,
    });
    expect(await visit(pattern, post(named, { origin: OURS }))).toEqual({ status: 404, ran: false });
    expect(await visit(pattern, post(path))).toEqual({ status: 200, ran: true });
  });

  it('runs from our own pages only', async () => {
    const path = '/sign-in?_action=accounts.signInWithPassword';
    expect(await visit('/[...lang]/sign-in', post(path, { origin: 'https://evil.example' }))).toEqual({
      status: 403,
      ran: false,
    });
    expect(
      await visit(
        '/_actions/[...path]',
        post('/_actions/accounts.signOut', { origin: 'https://evil.example' }),
      ),
    ).toEqual({ status: 403, ran: false });
    expect(await visit('/[...lang]/sign-in', post(path, { origin: OURS }))).toEqual({
      status: 200,
      ran: true,
    });
  });
});

describe('an address without a row in the authorisation table', () => {
  it('is not there, whatever the framework would do at it', async () => {
    const island = '/_server-islands/[name]';
    const gone = { status: 404, ran: false };
    expect(await visit(island, new Request(`${OURS}/_server-islands/x`))).toEqual(gone);
    expect(await visit(island, post('/_server-islands/x', { origin: OURS }))).toEqual(gone);
  });
});

describe('a page that throws', () => {
  it('is logged by kind and place, and answered 500 with nothing of the query in either', async () => {
    const { status } = await visit('/[...lang]/sign-in', new Request(`${OURS}/sign-in`), () => {
      throw new Error('Failed query: select 1 where phone = ?\nparams: 13800138000');
    });
    expect(status).toBe(500);
    expect(logged).toContain('middleware.test.ts');
    expect(logged).not.toMatch(/13800138000|params/);
  });
});
