/** Judges one measured result against the thresholds policy; the version used is kept with the result. */
import type { Threshold, ThresholdsPolicy } from '../../content/policies.ts';
import { today } from '../../shared/civil-date.ts';
import type { Instant } from '../../shared/clock.ts';

export type Verdict = 'met' | 'not-met' | 'information';

export interface Measured {
  readonly test: string;
  readonly value: number | null;
  /** `negative`, `positive` or a blood group. */
  readonly text: string | null;
}

export type UnitProduct = keyof ThresholdsPolicy['products'];

export const thresholdFor = (
  policy: ThresholdsPolicy,
  product: UnitProduct,
  test: string,
): Threshold | null => policy.products[product].find((row) => row.test === test) ?? null;

/** A test the policy has no rule for is information: it never fails a unit. */
export function judge(policy: ThresholdsPolicy, product: UnitProduct, result: Measured): Verdict {
  const rule = thresholdFor(policy, product, result.test);
  if (!rule) return 'information';
  switch (rule.rule) {
    case 'at-least':
      return result.value !== null && result.value >= rule.limit ? 'met' : 'not-met';
    case 'at-most':
      return result.value !== null && result.value <= rule.limit ? 'met' : 'not-met';
    case 'negative':
      return result.text === 'negative' ? 'met' : 'not-met';
    case 'information':
      return 'information';
  }
}

/** Where a unit stands: only one that meets every requirement counts as stored, however long it has lain in the tank. */
export type Standing = 'met' | 'pending' | 'not-met';

export function standingOf(
  policy: readonly Threshold[],
  results: readonly { readonly test: string; readonly verdict: Verdict }[],
): Standing {
  if (results.some((result) => result.verdict === 'not-met')) return 'not-met';
  const met = new Set(results.filter(({ verdict }) => verdict === 'met').map(({ test }) => test));
  return policy.every((row) => row.rule === 'information' || met.has(row.test)) ? 'met' : 'pending';
}

/** The version in force on a civil date; results older than the first published version are judged by that one. */
export function thresholdsOn(policies: readonly ThresholdsPolicy[], day: string): ThresholdsPolicy {
  const inForce = policies.findLast((policy) => policy.version <= day) ?? policies[0];
  if (!inForce) throw new Error('no thresholds policy');
  return inForce;
}

/** By the requirements the unit was judged by; those of its last event while nothing has been judged. */
export function standingIn(
  policies: readonly ThresholdsPolicy[],
  unit: {
    readonly product: UnitProduct;
    readonly thresholdsVersion: string | null;
    readonly lastEventAt: Instant;
    readonly results: readonly { readonly test: string; readonly verdict: Verdict }[];
  },
): Standing {
  const policy = thresholdsOn(policies, unit.thresholdsVersion ?? today(unit.lastEventAt));
  return standingOf(policy.products[unit.product], unit.results);
}
