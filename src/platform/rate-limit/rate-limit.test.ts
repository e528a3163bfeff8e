import { afterEach, beforeEach, expect, it } from 'vitest';
import { testHouse, type House } from '../../../tests/support/house.ts';
import { MINUTE } from '../../shared/clock.ts';

let house: House;
beforeEach(async () => void (house = await testHouse()));
afterEach(() => house.close());

it('lets exactly ten of fifty parallel guesses through', async () => {
  const { limits } = house.deps;
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => limits.take('code', 'someone', 10, 10 * MINUTE)),
  );
  expect(answers.filter(Boolean)).toHaveLength(10);
});

it('counts each name and key by itself and begins anew with the next window', async () => {
  const { limits } = house.deps;
  expect(await limits.take('code', 'a', 1, MINUTE)).toBe(true);
  expect(await limits.take('code', 'a', 1, MINUTE)).toBe(false);
  expect(await limits.take('code', 'b', 1, MINUTE)).toBe(true);
  expect(await limits.take('reset', 'a', 1, MINUTE)).toBe(true);
  house.clock.advance(MINUTE);
  await limits.forget();
  expect(await limits.take('code', 'a', 1, MINUTE)).toBe(true);
});
