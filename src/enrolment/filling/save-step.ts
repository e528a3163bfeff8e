import type { Actor } from '#src/shared/actor.ts';
import {
  checkStep,
  echoable,
  isEmpty,
  mayVisit,
  notConsented,
  type Answers,
  type FieldErrors,
  type Step,
} from '#src/shared/form.ts';
import { newId } from '#src/shared/ids.ts';
import { err, ok, type Result } from '#src/shared/result.ts';
import type { Transact } from '#src/shared/transaction.ts';
import type { Draft } from '../draft-store.ts';
import {
  enrolmentForm,
  FORM_ID,
  FORM_VERSION,
  mayCorrect,
  pageAfter,
  resumeAt,
} from '../form/enrolment-form.ts';
import { formContext, type FormDeps } from '../form/context.ts';
import type { EnrolmentStores } from '../ports.ts';

export interface SaveStep {
  readonly actor: Actor;
  readonly accountId: string;
  readonly familyId: string | null;
  /** The returned enrolment being corrected, or null. */
  readonly subject: string | null;
  readonly step: string;
  readonly answers: Answers;
  /** The draft's version when the page was made; 0 when there was none. */
  readonly seen: number;
}

export interface RefusedStep {
  readonly fields?: FieldErrors;
  /** What was typed, without sensitive answers. */
  readonly values?: Answers;
  /** The version to send back with the next attempt. */
  readonly version: number;
}

export type SaveStepDeps = FormDeps & {
  readonly transaction: Transact<Pick<EnrolmentStores, 'drafts' | 'enrolments'>>;
};
/** Where to go on: the page after this one, or (coming from the review, or correcting) the first one still open. */
export interface SavedStep {
  readonly next: string;
  readonly resume: string;
}
type Outcome = SavedStep | { readonly refused: RefusedStep };

/**
 * Keeps one page of the form. What was typed is kept even when it is refused, so that nothing is lost by closing the page;
 * a wrong sensitive answer is dropped, because it could not be shown again, and so is what a consent on the page covers
 * while it is not ticked, together with what was kept of it before. Two tabs: whoever saves a page that was saved
 * elsewhere since is told, and may save again.
 */
export async function saveStep(
  deps: SaveStepDeps,
  cmd: SaveStep,
): Promise<Result<SavedStep, 'invalid' | 'changed-meanwhile' | 'not-found' | 'wrong-state', RefusedStep>> {
  const form = enrolmentForm(formContext(deps));
  const step = form.steps.find((one) => one.id === cmd.step);
  if (!step) return err('not-found');
  const now = deps.now();

  const outcome = await deps.transaction(
    async ({
      drafts,
      enrolments,
    }): Promise<Result<Outcome, 'changed-meanwhile' | 'not-found' | 'wrong-state', RefusedStep>> => {
      let draft: Draft | null;
      if (cmd.subject === null) draft = await drafts.ofAccount(cmd.accountId, FORM_ID);
      else {
        const enrolment = cmd.familyId ? await enrolments.forFamily(cmd.subject, cmd.familyId) : null;
        if (!enrolment || !mayCorrect(cmd.step, enrolment.returnedFor ?? [])) return err('not-found');
        if (enrolment.state !== 'returned') return err('wrong-state', { version: cmd.seen });
        draft = (await drafts.ofSubject(cmd.subject)) ?? newDraft(cmd, enrolment.answers, now);
      }
      const known = draft?.answers ?? {};
      if (!mayVisit(form, known, step.id)) return err('not-found');

      const typed = keepSensitive(step, cmd.answers, known);
      const version = draft?.version ?? 0;
      const savedHere = draft?.stepVersions[step.id] ?? 0;
      if (savedHere > cmd.seen && !sameAnswers(step, typed, known))
        return err('changed-meanwhile', { values: echoable(step, cmd.answers), version });

      const errors = checkStep(step, { ...known, ...typed });
      const notKept = notConsented(step, typed);
      const kept = Object.fromEntries(
        Object.entries(typed).map(([name, answer]) => [
          name,
          notKept.includes(name) ||
          (errors[name] && step.fields.some((field) => field.name === name && field.sensitive))
            ? ''
            : answer,
        ]),
      );
      const erased = notKept.filter((name) => !isEmpty(known[name]));
      const answers = { ...known, ...kept, ...Object.fromEntries(erased.map((name) => [name, ''])) };
      const base = draft ?? newDraft(cmd, {}, now);
      const isNew = base.version === 0;
      const unchanged = !isNew && erased.length === 0 && sameAnswers(step, kept, known);
      if (!unchanged) {
        const stepVersions = { ...base.stepVersions, [step.id]: base.version + 1 };
        if (isNew) await drafts.insert({ ...base, answers, stepVersions, version: 1 });
        else if (
          !(await drafts.save(base, { answers, stepVersions, updatedAt: now, formVersion: FORM_VERSION }))
        )
          return err('changed-meanwhile', { values: echoable(step, cmd.answers), version });
      }
      if (Object.keys(errors).length === 0)
        return ok({ next: pageAfter(form, answers, step.id), resume: resumeAt(form, answers) });
      return ok({
        refused: {
          fields: errors,
          values: echoable(step, cmd.answers),
          version: unchanged ? base.version : base.version + 1,
        },
      });
    },
  );
  if (!outcome.ok) return outcome;
  return 'next' in outcome.value ? ok(outcome.value) : err('invalid', outcome.value.refused);
}

const newDraft = (cmd: SaveStep, answers: Answers, now: number): Draft => ({
  id: newId('draft', now),
  accountId: cmd.accountId,
  form: FORM_ID,
  formVersion: FORM_VERSION,
  answers,
  stepVersions: {},
  subjectId: cmd.subject,
  createdAt: now,
  updatedAt: now,
  version: 0,
});

/** A sensitive answer is never sent to the browser, so an empty box means: keep what you have. */
const keepSensitive = (step: Step, typed: Answers, known: Answers): Answers => ({
  ...typed,
  ...Object.fromEntries(
    step.fields
      .filter((field) => field.sensitive && isEmpty(typed[field.name]) && !isEmpty(known[field.name]))
      .map((field) => [field.name, known[field.name] ?? '']),
  ),
});

const sameAnswers = (step: Step, a: Answers, b: Answers): boolean =>
  step.fields.every(({ name }) => JSON.stringify(a[name] ?? '') === JSON.stringify(b[name] ?? ''));
