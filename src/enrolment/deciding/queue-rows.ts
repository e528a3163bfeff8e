/** One line of the counsellor's queue, in words. */
import { hospitalIn } from '#src/content/hospital-names.ts';
import type { HospitalsPolicy } from '#src/content/policies.ts';
import { today } from '#src/shared/civil-date.ts';
import type { Instant } from '#src/shared/clock.ts';
import { answerOf } from '#src/shared/form.ts';
import { formatDate, formatInstant } from '#src/shared/format.ts';
import { maskName } from '#src/shared/identifiers/index.ts';
import { translator, type Locale } from '#src/shared/i18n.ts';
import type { QueuedEnrolment } from '../enrolment-store.ts';
import { gestationOn } from '../form/gestation.ts';
import { caseMessages } from './case-messages.ts';
import { counsellorMessages } from './counsellor-messages.ts';
import { isDeclineProposed } from './decline-enrolment.ts';
import { answerBy, waitedWorkdays, waitLine } from './review-deadline.ts';

/** Who was last shown what is masked in a case, and when. */
export interface Look {
  readonly staffId: string;
  readonly name: string;
  readonly at: Instant;
}

/** So long after the last look somebody is probably still at it. A hint, no lock: nobody is kept from a case. */
export const LOOK_BACK = 30 * 60_000;
export const stillAtIt = (look: Look | undefined, now: Instant): Look | null =>
  look && now - look.at <= LOOK_BACK ? look : null;

export function queueRows(
  enrolments: readonly QueuedEnrolment[],
  looks: ReadonlyMap<string, Look>,
  by: {
    readonly now: Instant;
    readonly workingDays: number;
    readonly hospitals: HospitalsPolicy;
    readonly locale: Locale;
  },
) {
  const { now, locale } = by;
  const t = translator(counsellorMessages, locale);
  const words = translator(caseMessages, locale);
  return enrolments.map((row) => {
    const open = row.state === 'submitted';
    const waited = waitedWorkdays(row.submittedAt, now);
    const late = waited - by.workingDays;
    const look = open ? stillAtIt(looks.get(row.id), now) : null;
    return {
      id: row.id,
      number: row.number,
      state: row.state,
      name: maskName(answerOf(row.answers, 'motherName')),
      due: formatDate(row.dueDate, locale),
      weeks: t('weeks', { weeks: gestationOn(row.dueDate, today(now)).weeks }),
      hospital: hospitalIn(by.hospitals, row.hospital, locale),
      flags: row.flags.length,
      toDecline: isDeclineProposed(row),
      again: row.rounds.length > 0 ? words('sentTimes', { times: row.rounds.length + 1 }) : null,
      urgent: row.flags.includes('birth-soon'),
      sent: t('sentOn', { date: formatInstant(row.submittedAt, locale) }),
      answerBy: open
        ? t('answerBy', { date: formatDate(answerBy(row.submittedAt, by.workingDays), locale) })
        : null,
      waited: open && waited > 0 ? waitLine(row.submittedAt, now, locale) : null,
      /** One for each working day of our promise: used up, or left. */
      clock: open ? Array.from({ length: by.workingDays }, (_, day) => day < waited) : null,
      today: open && late <= 0 && answerBy(row.submittedAt, by.workingDays) === today(now),
      late: open && late > 0 ? t('overdue', { days: late }) : null,
      look: look
        ? t('lookedAt', {
            name: look.name,
            time: formatInstant(look.at, locale, { time: true }).slice(-5),
          })
        : null,
    };
  });
}
export type QueueRow = ReturnType<typeof queueRows>[number];
