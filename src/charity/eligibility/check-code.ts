/**
 * Where somebody is in the check, as a code for the address: after a form is posted the browser is sent to an address, so
 * that Back and reload work, and nothing is stored on either side. The answers say how ill somebody is, so the code is sealed
 * with the house's key, is equally long whatever was chosen, and opens for two hours only (docs/decisions/0021).
 */
import type { Vault } from '#src/platform/crypto/vault.ts';
import { HOUR, type Instant } from '#src/shared/clock.ts';
import {
  answerOf,
  checkStep,
  nextStep,
  optionsOf,
  type Answers,
  type Field,
  type Form,
} from '#src/shared/form.ts';
import type { CheckPage } from './check.ts';

export const CODE_LASTS = 2 * HOUR;

/** A year, month or day as typed, wrong ones too; nobody types longer ones by mistake. */
const TYPED = 8;
/** Three of those, two dashes. */
const DATE = 3 * TYPED + 2;

const purpose = (form: Form): string => `${form.id} ${form.version}`;
const fieldsOf = (form: Form): readonly Field[] => form.steps.flatMap(({ fields }) => fields);

/** A choice as its place among the options, one sign for each; a date as typed, filled up with blanks. */
const written = (field: Field, answers: Answers): string => {
  const raw = answerOf(answers, field.name);
  if (field.kind === 'date')
    return raw
      .split('-')
      .slice(0, 3)
      .map((part) => part.replaceAll('|', ' ').slice(0, TYPED))
      .join('-')
      .padEnd(DATE);
  const at = optionsOf(field, answers).findIndex(({ value }) => value === raw);
  return at < 0 ? '.' : at.toString(36);
};

/** The code of a page of the check. */
export function codeOf(form: Form, page: CheckPage, { vault, now }: { vault: Vault; now: Instant }): string {
  const place = page.kind === 'answer' ? 'a' : `${page.at}${page.errors ? 'e' : 's'}`;
  const parts = fieldsOf(form).map((field) => written(field, page.answers));
  return vault.seal([now + CODE_LASTS, place.padEnd(2), ...parts].join('|'), purpose(form));
}

/** The page a code stands for; null when it is made up, from another version of the form, or older than two hours. */
export function pageOfCode(
  form: Form,
  code: string,
  { vault, now }: { vault: Vault; now: Instant },
): CheckPage | null {
  let opened: string;
  try {
    opened = vault.open(code, purpose(form));
  } catch {
    return null;
  }
  const [until = '', place = '', ...parts] = opened.split('|');
  if (Number(until) < now) return null;
  const answers: Answers = Object.fromEntries(
    fieldsOf(form).map((field, index) => {
      const part = (parts[index] ?? '').trim();
      return [
        field.name,
        field.kind === 'date' ? part : (optionsOf(field, {})[Number.parseInt(part, 36)]?.value ?? ''),
      ];
    }),
  );
  const open = nextStep(form, answers);
  if (place.startsWith('a') && open === null) return { kind: 'answer', answers };
  const step = form.steps[Number.parseInt(place, 10)] ?? open;
  if (!step) return null;
  const errors = place.endsWith('e') ? checkStep(step, answers) : null;
  return { kind: 'step', step, at: form.steps.indexOf(step), answers, errors };
}
