import type { APIContext } from 'astro';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog } from './platform/log/log.ts';

vi.mock('astro:middleware', () => ({ defineMiddleware: (handler: unknown) => handler }));
/** What the action named in the address answers; null: none is named. */
let answered: { name: string; data: unknown } | null = null;
let kept: unknown = null;
vi.mock('astro:actions', () => ({
  getActionContext: () => ({
    action: answered && {
      calledFrom: 'form',
      name: answered.name,
      handler: () => Promise.resolve({ data: answered?.data, error: undefined }),
    },
    setActionResult: (_name: string, result: unknown) => (kept = result),
    serializeActionResult: ({ data }: { data: unknown }) => data,
  }),
}));
vi.stubEnv('DEV', false);
const { onRequest } = await import('./middleware.ts');

const OURS = 'https://portal.test';
let logged = '';
beforeEach(() => {
  logged = '';
  answered = null;
  kept = null;
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
    url: new URL(request.url),
    locals: { deps: { log, config: { origin: OURS, mode: 'production' } }, requestId: 'r1' },
  };
  const response = await onRequest(context as unknown as APIContext, () => {
    ran = true;
    return Promise.resolve().then(behind);
  });
  if (!(response instanceof Response)) throw new Error('no answer');
  return { status: response.status, ran, location: response.headers.get('location') };
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
    expect(await visit(pattern, post(named, { origin: 'https://evil.example' }))).toMatchObject({
      status: 404,
      ran: false,
    });
    expect(await visit(pattern, post(named, { origin: OURS }))).toMatchObject({ status: 404, ran: false });
    expect(await visit(pattern, post(path))).toMatchObject({ status: 200, ran: true });
  });

  it('runs from our own pages only', async () => {
    const path = '/sign-in?_action=accounts.signInWithPassword';
    expect(await visit('/[...lang]/sign-in', post(path, { origin: 'https://evil.example' }))).toMatchObject({
      status: 403,
      ran: false,
    });
    expect(
      await visit(
        '/_actions/[...path]',
        post('/_actions/accounts.signOut', { origin: 'https://evil.example' }),
      ),
    ).toMatchObject({ status: 403, ran: false });
    expect(await visit('/[...lang]/sign-in', post(path, { origin: OURS }))).toMatchObject({
      status: 200,
      ran: true,
    });
  });
});

describe('an action that was refused', () => {
  const post_ = async (name: string, data: unknown) => {
    answered = { name, data };
    const path = `/sign-in?_action=${name}&next=/family`;
    const { status, ran, location } = await visit('/[...lang]/sign-in', post(path, { origin: OURS }));
    return { status, ran, location, kept };
  };

  it('for the person or for the object is the 404 of a random address, whatever page it was posted to', async () => {
    expect(await post_('fees.pay', { ok: false, code: 'not-found' })).toEqual({
      status: 404,
      ran: false,
      location: null,
      kept: null,
    });
  });

  it('because nobody is signed in leads to the right door', async () => {
    const refused = { ok: false, code: 'sign-in-needed' };
    expect(await post_('fees.pay', refused)).toMatchObject({
      status: 303,
      location: '/sign-in?next=%2Fsign-in',
    });
    expect(await post_('staff.invite', refused)).toMatchObject({
      status: 303,
      location: '/staff/sign-in?next=%2Fsign-in',
    });
  });

  it('for any other reason is the page’s to explain', async () => {
    const refused = { ok: false, code: 'already-paid' };
    expect(await post_('fees.pay', refused)).toMatchObject({ status: 200, ran: true, kept: refused });
    expect(await post_('fees.pay', { ok: true, value: 1 })).toMatchObject({ ran: true });
  });
});

describe('an address without a row in the authorisation table', () => {
  it('is not there, whatever the framework would do at it', async () => {
    const island = '/_server-islands/[name]';
    const gone = { status: 404, ran: false };
    expect(await visit(island, new Request(`${OURS}/_server-islands/x`))).toMatchObject(gone);
    expect(await visit(island, post('/_server-islands/x', { origin: OURS }))).toMatchObject(gone);
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
