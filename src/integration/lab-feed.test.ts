import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { feed, feedDin, toLine } from '../../db/seed/feed/generate.ts';
import { eventsFor } from '../../db/seed/feed/families.ts';
import { expectOk } from '../shared/result.ts';
import { testHouse, type House } from '../../tests/support/house.ts';
import { signedContract } from '../../tests/support/signed-contract.ts';
import { createApiKey, keyBeforeBody, openApiDocument, receiveUnitEvent, receiveUnitFeed } from './index.ts';
import { routes } from '../accounts/permissions.ts';

let house: House;
let key: string;
const SYSTEM = { kind: 'system', id: 'test' } as const;

beforeAll(async () => {
  house = await testHouse({ now: '2026-11-22T10:00:00+08:00' });
  key = expectOk(
    await createApiKey(house.deps, { name: 'LIMS', scopes: ['units:write'], actor: SYSTEM }),
  ).secret;
});
afterAll(() => house.close());

const request = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('http://localhost/api/v1/x', {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
  });
const one = async (din: string, event: unknown, headers: Record<string, string> = {}) => {
  const response = await receiveUnitEvent(
    house.deps,
    {
      request: request(typeof event === 'string' ? event : JSON.stringify(event), headers),
      route: '/api/v1/units/[din]/events',
      clientAddress: '10.0.0.1',
    },
    din,
  );
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer };
};
const bulk = async (lines: readonly string[], headers: Record<string, string> = {}) => {
  const response = await receiveUnitFeed(house.deps, {
    request: request(lines.join('\n'), { 'content-type': 'application/x-ndjson', ...headers }),
    route: '/api/v1/unit-events',
    clientAddress: '10.0.0.1',
  });
  const text = await response.text();
  const rows = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
  return { status: response.status, rows: rows.slice(0, -1), last: rows.at(-1) as Answer };
};
interface Answer {
  readonly line?: number;
  readonly status?: number;
  readonly code?: string;
  readonly detail?: string;
  readonly outcome?: string;
  readonly state?: string;
  readonly errors?: readonly { pointer: string; detail: string }[];
  readonly summary?: Record<string, number>;
}

let serial = 700_000;
const newDin = () => feedDin(2026, serial++);
const kit = (sourceId: string, data: Record<string, unknown> = {}) => ({
  kind: 'kit.dispatched',
  sourceId,
  at: '2026-10-01T09:00:00+08:00',
  data,
});

