import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Browser } from '../../tests/support/browser-cookies.ts';
import { testHouse, type House } from '../../tests/support/house.ts';
import { admit, admitAction, admitFamily, guarded, verdict, type Admitted, type Visit } from './guard.ts';
import { actions, ROLES, routes, rowOf, type Role, type Who } from './permissions.ts';
import { beginSession, type Cookies } from './session.ts';
import { accountOfPhone } from './signing-in/sign-in-by-code.ts';
import { createLog } from '../platform/log/log.ts';
import { HOUR } from '../shared/clock.ts';
import { newId } from '../shared/ids.ts';
import { err, expectOk } from '../shared/result.ts';
import type { AuditRow } from '../staff/index.ts';
import type { ActionAPIContext } from 'astro:actions';

const base = { actor: { kind: 'visitor', id: 'visitor' }, locale: null, sessionHash: null } as const;
const visitor: Admitted = {
  ...base,
  accountId: '',
  familyId: null,
  guardianId: null,
  staff: null,
  sessionKind: 'visitor',
};
const newcomer: Admitted = { ...visitor, accountId: 'acc_1', sessionKind: 'family' };
const guardian: Admitted = { ...newcomer, familyId: 'fam_1', guardianId: 'grd_1' };
const staffWith = (...roles: Role[]): Admitted => ({
  ...visitor,
  accountId: 'acc_2',
  sessionKind: 'staff',
  staff: { name: '孙悦', roles },
});
const table: readonly (readonly [string, Who])[] = [
  ...Object.entries(routes).flatMap(([route, row]) =>
    (['GET', 'POST'] as const).flatMap((method) => {
      const who = row[method];
      return who ? [[`${method} ${route}`, who] as const] : [];
    }),
  ),
  ...Object.entries(actions),
];

describe('the authorisation table', () => {
  test('lets each role into the rooms that name it and into no other', () => {
    for (const [what, who] of table)
      for (const role of ROLES) {
        const expected =
          who === 'anyone' ||
          who === 'development' ||
          who === 'any-staff' ||
          (typeof who === 'object' && 'staff' in who && who.staff.includes(role));
        expect([what, role, verdict(who, staffWith(role), 'test') === 'in']).toEqual([what, role, expected]);
      }
  });

  test('has one row for a page of the console, whichever of its addresses was asked', () => {
    for (const address of ['/[...lang]/staff/events/[id]', '/staff/events/[id]', '/en/staff/events/[id]'])
      expect(rowOf(address)).toBe(routes['/[...lang]/staff/events/[id]']);
    expect(rowOf('/en/staff/sign-in')).toBe(routes['/en/staff/sign-in']);
    for (const address of ['/staff/nowhere', '/events/staff/events', '/staffevents', 'constructor'])
      expect(rowOf(address)).toBeUndefined();
  });

  test('lets no family into a staff room and no staff into a family one', () => {
    for (const [what, who] of table) {
      const forStaff = who === 'any-staff' || (typeof who === 'object' && 'staff' in who);
      if (forStaff) expect([what, verdict(who, guardian, 'test')]).toEqual([what, 'no']);
      if (who === 'family' || who === 'account')
        expect([what, verdict(who, staffWith(...ROLES), 'test')]).toEqual([what, 'no']);
    }
  });

  test('sends a visitor to the right door', () => {
    expect(verdict('account', visitor, 'test')).toBe('sign-in');
    expect(verdict('family', visitor, 'test')).toBe('sign-in');
    expect(verdict('any-staff', visitor, 'test')).toBe('staff-sign-in');
  });

  test('does not know somebody without a family as a family', () => {
    expect(verdict('family', newcomer, 'test')).toBe('no');
    expect(verdict('account', newcomer, 'test')).toBe('in');
  });

  test('refuses what has no row, and what is for development in production', () => {
    expect(verdict(undefined, staffWith(...ROLES), 'test')).toBe('no');
    expect(verdict('development', visitor, 'test')).toBe('in');
    expect(verdict('development', visitor, 'production')).toBe('no');
  });
});

const SOMEBODYS = newId('contract', 0);

