/** When the collection kit leaves, and from which day a family without it should not wait any longer. Pure. */
import type { KitPolicy } from '../content/policies.ts';
import type { ContractSummary } from '../contracts/index.ts';
import type { EnrolmentSummary } from '../enrolment/index.ts';
import type { Order } from '../fees/index.ts';
import { MAINLAND } from '../shared/calendar/mainland.ts';
import { addDays, addWorkdays, today, type CivilDate } from '../shared/civil-date.ts';
import type { Instant } from '../shared/clock.ts';
import type { Unit } from '../units/index.ts';

export interface KitPromise {
  /** The last day it leaves; null once it has left. */
  readonly sendBy: CivilDate | null;
  /** We promised an earlier day than today. */
  readonly late: boolean;
  readonly week: number;
  readonly callFrom: CivilDate;
  /** That day has come. */
  readonly callNow: boolean;
  readonly sample: boolean;
}

const WEEKS_TO_TERM = 40;

/** Null while no kit is owed or on its way. With several, the one the family has waited for longest. */
export function kitPromise(
  facts: {
    readonly enrolments: readonly EnrolmentSummary[];
    readonly contracts: readonly ContractSummary[];
    readonly orders: readonly Order[];
    readonly units: readonly Unit[];
    readonly now: Instant;
  },
  policy: KitPolicy,
): KitPromise | null {
  for (const contract of facts.contracts.filter((one) => one.state === 'signed')) {
    const enrolment = facts.enrolments.find((one) => one.id === contract.enrolmentId);
    const paid = facts.orders.find((order) => order.contractId === contract.id && order.state === 'paid');
    const units = facts.units.filter((unit) => unit.contractId === contract.id);
    if (!enrolment || !paid) continue;
    const awaited = enrolment.babies > new Set(units.map((unit) => unit.baby)).size;
    if (!awaited && !units.some((unit) => unit.state === 'kit-dispatched')) continue;
    const paidOn = today(paid.paidAt ?? paid.createdAt);
    const sendBy = awaited ? addWorkdays(paidOn, policy.sendWithinWorkingDays, MAINLAND) : null;
    const callFrom = addDays(enrolment.dueDate, -7 * (WEEKS_TO_TERM - policy.callIfMissingInWeek));
    return {
      sendBy,
      late: sendBy !== null && sendBy < today(facts.now),
      week: policy.callIfMissingInWeek,
      callFrom,
      callNow: callFrom <= today(facts.now),
      sample: !policy.confirmed,
    };
  }
  return null;
}