describe('a delivery of many events', () => {
  it('applies 1,997 of 2,000 rows and names the three bad ones with line and reason', async () => {
    const lines = [...feed({ units: 130, seed: 7 })].slice(0, 2000).map(toLine);
    expect(lines).toHaveLength(2000);
    const at = lines.findIndex((line) => line.includes('"volume"'));
    lines[at] = (lines[at] as string).replace(/"value":[\d.]+/, '"value":"viel"');
    lines[1200] = '{"din": "G12';
    const last = JSON.parse(lines[1999] as string) as { din: string };
    lines[1999] = JSON.stringify({
      ...last,
      din: `${last.din.slice(0, 12)}${last.din[12] === '0' ? '1' : '0'}${last.din[13]}`,
    });
    const { status, rows, last: end } = await bulk(lines);
    expect(status).toBe(200);
    expect(end.summary).toMatchObject({ lines: 2000, refused: 3 });
    expect((end.summary?.['applied'] ?? 0) + (end.summary?.['alreadyApplied'] ?? 0)).toBe(1997);
    expect(
      rows
        .filter((row) => row.status !== 200)
        .map(({ line, code, errors }) => ({ line, code, pointer: errors?.[0]?.pointer })),
    ).toEqual([
      { line: at + 1, code: 'invalid-event', pointer: '/data/value' },
      { line: 1201, code: 'not-json', pointer: undefined },
      { line: 2000, code: 'invalid-event', pointer: '/din' },
    ]);
  });

  it('changes nothing when it is sent again', async () => {
    const lines = [...feed({ units: 12, seed: 11 })]
      .map(toLine)
      .map((line) => line.replaceAll('G1234', 'G5555'))
      .map((line) => {
        // Another facility's numbers: the check character no longer fits, so it is left out.
        const event = JSON.parse(line) as { din: string };
        return JSON.stringify({ ...event, din: event.din.slice(0, 13) });
      });
    const first = await bulk(lines);
    const before = await house.deps.database.client.execute('select count(*) from unit_events');
    const again = await bulk(lines);
    const after = await house.deps.database.client.execute('select count(*) from unit_events');
    expect(first.last.summary?.['refused']).toBe(0);
    expect(again.last.summary).toMatchObject({ applied: 0, refused: 0 });
    expect(after.rows[0]?.[0]).toBe(before.rows[0]?.[0]);
  });

  it('ends with the same units whatever order the rows come in', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...Array(20).keys()], { minLength: 20 }), async (order) => {
        const din = newDin();
        run += 1;
        const events = eventsFor({
          din,
          contractNumber: 'unused',
          baby: 1,
          story: 'rejected-contamination',
          now: house.clock.now(),
        }).map((event, index) => ({
          ...event,
          sourceId: `order-${run}-${index}`,
          ...(index === 0 ? { data: { baby: 1 } } : {}),
        }));
        const shuffled = [...order, ...Array(Math.max(0, events.length - 20)).keys()]
          .map((index) => events[index])
          .filter((event) => event !== undefined);
        const rest = events.filter((event) => !shuffled.includes(event));
        const { last } = await bulk([...shuffled, ...rest].map((event) => JSON.stringify(event)));
        expect(last.summary?.['refused']).toBe(0);
        const unit = await house.deps.read.units.byDin(din.slice(0, 13));
        expect(unit).toMatchObject({ state: 'rejected', rejectReason: 'contamination', tankGroup: 'C' });
        const results = await house.deps.read.units.resultsOf(unit?.id ?? '');
        expect(results.filter((result) => result.verdict === 'not-met')).toHaveLength(1);
      }),
      { numRuns: 8, seed: 3 },
    );
  });

  it('is refused whole when it is not NDJSON, too long, not UTF-8 or empty', async () => {
    const refused = async (body: BodyInit, type = 'application/x-ndjson') => {
      const response = await receiveUnitFeed(house.deps, {
        request: request(body, { 'content-type': type }),
        route: '/api/v1/unit-events',
        clientAddress: '10.0.0.1',
      });
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      return [response.status, ((await response.json()) as Answer).code];
    };
    expect(await refused('{}', 'application/json')).toEqual([415, 'wrong-type']);
    expect(await refused('{}\n'.repeat(10_001))).toEqual([413, 'too-many-lines']);
    expect(await refused(' '.repeat(17 * 1024 * 1024))).toEqual([413, 'too-large']);
    expect(await refused(new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]))).toEqual([400, 'not-utf8']);
    expect(await refused('\n \n')).toEqual([400, 'empty']);
  });
});

