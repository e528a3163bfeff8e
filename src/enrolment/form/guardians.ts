import { ageOn, parseCivilDate } from '#src/shared/civil-date.ts';
import { answerOf, isEmpty, type Answers, type Field, type Step } from '#src/shared/form.ts';
import { formatDate } from '#src/shared/format.ts';
import type { Text } from '#src/shared/i18n.ts';
import {
  ID_KIND_NAMES,
  ID_KINDS,
  isIdKind,
  parseIdentity,
  parseMobile,
  parsePersonName,
  sentence,
} from '#src/shared/identifiers/index.ts';
import { consentBeside } from './consents.ts';
import { printable, type FormContext } from './context.ts';

const NO_SUCH_DAY: Text = {
  zh: '没有这一天。年份填4位数，再看一遍月和日。',
  en: 'There is no such day. Give the year with four digits and check month and day.',
};

/** The fields of one guardian; `who` is the prefix of their names. */
const person = (
  context: FormContext,
  who: 'mother' | 'other',
  mobileHint: Text,
  beforeDocument: readonly Field[] = [],
): Field[] => [
  {
    kind: 'text',
    name: `${who}Name`,
    label: { zh: '姓名', en: 'Full name' },
    hint: { zh: '与证件一致。少数民族姓名中间用“·”。', en: 'As on the identity document, in its script.' },
    maxLength: 100,
    autocomplete: 'off',
    missing: { zh: '请填写证件上的姓名。', en: 'Enter the name as on the document.' },
    check: printable(context, sentence(parsePersonName)),
  },
  ...beforeDocument,
  {
    kind: 'radio',
    name: `${who}IdKind`,
    label: { zh: '证件类型', en: 'Identity document' },
    options: ID_KINDS.map((value) => ({ value, label: ID_KIND_NAMES[value] })),
    missing: { zh: '请选一种证件。', en: 'Choose a document.' },
  },
  {
    kind: 'text',
    name: `${who}IdNumber`,
    label: { zh: '证件号码', en: 'Document number' },
    hint: {
      zh: '写进合同，用来确认签字的人。加密保存。',
      en: 'It goes into the contract to show who signs. Stored encrypted.',
    },
    sensitive: true,
    maxLength: 40,
    missing: { zh: '请填写证件号码。', en: 'Enter the document number.' },
    check: (answer, answers) => {
      const kind = answerOf(answers, `${who}IdKind`);
      const read = isIdKind(kind) ? parseIdentity(kind, String(answer), context.today) : null;
      return !read || read.ok ? null : (read.detail as Text);
    },
  },
  {
    kind: 'date',
    name: `${who}BirthDate`,
    label: { zh: '出生日期', en: 'Date of birth' },
    hint: {
      zh: '只有护照和旧版永居证要填，其他证件的号码里已经有了。',
      en: 'Only for a passport or an older permanent resident card; the other numbers contain it.',
    },
    // Shown until a document is chosen that carries the date, so that nobody is sent back for it without a script.
    optional: true,
    visibleWhen: (answers) => !['resident-id', 'hmt-residence'].includes(answerOf(answers, `${who}IdKind`)),
    check: (answer) => {
      const date = parseCivilDate(String(answer));
      if (!date) return NO_SUCH_DAY;
      const age = ageOn(date, context.today);
      return age >= 12 && age <= 100
        ? null
        : {
            zh: `${formatDate(date, 'zh')}出生，今年${age}岁，不像是监护人的出生日期。请对照证件再看一遍。`,
            en: `Born on ${formatDate(date, 'en')} makes ${age} years, which is unlikely for a guardian. Check the document.`,
          };
    },
  },
  {
    kind: 'tel',
    name: `${who}Mobile`,
    label: { zh: '手机号', en: 'Mobile number' },
    hint: mobileHint,
    autocomplete: who === 'mother' ? 'tel' : 'off',
    missing: { zh: '请填写手机号。', en: 'Enter a mobile number.' },
    check: sentence(parseMobile),
  },
];

const BIRTH_DATE_MISSING: Text = {
  zh: '请填写出生的年、月、日，与证件一致。',
  en: 'Enter year, month and day of birth as on the document.',
};
const birthDateIfNeeded = (
  answers: Answers,
  who: 'mother' | 'other',
  context: FormContext,
): Record<string, Text> =>
  needsBirthDate(answers, who, context) && isEmpty(answers[`${who}BirthDate`])
    ? { [`${who}BirthDate`]: BIRTH_DATE_MISSING }
    : {};

/** Passports, and old permanent resident cards, do not carry a full birth date in their number. */
export function needsBirthDate(
  answers: Answers,
  who: 'mother' | 'other',
  context: Pick<FormContext, 'today'>,
): boolean {
  const kind = answerOf(answers, `${who}IdKind`);
  if (kind === 'passport') return true;
  if (kind !== 'foreign-pr') return false;
  const read = parseIdentity(kind, answerOf(answers, `${who}IdNumber`), context.today);
  return read.ok && read.value.birthDate === null;
}

const documentOf = (who: 'mother' | 'other'): string[] => [
  `${who}IdKind`,
  `${who}IdNumber`,
  `${who}BirthDate`,
];

