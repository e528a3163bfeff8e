/**
 * Forms are data: steps of fields, and pure functions that say which step may be visited next. One page renders every
 * step; the same definition checks the answers on the server. Works without JavaScript.
 */
import type { Locale, Text } from './i18n.ts';
import { say } from './i18n.ts';

/** As typed: never trimmed of meaning, so that a refused form comes back exactly as it was left. */
export type RawAnswer = string | readonly string[];
/** Field name → raw answer, across all steps of a form; names are unique in a form. */
export type Answers = Readonly<Record<string, RawAnswer>>;

export interface Option {
  readonly value: string;
  readonly label: Text;
  readonly hint?: Text;
}

interface FieldBase {
  readonly name: string;
  readonly label: Text;
  readonly hint?: Text;
  /** Default: required. An optional field says so in its label. */
  readonly optional?: boolean;
  readonly visibleWhen?: (answers: Answers) => boolean;
  /**
   * Never logged, put into a URL or sent back to a browser, but for one that was typed wrong: whoever typed it may compare
   * it in the session it was typed in (decision 18), where a form allows that.
   */
  readonly sensitive?: boolean;
  /** A sentence saying what is wrong and what to do, or null. Called only with a non-empty answer. */
  readonly check?: (answer: RawAnswer, answers: Answers) => Text | null;
  /** What to say when a required answer is missing; has a default. */
  readonly missing?: Text;
}

export type Field =
  | (FieldBase & {
      readonly kind: 'text' | 'tel' | 'email' | 'number' | 'textarea' | 'password';
      readonly autocomplete?: string;
      readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email';
      readonly width?: 'w4' | 'w6' | 'w10' | 'full';
      readonly maxLength?: number;
    })
  /** A one-time code: one box, `autocomplete="one-time-code"`. */
  | (FieldBase & { readonly kind: 'code'; readonly digits: number })
  /** Three boxes named `<name>.year`, `<name>.month`, `<name>.day`; the raw answer is `YYYY-M-D` as typed. */
  | (FieldBase & { readonly kind: 'date'; readonly autocomplete?: 'bday' })
  | (FieldBase & {
      readonly kind: 'radio';
      readonly options: readonly Option[] | ((answers: Answers) => readonly Option[]);
    })
  | (FieldBase & {
      readonly kind: 'checkboxes';
      readonly options: readonly Option[];
      readonly optional: true;
    })
  | (FieldBase & {
      readonly kind: 'select';
      readonly options: readonly Option[] | ((answers: Answers) => readonly Option[]);
      readonly autocomplete?: string;
    })
  /** One card, one purpose, never pre-ticked. The raw answer is `yes`. `body` is the exact text agreed to. */
  | (FieldBase & {
      readonly kind: 'consent';
      readonly body: Text;
      readonly version: string;
      readonly highlight?: boolean;
      /** Answers that may be kept only while this is ticked, of this step or of later ones that follow from it. */
      readonly covers?: readonly string[];
    });

export interface Step {
  readonly id: string;
  readonly title: Text;
  /** The short name on the step bar. */
  readonly short: Text;
  readonly intro?: Text;
  readonly fields: readonly Field[];
  readonly visibleWhen?: (answers: Answers) => boolean;
  /** Rules that need more than one field: field name → sentence. */
  readonly check?: (answers: Answers) => Readonly<Record<string, Text>>;
}

export interface Form {
  readonly id: string;
  readonly version: string;
  readonly steps: readonly Step[];
}

export type FieldErrors = Readonly<Record<string, Text>>;

const DEFAULT_MISSING: Text = { zh: '这一项还没有填。', en: 'This has not been answered yet.' };
const DEFAULT_NOT_OFFERED: Text = { zh: '请从列出的选项里选一个。', en: 'Choose one of the options listed.' };

/** A sensitive answer is not sent back, so its refusal says what to do about the empty box. */
const typeAgain = (wrong: Text): Text => ({
  zh: `${wrong.zh}这一项填过的不再显示，以免被旁人看到，请重新填一遍。`,
  en: `${wrong.en} What you typed is not shown again, so that nobody else sees it: please type it once more.`,
});
const NOT_KEPT_WITHOUT_CONSENT: Text = {
  zh: '没有勾选同意，这一项没有保存。',
  en: 'This was not saved, because the consent is not ticked.',
};

/** Code points, a line break counting once: browsers send it as two characters but count it as one. */
const lengthOf = (typed: string): number => [...typed.replaceAll('\r\n', '\n')].length;

function tooLong(field: Field, raw: RawAnswer): Text | null {
  const limit = 'maxLength' in field ? field.maxLength : undefined;
  if (limit === undefined || typeof raw !== 'string') return null;
  const length = lengthOf(raw);
  if (length <= limit) return null;
  return {
    zh: `最多可填${limit}个字符，现在有${length}个。请删减后再提交。`,
    en: `Use at most ${limit} characters; there are ${length} now. Shorten it and submit again.`,
  };
}

export const answerOf = (answers: Answers, name: string): string => {
  const raw = answers[name];
  return typeof raw === 'string' ? raw : (raw?.[0] ?? '');
};

export const isEmpty = (raw: RawAnswer | undefined): boolean =>
  raw === undefined || (typeof raw === 'string' ? raw.trim() === '' || raw === '--' : raw.length === 0);

