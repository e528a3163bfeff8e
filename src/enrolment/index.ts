/** 报名 enrolment: what a family asks for and a counsellor accepts. */
export {
  enrolmentStore,
  type EnrolmentStore,
  type EnrolmentSummary,
  type EnrolmentWithFacts,
} from './enrolment-store.ts';
export { draftStore, type Draft, type DraftStore } from './draft-store.ts';
export {
  enrolmentMachine,
  type AbsentReason,
  type Enrolment,
  type EnrolmentFacts,
  type EnrolmentState,
  type PersonFacts,
} from './enrolment.ts';
export { isAbsent } from './enrolment-facts.ts';
/** Refusals of the machine in both languages, for the shared machine test. */
export { refusalMessages as enrolmentRefusals } from './enrolment-messages.ts';
export { FORM_ID as ENROLMENT_FORM, enrolmentForm, resumeAt, REVIEW } from './form/enrolment-form.ts';
/** `formContext(deps)`: the form's policies and consent texts as of today. */
export { formContext } from './form/context.ts';
export { gestationOn, dayOfWeek } from './form/gestation.ts';
/** What enrolment does by the clock: one line in the wiring. */
export { enrolmentTasks } from './enrolment-jobs.ts';
/** Use cases, for seeds and tests; pages go through the actions. */
export { eraseDrafts } from './filling/erase-drafts.ts';
export { saveStep } from './saving/save-step.ts';
export { submitEnrolment } from './filling/submit-enrolment.ts';
export { decideEnrolment } from './deciding/decide-enrolment.ts';
/** Our promise in working days: the day an answer is due, and how many have passed. */
export { answerBy, waitedWorkdays } from './deciding/review-deadline.ts';
/** Two counsellors decline: one proposes with a reason, another confirms. */
export { confirmDecline, proposeDecline } from './deciding/decline-enrolment.ts';
export { withdrawEnrolment } from './filling/withdraw-enrolment.ts';