describe('one event', () => {
  it('of a kit makes the unit, and its repeat under the same Idempotency-Key gets the same answer', async () => {
    const din = newDin();
    const headers = { 'idempotency-key': 'once-1' };
    const first = await one(din, kit('once-1'), headers);
    const again = await one(din, kit('once-1'), headers);
    expect(first).toMatchObject({ status: 200, body: { outcome: 'applied', state: 'kit-dispatched' } });
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(await one(din, kit('once-2'), headers)).toMatchObject({
      status: 409,
      body: { code: 'idempotency-key-reused' },
    });
  });

  it('with a source id used for something else is a conflict', async () => {
    const din = newDin();
    await one(din, kit('source-1'));
    expect(await one(din, kit('source-1'))).toMatchObject({ body: { outcome: 'already-applied' } });
    expect(await one(din, kit('source-1', { baby: 2 }))).toMatchObject({
      status: 409,
      body: { code: 'source-id-reused' },
    });
    expect(await one(newDin(), kit('source-1'))).toMatchObject({ body: { code: 'source-id-reused' } });
  });

  it.each([
    ['not JSON', '{', 400, 'not-json'],
    ['null', 'null', 422, 'invalid-event'],
    ['an array', '[]', 422, 'invalid-event'],
    ['deep nonsense', JSON.stringify({ kind: { a: [] }, data: 7 }), 422, 'invalid-event'],
    ['__proto__', '{"__proto__":{"x":1},"kind":"frozen"}', 422, 'invalid-event'],
  ])('that is %s is refused without a 500', async (_, body, status, code) => {
    expect(await one(newDin(), body)).toMatchObject({ status, body: { code } });
  });

  it('of a number that fails its check character is refused', async () => {
    const din = newDin();
    const wrong = `${din.slice(0, 13)}${din[13] === 'A' ? 'B' : 'A'}`;
    expect(await one(wrong, kit('wrong-din'))).toMatchObject({ status: 422, body: { code: 'din' } });
  });

  it('of an unknown unit is refused in the language asked for', async () => {
    const event = { kind: 'frozen', sourceId: 'nobody', at: '2026-11-01T09:00:00+08:00' };
    const zh = await one(newDin(), event, { 'accept-language': 'zh-CN,zh' });
    expect(zh).toMatchObject({ status: 404, body: { code: 'unknown-unit' } });
    expect(zh.body.detail).toMatch(/没有这个脐带血编号/);
    expect((await one(newDin(), event)).body.detail).toMatch(/kit\.dispatched first/);
  });
});

describe('a kit for a contract', () => {
  it('leaves only when the contract is signed, paid and names this baby', async () => {
    await signedContract(house, { number: 'HT-2026-000101-1', babies: 2, phone: '13800000101' });
    await signedContract(house, { number: 'HT-2026-000102-2', state: 'offered', phone: '13800000102' });
    await signedContract(house, { number: 'HT-2026-000103-3', paid: false, phone: '13800000103' });
    const send = async (contractNumber: string, baby: number, source: string) =>
      (await one(newDin(), kit(source, { contractNumber, baby }))).body;
    expect(await send('HT-2026-000102-2', 1, 'k1')).toMatchObject({ code: 'contract-not-signed' });
    expect(await send('HT-2026-000103-3', 1, 'k2')).toMatchObject({ code: 'first-payment-missing' });
    expect(await send('HT-2026-999999-9', 1, 'k3')).toMatchObject({ code: 'unknown-contract' });
    expect(await send('HT-2026-000101-1', 3, 'k4')).toMatchObject({ code: 'no-such-baby' });
    expect(await send('HT-2026-000101-1', 1, 'k5')).toMatchObject({ outcome: 'applied' });
    expect(await send('HT-2026-000101-1', 1, 'k6')).toMatchObject({ code: 'baby-has-a-unit' });
    expect(await send('HT-2026-000101-1', 2, 'k7')).toMatchObject({ outcome: 'applied' });
  });

  it('cannot have left before the day the contract was signed', async () => {
    const signedAt = Date.parse('2026-11-10T15:00:00+08:00');
    await signedContract(house, { number: 'HT-2026-000106-6', phone: '13800000106', signedAt });
    const contractNumber = 'HT-2026-000106-6';
    const send = async (at: string, source: string) =>
      (await one(newDin(), { ...kit(source, { contractNumber, baby: 1 }), at })).body;
    expect(await send('2026-11-09T23:59:00+08:00', 'early')).toMatchObject({ code: 'kit-before-signing' });
    expect(await send('2026-11-10T09:00:00+08:00', 'same-day')).toMatchObject({ outcome: 'applied' });
  });

  it('carries the unit to its family: stored, paid through a year later, and only they can read it', async () => {
    const mine = await signedContract(house, { number: 'HT-2026-000104-4', phone: '13800000104' });
    const other = await signedContract(house, { number: 'HT-2026-000105-5', phone: '13800000105' });
    const din = newDin();
    const events = eventsFor({
      din,
      contractNumber: mine.number,
      baby: 1,
      story: 'stored-long-ago',
      now: house.clock.now(),
    });
    expect((await bulk(events.map((event) => JSON.stringify(event)))).last.summary?.['refused']).toBe(0);
    const unit = await house.deps.read.units.forFamily(din.slice(0, 13), mine.familyId);
    expect(unit).toMatchObject({ state: 'stored', tankGroup: 'C', thresholdsVersion: '2026-01-01' });
    const stored = new Date((unit?.storedAt ?? 0) + 8 * 3_600_000);
    expect(unit?.paidThrough?.slice(0, 4)).toBe(String(stored.getUTCFullYear() + 1));
    expect(await house.deps.read.units.forFamily(din.slice(0, 13), other.familyId)).toBeNull();
  });
});

