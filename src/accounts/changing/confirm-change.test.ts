import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testHouse, type House } from '../../../tests/support/house.ts';
import { DAY, HOUR } from '../../shared/clock.ts';
import { expectOk } from '../../shared/result.ts';
import { askForLink } from '../links/ask-for-link.ts';
import { tryPassword } from '../signing-in/sign-in-by-password.ts';
import { changeEmail, changePhone } from './change-account.ts';
import { changePassword, sendPasswordCode } from './change-password.ts';
import { sendChangeCodes, type NewContact } from './confirm-change.ts';
import { sendCode } from '../codes/send-code.ts';
import { accountOfPhone } from '../signing-in/sign-in-by-code.ts';
import { completeRegistration, resetPassword } from '../links/use-link.ts';

const PASSWORD = 'tegurbonlamix';
let house: House;
let phone: string;
let newPhone: string;
let email: string;
let count = 0;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.close());
beforeEach(() => {
  count += 1;
  phone = `138${String(count).padStart(8, '0')}`;
  newPhone = `139${String(count).padStart(8, '0')}`;
  email = `family${count}@example.com`;
  // Every test has days of its own, so that one's limits are not another's.
  house.clock.set(Date.parse('2026-11-20T10:00:00+08:00') + count * 10 * DAY);
});

const byPhone = async (): Promise<string> =>
  expectOk(await accountOfPhone(house.deps, phone, 'zh')).accountId;
const linkTo = async (to: string): Promise<string> => {
  await house.runJobs();
  const text = house.messages.findLast((one) => one.to === to)?.text ?? '';
  return /\/(?:register|reset-password)\/([\w-]{40,})/.exec(text)?.[1] ?? '';
};
const ask = async (reason: 'registration' | 'reset'): Promise<string> => {
  expectOk(await askForLink(house.deps, { for: reason, email, locale: 'en', address: '203.0.113.7' }));
  return linkTo(email);
};
const byEmail = async (): Promise<string> => {
  const token = await ask('registration');
  return expectOk(await completeRegistration(house.deps, { token, password: PASSWORD })).accountId;
};
const send = async (accountId: string, to: NewContact): Promise<void> => {
  expectOk(await sendChangeCodes(house.deps, { accountId, to, locale: 'zh' }));
  await house.runJobs();
};
const passwordFor = async (accountId: string): Promise<void> => {
  expectOk(await sendPasswordCode(house.deps, { accountId }));
  await house.runJobs();
  const code = house.codeFor(phone);
  expectOk(await changePassword(house.deps, { accountId, current: '', code, password: PASSWORD }));
};
const toPhone = (): NewContact => ({ purpose: 'change-phone', phone: newPhone });
const toEmail = (address: string): NewContact => ({ purpose: 'change-email', email: address });
const wrong = (code: string): string => (code === '000000' ? '000001' : '000000');
const reset = (token: string) => resetPassword(house.deps, { token, password: 'blue kettle drawer' });

describe('the first password of an account that signs in by phone', () => {
  const set = (accountId: string, entered: { current?: string; code?: string }) =>
    changePassword(house.deps, { accountId, current: '', password: PASSWORD, ...entered });
  const withEmail = async (): Promise<string> => {
    const accountId = await byPhone();
    await send(accountId, toEmail(email));
    const [code, currentCode] = [house.codeFor(email), house.codeFor(phone)];
    expectOk(await changeEmail(house.deps, { accountId, email, code, currentCode }));
    return accountId;
  };

  test('is not set by a session alone, nor signed in with afterwards', async () => {
    const accountId = await withEmail();
    expect(await set(accountId, {})).toMatchObject({ code: 'code-spent' });
    expect(await set(accountId, { current: 'anything' })).toMatchObject({ code: 'code-spent' });
    const tried = { email, password: PASSWORD, address: '203.0.113.7', deviceOf: () => null };
    expect(await tryPassword(house.deps, tried, 'family')).toMatchObject({ code: 'wrong-sign-in' });
  });

  test('takes a code sent to the account’s phone, and is told there and by mail', async () => {
    const accountId = await withEmail();
    expectOk(await sendPasswordCode(house.deps, { accountId }));
    await house.runJobs();
    const code = house.codeFor(phone);
    expect(await set(accountId, { code: wrong(code) })).toMatchObject({ code: 'wrong-code' });
    expectOk(await set(accountId, { code }));
    await house.runJobs();
    expect(house.messages.findLast((one) => one.to === phone)?.text).toContain('密码刚刚改过');
    expect(house.messages.findLast((one) => one.to === email)?.text).toContain('密码刚刚改过');
  });

  test('is not set with a code the owner gave for signing in or for another change', async () => {
    const accountId = await withEmail();
    house.clock.advance(DAY);
    const sent = { phone, locale: 'zh', subject: accountId } as const;
    expectOk(await sendCode(house.deps, { ...sent, purpose: 'sign-in' }));
    await house.runJobs();
    expect(await set(accountId, { code: house.codeFor(phone) })).toMatchObject({ code: 'code-spent' });
    await send(accountId, toPhone());
    expect(await set(accountId, { code: house.codeFor(phone) })).toMatchObject({ code: 'code-spent' });
  });

  test('once set, is changed by saying it, never by a code', async () => {
    const accountId = await byPhone();
    await passwordFor(accountId);
    expect(await sendPasswordCode(house.deps, { accountId })).toMatchObject({ code: 'already-done' });
    expect(await set(accountId, { current: 'not this one' })).toMatchObject({ code: 'wrong-password' });
    expectOk(await set(accountId, { current: PASSWORD }));
  });

  test('does not cost the code when it is too weak', async () => {
    const accountId = await byPhone();
    expectOk(await sendPasswordCode(house.deps, { accountId }));
    await house.runJobs();
    const code = house.codeFor(phone);
    const weak = { accountId, current: '', code, password: '12345678' };
    expect(await changePassword(house.deps, weak)).toMatchObject({ code: 'weak-password' });
    expectOk(await set(accountId, { code }));
  });
});

