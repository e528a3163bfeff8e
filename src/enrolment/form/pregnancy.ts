import { parseCivilDate } from '#src/shared/civil-date.ts';
import { CITIES } from '#src/shared/areas/areas.ts';
import type { Option, Step } from '#src/shared/form.ts';
import { refuseDueDate } from './gestation.ts';
import type { FormContext } from './context.ts';

export const ELSEWHERE = 'elsewhere';

const COUNTS = [
  { value: '1', label: { zh: '一个', en: 'One' } },
  { value: '2', label: { zh: '双胞胎', en: 'Twins' } },
  { value: '3', label: { zh: '三胞胎', en: 'Triplets' } },
  { value: '4', label: { zh: '四胞胎', en: 'Quadruplets' } },
] as const;

export const cityOptions = (elsewhere: Option['label']): Option[] => [
  ...CITIES.map(({ code, zh, en }) => ({ value: code, label: { zh, en } })),
  { value: ELSEWHERE, label: elsewhere },
];

/** First of all: whether we may collect there at all. Banks may not collect across regions (2005 and 2011 notices). */
export const pregnancyStep = (context: FormContext): Step => ({
  id: 'pregnancy',
  title: { zh: '孕期与出生地', en: 'The pregnancy and the place of birth' },
  short: { zh: '孕期', en: 'Pregnancy' },
  fields: [
    {
      kind: 'select',
      name: 'birthCity',
      label: { zh: '打算在哪个市的医院生', en: 'Which city is the hospital in?' },
      hint: {
        zh: '还没有定，就选最可能的那个，以后可以改。',
        en: 'If it is not settled, choose the likeliest; you can change it later.',
      },
      options: cityOptions({ zh: '山东省以外', en: 'Outside Shandong' }),
      missing: { zh: '请选医院所在的市。', en: 'Choose the city of the hospital.' },
      check: (answer) =>
        answer === ELSEWHERE
          ? {
              zh: '山东省脐血库只能在山东省内采集，没有办法为您办理。',
              en: 'We may only collect inside Shandong, so we cannot enrol this birth.',
            }
          : null,
    },
    {
      kind: 'date',
      name: 'dueDate',
      label: { zh: '预产期', en: 'Due date' },
      hint: {
        zh: '照产检记录填写，例如2027年3月14日。',
        en: 'As on your antenatal record, for example 14 3 2027.',
      },
      missing: { zh: '请填写预产期的年、月、日。', en: 'Enter the year, month and day of the due date.' },
      check: (answer) => {
        const date = parseCivilDate(String(answer));
        return date
          ? refuseDueDate(date, context.today, context.enrolment)
          : {
              zh: '没有这一天。年份填4位数，例如2027，再看一遍月和日。',
              en: 'There is no such day. Give the year with four digits, such as 2027, and check month and day.',
            };
      },
    },
    {
      kind: 'radio',
      name: 'babies',
      label: { zh: '怀了几个宝宝', en: 'How many babies?' },
      hint: {
        zh: '每个宝宝的脐带血单独采集、检测和保存，费用也按宝宝计。',
        en: 'Each baby’s blood is collected, tested and stored on its own, and charged on its own.',
      },
      options: COUNTS.slice(0, context.enrolment.maxBabies),
      missing: { zh: '请选一项。', en: 'Choose one.' },
    },
  ],
});
