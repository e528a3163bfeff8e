import { expect, it } from 'vitest';
import { outcomeOf } from './action-outcome.ts';

const failed = (code: string): Error => Object.assign(new Error('x'), { code });

it('shows the page as if nothing had been posted when the request was no form, and fails when the code did', () => {
  expect(outcomeOf({ error: failed('UNSUPPORTED_MEDIA_TYPE') })).toBeNull();
  expect(outcomeOf({ error: failed('BAD_REQUEST') })).toBeNull();
  expect(() => outcomeOf({ error: failed('INTERNAL_SERVER_ERROR') })).toThrow();
  expect(() => outcomeOf({ error: new TypeError('a bug') })).toThrow(TypeError);
});
