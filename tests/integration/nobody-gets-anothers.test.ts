/**
 * Every address and every action, tried by everybody who may not, and with what belongs to another family. Whoever is
 * refused sees what a random address shows, changes nothing, and leaves one row. The lists are the build's own: what is new
 * is walked too, or has to say here why it names nothing.
 */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { builtActions } from '../../scripts/built-routes.mjs';
import { verdict } from '#src/accounts/guard.ts';
import { actions, ROLES, routes, type Who } from '#src/accounts/permissions.ts';
import { openBuiltSite, type Answer, type BuiltSite } from '../support/built-site.ts';
import { fullHouse, type FullHouse, type Ids, type Person } from '../support/everybody.ts';
import { NAMES } from '../support/what-actions-name.ts';

let house: FullHouse;
let site: BuiltSite;
beforeAll(async () => {
  house = await fullHouse();
  site = await openBuiltSite(house.deps);
}, 120_000);
afterAll(async () => {
  await site.stop();
  await house.close();
});

const everybody = (): Person[] => [
  house.visitor,
  house.newcomer,
  house.guardian,
  ...ROLES.map((role) => house.staff[role]),
];

/** Of whom the row of a route or an action says no, whatever it is about. */
const refused = (who: Who | undefined): Person[] =>
  everybody().filter(({ known }) => verdict(who, known, 'test') === 'no');

/** The newest row of the log; its number counts up by one for each. */
async function newest() {
  const { rows } = await house.deps.database.client.execute(
    'SELECT seq, action, actor_id, object_id FROM audit_log ORDER BY seq DESC LIMIT 1',
  );
  const [seq, action, actorId, objectId] = Object.values(rows[0] ?? {});
  return { seq: Number(seq), action, actorId, objectId };
}

/** Everything there is, but the log itself and the counters that keep it short. */
async function everything(): Promise<string> {
  const { client } = house.deps.database;
  const tables = await client.execute(
    `SELECT name FROM sqlite_master WHERE type = 'table'
     AND name NOT IN ('audit_log', 'rate_limits', 'sqlite_sequence') ORDER BY name`,
  );
  const hash = createHash('sha256');
  for (const { name } of tables.rows) {
    const { rows } = await client.execute(`SELECT * FROM "${String(name)}"`);
    hash.update(`${String(name)}\n${JSON.stringify(rows.map((row) => ({ ...row })))}\n`);
  }
  return hash.digest('hex');
}

const PARAMS: readonly (readonly [pattern: RegExp, of: (ids: Ids) => string])[] = [
  [
    /\/staff\/enrolments\/\[id\]|\/family\/enrolments\/\[id\]|\/enrol\/submitted\/\[id\]/,
    (ids) => ids.enrolment,
  ],
  [/\/contracts\/\[id\]/, (ids) => ids.contract],
  [/\/orders\/\[id\]/, (ids) => ids.order],
  [/\/receipts\/\[id\]/, (ids) => ids.receipt],
  [/\/money\/\[id\]/, (ids) => ids.held],
  [/\/events\/\[id\]/, (ids) => ids.event],
  [/\[din\]/, (ids) => ids.din],
  [/\[step\]/, () => 'review'],
];

/** A route's address in this language, about these objects. A parameter nobody told this test about is an error. */
function addressOf(pattern: string, lang: '' | 'en', ids: Ids): string {
  const value = PARAMS.find(([known]) => known.test(pattern))?.[1](ids);
  const address = pattern
    .replace('/[...lang]', lang === '' ? '' : `/${lang}`)
    .replace(/\[\w+\]/, () => value ?? '[?]');
  if (/[[\]]/.test(address)) throw new Error(`what does ${pattern} name? Add it to PARAMS.`);
  return address;
}
/** Which languages a route has an address in. */
const languagesOf = (pattern: string): readonly ('' | 'en')[] =>
  pattern.includes('[...lang]') ? ['', 'en'] : [''];

const nowhere = new Map<string, Answer>();
/** What an address nobody ever had answers in this room of the house. */
async function randomAddress(address: string, cookie: string | undefined): Promise<Answer> {
  const room = /^(?:\/en(?=\/|$))?(?:\/staff(?=\/|$))?/.exec(address)?.[0] ?? '';
  const known = nowhere.get(room) ?? (await site.ask(`${room}/nobody-ever-had-this`, { cookie }));
  nowhere.set(room, known);
  return known;
}

