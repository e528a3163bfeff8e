import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Browser } from '../../../tests/support/browser-cookies.ts';
import { testHouse, type House } from '../../../tests/support/house.ts';
import { DAY, HOUR } from '../../shared/clock.ts';
import { expectOk } from '../../shared/result.ts';
import type { Proved } from '../account.ts';
import { changePassword } from '../changing/change-password.ts';
import { askForLink } from '../links/ask-for-link.ts';
import { completeRegistration, resetPassword } from '../links/use-link.ts';
import type { PasswordHasher } from '../passwords/password.ts';
import { beginSession, readSession } from '../session.ts';
import { knownDevice, rememberDevice } from './browser-memory.ts';
import { signInByPassword, tryPassword } from './sign-in-by-password.ts';

let house: House;
let email: string;
let count = 0;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.close());
beforeEach(() => {
  count += 1;
  email = `family${count}@example.com`;
  // Every test has a day of its own, so that one's limits are not another's.
  house.clock.set(Date.parse('2026-11-20T10:00:00+08:00') + count * DAY);
});

describe('e-mail and password', () => {
  const PASSWORD = 'tegurbonlamix';
  const linkTo = async (to: string): Promise<string> => {
    await house.runJobs();
    const text = house.messages.findLast((one) => one.to === to)?.text ?? '';
    return /\/(?:register|reset-password)\/([\w-]{40,})/.exec(text)?.[1] ?? '';
  };
  const ask = (reason: 'registration' | 'reset', to = email) =>
    askForLink(house.deps, { for: reason, email: to, locale: 'zh', address: '203.0.113.7' });
  const register = async (): Promise<Proved> => {
    expectOk(await ask('registration'));
    const token = await linkTo(email);
    return expectOk(await completeRegistration(house.deps, { token, password: PASSWORD }));
  };
  const tryIt = (password: string, address = '203.0.113.7', device: string | null = null, to = email) =>
    tryPassword(house.deps, { email: to, password, address, deviceOf: () => device }, 'family');

  test('registering answers alike; only the mail knows whether there is an account', async () => {
    const first = await ask('registration');
    const token = await linkTo(email);
    expectOk(await completeRegistration(house.deps, { token, password: PASSWORD }));
    expect(await ask('registration')).toEqual(first);
    expect(await linkTo(email)).toBe('');
    expect(house.messages.at(-1)?.text).toContain('已经有账号了');
  });

  test('a link works once and for its time only', async () => {
    expectOk(await ask('registration'));
    const token = await linkTo(email);
    const both = await Promise.all(
      [1, 2].map(() => completeRegistration(house.deps, { token, password: PASSWORD })),
    );
    expect(both.filter((one) => one.ok)).toHaveLength(1);

    expectOk(await ask('reset'));
    const reset = await linkTo(email);
    house.clock.advance(HOUR);
    expect(await resetPassword(house.deps, { token: reset, password: 'another good one' })).toMatchObject({
      code: 'link-gone',
    });
  });

  test('asking to reset an address without an account answers the same and mails nobody', async () => {
    await register();
    const before = house.messages.length;
    expect(await ask('reset', `nobody-${email}`)).toEqual(await ask('reset'));
    await house.runJobs();
    expect(house.messages.slice(before).map((one) => one.to)).toEqual([email]);
  });

  test('a new password ends every session and the old password', async () => {
    const proved = await register();
    const browser = new Browser();
    await beginSession(house.deps, browser, { ...proved, kind: 'family', device: null });
    expectOk(await ask('reset'));
    expectOk(await resetPassword(house.deps, { token: await linkTo(email), password: 'blue kettle drawer' }));
    expect(await readSession(house.deps, browser)).toBeNull();
    expect((await tryIt(PASSWORD)).ok).toBe(false);
    expect((await tryIt('blue kettle drawer')).ok).toBe(true);
  });

  test('changing it takes the current one and ends every session', async () => {
    const proved = await register();
    const browser = new Browser();
    await beginSession(house.deps, browser, { ...proved, kind: 'family', device: null });
    expect(
      await changePassword(house.deps, {
        accountId: proved.accountId,
        current: 'not this one',
        password: 'blue kettle drawer',
      }),
    ).toMatchObject({ code: 'wrong-password' });
    expect(await readSession(house.deps, browser)).not.toBeNull();
    const { accountId } = proved;
    expectOk(
      await changePassword(house.deps, { accountId, current: PASSWORD, password: 'blue kettle drawer' }),
    );
    expect(await readSession(house.deps, browser)).toBeNull();
  });

  /** Signs in while, once the old password has been found right, the owner does something else. */
  const signInDuring = async (meanwhile: () => Promise<unknown>) => {
    const passwords: PasswordHasher = {
      ...house.deps.passwords,
      async verify(...asked) {
        const matches = await house.deps.passwords.verify(...asked);
        await meanwhile();
        return matches;
      },
    };
    const entered = { email, password: PASSWORD, address: '203.0.113.9', deviceOf: () => null };
    const proved = expectOk(await signInByPassword({ ...house.deps, passwords }, entered));
    const browser = new Browser();
    const begun = await beginSession(house.deps, browser, { ...proved, kind: 'family', device: null });
    return { begun, session: await readSession(house.deps, browser) };
  };

  test('whoever signs in with the old password while it is reset does not stay in', async () => {
    await register();
    expectOk(await ask('reset'));
    const token = await linkTo(email);
    const { begun, session } = await signInDuring(async () =>
      expectOk(await resetPassword(house.deps, { token, password: 'blue kettle drawer' })),
    );
    expect([begun, session]).toEqual([{ ok: false, code: 'changed-meanwhile' }, null]);
    const rows = await house.deps.database.client.execute('SELECT count(*) FROM sessions');
    expect(rows.rows[0]?.[0]).toBe(0);
  });

  test('nor while it is changed', async () => {
    const { accountId } = await register();
    const change = { accountId, current: PASSWORD, password: 'blue kettle drawer' };
    const { begun, session } = await signInDuring(async () =>
      expectOk(await changePassword(house.deps, change)),
    );
    expect([begun.ok, session]).toEqual([false, null]);
  });

  test('whoever changes the password with the old one while it is reset does not stay in either', async () => {
    const { accountId } = await register();
    expectOk(await ask('reset'));
    const token = await linkTo(email);
    const change = { accountId, current: PASSWORD, password: 'blue kettle drawer' };
    const changed = expectOk(await changePassword(house.deps, change));
    // A link asked for before a change is withdrawn by it, so the owner asks again.
    expect(await resetPassword(house.deps, { token, password: 'red kettle drawer' })).toMatchObject({
      code: 'link-gone',
    });
    house.clock.advance(HOUR);
    expectOk(await ask('reset'));
    expectOk(await resetPassword(house.deps, { token: await linkTo(email), password: 'red kettle drawer' }));
    const browser = new Browser();
    expect(await beginSession(house.deps, browser, { ...changed, kind: 'family', device: null })).toEqual({
      ok: false,
      code: 'changed-meanwhile',
    });
  });

  test('a browser stays signed in through the change it makes itself', async () => {
    const { accountId } = await register();
    const browser = new Browser();
    const change = { accountId, current: PASSWORD, password: 'blue kettle drawer' };
    const changed = expectOk(await changePassword(house.deps, change));
    expectOk(await beginSession(house.deps, browser, { ...changed, kind: 'family', device: null }));
    expect(await readSession(house.deps, browser)).not.toBeNull();
  });

  test('a wrong password and an unknown address are refused in the same words', async () => {
    await register();
    expect(await tryIt('not this one')).toEqual(
      await tryIt('not this one', '203.0.113.8', null, 'nobody@example.com'),
    );
  });

  test('an unknown address takes about as long as a wrong password', async () => {
    await register();
    const time = async (to: string): Promise<number> => {
      const begun = process.cpuUsage();
      for (let n = 0; n < 4; n++) await tryIt('not this one', `203.0.113.${20 + n}`, null, to);
      const { user } = process.cpuUsage(begun);
      return user;
    };
    await time(`warm-${email}`);
    const [known, unknown] = [await time(email), await time(`unknown-${email}`)];
    // Without the dummy hash the unknown one would cost next to nothing.
    expect(unknown / known).toBeGreaterThan(0.4);
  });

  test('five wrong guesses from one place are exact in parallel, and lock nobody out of a known device', async () => {
    await register();
    const guesses = await Promise.all(Array.from({ length: 30 }, () => tryIt('not this one')));
    const codes = guesses.map((guess) => (guess.ok ? 'ok' : guess.code));
    expect(codes.filter((one) => one === 'wrong-sign-in')).toHaveLength(5);
    expect(codes.filter((one) => one === 'too-many-tries')).toHaveLength(25);
    expect(await tryIt(PASSWORD)).toMatchObject({ code: 'too-many-tries' });
    for (let place = 0; place < 40; place++) await tryIt('not this one', `198.51.100.${place}`);
    expect(await tryIt(PASSWORD, '192.0.2.1')).toMatchObject({ code: 'too-many-tries' });
    expect((await tryIt(PASSWORD, '203.0.113.7', 'my own phone')).ok).toBe(true);
  });

  test('a browser proves itself known by a sealed cookie, for the accounts it signed in to', () => {
    const browser = new Browser();
    rememberDevice(house.deps.vault, browser, 'acc_mine');
    expect(knownDevice(house.deps.vault, browser, 'acc_mine')).not.toBeNull();
    expect(knownDevice(house.deps.vault, browser, 'acc_other')).toBeNull();
    browser.jar.set('__Host-device', JSON.stringify({ id: 'x', accounts: ['acc_other'] }));
    expect(knownDevice(house.deps.vault, browser, 'acc_other')).toBeNull();
  });
});
