/** Pregnancy counted back from the due date: 40 weeks, 280 days. Rules come from the enrolment policy. */
import { addDays, daysBetween, type CivilDate } from '#src/shared/civil-date.ts';
import { formatDate } from '#src/shared/format.ts';
import type { Text } from '#src/shared/i18n.ts';

export interface GestationRules {
  readonly minWeek: number;
  readonly recommendedWeek: number;
  readonly alertUnderWeek: number;
  readonly maxWeek: number;
}

const TERM = 280;

export interface Gestation {
  readonly weeks: number;
  readonly days: number;
}

/** Completed weeks and days on a day; negative weeks when the due date is more than 40 weeks away. */
export function gestationOn(dueDate: CivilDate, on: CivilDate): Gestation {
  const days = TERM - daysBetween(on, dueDate);
  return { weeks: Math.floor(days / 7), days: ((days % 7) + 7) % 7 };
}

/** The day a week of pregnancy is complete. */
export const dayOfWeek = (dueDate: CivilDate, week: number): CivilDate => addDays(dueDate, week * 7 - TERM);

/** Why a due date cannot be enrolled today, or null. */
export function refuseDueDate(dueDate: CivilDate, on: CivilDate, rules: GestationRules): Text | null {
  const { weeks } = gestationOn(dueDate, on);
  if (weeks < 0)
    return {
      zh: '预产期离今天超过40周。请对照产检记录再看一遍年份和月份。',
      en: 'This is more than 40 weeks away. Check the year and month against your antenatal record.',
    };
  if (weeks < rules.minWeek) {
    const from = dayOfWeek(dueDate, rules.minWeek);
    return {
      zh: `按这个预产期，今天满${weeks}周。满${rules.minWeek}周起可以报名，也就是${formatDate(from, 'zh')}以后再来，完全来得及。`,
      en: `By this due date you are ${weeks} weeks along today. You can enrol from ${rules.minWeek} weeks, on ${formatDate(from, 'en')}. There is plenty of time.`,
    };
  }
  if (weeks >= rules.maxWeek)
    return {
      zh: '按这个预产期，宝宝应该已经出生。脐带血只能在出生时采集；如果还没有出生，请马上打电话给我们。',
      en: 'By this due date the baby should be born already, and cord blood can only be collected at birth. If the baby is still to come, phone us now.',
    };
  return null;
}