describe('another phone or e-mail', () => {
  test('takes a code from the current phone as well as from the new one', async () => {
    const accountId = await byPhone();
    await send(accountId, toPhone());
    const code = house.codeFor(newPhone);
    const currentCode = house.codeFor(phone);
    const change = (entered: { code: string; currentCode?: string; currentPassword?: string }) =>
      changePhone(house.deps, { accountId, phone: newPhone, ...entered });
    expect(await change({ code })).toMatchObject({ code: 'wrong-current-code' });
    expect(await change({ code, currentCode: wrong(currentCode) })).toMatchObject({
      code: 'wrong-current-code',
    });
    expect(await change({ code: wrong(code), currentCode })).toMatchObject({ code: 'wrong-code' });
    // Neither was used up by a slip in the other.
    expect((await change({ code, currentCode })).ok).toBe(true);
  });

  test('is not confirmed by a code the owner gave for a different one', async () => {
    const accountId = await byPhone();
    await send(accountId, toEmail(email));
    const currentCode = house.codeFor(phone);
    house.clock.advance(60_000);
    await send(accountId, toPhone());
    expect(
      await changeEmail(house.deps, {
        accountId,
        email,
        code: house.codeFor(email),
        currentCode: wrong(currentCode),
      }),
    ).toMatchObject({ code: 'wrong-current-code' });
    const code = house.codeFor(newPhone);
    // One in a million times both codes are the same digits.
    if (currentCode !== house.codeFor(phone))
      expect(await changePhone(house.deps, { accountId, phone: newPhone, code, currentCode })).toMatchObject({
        code: 'wrong-current-code',
      });
  });

  test('takes the current password where there is no phone', async () => {
    const accountId = await byEmail();
    await send(accountId, toPhone());
    const code = house.codeFor(newPhone);
    const change = (currentPassword: string) =>
      changePhone(house.deps, { accountId, phone: newPhone, code, currentPassword });
    expect(await change('not this one')).toMatchObject({ code: 'wrong-password' });
    expect((await change(PASSWORD)).ok).toBe(true);
  });

  test('is not confirmed by a password set within the day, which the mailbox alone can do', async () => {
    const accountId = await byPhone();
    await passwordFor(accountId);
    house.clock.advance(DAY - HOUR);
    await send(accountId, toPhone());
    const change = () =>
      changePhone(house.deps, {
        accountId,
        phone: newPhone,
        code: house.codeFor(newPhone),
        currentPassword: PASSWORD,
      });
    expect(await change()).toMatchObject({ code: 'wrong-current-code' });
    house.clock.advance(HOUR);
    await send(accountId, toPhone());
    expect((await change()).ok).toBe(true);
  });

  test('is told to the old address, in the account’s language and without personal data', async () => {
    const accountId = await byEmail();
    const next = `new-${email}`;
    await send(accountId, toEmail(next));
    expectOk(
      await changeEmail(house.deps, {
        accountId,
        email: next,
        code: house.codeFor(next),
        currentPassword: PASSWORD,
      }),
    );
    await house.runJobs();
    const letter = house.messages.findLast((one) => one.to === email);
    expect(letter?.text).toContain('now uses another e-mail address');
    expect(letter?.text).not.toContain('@');
  });
});

describe('a link to reset the password', () => {
  test('dies when the e-mail of the account changes', async () => {
    const accountId = await byEmail();
    const token = await ask('reset');
    const next = `new-${email}`;
    await send(accountId, toEmail(next));
    const code = house.codeFor(next);
    expectOk(await changeEmail(house.deps, { accountId, email: next, code, currentPassword: PASSWORD }));
    expect(await reset(token)).toMatchObject({ code: 'link-gone' });
  });

  test('dies when the password changes', async () => {
    const accountId = await byEmail();
    const token = await ask('reset');
    expectOk(
      await changePassword(house.deps, { accountId, current: PASSWORD, password: 'red kettle drawer' }),
    );
    expect(await reset(token)).toMatchObject({ code: 'link-gone' });
  });

  test('dies when the phone changes', async () => {
    const accountId = await byEmail();
    const token = await ask('reset');
    await send(accountId, toPhone());
    const code = house.codeFor(newPhone);
    expectOk(await changePhone(house.deps, { accountId, phone: newPhone, code, currentPassword: PASSWORD }));
    expect(await reset(token)).toMatchObject({ code: 'link-gone' });
  });

  test('sent to an address the account no longer has opens nothing, even if it was not withdrawn', async () => {
    const accountId = await byEmail();
    const token = house.deps.vault.token();
    await house.deps.transaction(async ({ accessLinks }) => {
      const now = house.clock.now();
      await accessLinks.insert(token, {
        purpose: 'password-reset',
        accountId,
        email: `old-${email}`,
        payload: {},
        createdAt: now,
        expiresAt: now + HOUR,
      });
      return { ok: true, value: undefined };
    });
    expect(await reset(token)).toMatchObject({ code: 'link-gone' });
  });
});
