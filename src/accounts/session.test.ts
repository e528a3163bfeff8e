import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { Browser } from '../../tests/support/browser-cookies.ts';
import { testHouse, type House } from '../../tests/support/house.ts';
import { DAY, MINUTE } from '../shared/clock.ts';
import { expectOk, ok } from '../shared/result.ts';
import { provedBy, type Account } from './account.ts';
import { changePhone } from './changing/change-account.ts';
import { sendChangeCodes } from './changing/confirm-change.ts';
import { endDevices } from './changing/end-sessions.ts';
import { sendCode } from './codes/send-code.ts';
import { beginSession, readSession, SESSION_COOKIE } from './session.ts';
import { signInByCode } from './signing-in/sign-in-by-code.ts';

let house: House;
let phone: string;
let count = 0;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.close());
beforeEach(() => {
  count += 1;
  phone = `138${String(count).padStart(8, '0')}`;
  // Every test has a day of its own, so that one's limits are not another's.
  house.clock.set(Date.parse('2026-11-20T10:00:00+08:00') + count * DAY);
});

const send = async (to: { phone?: string; email?: string } = { phone }, subject = 'this browser') =>
  sendCode(house.deps, { purpose: 'sign-in', ...to, subject, locale: 'zh' });
const codeSent = async (): Promise<string> => {
  await house.runJobs();
  return house.codeFor(phone);
};

describe('a session', () => {
  const account = async (): Promise<string> => {
    expectOk(await send());
    const code = await codeSent();
    return expectOk(await signInByCode(house.deps, { phone, subject: 'this browser', code, locale: 'zh' }))
      .accountId;
  };
  const proved = async (id: string) => provedBy((await house.deps.read.accounts.byId(id)) as Account);
  const begin = async (kind: 'family' | 'staff' = 'family', accountId?: string) => {
    const browser = new Browser();
    const id = accountId ?? (await account());
    await beginSession(house.deps, browser, { ...(await proved(id)), kind, device: null });
    return { browser, accountId: id };
  };

  test('lives in a cookie no script and no other host can read', async () => {
    const { browser } = await begin();
    expect(browser.options.get('__Host-session')).toEqual({
      httpOnly: true,
      secure: true,
      sameSite: 'lax',
      path: '/',
    });
    // 256 bits.
    expect(Buffer.from(browser.jar.get(SESSION_COOKIE) ?? '', 'base64url')).toHaveLength(32);
  });

  test('is in the database by the hash of its id only', async () => {
    const { browser } = await begin();
    const id = browser.jar.get(SESSION_COOKIE) as string;
    const rows = await house.deps.database.db.all(sql`SELECT * FROM sessions`);
    expect(JSON.stringify(rows)).not.toContain(id);
    expect(JSON.stringify(rows)).toContain(house.deps.vault.hash(id));
  });

  test('ends after half an hour of doing nothing, by the clock of the house', async () => {
    const { browser } = await begin();
    house.clock.advance(29 * MINUTE);
    expect(await readSession(house.deps, browser)).not.toBeNull();
    house.clock.advance(29 * MINUTE);
    expect(await readSession(house.deps, browser)).not.toBeNull();
    house.clock.advance(30 * MINUTE);
    expect(await readSession(house.deps, browser)).toBeNull();
  });

  test('ends twelve hours after signing in, however busy', async () => {
    const { browser } = await begin();
    for (let n = 0; n < 35; n++) {
      house.clock.advance(20 * MINUTE);
      expect(await readSession(house.deps, browser)).not.toBeNull();
    }
    house.clock.advance(20 * MINUTE);
    expect(await readSession(house.deps, browser)).toBeNull();
  });

  test('of staff opens nothing for an account that is not staff', async () => {
    const { browser } = await begin('staff');
    expect(await readSession(house.deps, browser)).toBeNull();
  });

  test('costs a write a minute at most', async () => {
    const { browser } = await begin();
    const seen = async () => (await readSession(house.deps, browser))?.lastSeenAt;
    const begun = await seen();
    house.clock.advance(59_000);
    await seen();
    expect(await seen()).toBe(begun);
    house.clock.advance(1000);
    await seen();
    expect(await seen()).toBe((begun ?? 0) + MINUTE);
  });

  test('gets a new id at each sign-in, and the old id opens nothing', async () => {
    const { browser, accountId } = await begin();
    const before = browser.jar.get(SESSION_COOKIE) as string;
    await beginSession(house.deps, browser, { ...(await proved(accountId)), kind: 'family', device: null });
    expect(browser.jar.get(SESSION_COOKIE)).not.toBe(before);
    const thief = new Browser();
    thief.jar.set(SESSION_COOKIE, before);
    expect(await readSession(house.deps, thief)).toBeNull();
  });

  test('ends everywhere when the person says so', async () => {
    const { browser, accountId } = await begin();
    const other = (await begin('family', accountId)).browser;
    expectOk(
      await endDevices(house.deps, { accountId: accountId, actor: { kind: 'family', id: accountId } }),
    );
    expect(await readSession(house.deps, browser)).toBeNull();
    expect(await readSession(house.deps, other)).toBeNull();
  });

  test('of another account cannot be ended', async () => {
    const { browser } = await begin();
    const session = await readSession(house.deps, browser);
    const ended = await house.deps.transaction(async ({ sessions }) =>
      ok(await sessions.removeOf('acc_somebody_else', session?.idHash ?? '')),
    );
    expect(ended).toEqual({ ok: true, value: false });
    expect(await readSession(house.deps, browser)).not.toBeNull();
  });

  test('ends when the phone it signs in with changes', async () => {
    const { browser, accountId } = await begin();
    const newPhone = `139${phone.slice(3)}`;
    const to = { purpose: 'change-phone', phone: newPhone } as const;
    expectOk(await sendChangeCodes(house.deps, { accountId, to, locale: 'zh' }));
    await house.runJobs();
    const code = house.codeFor(newPhone);
    const currentCode = house.codeFor(phone);
    expectOk(await changePhone(house.deps, { accountId, phone: newPhone, code, currentCode }));
    expect(await readSession(house.deps, browser)).toBeNull();
    await house.runJobs();
    expect(house.messages.some((one) => one.to === phone && one.text.includes('另一个手机号'))).toBe(true);
  });
});
