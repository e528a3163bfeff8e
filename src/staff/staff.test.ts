import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testHouse, type House } from '../../tests/support/house.ts';
import { Browser } from '../../tests/support/browser-cookies.ts';
import { accountDoor, type PasswordHasher, type Proved, type Role } from '../accounts/index.ts';
import { DAY, SECOND } from '../shared/clock.ts';
import { expectOk } from '../shared/result.ts';
import { currentCodes } from './door/current-codes.ts';
import { changeRoles, disableStaff, inviteStaff, renewStaff } from './team/manage-team.ts';
import { completeSetUp, ensureFirstAdministrator, readSetUp } from './door/set-up-staff.ts';
import { signInStaff } from './door/sign-in-staff.ts';
import { currentTotp, totpStep } from './totp.ts';

const PASSWORD = 'tegurbonlamix';
let house: House;
let admin: string;
let count = 0;

async function setUp(token: string, who = { name: '赵敏', email: 'zhao.min@example.com' }): Promise<string> {
  const shown = await readSetUp(house.deps, token);
  if (!shown) throw new Error('the link shows nothing');
  const totp = currentTotp(shown.totpSecret, house.clock.now());
  return expectOk(await completeSetUp(house.deps, { token, ...who, password: PASSWORD, totp })).accountId;
}
const tokenIn = (text: string): string => /set-up\/([\w-]+)/.exec(text)?.[1] ?? '';
const actor = () => ({ kind: 'staff', id: admin }) as const;
async function invited(email: string, roles: readonly Role[]): Promise<{ id: string; token: string }> {
  const { accountId } = expectOk(
    await inviteStaff(house.deps, { name: '孙悦', email, roles, locale: 'zh', actor: actor() }),
  );
  await house.runJobs();
  return { id: accountId, token: tokenIn(house.messages.findLast((one) => one.to === email)?.text ?? '') };
}
const secretOf = async (id: string): Promise<string> =>
  (await house.deps.read.staff.byAccount(id))?.totpSecret ?? '';
const signIn = (email: string, totp: string, password = PASSWORD) =>
  signInStaff(house.deps, { email, password, totp, address: `203.0.113.${count}`, deviceOf: () => null });

beforeAll(async () => {
  house = await testHouse();
  const link = await ensureFirstAdministrator(house.deps);
  admin = await setUp(tokenIn(link ?? ''));
});
afterAll(() => house.close());
beforeEach(() => {
  count += 1;
  house.clock.advance(DAY);
});

describe('the first administrator', () => {
  test('is made by a link the server prints only while nobody can sign in', async () => {
    expect(await ensureFirstAdministrator(house.deps)).toBeNull();
    expect(await house.deps.read.staff.byAccount(admin)).toMatchObject({ roles: ['administrator'] });
  });

  test('gets one link at a time, for a day, and it makes one administrator', async () => {
    const empty = await testHouse();
    try {
      const first = tokenIn((await ensureFirstAdministrator(empty.deps)) ?? '');
      const second = tokenIn((await ensureFirstAdministrator(empty.deps)) ?? '');
      expect(await readSetUp(empty.deps, first)).toBeNull();
      const shown = await readSetUp(empty.deps, second);
      const complete = (email: string) =>
        completeSetUp(empty.deps, {
          token: second,
          name: '赵敏',
          email,
          password: PASSWORD,
          totp: currentTotp(shown?.totpSecret ?? '', empty.clock.now()),
        });
      const both = await Promise.all([complete('a@example.com'), complete('b@example.com')]);
      expect(both.filter((one) => one.ok)).toHaveLength(1);
      expect(await empty.deps.read.staff.all()).toHaveLength(1);
    } finally {
      await empty.close();
    }
  });
});

