import { journey, mayVisit, type Answers, type Form, type Step } from '#src/shared/form.ts';
import { err, ok, type Result } from '#src/shared/result.ts';
import type { Draft } from '../draft-store.ts';
import { FIRST, FORM_ID, mayCorrect, RESUME, resumeAt, REVIEW } from '../form/enrolment-form.ts';
import type { EnrolmentSummary, EnrolmentWithFacts } from '../enrolment-store.ts';
import type { CivilDate } from '#src/shared/civil-date.ts';
import { unanswered, withoutReplies } from '../correcting/corrections.ts';
import { formContext, type FormContext, type FormDeps } from '../form/context.ts';
import type { EnrolmentReads } from '../ports.ts';
import { underWay } from './under-way.ts';
import { fromBefore } from '../saving/from-before.ts';
import { asAsked, formFor } from '../saving/typed-page.ts';

export interface StepView {
  readonly context: FormContext;
  readonly form: Form;
  /** Null on the review page. */
  readonly step: Step | null;
  readonly answers: Answers;
  readonly draft: Draft | null;
  /** The returned enrolment being corrected. */
  readonly subject: EnrolmentWithFacts | null;
  /** The page before this one, by these answers. */
  readonly previous: Step | null;
}

/**
 * What a page of the form shows. `elsewhere` names the page to go to instead: someone who skips ahead is led to the first
 * page that is not complete; who comes back, to where they stopped. `already-sent` is a returned enrolment that has been
 * sent again, or decided, or a first one that has been sent. A wrong address, or another family's enrolment, is `not-found`.
 */
export async function openStep(
  deps: FormDeps & EnrolmentReads,
  who: { readonly accountId: string; readonly familyId: string | null },
  wanted: { readonly step: string; readonly subject: string | null },
): Promise<
  | Result<StepView, 'not-found' | 'already-sent', { readonly id: string } | undefined>
  | { readonly ok: false; readonly code: 'elsewhere'; readonly step: string; readonly check: boolean }
> {
  const context = formContext(deps);
  const subject =
    wanted.subject && who.familyId
      ? await deps.read.enrolments.forFamily(wanted.subject, who.familyId)
      : null;
  if (wanted.subject && !subject) return err('not-found');
  if (subject && subject.state !== 'returned') return err('already-sent', { id: subject.id });
  const form = formFor(deps, subject);
  const draft = subject
    ? await deps.read.drafts.ofSubject(subject.id)
    : asAsked(deps, await deps.read.drafts.ofAccount(who.accountId, FORM_ID));
  // Back from what was sent, or an old link: the form is empty again, and what it became is what they look for.
  const sent = subject || draft || wanted.step === FIRST ? null : await latestSent(deps, who, context.today);
  if (sent) return err('already-sent', { id: sent.id });
  const answers =
    draft?.answers ??
    (subject ? withoutReplies(subject.answers) : await fromBefore(deps.read.enrolments, who));
  const view = { context, form, answers, draft, subject };
  const steps = journey(form, answers);

  if (wanted.step === REVIEW || wanted.step === RESUME) {
    const open = resumeAt(form, answers);
    const [unsaid] = subject ? unanswered(form, subject.answers, answers, subject.returnedFor ?? []) : [];
    const to = open === REVIEW ? (unsaid ?? REVIEW) : open;
    // Sent to the check page too early, they are told what is missing; coming back, they are not scolded.
    if (to !== wanted.step)
      return { ok: false, code: 'elsewhere', step: to, check: wanted.step === REVIEW && draft !== null };
    return ok({ ...view, step: null, previous: steps.at(-1) ?? null });
  }
  if (!form.steps.some((one) => one.id === wanted.step)) return err('not-found');
  if (subject && !mayCorrect(wanted.step, subject.returnedFor ?? [])) return err('not-found');
  const at = steps.findIndex((one) => one.id === wanted.step);
  if (at < 0 || !mayVisit(form, answers, wanted.step))
    return { ok: false, code: 'elsewhere', step: resumeAt(form, answers), check: false };
  return ok({ ...view, step: steps[at] ?? null, previous: steps[at - 1] ?? null });
}

const latestSent = async (
  deps: EnrolmentReads,
  who: { readonly familyId: string | null },
  today: CivilDate,
): Promise<EnrolmentSummary | undefined> =>
  who.familyId === null
    ? undefined
    : underWay(await deps.read.enrolments.summariesOf(who.familyId), today)[0];
