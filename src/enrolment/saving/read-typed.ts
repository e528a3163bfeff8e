import { postedText as text, readStep } from '#src/shared/form.ts';
import { replyTo } from '../correcting/corrections.ts';
import { enrolmentForm } from '../form/enrolment-form.ts';
import { formContext, type FormDeps } from '../form/context.ts';
import type { TypedPage } from './typed-page.ts';

/** A posted page of the form, whether its button was pressed or it saves itself; null when there is no such page. */
export function readTyped(
  deps: FormDeps,
  form: FormData,
  person: {
    readonly accountId: string;
    readonly familyId: string | null;
    readonly sessionHash: string | null;
  },
): TypedPage | null {
  const step = enrolmentForm(formContext(deps)).steps.find((one) => one.id === text(form, 'step'));
  if (!step) return null;
  const reply = replyTo(step.id);
  const subject = text(form, 'for') || null;
  return {
    accountId: person.accountId,
    familyId: person.familyId,
    subject,
    step: step.id,
    answers: { ...readStep(step, form), ...(subject ? { [reply]: text(form, reply) } : {}) },
    seen: Number(text(form, 'seen')) || 0,
    draft: text(form, 'draft') || null,
    hand: {
      session: person.sessionHash ?? '',
      page: text(form, 'page').slice(0, 40),
      turn: Number(text(form, 'turn')) || 0,
    },
  };
}
