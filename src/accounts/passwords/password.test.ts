import { describe, expect, test } from 'vitest';
import { passwordFault } from './password-rules.ts';
import { passwordHasher } from './password.ts';

describe('a good password', () => {
  test.each([
    'correct horse battery',
    '骑车去趵突泉看大锦鲤',
    'tegurbonlamix',
    'Liu7pinecone-drawer',
    '蓝色水壶与三只猫打架啊',
  ])('is %s, without any rule about signs or capitals', (password) =>
    expect(passwordFault(password)).toBeNull(),
  );

  test.each([
    'short1!',
    '1234567890',
    '0987654321',
    'aaaaaaaaaaaa',
    'password1234',
    'P@ssword2024',
    'woaini1314520',
    'qwertyuiop123',
    'zhangwei1990',
    'zhangwei19900101',
    'jidaixue2026',
    '1qaz2wsx3edc',
    'abcabcabcabc',
  ])('is not %s', (password) => expect(passwordFault(password)).not.toBeNull());

  test('is not the own phone number or address with an ornament', () => {
    expect(passwordFault('13812345678ab', ['13812345678', null])).not.toBeNull();
    expect(passwordFault('liuyuhan.home88', ['liuyuhan.home@example.com'])).not.toBeNull();
  });
});

describe('keeping it', () => {
  test('the stored form is argon2id and opens with the right password only', async () => {
    const hasher = passwordHasher();
    const stored = await hasher.hash('tegurbonlamix');
    if (!stored.ok) throw new Error(stored.code);
    expect(stored.value).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await hasher.verify(stored.value, 'tegurbonlamix')).toEqual({ ok: true, value: true });
    expect(await hasher.verify(stored.value, 'tegurbonlamiy')).toEqual({ ok: true, value: false });
    expect(await hasher.verify(null, 'tegurbonlamix')).toEqual({ ok: true, value: false });
  });

  test('a line that is full refuses at once, and everyone in it is served', async () => {
    const hasher = passwordHasher({ parallel: 1, waiting: 2 });
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => hasher.verify(null, 'tegurbonlamix')));
    expect(answers.map((answer) => answer.ok)).toEqual([true, true, true, false, false]);
    expect(await hasher.verify(null, 'tegurbonlamix')).toEqual({ ok: true, value: false });
  });
});
