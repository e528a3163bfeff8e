/** Our own promise, in working days; a statutory clock would run in calendar days (DECISIONS "Clocks"). */
import { MAINLAND } from '#src/shared/calendar/mainland.ts';
import { addDays, addWorkdays, isWorkday, today, type CivilDate } from '#src/shared/civil-date.ts';
import type { Instant } from '#src/shared/clock.ts';

/** The last day on which an enrolment is answered in time. */
export const answerBy = (submittedAt: Instant, workingDays: number): CivilDate =>
  addWorkdays(today(submittedAt), workingDays, MAINLAND);

/** Working days that have begun since it was sent, the day itself not counted. */
export function waitedWorkdays(submittedAt: Instant, now: Instant): number {
  let count = 0;
  for (let day = addDays(today(submittedAt), 1); day <= today(now); day = addDays(day, 1))
    if (isWorkday(day, MAINLAND)) count += 1;
  return count;
}