describe('at the door', () => {
  let house: House;
  beforeAll(async () => {
    house = await testHouse();
  });
  afterAll(() => house.close());
  const visit = (
    routePattern: string,
    path: string,
    cookies: Cookies = new Browser(),
    method = 'GET',
    clientAddress = '203.0.113.7',
  ): Visit => ({
    request: new Request(`http://localhost${path}`, { method }),
    url: new URL(`http://localhost${path}`),
    routePattern,
    params: { lang: undefined, token: 'secret-token', typed: '张三 13800138000', id: SOMEBODYS },
    cookies,
    locals: { deps: house.deps, locale: 'zh', requestId: 'r1', clientAddress },
  });
  const denials = async () =>
    (await house.deps.read.auditLog.page({})).rows.filter((row) => row.action === 'denied');

  /** Denied rows of this actor, through all the log's pages. */
  const counted = async (actor: string): Promise<AuditRow[]> => {
    const rows: AuditRow[] = [];
    for (let before: number | null | undefined; before !== null;) {
      const page = await house.deps.read.auditLog.page({
        before: before ?? null,
        about: { kind: 'actor', id: actor },
      });
      rows.push(...page.rows.filter((row) => row.action === 'denied'));
      before = page.older;
    }
    return rows;
  };

  test('a visitor is shown where to sign in, and how to come back', async () => {
    const answer = await admit(visit('/[...lang]/family/account', '/family/account?tab=a'));
    expect(answer).toBeInstanceOf(Response);
    expect((answer as Response).headers.get('location')).toBe('/sign-in?next=%2Ffamily%2Faccount%3Ftab%3Da');
  });

  test('whoever may not gets the 404 of a random address, and one denied row without the secret in the address', async () => {
    const cookies = new Browser();
    const proved = expectOk(await accountOfPhone(house.deps, '13800138000', 'zh'));
    await beginSession(house.deps, cookies, { ...proved, kind: 'family', device: null });
    const answer = await admit(visit('/[...lang]/staff/audit', '/staff/audit', cookies));
    expect((answer as Response).status).toBe(404);
    const rows = await denials();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ actorId: proved.accountId, objectId: SOMEBODYS });
    expect(JSON.stringify(rows)).not.toMatch(/secret-token|13800138000/);
  });

  test('a page that takes no form refuses one', async () => {
    const answer = await admit(visit('/[...lang]', '/', new Browser(), 'POST'));
    expect((answer as Response).status).toBe(404);
  });

  test('an action asks for itself, however it was reached', async () => {
    expect(await admitAction(visit('/_actions/[...path]', '/_actions/staff.invite'), 'staff.invite')).toEqual(
      {
        ok: false,
        code: 'sign-in-needed',
      },
    );
    expect(await admitAction(visit('/_actions/[...path]', '/_actions/x'), 'no.such')).toMatchObject({
      code: 'not-found',
    });
  });

  test('an action that does not find what was named leaves one denied row, with the id and nothing else that was typed', async () => {
    const cookies = new Browser();
    const proved = expectOk(await accountOfPhone(house.deps, '13800138009', 'zh'));
    await beginSession(house.deps, cookies, { ...proved, kind: 'family', device: null });
    const context = visit('/[...lang]/family/account', '/family/account', cookies, 'POST');
    const action = guarded('accounts.endSession', () => Promise.resolve(err('not-found')));
    const form = new FormData();
    form.set('note', '张三 13800138000');
    form.set('order', newId('order', 1));
    await action(form, context as unknown as ActionAPIContext);
    const rows = await counted(proved.accountId);
    expect(rows).toMatchObject([
      { objectId: form.get('order'), details: { what: 'accounts.endSession', method: 'POST' } },
    ]);
    expect(JSON.stringify(rows)).not.toContain('13800138000');
  });

  test('a page of a family lets in nobody without one', async () => {
    const cookies = new Browser();
    const proved = expectOk(await accountOfPhone(house.deps, '13800138001', 'zh'));
    await beginSession(house.deps, cookies, { ...proved, kind: 'family', device: null });
    const answer = await admitFamily(visit('/[...lang]/family/fees', '/family/fees', cookies));
    expect((answer as Response).status).toBe(404);
  });

  test('a visitor writes twenty denied rows an hour at most, also when asking all at once', async () => {
    const before = (await counted('visitor')).length;
    const knock = () => admit(visit('/[...lang]', '/', new Browser(), 'POST', '198.51.100.9'));
    const answers = await Promise.all(Array.from({ length: 50 }, knock));
    expect(answers.map((answer) => (answer as Response).status)).toEqual(answers.map(() => 404));
    expect((await counted('visitor')).length - before).toBe(20);
    house.clock.advance(HOUR);
    await knock();
    expect((await counted('visitor')).length - before).toBe(21);
  });

  test('whoever is signed in is written down 120 times for one door, and then told apart as going on', async () => {
    const cookies = new Browser();
    const proved = expectOk(await accountOfPhone(house.deps, '13800138002', 'zh'));
    await beginSession(house.deps, cookies, { ...proved, kind: 'family', device: null });
    const knock = (route: string) => admit(visit(route, '/staff', cookies));
    for (let n = 0; n < 130; n++) await knock('/[...lang]/staff');
    const rows = await counted(proved.accountId);
    expect(rows).toHaveLength(121);
    expect(rows.filter(({ details }) => details['more'] === 'in-server-log')).toHaveLength(1);
    // A flood at one door hides nothing at another.
    await knock('/[...lang]/staff/audit');
    expect(await counted(proved.accountId)).toHaveLength(122);
  });

  test('a bug in an action is logged where it is, without what was typed, and stays a bug', async () => {
    const lines: object[] = [];
    const deps = {
      ...house.deps,
      log: createLog({ destination: { write: (line) => void lines.push(JSON.parse(line) as object) } }),
    };
    const at = visit('/[...lang]/sign-in', '/sign-in');
    const context = { ...at, locals: { ...at.locals, deps } } as unknown as ActionAPIContext;
    const action = guarded('accounts.signOut', () => {
      throw new TypeError('13800138000 is no object');
    });
    await expect(action(new FormData(), context)).rejects.toThrow(TypeError);
    expect(lines).toMatchObject([
      { requestId: 'r1', action: 'accounts.signOut', err: { type: 'TypeError' } },
    ]);
    expect(JSON.stringify(lines)).toContain('guard.test.ts');
    expect(JSON.stringify(lines)).not.toContain('13800138000');
  });
});
