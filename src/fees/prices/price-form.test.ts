import { describe, expect, it } from 'vitest';
import { loadPolicies } from '../../content/policies.ts';
import { calculate } from './calculator.ts';

const { fees, refunds, enrolment } = loadPolicies();
const day = '2026-11-20';
const asked = (query: string) =>
  calculate(
    { fees: fees.current(day), refunds: refunds.current(day), enrolment: enrolment.current(day) },
    new URLSearchParams(query),
  );

describe('the two questions of the price page', () => {
  it.each(['-1', '−1', '－1', '+2', '0', '1-2', '2.5', '二', ''])(
    'refuses %j babies with a sentence, and keeps it in its box',
    (typed) => {
      const { errors, babies, typed: kept } = asked(new URLSearchParams({ babies: typed }).toString());
      expect([Object.keys(errors), babies, kept.babies]).toEqual([['babies'], 1, typed]);
    },
  );

  it('does not read a span of years as one long number', () => {
    expect(Object.keys(asked('years=1-5').errors)).toEqual(['years']);
  });

  it('takes what a Chinese keyboard or a hasty thumb types', () => {
    for (const typed of ['２', ' 2 ', '2\u200b'])
      expect(asked(new URLSearchParams({ babies: typed }).toString())).toMatchObject({
        babies: 2,
        errors: {},
      });
  });
});
