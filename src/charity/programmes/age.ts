/**
 * The age rule of a programme, to the day. How a number of years is meant is data: whether it includes itself (民法典 1259),
 * whether a year counts whole or to the day, and on which day somebody becomes a year older.
 */
import { addDays, addYears, ageOn, partsOf, type CivilDate } from '#src/shared/civil-date.ts';
import type { AgeCriterion } from './programme.ts';

/** The day somebody reaches an age; born on 29 February, 1 March in a common year, as everywhere in this house. */
export function birthday(birth: CivilDate, age: number): CivilDate {
  const day = addYears(birth, age);
  return partsOf(day).day === partsOf(birth).day ? day : addDays(day, 1);
}

/** Completed years on a day, as the rule counts them. */
export const yearsOld = (rule: Pick<AgeCriterion, 'turns'>, birth: CivilDate, on: CivilDate): number =>
  Math.max(0, ageOn(birth, rule.turns === 'birthday' ? on : addDays(on, -1)));

function isWithin(rule: AgeCriterion, birth: CivilDate, on: CivilDate): boolean {
  const day = rule.turns === 'birthday' ? on : addDays(on, -1);
  const years = ageOn(birth, day);
  return rule.ranges.some(({ from, upTo, inclusive, runsOn }) => {
    const isOldEnough =
      from === undefined ||
      (runsOn
        ? inclusive
          ? years >= from
          : years > from
        : inclusive
          ? day >= birthday(birth, from)
          : day > birthday(birth, from));
    const isYoungEnough =
      upTo === undefined ||
      (runsOn
        ? inclusive
          ? years <= upTo
          : years < upTo
        : inclusive
          ? day <= birthday(birth, upTo)
          : day < birthday(birth, upTo));
    return isOldEnough && isYoungEnough;
  });
}

export interface AgeAnswer {
  readonly years: number;
  readonly isWithin: boolean;
  /** The first day within a year on which the answer turns round; null when there is none. */
  readonly changesOn: CivilDate | null;
}

/** Whether a person of this birth date is of the right age on a day, and when that will soon be different. */
export function judgeAge(rule: AgeCriterion, birth: CivilDate, on: CivilDate): AgeAnswer {
  const now = isWithin(rule, birth, on);
  const turningDays = rule.ranges
    .flatMap(({ from, upTo }) => [from, upTo].filter((bound) => bound !== undefined))
    .flatMap((bound) => [bound, bound + 1])
    .map((age) => birthday(birth, age))
    .flatMap((day) => [day, addDays(day, 1), addDays(day, 2)]);
  const changesOn = turningDays
    .filter((day) => day > on && day <= addYears(on, 1))
    .sort()
    .find((day) => isWithin(rule, birth, day) !== now);
  return { years: yearsOld(rule, birth, on), isWithin: now, changesOn: changesOn ?? null };
}