export const motherStep = (context: FormContext): Step => ({
  id: 'mother',
  title: { zh: '产妇', en: 'The mother' },
  short: { zh: '产妇', en: 'Mother' },
  fields: [
    {
      kind: 'radio',
      name: 'applicant',
      label: { zh: '现在填表的是谁', en: 'Who is filling this in?' },
      options: [
        { value: 'mother', label: { zh: '产妇本人', en: 'The mother' } },
        {
          value: 'other',
          label: { zh: '宝宝的另一位监护人', en: 'The baby’s other guardian' },
          hint: {
            zh: '替产妇填的资料，她签合同时自己核对、确认。',
            en: 'What you enter for the mother she checks and confirms herself when she signs.',
          },
        },
      ],
      missing: {
        zh: '请选一项，签合同时要知道哪位是您。',
        en: 'Choose one, so that we know which signature is yours.',
      },
    },
    ...person(
      context,
      'mother',
      {
        zh: '产妇本人的号码，签合同的验证码发到这里。',
        en: 'The mother’s own number; codes for signing the contract go to it.',
      },
      [
        consentBeside(context, 'identity-documents', {
          covers: [...documentOf('mother'), ...documentOf('other')],
          missing: {
            zh: '没有您的同意，证件资料不能保存，也没有办法往下办。同意就勾选；不同意可以直接关掉这一页，证件资料没有保存。',
            en: 'Without it we cannot keep the document or go on. Tick it if you agree; if not, you can close the page: nothing about the document has been kept.',
          },
        }),
      ],
    ),
  ],
  check: (answers) => birthDateIfNeeded(answers, 'mother', context),
});

export const otherPresent = (answers: Answers): boolean => answerOf(answers, 'otherPresent') === 'present';
export const otherAbsent = (answers: Answers): boolean => answerOf(answers, 'otherPresent') === 'absent';

export const otherStep: Step = {
  id: 'other',
  title: { zh: '另一位监护人', en: 'The other guardian' },
  short: { zh: '监护人', en: 'Guardian' },
  intro: {
    zh: '父母都是孩子的监护人，合同由两位各自签字。',
    en: 'Both parents are the child’s guardians, and each signs the contract.',
  },
  fields: [
    {
      kind: 'radio',
      name: 'otherPresent',
      label: { zh: '另一位监护人能一起签合同吗', en: 'Can the other guardian sign the contract too?' },
      options: [
        {
          value: 'present',
          label: { zh: '能', en: 'Yes' },
          hint: { zh: '用自己的手机，在哪里签都可以。', en: 'On their own phone, wherever they are.' },
        },
        {
          value: 'absent',
          label: { zh: '不能', en: 'No' },
          hint: {
            zh: '单亲、去世、在国外或联系不上，都可以继续办理。',
            en: 'Single parent, deceased, abroad or out of reach: you can go on.',
          },
        },
      ],
      missing: { zh: '请选一项。', en: 'Choose one.' },
    },
  ],
  check: (answers): Record<string, Text> =>
    otherAbsent(answers) && answerOf(answers, 'applicant') === 'other'
      ? {
          otherPresent: {
            zh: '前一步说填表的是另一位监护人，那么这一位能签字。请选“能”，或回上一步改成产妇本人。',
            en: 'The step before says the other guardian is filling this in, so they can sign. Choose “Yes”, or go back and choose the mother.',
          },
        }
      : {},
};

export const otherPersonStep = (context: FormContext): Step => ({
  id: 'other-person',
  title: { zh: '另一位监护人的资料', en: 'About the other guardian' },
  short: { zh: '监护人', en: 'Guardian' },
  visibleWhen: otherPresent,
  // PIPL 13 (2): needed to draw up a contract this person is a party to; their own consent comes from themselves.
  intro: {
    zh: '这些资料用来拟合同、发签字邀请，不作别的用途。请先告诉对方。对方会收到短信，在自己的手机上看到资料写在合同里，核对无误才签字；不签，合同就不成立。',
    en: 'We need this to draw up the contract and to invite them to sign, and use it for nothing else. Please tell them first. They get a text, see it in the contract on their own phone and sign only if it is right; without their signature there is no contract.',
  },
  fields: person(context, 'other', {
    zh: '用来各自签字，不能与产妇的相同。',
    en: 'For their own signature, so it must differ from the mother’s.',
  }),
  check: (answers): Record<string, Text> => {
    const same = (a: string, b: string): boolean => a !== '' && a === b;
    const mobile = (name: string): string => {
      const read = parseMobile(answerOf(answers, name));
      return read.ok ? read.value : '';
    };
    const number = (who: string): string => {
      const kind = answerOf(answers, `${who}IdKind`);
      const read = isIdKind(kind)
        ? parseIdentity(kind, answerOf(answers, `${who}IdNumber`), context.today)
        : null;
      return read?.ok ? `${kind} ${read.value.number}` : '';
    };
    return {
      ...birthDateIfNeeded(answers, 'other', context),
      ...(same(mobile('motherMobile'), mobile('otherMobile'))
        ? {
            otherMobile: {
              zh: '这个号码与产妇的相同。两位要各自收验证码签字，请填这位监护人自己的手机号。',
              en: 'This is the mother’s number. Each guardian signs with a code of their own, so enter this guardian’s own number.',
            },
          }
        : {}),
      ...(same(number('mother'), number('other'))
        ? {
            otherIdNumber: {
              zh: '这个证件号码与产妇的相同。请填这位监护人自己的证件号码。',
              en: 'This is the mother’s document number. Enter this guardian’s own.',
            },
          }
        : {}),
    };
  },
});
