import { answerOf, type Answers, type Field, type Option, type Step } from '#src/shared/form.ts';
import type { Text } from '#src/shared/i18n.ts';
import { consentBeside } from './consents.ts';
import type { FormContext } from './context.ts';

/** Our own wording of what donor screening asks about; no physician has reviewed it yet (the page says so). */
export const HEALTH_QUESTIONS: readonly {
  readonly name: string;
  readonly label: Text;
  readonly hint?: Text;
}[] = [
  {
    name: 'healthHepatitis',
    label: {
      zh: '得过乙肝或丙肝，或者检查说是携带者',
      en: 'Hepatitis B or C, now or before, or told you carry it',
    },
  },
  {
    name: 'healthHiv',
    label: {
      zh: '艾滋病病毒（HIV）或人类T淋巴细胞病毒（HTLV）检查呈阳性',
      en: 'A positive test for HIV or HTLV',
    },
  },
  {
    name: 'healthSyphilis',
    label: { zh: '得过梅毒，或梅毒检查呈阳性', en: 'Syphilis, or a positive test for it' },
  },
  {
    name: 'healthBloodDisease',
    label: {
      zh: '您、宝宝的父亲或近亲有遗传性血液病',
      en: 'An inherited blood disease in you, the father or a close relative',
    },
    hint: {
      zh: '例如地中海贫血、血友病、镰状细胞病。',
      en: 'Such as thalassaemia, haemophilia or sickle cell disease.',
    },
  },
  {
    name: 'healthMetabolic',
    label: {
      zh: '家里有遗传代谢病或免疫缺陷病',
      en: 'An inherited metabolic or immune disease in the family',
    },
  },
  {
    name: 'healthCancer',
    label: { zh: '您得过癌症，包括白血病和淋巴瘤', en: 'Cancer, including leukaemia and lymphoma' },
  },
  {
    name: 'healthTransfusion',
    label: {
      zh: '最近一年输过血，或者以前接受过器官、骨髓移植',
      en: 'A blood transfusion in the past year, or an organ or marrow transplant ever',
    },
  },
  {
    name: 'healthInfection',
    label: {
      zh: '这次怀孕期间有过感染或不明原因的发热',
      en: 'An infection or unexplained fever in this pregnancy',
    },
    hint: {
      zh: '例如风疹、巨细胞病毒、弓形虫、B族链球菌。',
      en: 'Such as rubella, cytomegalovirus, toxoplasmosis or group B streptococcus.',
    },
  },
  {
    name: 'healthTravel',
    label: {
      zh: '最近一年去过疟疾、寨卡或登革热流行的地方',
      en: 'A stay in a place with malaria, Zika or dengue in the past year',
    },
  },
  {
    name: 'healthMedication',
    label: {
      zh: '怀孕期间长期用药，补充叶酸、铁、钙不算',
      en: 'Long-term medicine in this pregnancy, apart from folic acid, iron and calcium',
    },
  },
  {
    name: 'healthDonorGamete',
    label: { zh: '这次怀孕用了他人捐的卵子或精子', en: 'Donated eggs or sperm in this pregnancy' },
    hint: {
      zh: '家族病史的判断会不同，不影响办理。',
      en: 'It changes how we read the family history; it does not stop you enrolling.',
    },
  },
];

const YES_NO: readonly Option[] = [
  { value: 'no', label: { zh: '没有', en: 'No' } },
  { value: 'yes', label: { zh: '有', en: 'Yes' } },
  { value: 'unsure', label: { zh: '不清楚', en: 'Not sure' } },
];

export const healthConcern = (answers: Answers, name: string): boolean =>
  ['yes', 'unsure'].includes(answerOf(answers, name));

const anyConcern = (answers: Answers): boolean =>
  HEALTH_QUESTIONS.some(({ name }) => healthConcern(answers, name));

export const healthStep = (context: FormContext): Step => ({
  id: 'health',
  title: { zh: '产妇健康问卷', en: 'The mother’s health' },
  short: { zh: '健康', en: 'Health' },
  intro: {
    zh: '有一项“有”，不等于不能存。由顾问看过再联系您。不清楚就选“不清楚”。',
    en: 'A “yes” does not mean no. A counsellor reads the answers and gets in touch. Choose “not sure” whenever you are not.',
  },
  fields: [
    consentBeside(context, 'health-data', {
      covers: HEALTH_QUESTIONS.flatMap(({ name }) => [name, `${name}Detail`]),
      missing: {
        zh: '没有您的同意，健康回答不能保存，也没有办法往下办。同意就勾选；不同意可以直接关掉这一页，这一页的回答没有保存。',
        en: 'Without it we cannot keep these answers or go on. Tick it if you agree; if not, you can close the page: nothing on it has been kept.',
      },
    }),
    ...HEALTH_QUESTIONS.map(({ name, label, hint }): Field => ({
      kind: 'radio',
      name,
      label,
      ...(hint ? { hint } : {}),
      options: YES_NO,
      missing: { zh: '请选“没有”“有”或“不清楚”。', en: 'Choose no, yes or not sure.' },
    })),
  ],
});

const detailOf = (
  { name, label }: { readonly name: string; readonly label: Text },
  said: 'yes' | 'unsure',
): Field => ({
  kind: 'textarea',
  name: `${name}Detail`,
  label,
  maxLength: 1000,
  ...(said === 'unsure' ? { optional: true } : {}),
  visibleWhen: (answers) => answerOf(answers, name) === said,
  missing: {
    zh: '请写一两句：什么时候、查出了什么、现在怎么样。',
    en: 'Write a sentence or two: when it was, what was found, how it is now.',
  },
  check: (answer) =>
    [...String(answer)].length > 1000
      ? {
          zh: '最多1000字。请只留要紧的，其余电话里说。',
          en: 'Up to 1,000 characters. Keep what matters; the rest can be said on the phone.',
        }
      : null,
});

/**
 * Only the questions answered with yes or not sure come back, each with room to say more. A yes needs a sentence; who is
 * not sure has nothing to write, so the same question is then asked as an optional one.
 */
export const healthDetailStep: Step = {
  id: 'health-details',
  title: { zh: '健康情况说明', en: 'About these health answers' },
  short: { zh: '健康', en: 'Health' },
  visibleWhen: anyConcern,
  intro: {
    zh: '什么时候、查出了什么、现在怎么样，写您知道的就行。',
    en: 'When it was, what was found, how it is now. Write what you know.',
  },
  fields: HEALTH_QUESTIONS.flatMap((question) => [detailOf(question, 'yes'), detailOf(question, 'unsure')]),
};
