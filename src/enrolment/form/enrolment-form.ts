/** The enrolment form for cord blood, as data. One page renders every step; the same definition checks the answers. */
import type { Answers, Form, Step } from '#src/shared/form.ts';
import { nextStep } from '#src/shared/form.ts';
import type { Text } from '#src/shared/i18n.ts';
import type { FormContext } from './context.ts';
import { addressStep, homeCityStep, hospitalStep } from './contact.ts';
import { absenceStep } from './absence.ts';
import { motherStep, otherPersonStep, otherStep } from './guardians.ts';
import { healthDetailStep, healthStep } from './health.ts';
import { consentsStep } from './consents.ts';
import { planStep } from './plan.ts';
import { pregnancyStep } from './pregnancy.ts';

export const FORM_ID = 'enrolment-cord-blood';
/** Changes when a question is added, removed or means something else; drafts of an older version are asked again. */
export const FORM_VERSION = '2026-11-25';

/** The last page: check the answers, then send. Not a step of the form, because it asks nothing. */
export const REVIEW = 'review';
/** Where a new form starts. */
export const FIRST = 'pregnancy';
/** Where they stopped: an address that leads there, for links that are read later. */
export const RESUME = 'resume';

export const enrolmentForm = (context: FormContext): Form => ({
  id: FORM_ID,
  version: FORM_VERSION,
  steps: [
    pregnancyStep(context),
    motherStep(context),
    otherStep,
    otherPersonStep(context),
    absenceStep,
    homeCityStep,
    addressStep(context),
    hospitalStep(context),
    healthStep(context),
    healthDetailStep,
    planStep(context),
    consentsStep(context),
  ],
});

/** The stages of the step bar; one or two steps each, so that the bar does not jump when an answer adds a page. */
export const STAGES: readonly { readonly name: Text; readonly steps: readonly string[] }[] = [
  { name: { zh: '孕期', en: 'Pregnancy' }, steps: ['pregnancy'] },
  { name: { zh: '产妇', en: 'Mother' }, steps: ['mother'] },
  { name: { zh: '监护人', en: 'Guardian' }, steps: ['other', 'other-person', 'absence'] },
  { name: { zh: '联系', en: 'Contact' }, steps: ['home-city', 'address'] },
  { name: { zh: '医院', en: 'Hospital' }, steps: ['hospital'] },
  { name: { zh: '健康', en: 'Health' }, steps: ['health', 'health-details'] },
  { name: { zh: '方案', en: 'Plan' }, steps: ['plan'] },
  { name: { zh: '同意', en: 'Consents' }, steps: ['consents'] },
  { name: { zh: '核对', en: 'Check' }, steps: [REVIEW] },
];
export const stageOf = (step: string): number =>
  Math.max(
    0,
    STAGES.findIndex((stage) => stage.steps.includes(step)),
  );

/**
 * When a counsellor returns an enrolment, only the steps named may be changed, plus the pages those answers open
 * (naming `other` opens the page about that person).
 */
export const mayCorrect = (step: string, returnedFor: readonly { readonly step: string }[]): boolean =>
  returnedFor.some((one) => one.step === step || (STAGES[stageOf(one.step)]?.steps.includes(step) ?? false));

/** Where to go after a step: the next page of the journey, or the review. */
export function pageAfter(form: Form, answers: Answers, step: string): string {
  const steps: readonly Step[] = form.steps.filter((one) => one.visibleWhen?.(answers) ?? true);
  const at = steps.findIndex((one) => one.id === step);
  return steps[at + 1]?.id ?? REVIEW;
}

/** Where someone who comes back should go on. */
export const resumeAt = (form: Form, answers: Answers): string => nextStep(form, answers)?.id ?? REVIEW;
