/** When a family is asked for an order's money. Owed is not asked: an instalment may be paid early, but nobody must. Pure. */
import type { FeesPolicy, Policies } from '../../content/policies.ts';
import { addDays, type CivilDate } from '../../shared/civil-date.ts';
import { isOwed, type Order } from './order.ts';

/** A reminder that would fall before the instalment before it reminds of nothing. */
const SHORTEST_MONTH = 28;

/**
 * The day from which an instalment is asked for, by the policy's reminders; null: asked for as soon as it is opened. Opened
 * when the one before it is paid, it would otherwise be demanded seconds after that.
 */
export function askedFrom(
  order: Pick<Order, 'kind' | 'dueOn'>,
  policy: Pick<FeesPolicy, 'reminderDaysBefore'>,
): CivilDate | null {
  if (order.kind !== 'instalment' || order.dueOn === null) return null;
  const days = policy.reminderDaysBefore.filter((one) => one < SHORTEST_MONTH);
  return addDays(order.dueOn, -Math.max(0, ...days));
}

/** Owed, and its day to be asked for has come. What is owed and not asked for is upcoming. */
export function isAskedFor(
  order: Pick<Order, 'state' | 'kind' | 'dueOn' | 'policyVersion'>,
  policies: Pick<Policies, 'fees'>,
  on: CivilDate,
): boolean {
  const from = askedFrom(order, policies.fees.version(order.policyVersion));
  return isOwed(order) && (from === null || from <= on);
}