/** All of it, but what differs from request to request without telling anything. A page is long: its title and its hash. */
const comparable = ({ status, headers, body }: Answer) => {
  const kept = Object.entries(headers).filter(([name]) => !['date', 'x-request-id'].includes(name));
  const title = /<title>[^<]*/.exec(body)?.[0];
  return {
    status,
    title,
    body: createHash('sha256').update(body).digest('hex'),
    headers: Object.fromEntries(kept),
  };
};

/** The 404 of a random address, and one denied row. */
async function isRefused(
  what: string,
  address: string,
  { cookie, known }: Person,
  form?: Readonly<Record<string, string>>,
): Promise<void> {
  const before = (await newest()).seq;
  const answer = await site.ask(address, { cookie, form });
  const random = await randomAddress(address, cookie);
  expect({ what, ...comparable(answer) }).toEqual({ what, ...comparable(random) });
  const row = await newest();
  expect([what, answer.status, row.seq - before]).toEqual([what, 404, 1]);
  expect(row).toMatchObject({ action: 'denied', actorId: known.accountId || 'visitor' });
}

/** Doors with their own proof answer in their own words; they are walked in their own tests. */
const hasOwnProof = (who: Who): boolean =>
  who === 'signed-webhook' || (typeof who === 'object' && 'apiScope' in who);

