import type { CivilDate } from '#src/shared/civil-date.ts';
import { addDays } from '#src/shared/civil-date.ts';
import type { EnrolmentSummary } from '../enrolment-store.ts';

/** A baby may come two weeks late; an accepted enrolment of longer ago is an older sibling's. */
const LATEST_BIRTH_DAYS = 14;

/** The enrolments a second one would most likely repeat. */
export const underWay = (
  enrolments: readonly EnrolmentSummary[],
  today: CivilDate,
): readonly EnrolmentSummary[] =>
  enrolments.filter(
    ({ state, dueDate }) =>
      state === 'submitted' ||
      state === 'returned' ||
      (state === 'accepted' && addDays(dueDate, LATEST_BIRTH_DAYS) >= today),
  );
