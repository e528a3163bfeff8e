import { accountDoor, type Refused } from '../accounts/index.ts';
import { echoable, type Answers, type Step } from '../shared/form.ts';
import type { Text } from '../shared/i18n.ts';
import { err, type Err } from '../shared/result.ts';
import { staffMessages } from './staff-messages.ts';

/** A refusal in words: the console's own first, then those of accounts and of the house. */
export const staffRefusalText = (code: string): Text =>
  (staffMessages as Readonly<Record<string, Text>>)[code] ?? accountDoor.refusalText(code);

export const refuseStaffField = <const E extends string>(
  code: E,
  field: string,
  step: Step,
  answers: Answers,
): Err<E, Refused> =>
  err(code, { fields: { [field]: staffRefusalText(code) }, values: echoable(step, answers) }) as Err<
    E,
    Refused
  >;
