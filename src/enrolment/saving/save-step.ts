import { checkStep, isEmpty, type Answers, type FieldErrors, type Step } from '#src/shared/form.ts';
import { err, ok, type Result } from '#src/shared/result.ts';
import { nextWith, unanswered } from '../correcting/corrections.ts';
import { pageAfter, resumeAt, REVIEW } from '../form/enrolment-form.ts';
import { isBehind, keep, openTyped, writeTyped, type Opened } from './typed-page.ts';
import type { Moved, TypedDeps, TypedPage } from './typed-page.ts';

export interface RefusedStep {
  readonly fields?: FieldErrors;
  /** What was typed, for this one answer only. */
  readonly values: Answers;
  /** The version to send back with the next attempt. */
  readonly version: number;
  /** Everything typed is in the draft, so the page can be shown from there. */
  readonly held: boolean;
}
/** Where to go on: the page after this one, or (coming from the review, or correcting) the first one still open. */
export interface SavedStep {
  readonly next: string;
  readonly resume: string;
  /** The page to go on to lacks something that should be said at once. */
  readonly check: boolean;
}
export type SaveRefusal = 'invalid' | 'changed-meanwhile' | 'not-found' | 'already-sent' | 'elsewhere';
type Outcome = SavedStep | { readonly refused: RefusedStep };

/**
 * Keeps one page of the form. What was typed is kept even when it is refused, so that nothing is lost by closing the page;
 * but not what a consent on the page covers while it is not ticked, and what was kept of that before goes too. Two tabs:
 * whoever saves a page that was saved elsewhere since is told, and may save again.
 */
export async function saveStep(
  deps: TypedDeps,
  cmd: TypedPage,
): Promise<Result<SavedStep, SaveRefusal, RefusedStep | Moved | undefined>> {
  const now = deps.now();
  const outcome = await deps.transaction(
    async (tx): Promise<Result<Outcome, SaveRefusal, RefusedStep | Moved | undefined>> => {
      const opened = await openTyped(deps, tx, cmd);
      if (!opened.ok) return opened;
      const { step, draft } = opened.value;
      const { kept, answers, partly, unchanged } = keep(opened.value, cmd);
      const behind = (): Result<never, SaveRefusal, RefusedStep> =>
        err('changed-meanwhile', { values: cmd.answers, version: draft?.version ?? 0, held: false });
      if (isBehind(opened.value, cmd, kept)) return behind();
      const fields = checkStep(step, { ...answers, ...typedOf(cmd, kept) }, { shown: true });
      const bad = Object.keys(fields).length > 0;
      const written =
        unchanged && draft && !isToCompare(step, fields, kept)
          ? draft
          : await writeTyped(tx, opened.value, cmd, answers, now);
      if (!written) return behind();
      if (!bad) return ok(wayOn(opened.value, answers));
      return ok({ refused: { fields, values: cmd.answers, version: written.version, held: !partly } });
    },
  );
  if (!outcome.ok) return outcome;
  return 'next' in outcome.value ? ok(outcome.value) : err('invalid', outcome.value.refused);
}

/** A wrong document number is held: whoever typed it is to see it, also when it is the same as before. */
const isToCompare = (step: Step, fields: FieldErrors, kept: Answers): boolean =>
  step.fields.some(({ name, sensitive }) => sensitive && name in fields && !isEmpty(kept[name]));

/** What is checked is what was typed, kept or not; an empty box of a sensitive answer stands for the one held. */
const typedOf = ({ answers }: TypedPage, kept: Answers): Answers =>
  Object.fromEntries(
    Object.entries(kept).map(([name, held]) => [name, isEmpty(answers[name]) ? held : (answers[name] ?? '')]),
  );

function wayOn({ form, step, subject }: Opened, answers: Answers): SavedStep {
  const resume = resumeAt(form, answers);
  if (!subject) return { next: pageAfter(form, answers, step.id), resume, check: false };
  const within = nextWith(form, answers, step.id);
  const [open] = unanswered(form, subject.answers, answers, subject.returnedFor ?? []);
  const to = within ?? (resume === REVIEW ? (open ?? REVIEW) : resume);
  return { next: to, resume: to, check: to === step.id };
}
