/** A counsellor asked for another look: each page named is either changed, or the family says why it is right as it is. */
import {
  answerOf,
  isEmpty,
  journey,
  type Answers,
  type Field,
  type Form,
  type ShownQuestion,
} from '#src/shared/form.ts';
import type { Enrolment, ReturnedStep } from '../enrolment.ts';
import { STAGES, stageOf } from '../form/enrolment-form.ts';

const LONGEST_REPLY = 300;

export const replyTo = (step: string): string => `reply-${step}`;
const isReply = (name: string): boolean => name.startsWith(replyTo(''));

/** The counsellor's words stand with the question, so that both are kept with the answer. */
const replyField = ({ step, reason }: ReturnedStep): Field => ({
  kind: 'textarea',
  name: replyTo(step),
  label: { zh: '不用改？请说明为什么', en: 'Right as it is? Say why' },
  hint: {
    zh: `上面改了，这里就不用写。顾问写的是：${reason}`,
    en: `Leave this empty if you changed something above. The counsellor wrote: ${reason}`,
  },
  optional: true,
  maxLength: LONGEST_REPLY,
  check: (answer) =>
    [...String(answer).trim()].length < 4
      ? {
          zh: '太短了，顾问看不明白。请写一句完整的话。',
          en: 'This is too short to understand. Write a whole sentence.',
        }
      : null,
});

/** The form as it is asked when an enrolment came back: the pages named have room for an answer to the counsellor. */
export const correctionForm = (form: Form, returnedFor: readonly ReturnedStep[]): Form => ({
  ...form,
  steps: form.steps.map((step) => {
    const returned = returnedFor.find((one) => one.step === step.id);
    return returned ? { ...step, fields: [...step.fields, replyField(returned)] } : step;
  }),
});

/** What was answered to an earlier return is settled: it is no answer to this one. */
export const withoutReplies = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => !isReply(name)));

/** The pages that show one thing together with this one: naming the guardian opens the page about that person. */
const pagesWith = (step: string): readonly string[] => STAGES[stageOf(step)]?.steps ?? [step];

/** Pages the counsellor named where nothing was changed and nothing said. `form` is the one with room for answers. */
export function unanswered(
  form: Form,
  sent: Answers,
  now: Answers,
  returnedFor: readonly ReturnedStep[],
): readonly string[] {
  const changed = (step: string): boolean =>
    pagesWith(step).some((page) =>
      (form.steps.find(({ id }) => id === page)?.fields ?? []).some(
        ({ name }) => !isReply(name) && JSON.stringify(sent[name] ?? '') !== JSON.stringify(now[name] ?? ''),
      ),
    );
  return returnedFor.map(({ step }) => step).filter((step) => !changed(step) && isEmpty(now[replyTo(step)]));
}

/** After a page of a correction: the next page that belongs to it, else null: go on with what is still unanswered. */
export function nextWith(form: Form, answers: Answers, step: string): string | null {
  const pages = journey(form, answers).filter(({ id }) => pagesWith(step).includes(id));
  return pages[pages.findIndex(({ id }) => id === step) + 1]?.id ?? null;
}

export interface Reply {
  readonly step: string;
  /** The counsellor's words, as they stood beside it. */
  readonly asked: string;
  readonly text: string;
}
/** What the family answered instead of changing, when it sent the enrolment again. */
export function repliesIn({ answers, shown }: Pick<Enrolment, 'answers' | 'shown'>): readonly Reply[] {
  const { questions = [] } = shown as { readonly questions?: readonly ShownQuestion[] };
  return questions
    .filter(({ name }) => isReply(name) && !isEmpty(answers[name]))
    .map(({ name, step, hint = '' }) => ({ step, asked: hint, text: answerOf(answers, name) }));
}
