import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testHouse, type House } from '../../tests/support/house.ts';
import { admit, admitAction, verdict, type Admitted, type Visit } from './guard.ts';
import { actions, ROLES, routes, type Role, type Who } from './permissions.ts';
import { beginSession, type Cookies } from './session.ts';
import { accountOfPhone } from './signing-in/sign-in-by-code.ts';
import { expectOk } from '../shared/result.ts';

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

describe('at the door', () => {
  let house: House;
  beforeAll(async () => {
    house = await testHouse();
  });
  afterAll(() => house.close());
  const jar = (): Cookies => {
    const values = new Map<string, string>();
    return {
      get: (name) => (values.has(name) ? { value: values.get(name) as string } : undefined),
      set: (name, value) => void values.set(name, value),
      delete: (name) => void values.delete(name),
    };
  };
  const visit = (routePattern: string, path: string, cookies = jar(), method = 'GET'): Visit => ({
    request: new Request(`http://localhost${path}`, { method }),
    url: new URL(`http://localhost${path}`),
    routePattern,
    params: { lang: undefined, token: 'secret-token', id: 'ctr_of_somebody' },
    cookies,
    locals: { deps: house.deps, locale: 'zh' },
  });
  const denials = async () =>
    (await house.deps.read.auditLog.page({})).rows.filter((row) => row.action === 'denied');

  test('a visitor is shown where to sign in, and how to come back', async () => {
    const answer = await admit(visit('/[...lang]/family/account', '/family/account?tab=a'));
    expect(answer).toBeInstanceOf(Response);
    expect((answer as Response).headers.get('location')).toBe('/sign-in?next=%2Ffamily%2Faccount%3Ftab%3Da');
  });

  test('whoever may not gets the 404 of a random address, and one denied row without the secret in the address', async () => {
    const cookies = jar();
    const { accountId } = expectOk(await accountOfPhone(house.deps, '13800138000', 'zh'));
    await beginSession(house.deps, cookies, { accountId, kind: 'family', device: null });
    const answer = await admit(visit('/[...lang]/staff/audit', '/staff/audit', cookies));
    expect((answer as Response).status).toBe(404);
    const rows = await denials();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ actorId: accountId, objectId: 'ctr_of_somebody' });
    expect(JSON.stringify(rows)).not.toContain('secret-token');
  });

  test('a page that takes no form refuses one', async () => {
    const answer = await admit(visit('/[...lang]', '/', jar(), 'POST'));
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
});
