/** How long the licence still runs: data for staff, who have to renew it in time. Pure. */
import { daysBetween, type CivilDate } from '../../shared/civil-date.ts';

/** Early enough to prepare a renewal. */
export const WARN_DAYS_BEFORE = 90;

export type LicenceStanding =
  | { readonly kind: 'not-configured' }
  | { readonly kind: 'valid' | 'ends-soon'; readonly daysLeft: number }
  | { readonly kind: 'over'; readonly daysSince: number };

/** `until` is the last valid day, so on that day the licence still holds. */
export function licenceStanding(until: CivilDate | null, today: CivilDate): LicenceStanding {
  if (until === null) return { kind: 'not-configured' };
  const daysLeft = daysBetween(today, until);
  if (daysLeft < 0) return { kind: 'over', daysSince: -daysLeft };
  return { kind: daysLeft <= WARN_DAYS_BEFORE ? 'ends-soon' : 'valid', daysLeft };
}