describe('the key', () => {
  const with_ = (authorization: string | null) =>
    receiveUnitEvent(
      house.deps,
      {
        request: new Request('http://localhost/', {
          method: 'POST',
          body: '{}',
          headers: {
            'content-type': 'application/json',
            ...(authorization === null ? {} : { authorization }),
          },
        }),
        route: '/api/v1/units/[din]/events',
        clientAddress: '10.0.0.2',
      },
      newDin(),
    );

  it.each([null, 'Bearer', 'Basic abc', 'Bearer sck_short', `Bearer sck_${'x'.repeat(43)}`])(
    'is asked for when the header is %s',
    async (authorization) => {
      const response = await with_(authorization);
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
    },
  );

  it('without the scope is refused, and revoked it is as good as none', async () => {
    const weak = expectOk(await createApiKey(house.deps, { name: 'other', scopes: [], actor: SYSTEM }));
    expect((await with_(`Bearer ${weak.secret}`)).status).toBe(403);
    await house.deps.transaction(async ({ apiKeys }) => {
      await apiKeys.revoke(weak.id, house.clock.now());
      return { ok: true, value: undefined };
    });
    expect((await with_(`Bearer ${weak.secret}`)).status).toBe(401);
  });

  it('guessed too often from one address waits', async () => {
    let status = 0;
    for (let i = 0; i < 61; i++) status = (await with_(null)).status;
    expect(status).toBe(429);
  });
});

describe('before the body has come', () => {
  const knock = (path: string, authorization?: string) =>
    keyBeforeBody(house.deps, {
      path,
      headers: { authorization, 'accept-language': 'zh-CN' },
      clientAddress: '10.0.0.77',
    });

  it.each(['/api/v1/unit-events', '/api/v1/units/G987526000001X/events'])(
    'nobody without a key of this scope is waited for at %s',
    async (path) => {
      const weak = expectOk(await createApiKey(house.deps, { name: 'other', scopes: [], actor: SYSTEM }));
      const refused = await knock(path);
      expect([refused?.status, refused?.headers.get('content-language')]).toEqual([401, 'zh-CN']);
      expect((await knock(path, `Bearer sck_${'x'.repeat(43)}`))?.status).toBe(401);
      expect((await knock(path, `Bearer ${weak.secret}`))?.status).toBe(403);
      expect(await knock(path, `Bearer ${key}`)).toBeNull();
    },
  );

  it('no other address asks for a key', async () => {
    for (const path of ['/sign-in', '/webhooks/stripe', '/api/v1/unit-events/x', '/api/x'])
      expect(await knock(path)).toBeNull();
  });
});

describe('the description of the API', () => {
  it('names exactly the routes the authorisation table has', () => {
    const described = Object.entries(openApiDocument('http://localhost:4321').paths ?? {}).flatMap(
      ([path, item]) => Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const known = Object.entries(routes)
      .filter(([path]) => path.startsWith('/api/v1/'))
      .flatMap(([path, who]) =>
        Object.keys(who).map((method) => `${method} ${path.replaceAll(/\[(\w+)\]/g, '{$1}')}`),
      );
    expect(described.toSorted()).toEqual(known.toSorted());
  });

  it('is OpenAPI 3.1 with every kind of event and problem details for refusals', () => {
    const document = openApiDocument('http://localhost:4321');
    expect(document.openapi).toBe('3.1.0');
    const text = JSON.stringify(document);
    for (const kind of ['kit.dispatched', 'identity-checked', 'disposed', 'application/problem+json'])
      expect(text).toContain(kind);
  });
});
