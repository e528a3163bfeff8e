/** Where a posted form of the check leads: to a step, with what is wrong or without, or to the answer. */
import {
  checkStep,
  journey,
  nextStep,
  readStep,
  type Answers,
  type FieldErrors,
  type Form,
  type Step,
} from '#src/shared/form.ts';

export type CheckPage =
  | {
      readonly kind: 'step';
      readonly step: Step;
      readonly at: number;
      readonly answers: Answers;
      readonly errors: FieldErrors | null;
    }
  | { readonly kind: 'answer'; readonly answers: Answers };

/** `go`: what the pressed button says. Anything unknown counts as going on. */
const GO_BACK = 'back';
const GO_CHANGE = 'change';

/** The first page: nothing is known. */
export const firstPage = (form: Form): CheckPage => pageOf(form, form.steps[0] as Step, {}, null);

const pageOf = (form: Form, step: Step, answers: Answers, errors: FieldErrors | null): CheckPage => ({
  kind: 'step',
  step,
  at: form.steps.indexOf(step),
  answers,
  errors,
});

/**
 * Reads what was posted: the answers of every step, those of the other steps in hidden fields, whose values are checked
 * like any other. Going back checks nothing and loses nothing.
 */
export function continueCheck(form: Form, posted: FormData): CheckPage {
  const answers = Object.assign({}, ...form.steps.map((step) => readStep(step, posted))) as Answers;
  const steps = journey(form, answers);
  const here = steps.find(({ id }) => id === posted.get('step'));
  const go = posted.get('go');
  if (!here || go === GO_CHANGE) return pageOf(form, steps[0] as Step, answers, null);
  if (go === GO_BACK) return pageOf(form, steps[Math.max(0, steps.indexOf(here) - 1)] as Step, answers, null);
  const errors = checkStep(here, answers);
  if (Object.keys(errors).length > 0) return pageOf(form, here, answers, errors);
  const open = nextStep(form, answers);
  const following = steps[steps.indexOf(here) + 1];
  // After a change of an early answer the later ones are still there: they are shown once more rather than skipped.
  if (following)
    return pageOf(form, open && steps.indexOf(open) < steps.indexOf(here) ? open : following, answers, null);
  return open ? pageOf(form, open, answers, checkStep(open, answers)) : { kind: 'answer', answers };
}

/** Names and values that carry the answers of the other steps through a page. A date is three fields. */
export function carried(
  form: Form,
  answers: Answers,
  shown: Step | null,
): readonly (readonly [string, string])[] {
  return form.steps
    .filter((step) => step !== shown)
    .flatMap(({ fields }) => fields)
    .flatMap(({ name, kind }) => {
      const raw = answers[name];
      if (typeof raw !== 'string' || raw === '') return [];
      if (kind !== 'date') return [[name, raw] as const];
      const [year = '', month = '', day = ''] = raw.split('-');
      return [
        [`${name}.year`, year],
        [`${name}.month`, month],
        [`${name}.day`, day],
      ] as const;
    });
}
