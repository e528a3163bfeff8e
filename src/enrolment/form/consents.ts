/** PIPL 14, 29: each purpose is agreed to on its own; none is ticked beforehand, none is bundled. */
import {
  ASKED_BY_NAME,
  wordingOf,
  type AskedByName,
  type ConsentTexts,
  type ConsentWording,
} from '#src/content/consents.ts';
import { today } from '#src/shared/civil-date.ts';
import type { Instant } from '#src/shared/clock.ts';
import { answerOf, type Answers, type Field, type Step } from '#src/shared/form.ts';
import type { Text } from '#src/shared/i18n.ts';
import type { FormContext } from './context.ts';

/** Asked on the page that first asks for the data, so that nothing sensitive is kept before it is agreed to. */
const BESIDE_THE_QUESTIONS: readonly string[] = ASKED_BY_NAME;

const fieldOf = (id: string): string => `consent-${id}`;

/**
 * A draft without the consents whose words have changed since it was last saved: nobody has agreed to the new ones yet
 * (PIPL 14: what changes is agreed to again).
 */
export function asAgreedNow(
  texts: ConsentTexts,
  draft: { readonly answers: Answers; readonly updatedAt: Instant },
  now: Instant,
): Answers {
  const before = texts.current(today(draft.updatedAt));
  const changed = texts.current(today(now)).filter(({ id, body, title }) => {
    const old = before.find((one) => one.id === id);
    return JSON.stringify([old?.title, old?.body]) !== JSON.stringify([title, body]);
  });
  const outdated = changed
    .map(({ id }) => fieldOf(id))
    .filter((name) => answerOf(draft.answers, name) !== '');
  return { ...draft.answers, ...Object.fromEntries(outdated.map((name) => [name, ''])) };
}

const NECESSARY: Text = {
  zh: '这一项是必要的。看过之后同意就勾选；不同意，就不能往下办，您可以打电话问清楚。',
  en: 'This one is necessary. Tick it if you agree after reading; if you do not, we cannot go on, and you may phone to ask about it.',
};

const consentField = (
  consent: ConsentWording,
  more: { missing: Text; covers?: readonly string[] },
): Field => ({
  kind: 'consent',
  name: fieldOf(consent.id),
  label: consent.title,
  body: consent.body,
  version: consent.version,
  ...(consent.necessary ? {} : { optional: true }),
  ...more,
});

/** One consent beside what it is about. Without it, the answers it covers are not kept. */
export const consentBeside = (
  context: FormContext,
  id: AskedByName,
  what: { missing: Text; covers: readonly string[] },
): Field => consentField(wordingOf(context.consents, id), what);

export const consentsStep = (context: FormContext): Step => ({
  id: 'consents',
  title: { zh: '逐项同意', en: 'Consents, one by one' },
  short: { zh: '同意', en: 'Consents' },
  intro: {
    zh: '标“必要”的，不同意就没有办法采集和保存。标“可选”的，同意与否都不影响办理，以后随时可以撤回。',
    en: 'Without the necessary ones we cannot collect and store. The optional ones change nothing if you leave them, and you can withdraw any of them later.',
  },
  fields: context.consents
    .filter(({ id }) => !BESIDE_THE_QUESTIONS.includes(id))
    .map((consent) => consentField(consent, { missing: NECESSARY })),
});
