/** Our own promise, in working days; a statutory clock would run in calendar days (DECISIONS "Clocks"). */
import { MAINLAND } from '#src/shared/calendar/mainland.ts';
import { addWorkdays, today, workdaysBetween, type CivilDate } from '#src/shared/civil-date.ts';
import type { Instant } from '#src/shared/clock.ts';
import { translator, type Locale } from '#src/shared/i18n.ts';
import { counsellorMessages } from './counsellor-messages.ts';

/** The last day on which an enrolment is answered in time. */
export const answerBy = (submittedAt: Instant, workingDays: number): CivilDate =>
  addWorkdays(today(submittedAt), workingDays, MAINLAND);

/** How long it has waited, so that nobody reads it as the time left. */
export function waitLine(submittedAt: Instant, now: Instant, locale: Locale): string {
  const t = translator(counsellorMessages, locale);
  const days = waitedWorkdays(submittedAt, now);
  if (days > 0) return t('waitedDays', { days });
  return today(submittedAt) === today(now) ? t('waitedToday') : t('waitedNone');
}

/** Working days that have begun since it was sent, the day itself not counted. */
export const waitedWorkdays = (submittedAt: Instant, now: Instant): number =>
  workdaysBetween(today(submittedAt), today(now), MAINLAND);
