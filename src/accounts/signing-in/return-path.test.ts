import { expect, test } from 'vitest';
import { ownPath, withNext } from './return-path.ts';

test('keeps a path of this site, with its query', () => {
  expect(ownPath('/en/family/orders/ord_1?tab=a')).toBe('/en/family/orders/ord_1?tab=a');
});

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/..//evil.example',
  'javascript:alert(1)',
  'family',
  '',
  null,
  `/${'a'.repeat(600)}`,
])('refuses to send people to %j', (raw) => {
  expect(ownPath(raw)).toBeNull();
  expect(withNext('/sign-in', raw)).toBe('/sign-in');
});

test('a way back never repeats an action', () => {
  expect(ownPath('/family/account?_action=accounts.signOut')).toBe('/family/account');
});
