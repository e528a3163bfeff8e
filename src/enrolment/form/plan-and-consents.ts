import type { Field, Step } from '#src/shared/form.ts';
import type { FormContext } from './context.ts';

/** No plan is marked or preselected; the page draws the cards and the cost over the whole term beside this field. */
export const planStep = (context: FormContext): Step => ({
  id: 'plan',
  title: {
    zh: `${context.fees.termYears}年一共要花多少`,
    en: `What ${context.fees.termYears} years cost in all`,
  },
  short: { zh: '方案', en: 'Plan' },
  fields: [
    {
      kind: 'radio',
      name: 'plan',
      label: { zh: '选一种缴费方式', en: 'Choose how to pay' },
      options: context.fees.plans.map((plan) => ({ value: plan.id, label: plan.name, hint: plan.line })),
      missing: {
        zh: '请选一种缴费方式。现在不扣款，签合同前还能改。',
        en: 'Choose a way to pay. Nothing is charged now, and you can change it until the contract.',
      },
    },
  ],
});

/** PIPL 14, 29: each purpose is agreed to on its own; none is ticked beforehand, none is bundled. */
export const consentsStep = (context: FormContext): Step => ({
  id: 'consents',
  title: { zh: '逐项同意', en: 'Consents, one by one' },
  short: { zh: '同意', en: 'Consents' },
  intro: {
    zh: '标“必要”的，不同意就没有办法采集和保存。标“可选”的，同意与否都不影响办理，以后随时可以撤回。',
    en: 'Without the necessary ones we cannot collect and store. The optional ones change nothing if you leave them, and you can withdraw any of them later.',
  },
  fields: context.consents.map((consent): Field => ({
    kind: 'consent',
    name: `consent-${consent.id}`,
    label: consent.title,
    body: consent.body,
    version: consent.version,
    ...(consent.necessary ? {} : { optional: true }),
    missing: {
      zh: '这一项是必要的。看过之后同意就勾选；不同意，就不能往下办，您可以打电话问清楚。',
      en: 'This one is necessary. Tick it if you agree after reading; if you do not, we cannot go on, and you may phone to ask about it.',
    },
  })),
});