describe('an address', () => {
  const rows = Object.entries(routes).flatMap(([pattern, row]) =>
    (['GET', 'POST'] as const).flatMap((method) => {
      const who = row[method];
      return who === undefined || hasOwnProof(who) ? [] : [{ pattern, method, who }];
    }),
  );

  it('is a random one for everybody whose role may not, whatever they ask about', async () => {
    const before = await everything();
    let walked = 0;
    for (const { pattern, method, who } of rows)
      for (const person of refused(who))
        for (const lang of languagesOf(pattern)) {
          const address = addressOf(pattern, lang, house.foreign);
          const form = method === 'POST' ? { nothing: '' } : undefined;
          await isRefused(`${person.name}: ${method} ${address}`, address, person, form);
          walked += 1;
        }
    expect(walked).toBeGreaterThan(500);
    expect(await everything()).toBe(before);
  }, 120_000);

  it('of another family’s is a random one for a guardian', async () => {
    const before = await everything();
    const addresses = rows
      .filter(({ pattern, who }) => who === 'family' && /\[(?!\.)/.test(pattern))
      .flatMap(({ pattern, method }) =>
        languagesOf(pattern).flatMap((lang) =>
          [house.foreign, house.random].map((ids) => ({ method, address: addressOf(pattern, lang, ids) })),
        ),
      );
    expect(addresses.length).toBeGreaterThan(30);
    for (const { method, address } of addresses) {
      const form = method === 'POST' ? { nothing: '' } : undefined;
      await isRefused(`${method} ${address}`, address, house.guardian, form);
    }
    // The enrolment being corrected stands in the query.
    for (const { returned } of [house.foreign, house.random])
      await isRefused('correcting', `/enrol/hospital?for=${returned}`, house.guardian);
    expect(await everything()).toBe(before);
  }, 60_000);
});

describe('an action', () => {
  it('is told to this test, what is new too', async () => {
    const built = await builtActions(path.resolve(process.env['OUT_DIR'] ?? 'dist'));
    expect(built.length).toBeGreaterThan(40);
    expect(built.toSorted()).toEqual(Object.keys(NAMES).toSorted());
  });

  /** Every field by which any action names something, all of another family. */
  const allFields = (ids: Ids) => ({
    ...{ order: ids.order, guardian: ids.guardian, consent: ids.consent, contractId: ids.contract },
    ...{ din: ids.din, session: ids.session, id: ids.enrolment, draft: ids.draft, account: ids.account },
    ...{ booking: ids.booking, version: '1', disposition: 'disposal', decision: 'accept', roles: 'lab' },
  });

  it('is a random address for everybody whose role may not, on whatever page it is posted to', async () => {
    const before = await everything();
    let walked = 0;
    for (const [name, who] of Object.entries(actions))
      for (const person of refused(who))
        for (const page of ['/sign-in', '/en/family/account']) {
          const address = `${page}?_action=${name}`;
          await isRefused(`${person.name}: ${address}`, address, person, allFields(house.foreign));
          walked += 1;
        }
    expect(walked).toBeGreaterThan(600);
    expect(await everything()).toBe(before);
  }, 120_000);

  it('leads to the right door whoever is not signed in', async () => {
    const before = await everything();
    for (const [name, who] of Object.entries(actions)) {
      const door = verdict(who, house.visitor.known, 'test');
      if (door === 'in') continue;
      const answer = await site.ask(`/register?_action=${name}`, { form: allFields(house.foreign) });
      const to = door === 'staff-sign-in' ? '/staff/sign-in' : '/sign-in';
      expect([name, answer.status, answer.headers.location]).toEqual([name, 303, `${to}?next=%2Fregister`]);
    }
    expect(await everything()).toBe(before);
  });

  it('with another family’s object is a random address, as with an object that never was', async () => {
    const before = await everything();
    for (const [name, names] of Object.entries(NAMES)) {
      if (typeof names === 'string') continue;
      const person = names.as(house);
      for (const ids of names.everybodys ? [house.random] : [house.foreign, house.random]) {
        const page = names.at?.(ids, house.foreign) ?? '/sign-in';
        const form = names.form(ids, house.deps);
        await isRefused(`${name} ${JSON.stringify(form)}`, `${page}?_action=${name}`, person, form);
        const named = Object.values(form).find((value) => /^[a-z]{3}_\w{26}$/.test(value));
        if (named !== undefined) expect(await newest()).toMatchObject({ objectId: named });
      }
    }
    expect(await everything()).toBe(before);
  }, 60_000);

  it('on a booking of another event is refused at the door of this one', async () => {
    const before = await everything();
    const { event, booking } = house.foreign;
    for (const name of ['events.cancelFor', 'events.reveal', 'events.checkIn', 'events.undoCheckIn']) {
      const form = { booking, people: '1', purpose: 'call-registrant' };
      await isRefused(name, `/staff/events/${event}?_action=${name}`, house.staff.editor, form);
    }
    expect(await everything()).toBe(before);
  });

  it('looks no oftener into a form of thousands of fields, and lets none of it into the log', async () => {
    const typed = '林样例 13800138000';
    const fields = ['reason-', 'confirm.', 'consent-'].flatMap((prefix) =>
      Array.from({ length: 500 }, (_, n) => [`${prefix}${n}`, typed] as const),
    );
    const looked = [vi.spyOn(FormData.prototype, 'get'), vi.spyOn(FormData.prototype, 'getAll')];
    const right = (who: Who): Person | undefined =>
      everybody().find(({ known }) => verdict(who, known, 'test') === 'in');
    // Signing out comes last: until then everybody is here.
    const inOrder = Object.entries(actions).toSorted(
      ([a], [b]) => Number(/signOut/.test(a)) - Number(/signOut/.test(b)),
    );
    for (const [name, who] of inOrder) {
      const names = NAMES[name as keyof typeof actions];
      const person = typeof names === 'string' ? right(who) : names.as(house);
      const own = typeof names === 'string' ? {} : names.form(house.foreign, house.deps);
      const page =
        typeof names === 'string' ? '/sign-in' : (names.at?.(house.foreign, house.foreign) ?? '/sign-in');
      for (const spy of looked) spy.mockClear();
      const { status } = await site.ask(`${page}?_action=${name}`, {
        cookie: person?.cookie,
        form: { ...Object.fromEntries(fields), ...own, decision: 'return' },
      });
      expect([name, status < 500]).toEqual([name, true]);
      const count = looked.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
      expect([name, count < 200]).toEqual([name, true]);
    }
    vi.restoreAllMocks();
    const log = await house.deps.database.client.execute(
      `SELECT seq FROM audit_log WHERE action || object_id || details LIKE '%${typed}%'`,
    );
    expect(log.rows).toEqual([]);
  }, 60_000);
});
