import type { Step } from '#src/shared/form.ts';
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