/** The steps these answers lead through, in order. */
export const journey = (form: Form, answers: Answers): readonly Step[] =>
  form.steps.filter((step) => step.visibleWhen?.(answers) ?? true);

export const visibleFields = (step: Step, answers: Answers): readonly Field[] =>
  step.fields.filter((field) => field.visibleWhen?.(answers) ?? true);

export const optionsOf = (field: Field, answers: Answers): readonly Option[] =>
  !('options' in field) ? [] : typeof field.options === 'function' ? field.options(answers) : field.options;

/** What was posted under a name, as text; a missing field and an upload are both ''. */
export const postedText = (posted: FormData, name: string): string => {
  const value = posted.get(name);
  return typeof value === 'string' ? value : '';
};

/** Reads one step's fields from a posted form; anything not asked for is dropped. */
export function readStep(step: Step, posted: FormData): Answers {
  const text = (name: string): string => postedText(posted, name);
  const read: Record<string, RawAnswer> = {};
  for (const field of step.fields) {
    if (field.kind === 'date') {
      const parts = ['year', 'month', 'day'].map((part) => text(`${field.name}.${part}`).trim());
      read[field.name] = parts.every((part) => part === '') ? '' : parts.join('-');
    } else if (field.kind === 'checkboxes') {
      read[field.name] = posted.getAll(field.name).filter((value) => typeof value === 'string');
    } else read[field.name] = text(field.name);
  }
  return read;
}

/** What may not be kept: everything covered by a consent of this step that is not ticked. */
export const notConsented = (step: Step, answers: Answers): readonly string[] =>
  step.fields.flatMap((field) =>
    field.kind === 'consent' && field.covers && answerOf(answers, field.name) !== 'yes' ? field.covers : [],
  );

/**
 * Field name → what is wrong and what to do. Empty when the step is complete. `shown`: wrong sensitive answers come back to
 * whoever typed them, so nobody is asked to type them blindly again.
 */
export function checkStep(step: Step, answers: Answers, { shown = false } = {}): FieldErrors {
  const errors = { ...step.check?.(answers), ...checkFields(step, answers) };
  const lost = notConsented(step, answers);
  const asked = shown ? (wrong: Text): Text => wrong : typeAgain;
  return Object.fromEntries([
    ...Object.entries(errors).map(([name, wrong]) => [
      name,
      isSensitive(step, name) && !isEmpty(answers[name]) ? asked(wrong) : wrong,
    ]),
    ...lost
      .filter((name) => !(name in errors) && isSensitive(step, name) && !isEmpty(answers[name]))
      .map((name) => [name, asked(NOT_KEPT_WITHOUT_CONSENT)]),
  ]);
}

const isSensitive = (step: Step, name: string): boolean =>
  step.fields.some((field) => field.name === name && field.sensitive === true);

function checkFields(step: Step, answers: Answers): FieldErrors {
  const errors: Record<string, Text> = {};
  for (const field of visibleFields(step, answers)) {
    const raw = answers[field.name];
    if (isEmpty(raw)) {
      if (!field.optional) errors[field.name] = field.missing ?? DEFAULT_MISSING;
      continue;
    }
    const offered = optionsOf(field, answers).map((option) => option.value);
    const chosen = typeof raw === 'string' ? [raw] : (raw as readonly string[]);
    if (offered.length > 0 && chosen.some((value) => !offered.includes(value)))
      errors[field.name] = DEFAULT_NOT_OFFERED;
    else {
      const wrong = tooLong(field, raw as RawAnswer) ?? field.check?.(raw as RawAnswer, answers);
      if (wrong) errors[field.name] = wrong;
    }
  }
  return errors;
}

/** The first step that is not complete yet, or null when the form can be submitted. */
export const nextStep = (form: Form, answers: Answers): Step | null =>
  journey(form, answers).find((step) => Object.keys(checkStep(step, answers)).length > 0) ?? null;

/** A step may be opened when every step before it is complete. */
export function mayVisit(form: Form, answers: Answers, stepId: string): boolean {
  const steps = journey(form, answers);
  const wanted = steps.findIndex((step) => step.id === stepId);
  const open = nextStep(form, answers);
  return wanted >= 0 && (open === null || wanted <= steps.indexOf(open));
}

export interface ShownQuestion {
  readonly step: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly body?: string;
}

/** The questions exactly as shown, kept with a submission so that an answer can be read in twenty years. */
export const questionsAsShown = (form: Form, answers: Answers, locale: Locale): readonly ShownQuestion[] =>
  journey(form, answers).flatMap((step) =>
    visibleFields(step, answers).map((field) => {
      const options = optionsOf(field, answers);
      return {
        step: step.id,
        name: field.name,
        label: say(field.label, locale),
        ...(field.hint ? { hint: say(field.hint, locale) } : {}),
        ...(options.length > 0
          ? { options: options.map((option) => ({ value: option.value, label: say(option.label, locale) })) }
          : {}),
        ...(field.kind === 'consent' ? { body: say(field.body, locale) } : {}),
      };
    }),
  );

/** Answers safe to send back to a browser after an error: sensitive ones stay on the server. */
export const echoable = (step: Step, answers: Answers): Answers =>
  Object.fromEntries(
    step.fields.filter((field) => !field.sensitive).map((field) => [field.name, answers[field.name] ?? '']),
  );