describe('signing in to the console', () => {
  const email = 'zhao.min@example.com';

  test('takes the password and the code, and answers alike whichever is wrong', async () => {
    const code = currentTotp(await secretOf(admin), house.clock.now());
    const wrongCode = await signIn(email, code === '000000' ? '000001' : '000000');
    expect(wrongCode).toEqual(await signIn(email, code, 'not this one'));
    expect(wrongCode).toEqual(await signIn('nobody@example.com', code));
    expectOk(await signIn(email, code));
  });

  test('a code opens once, also when it is entered twenty times at once', async () => {
    const code = currentTotp(await secretOf(admin), house.clock.now());
    const tries = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        signInStaff(house.deps, {
          email,
          password: PASSWORD,
          totp: code,
          address: `198.51.100.${n}`,
          deviceOf: () => null,
        }),
      ),
    );
    expect(tries.filter((one) => one.ok)).toHaveLength(1);
    house.clock.advance(20 * SECOND);
    expect((await signIn(email, code)).ok).toBe(false);
  });

  test('with a password that is being changed begins no session, however right the code', async () => {
    const totp = currentTotp(await secretOf(admin), house.clock.now());
    const passwords: PasswordHasher = {
      ...house.deps.passwords,
      async verify(...asked) {
        const matches = await house.deps.passwords.verify(...asked);
        const change = { accountId: admin, current: PASSWORD, password: 'blue kettle drawer' };
        expectOk(await accountDoor.changePassword(house.deps, change));
        return matches;
      },
    };
    const entered = { email, password: PASSWORD, totp, address: '198.51.100.77', deviceOf: () => null };
    const proved = expectOk(await signInStaff({ ...house.deps, passwords }, entered));
    const browser = new Browser();
    const begin = (who: Proved) =>
      accountDoor.beginSession(house.deps, browser, { ...who, kind: 'staff', device: null });
    expect(await begin(proved)).toEqual({ ok: false, code: 'changed-meanwhile' });
    expect(browser.jar.size).toBe(0);
    house.clock.advance(DAY);
    const back = { accountId: admin, current: 'blue kettle drawer', password: PASSWORD };
    expectOk(await begin(expectOk(await accountDoor.changePassword(house.deps, back))));
  });

  test('an older code is refused once a newer one was used', async () => {
    const secret = await secretOf(admin);
    const before = currentTotp(secret, house.clock.now() - 30 * SECOND);
    expectOk(await signIn(email, currentTotp(secret, house.clock.now())));
    expect((await signIn(email, before)).ok).toBe(false);
  });

  test('a phone half a minute off still works, a minute off does not', async () => {
    const secret = await secretOf(admin);
    const now = house.clock.now();
    expect(totpStep(secret, currentTotp(secret, now - 30 * SECOND), now)).not.toBeNull();
    expect(totpStep(secret, currentTotp(secret, now + 30 * SECOND), now)).not.toBeNull();
    expect(totpStep(secret, currentTotp(secret, now - 60 * SECOND), now)).toBeNull();
  });

  test('the code is the one RFC 6238 gives', () => {
    // Appendix B, SHA-1, "12345678901234567890"; its last six digits.
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    expect(currentTotp(secret, 59 * SECOND)).toBe('287082');
    expect(currentTotp(secret, 1111111109 * SECOND)).toBe('081804');
    expect(currentTotp(secret, 20000000000 * SECOND)).toBe('353130');
  });
});

