import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { testHouse, type House } from '../../../tests/support/house.ts';
import { DAY, HOUR, MINUTE } from '../../shared/clock.ts';
import { expectOk } from '../../shared/result.ts';
import { checkCode } from './check-code.ts';
import { sendCode } from './send-code.ts';
import { signInByCode } from '../signing-in/sign-in-by-code.ts';

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
const check = (code: string, more: { subject?: string; phone?: string } = {}) =>
  checkCode(house.deps, { purpose: 'sign-in', phone, subject: 'this browser', code, ...more });
const codeSent = async (): Promise<string> => {
  await house.runJobs();
  return house.codeFor(phone);
};
const wrong = (code: string): string => (code === '000000' ? '000001' : '000000');

describe('a one-time code', () => {
  test('opens once, for the phone, purpose and subject it was sent for', async () => {
    expectOk(await send());
    const code = await codeSent();
    expect(await check(code, { subject: 'another browser' })).toMatchObject({ code: 'code-spent' });
    expect(
      await checkCode(house.deps, { purpose: 'sign-contract', phone, subject: 'this browser', code }),
    ).toMatchObject({ code: 'code-spent' });
    expect((await check(code)).ok).toBe(true);
    expect(await check(code)).toMatchObject({ code: 'code-spent' });
  });

  test('may be followed by the next at once when it has been used, and not while it is on its way', async () => {
    expectOk(await send());
    expect(await send()).toMatchObject({ code: 'too-many-codes' });
    expect((await check(await codeSent())).ok).toBe(true);
    expect((await send()).ok).toBe(true);
    expect(await send()).toMatchObject({ code: 'too-many-codes' });
  });

  test('asked for twice in a row, tells nobody who has been here before', async () => {
    expectOk(await send());
    expect((await check(await codeSent())).ok).toBe(true);
    house.clock.advance(2 * DAY);
    const answers = async (to: string) => [(await send({ phone: to })).ok, (await send({ phone: to })).ok];
    expect(await answers(phone), 'a number that has signed in').toEqual([true, false]);
    expect(await answers('13512340099'), 'a number nobody knows').toEqual([true, false]);
  });

  test('is dead after ten minutes', async () => {
    expectOk(await send());
    const code = await codeSent();
    house.clock.advance(10 * MINUTE);
    expect(await check(code)).toMatchObject({ code: 'code-spent' });
  });

  test('can be guessed at five times, also when fifty guesses come at once', async () => {
    expectOk(await send());
    const code = await codeSent();
    const guesses = await Promise.all(Array.from({ length: 50 }, () => check(wrong(code))));
    const codes = guesses.map((guess) => (guess.ok ? 'ok' : guess.code));
    expect(codes.filter((one) => one === 'wrong-code')).toHaveLength(5);
    expect(codes.filter((one) => one === 'code-spent')).toHaveLength(45);
    expect(await check(code)).toMatchObject({ code: 'code-spent' });
  });

  test('opens for one of fifty who enter it at once', async () => {
    expectOk(await send());
    const code = await codeSent();
    const tries = await Promise.all(Array.from({ length: 50 }, () => check(code)));
    expect(tries.filter((one) => one.ok)).toHaveLength(1);
  });

  test('does not stand in the database in the clear', async () => {
    const sent = expectOk(await send());
    const code = await codeSent();
    const [row] = await house.deps.database.db.all<Record<string, unknown>>(
      sql`SELECT * FROM challenges WHERE id = ${sent.challengeId}`,
    );
    expect(JSON.stringify(row)).not.toContain(code);
    expect(JSON.stringify(row)).not.toContain(phone);
  });

  test('is sent once a minute for one purpose, eight times an hour, fifteen times a day, exactly, also under parallel asking', async () => {
    const many = await Promise.all(Array.from({ length: 20 }, () => send()));
    expect(many.filter((one) => one.ok)).toHaveLength(1);
    let sent = 1;
    for (let minute = 0; minute < 59; minute++) {
      house.clock.advance(MINUTE);
      if ((await send()).ok) sent += 1;
    }
    expect(sent).toBe(8);
    house.clock.advance(HOUR);
    for (let hour = 0; hour < 20; hour++) {
      house.clock.advance(30 * MINUTE);
      if ((await send()).ok) sent += 1;
    }
    expect(sent).toBe(15);
  });

  test('reaches an owner on a known device however many a stranger asks for', async () => {
    for (let n = 0; n < 12; n++) {
      await send();
      house.clock.advance(MINUTE);
    }
    expect(await send()).toMatchObject({ code: 'too-many-codes' });
    const known = await sendCode(house.deps, {
      purpose: 'sign-in',
      phone,
      subject: 'mine',
      locale: 'zh',
      device: 'my-phone',
    });
    expect(known.ok).toBe(true);
  });

  const useUpSignIn = async (): Promise<void> => {
    for (let n = 0; n < 12; n++) {
      await send();
      house.clock.advance(MINUTE);
    }
    expect(await send()).toMatchObject({ code: 'too-many-codes' });
  };

  test('reaches a signed-in guardian who is to sign, however many codes to sign in a stranger asks for', async () => {
    await useUpSignIn();
    const toSign = await sendCode(house.deps, {
      purpose: 'sign-contract',
      phone,
      subject: 'a document',
      locale: 'zh',
      accountId: 'acc_guardian',
    });
    expect(toSign.ok).toBe(true);
  });

  test('reaches an invited guardian, however many codes to sign in a stranger asks for', async () => {
    await useUpSignIn();
    const invited = await sendCode(house.deps, {
      purpose: 'invitation',
      phone,
      subject: `inv_${phone}`,
      locale: 'zh',
    });
    expect(invited.ok).toBe(true);
  });

  test('is counted by account for who is signed in: eight an hour, and a new number eight from all accounts together', async () => {
    const asked = async (accountId: string, to: string): Promise<boolean> => {
      house.clock.advance(MINUTE);
      const { deps } = house;
      return (
        await sendCode(deps, {
          purpose: 'change-phone',
          phone: to,
          subject: accountId,
          locale: 'zh',
          accountId,
        })
      ).ok;
    };
    const one: boolean[] = [];
    for (let n = 0; n < 10; n++)
      one.push(await asked(`acc_${phone}`, `1370000${String(count * 20 + n).padStart(4, '0')}`));
    expect(one.filter(Boolean)).toHaveLength(8);
    const many: boolean[] = [];
    for (let n = 0; n < 10; n++) many.push(await asked(`acc_${phone}_${n}`, phone));
    expect(many.filter(Boolean)).toHaveLength(8);
  });
});

describe('signing in by phone', () => {
  const signIn = async () => {
    expectOk(await send());
    const code = await codeSent();
    return signInByCode(house.deps, { phone, subject: 'this browser', code, locale: 'en' });
  };

  test('makes the account the first time and finds it the second', async () => {
    const first = expectOk(await signIn());
    house.clock.advance(HOUR);
    const second = expectOk(await signIn());
    expect(first.isNew).toBe(true);
    expect(second).toEqual({ ...first, isNew: false });
  });

  test('asks alike for a number with an account and one without', async () => {
    expectOk(await signIn());
    house.clock.advance(HOUR);
    const known = await send();
    const unknown = await send({ phone: '13999999999' });
    expect(Object.keys(expectOk(known))).toEqual(Object.keys(expectOk(unknown)));
    await house.runJobs();
    const plain = (to: string): string =>
      (house.messages.findLast((one) => one.to === to)?.text ?? '').replace(/\d{6}/, '');
    expect(plain(phone)).toBe(plain('13999999999'));
  });
});
