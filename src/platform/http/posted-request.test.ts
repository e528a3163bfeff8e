import { describe, expect, it } from 'vitest';
import { postRefusal, type Door } from './posted-request.ts';

const OURS = 'https://portal.test';
const page: Door = {
  origin: OURS,
  provesItself: false,
  callsActions: false,
  isAction: (name) => name === 'accounts.signOut',
};
const machine: Door = { ...page, provesItself: true };
const form = 'application/x-www-form-urlencoded';

const judge = (door: Door, path: string, headers: Record<string, string>, body = 'a=b') =>
  postRefusal(new Request(OURS + path, { method: 'POST', headers, body: Buffer.from(body) }), door);
const ours = { origin: OURS, 'sec-fetch-site': 'same-origin' };

describe('a door that takes a key or a signature', () => {
  it('never runs an action, wherever the request comes from', async () => {
    for (const headers of [
      { origin: 'https://evil.example', 'content-type': form },
      { ...ours, 'content-type': form },
    ])
      expect(await judge(machine, '/webhooks/stripe?_action=accounts.signOut', headers)).toMatchObject({
        status: 404,
      });
    expect(await judge(machine, '/api/x?a=b&_action=', {})).toMatchObject({ status: 404 });
  });

  it('takes what its callers send, in their own types and from nowhere in particular', async () => {
    expect(await judge(machine, '/webhooks/stripe', { 'content-type': 'application/json' }, '{}')).toBeNull();
  });
});

describe('a page', () => {
  it('takes its own forms, and leaves the body to be read', async () => {
    const request = new Request(`${OURS}/x?_action=accounts.signOut`, {
      method: 'POST',
      headers: { ...ours, 'content-type': form },
      body: 'name=%E7%8E%8B',
    });
    expect(await postRefusal(request, page)).toBeNull();
    expect((await request.formData()).get('name')).toBe('王');
    const drawn = new FormData();
    drawn.set('signature', 'M0 0');
    const multipart = new Request(`${OURS}/x`, { method: 'POST', headers: ours, body: drawn });
    expect(await postRefusal(multipart, page)).toBeNull();
  });

  it('looks at where a form comes from before anything else', async () => {
    const foreign = { origin: 'https://evil.example', 'content-type': form };
    expect(await judge(page, '/x?_action=accounts.signOut', foreign)).toMatchObject({ status: 403 });
    expect(await judge({ ...page, callsActions: true }, '/_actions/accounts.signOut', foreign)).toMatchObject(
      {
        status: 403,
      },
    );
  });

  it.each(['application/json', 'text/plain', 'multipart/mixed', 'application/x-www-form-urlencoded-not', ''])(
    'answers 415 to a body of type “%s”',
    async (type) => {
      expect(await judge(page, '/x', { ...ours, 'content-type': type })).toMatchObject({ status: 415 });
    },
  );

  it.each(['multipart/form-data', 'multipart/form-data; boundary=x'])(
    'answers 400 to a form that cannot be read: %s',
    async (type) => {
      expect(await judge(page, '/x', { ...ours, 'content-type': type }, '--y nonsense')).toMatchObject({
        status: 400,
      });
    },
  );

  it('knows its actions by name only', async () => {
    for (const name of ['accounts', '__proto__', 'accounts.nothing', ''])
      expect(await judge(page, `/x?_action=${name}`, { ...ours, 'content-type': form })).toMatchObject({
        status: 404,
      });
  });

  it('has no address for calling actions without a page', async () => {
    const rpc = { ...page, callsActions: true };
    expect(await judge(rpc, '/_actions/accounts.signOut', { ...ours, 'content-type': form })).toMatchObject({
      status: 404,
    });
  });
});
