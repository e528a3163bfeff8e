import type { Answers, FieldErrors, Step } from '../../shared/form.ts';
import { checkStep, echoable, readStep } from '../../shared/form.ts';
import type { Text } from '../../shared/i18n.ts';
import { messageOf } from '../../shared/outcomes.ts';
import { err, ok, type Err, type Result } from '../../shared/result.ts';
import { accountMessages } from '../account-messages.ts';

/** What a page needs to show a refused form again: which fields, and what was typed. */
export interface Refused {
  readonly fields?: FieldErrors;
  readonly values?: Answers;
}

/** Reads and checks one step of a posted form; refuses with everything the page needs to show it again. */
export function readForm(step: Step, posted: FormData): Result<Answers, 'invalid', Refused> {
  const answers = readStep(step, posted);
  const fields = checkStep(step, answers);
  if (Object.keys(fields).length === 0) return ok(answers);
  return err('invalid', { fields, values: echoable(step, answers) });
}

/** A refusal code in words: ours first, then the house's. */
export function refusalText(code: string): Text {
  const own = (accountMessages as Readonly<Record<string, Text>>)[code];
  return own ?? { zh: messageOf(code, 'zh'), en: messageOf(code, 'en') };
}

/** Hangs a refusal on the field it is about, and keeps what was typed. */
export const refuseField = <const E extends string>(
  code: E,
  field: string,
  step: Step,
  answers: Answers,
): Err<E, Refused> =>
  err(code, { fields: { [field]: refusalText(code) }, values: echoable(step, answers) }) as Err<E, Refused>;

export const typed = (posted: FormData, name: string): string => {
  const value = posted.get(name);
  return typeof value === 'string' ? value : '';
};
