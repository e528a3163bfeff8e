/** Until which day storage of a unit is paid. Pure. */
import type { FeesPolicy } from '../../content/policies.ts';
import { addDays, addMonths, type CivilDate } from '../../shared/civil-date.ts';
import { planOf } from './quote.ts';

/**
 * The last day that is paid for, or null before anything was paid or stored.
 *
 * Cover begins on the day the unit is stored, not on the day of payment: nobody pays for storage that has not begun.
 * - yearly: each payment covers one year, the first payment the first;
 * - prepaid: the whole term;
 * - instalments: each one covers its equal share of the term, rounded down to whole months.
 *
 * `paidPayments` counts the plan's payments made so far.
 */
export function paidThrough(
  policy: FeesPolicy,
  facts: { readonly plan: string; readonly paidPayments: number; readonly storedOn: CivilDate | null },
): CivilDate | null {
  const plan = planOf(policy, facts.plan);
  // A plan we do not know is a fault to be seen, never “nothing paid”.
  if (!plan) throw new Error(`policy fees ${policy.version} has no plan ${facts.plan}`);
  if (facts.storedOn === null || facts.paidPayments < 1) return null;
  const term = policy.termYears * 12;
  const months =
    plan.kind === 'prepaid'
      ? term
      : plan.kind === 'yearly'
        ? Math.min(term, facts.paidPayments * 12)
        : Math.floor((term * Math.min(facts.paidPayments, plan.instalments)) / plan.instalments);
  return addDays(addMonths(facts.storedOn, months), -1);
}
