import { afterEach, beforeEach, expect, it } from 'vitest';
import { testHouse, type House } from '../../../tests/support/house.ts';
import { err, ok } from '../../shared/result.ts';
import { parseCaseNumber } from '../../shared/numbers.ts';

let house: House;
beforeEach(async () => void (house = await testHouse()));
afterEach(() => house.close());
const next = (kind: 'HT' | 'DD', year: number) =>
  house.deps.transaction(async ({ numbers }) => ok(await numbers.next(kind, year)));

it('numbers run per kind and year, without doubles when many ask at once', async () => {
  const given = await Promise.all(Array.from({ length: 30 }, () => next('HT', 2026)));
  const texts = given.map((result) => (result.ok ? result.value : ''));
  expect(new Set(texts).size).toBe(30);
  expect(texts.every((text) => parseCaseNumber(text).ok)).toBe(true);
  const other = [await next('HT', 2027), await next('DD', 2026)];
  expect(other.map((result) => result.ok && result.value.slice(0, 14))).toEqual([
    'HT-2027-000001',
    'DD-2026-000001',
  ]);
});

it('a refused transaction gives its number back', async () => {
  await house.deps.transaction(async ({ numbers }) => err('no', await numbers.next('HT', 2026)));
  expect(await next('HT', 2026)).toMatchObject({ value: expect.stringMatching(/^HT-2026-000001-\d$/) });
});
