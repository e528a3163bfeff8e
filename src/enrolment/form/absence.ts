/** One guardian cannot sign: why, and the other's declaration. */
import type { Step } from '#src/shared/form.ts';
import { otherAbsent } from './guardians.ts';

export const ABSENT_REASONS = [
  {
    value: 'single-parent',
    label: { zh: '单亲', en: 'Single parent' },
    hint: {
      zh: '没有另一位监护人，或由您单独抚养。',
      en: 'There is no other guardian, or you raise the child alone.',
    },
  },
  { value: 'deceased', label: { zh: '已去世', en: 'Deceased' } },
  { value: 'abroad', label: { zh: '在国外，以后补签', en: 'Abroad, and will join later' } },
  { value: 'unreachable', label: { zh: '联系不上', en: 'Cannot be reached' } },
] as const;

/** The version names the wording agreed to; change both together. */
export const ABSENCE_DECLARATION_VERSION = '2026-01-01';

export const absenceStep: Step = {
  id: 'absence',
  title: { zh: '另一位监护人不能签字', en: 'The other guardian cannot sign' },
  short: { zh: '监护人', en: 'Guardian' },
  visibleWhen: otherAbsent,
  intro: {
    zh: '合同可以由您一位签字成立，对方以后可以用自己的签字加入。顾问会在发合同前打电话给您，核对一份能说明情况的材料。',
    en: 'The contract can stand on your signature, and the other guardian may join later with their own. A counsellor will phone you before the contract is sent, to check one paper that shows the circumstances.',
  },
  fields: [
    {
      kind: 'radio',
      name: 'absentReason',
      label: { zh: '原因', en: 'Reason' },
      options: ABSENT_REASONS,
      missing: { zh: '请选一个最接近的原因。', en: 'Choose the closest reason.' },
    },
    {
      kind: 'consent',
      name: 'absentDeclaration',
      version: ABSENCE_DECLARATION_VERSION,
      label: { zh: '声明', en: 'Declaration' },
      body: {
        zh: '我是孩子的监护人。上面选的原因属实，我可以拿出材料说明。\n我知道：对方出现后可以查看、加入这份合同；销毁、捐献或转移这份脐带血时，仍然要两位监护人都同意。',
        en: 'I am a guardian of the child. The reason above is true, and I can show a paper that supports it.\nI understand that the other guardian may later see and join the contract, and that destroying, donating or moving the unit will still need both guardians.',
      },
      missing: {
        zh: '请看过声明。属实就勾选；不属实请回上一步。',
        en: 'Read the declaration. Tick it if it is true; if not, go back one step.',
      },
    },
  ],
};
