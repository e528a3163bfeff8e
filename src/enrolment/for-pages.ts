/** The door of enrolment for the pages: filling in, waiting, and the counsellor’s desk. Words and components they take from their rooms. */
export { familyReview } from './answers/family-review.ts';
export { reviewSections } from './answers/review-rows.ts';
export { declineReasons, isDeclineProposed } from './deciding/decline-enrolment.ts';
export { flagLine } from './deciding/flag-line.ts';
export { keyOf, queryOf } from './deciding/queue-key.ts';
export { LOOK_BACK, queueRows } from './deciding/queue-rows.ts';
export { refusalLine } from './deciding/refusal-line.ts';
export { GROUPS_SHOWN, REVEAL_PURPOSES } from './deciding/reveal-details.ts';
export { answerBy } from './deciding/review-deadline.ts';
export { roundLines } from './deciding/round-lines.ts';
export { hasHealthFlag, NO_FACTS } from './enrolment.ts';
export { openStep } from './filling/open-step.ts';
export {
  actionAt,
  afterSaving,
  afterSending,
  placeOf,
  sameAgain,
  stepPage,
  tooLate,
} from './filling/step-page.ts';
export { stepPath } from './filling/step-path.ts';
export { underWay } from './filling/under-way.ts';
export { FORM_ID, RESUME, stageOf, STAGES } from './form/enrolment-form.ts';
export { keepTyped } from './saving/keep-typed.ts';
export { readTyped } from './saving/read-typed.ts';
export type { RefusedStep } from './saving/save-step.ts';
export type { Moved } from './saving/typed-page.ts';
