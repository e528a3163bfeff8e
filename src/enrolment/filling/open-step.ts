import { journey, mayVisit, type Answers, type Form, type Step } from '#src/shared/form.ts';
import { err, ok, type Result } from '#src/shared/result.ts';
import type { Draft } from '../draft-store.ts';
import { enrolmentForm, FORM_ID, mayCorrect, resumeAt, REVIEW } from '../form/enrolment-form.ts';
import type { EnrolmentWithFacts } from '../enrolment-store.ts';
import { formContext, type FormContext, type FormDeps } from '../form/context.ts';
import type { EnrolmentReads } from '../ports.ts';

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
 * page that is not complete. A wrong address, or another family's enrolment, is `not-found`.
 */
export async function openStep(
  deps: FormDeps & EnrolmentReads,
  who: { readonly accountId: string; readonly familyId: string | null },
  wanted: { readonly step: string; readonly subject: string | null },
): Promise<
  Result<StepView, 'not-found'> | { readonly ok: false; readonly code: 'elsewhere'; readonly step: string }
> {
  const context = formContext(deps);
  const form = enrolmentForm(context);
  const subject =
    wanted.subject && who.familyId
      ? await deps.read.enrolments.forFamily(wanted.subject, who.familyId)
      : null;
  if (wanted.subject && subject?.state !== 'returned') return err('not-found');
  const draft = subject
    ? await deps.read.drafts.ofSubject(subject.id)
    : await deps.read.drafts.ofAccount(who.accountId, FORM_ID);
  const answers = draft?.answers ?? subject?.answers ?? {};
  const view = { context, form, answers, draft, subject };
  const steps = journey(form, answers);

  if (wanted.step === REVIEW) {
    const open = resumeAt(form, answers);
    if (open !== REVIEW) return { ok: false, code: 'elsewhere', step: open };
    return ok({ ...view, step: null, previous: steps.at(-1) ?? null });
  }
  if (!form.steps.some((one) => one.id === wanted.step)) return err('not-found');
  if (subject && !mayCorrect(wanted.step, subject.returnedFor ?? [])) return err('not-found');
  const at = steps.findIndex((one) => one.id === wanted.step);
  if (at < 0 || !mayVisit(form, answers, wanted.step))
    return { ok: false, code: 'elsewhere', step: resumeAt(form, answers) };
  return ok({ ...view, step: steps[at] ?? null, previous: steps[at - 1] ?? null });
}