describe('the team', () => {
  test('a colleague sets up by the mailed link, once, and has the roles given', async () => {
    const { id, token } = await invited('sun.yue@example.com', ['counsellor']);
    expect(await setUp(token)).toBe(id);
    expect(await readSetUp(house.deps, token)).toBeNull();
    expect((await house.deps.read.staff.byAccount(id))?.roles).toEqual(['counsellor']);
    expectOk(
      await signIn('sun.yue@example.com', currentTotp(await secretOf(id), house.clock.now() + 30 * SECOND)),
    );
  });

  test('an invitation is good for seven days and dies when the person is disabled', async () => {
    const late = await invited('late@example.com', ['lab']);
    house.clock.advance(7 * DAY);
    expect(await readSetUp(house.deps, late.token)).toBeNull();
    const gone = await invited('gone@example.com', ['lab']);
    expectOk(await disableStaff(house.deps, { accountId: gone.id, actor: actor() }));
    expect(await readSetUp(house.deps, gone.token)).toBeNull();
  });

  test('the last administrator cannot be disabled, demoted or locked out, until there is another', async () => {
    const about = { accountId: admin, actor: actor() };
    expect(await disableStaff(house.deps, about)).toMatchObject({ code: 'last-administrator' });
    expect(await changeRoles(house.deps, { ...about, roles: ['auditor'] })).toMatchObject({
      code: 'last-administrator',
    });
    expect(await renewStaff(house.deps, about)).toMatchObject({ code: 'last-administrator' });
    const second = await invited('second@example.com', ['administrator']);
    // Invited is not enough: somebody must be able to sign in today.
    expect(await disableStaff(house.deps, about)).toMatchObject({ code: 'last-administrator' });
    await setUp(second.token);
    // Two who demote each other at once: one succeeds.
    const both = await Promise.all([
      changeRoles(house.deps, { ...about, roles: ['auditor'] }),
      changeRoles(house.deps, { accountId: second.id, actor: actor(), roles: ['auditor'] }),
    ]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
  });

  test('nobody gives themselves rights; another administrator does, and the person comes back anew', async () => {
    const second = await invited('second.one@example.com', ['administrator']);
    await setUp(second.token);
    const more = { accountId: admin, roles: ['administrator', 'finance'] } as const;
    expect(await changeRoles(house.deps, { ...more, actor: actor() })).toMatchObject({ code: 'own-roles' });
    const other = { kind: 'staff', id: second.id } as const;
    expectOk(await changeRoles(house.deps, { ...more, actor: other }));
    expect((await house.deps.read.staff.byAccount(admin))?.roles).toContain('finance');
  });

  test('a disabled colleague is out, and a new link asks for everything anew', async () => {
    const { id, token } = await invited('returning@example.com', ['lab']);
    await setUp(token);
    const code = async () => currentTotp(await secretOf(id), house.clock.now());
    expectOk(await disableStaff(house.deps, { accountId: id, actor: actor() }));
    house.clock.advance(60 * SECOND);
    expect((await signIn('returning@example.com', await code())).ok).toBe(false);
    expectOk(await renewStaff(house.deps, { accountId: id, actor: actor() }));
    expect(await secretOf(id)).toBe('');
    await house.runJobs();
    await setUp(tokenIn(house.messages.findLast((one) => one.to === 'returning@example.com')?.text ?? ''));
    house.clock.advance(60 * SECOND);
    expectOk(await signIn('returning@example.com', await code()));
  });

  test('an address that has an account already is refused', async () => {
    const again = await inviteStaff(house.deps, {
      name: '赵敏',
      email: 'Zhao.Min@example.com',
      roles: ['lab'],
      locale: 'zh',
      actor: actor(),
    });
    expect(again).toMatchObject({ code: 'email-taken' });
  });
});

test('the codes of the staff can be read in demo and test, never in production', async () => {
  expect((await currentCodes(house.deps)).length).toBeGreaterThan(0);
  expect(await currentCodes({ ...house.deps, config: { mode: 'production' } })).toEqual([]);
});

describe('the audit log', () => {
  test('is paged by key, newest first, there and back, and filtered by object', async () => {
    const { auditLog } = house.deps.read;
    await house.deps.transaction(async ({ audit }) => {
      for (let n = 0; n < 120; n++)
        await audit.record({
          action: 'tried',
          actor: actor(),
          object: { kind: 'test', id: `tst_${n % 2}` },
          details: { n },
        });
      return { ok: true, value: undefined };
    });
    const first = await auditLog.page({});
    const second = await auditLog.page({ before: first.older });
    expect(first.rows[0]?.details['n']).toBe(119);
    expect(first.newer).toBeNull();
    expect(second.rows[0]?.details['n']).toBe(69);
    const back = await auditLog.page({ after: second.newer });
    expect(back.rows.map((row) => row.seq)).toEqual(first.rows.map((row) => row.seq));
    const about = await auditLog.page({ about: { kind: 'object', id: 'tst_1' } });
    expect(about.rows).toHaveLength(50);
    expect(about.rows.every((row) => row.objectId === 'tst_1')).toBe(true);
  });
});
