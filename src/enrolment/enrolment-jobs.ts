/** What happens with enrolments by the clock. */
import type { Task } from '#src/platform/schedule/schedule.ts';
import { eraseDrafts, type EraseDraftsDeps } from './filling/erase-drafts.ts';

export const enrolmentTasks = (deps: EraseDraftsDeps): readonly Task[] => [
  // Before anybody is at work.
  { name: 'enrolment.erase-drafts', when: '40 3 * * *', run: () => eraseDrafts(deps) },
];
