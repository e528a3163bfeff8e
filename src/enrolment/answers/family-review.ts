/** What a family checks before it sends: what weighs most stands first, the rest below. */
import { answerOf, journey, type Answers, type Form } from '#src/shared/form.ts';
import { translator, type Locale } from '#src/shared/i18n.ts';
import { enrolmentMessages } from '../enrolment-messages.ts';
import { otherAbsent } from '../form/guardians.ts';
import { OTHER_HOSPITAL } from '../form/contact.ts';
import { ELSEWHERE } from '../form/pregnancy.ts';
import { reviewSections, type ReviewRow, type ReviewSection } from './review-rows.ts';

/** The plan stands above all of this, in money. */
export function familyReview(form: Form, answers: Answers, locale: Locale): readonly ReviewSection[] {
  const t = translator(enrolmentMessages, locale);
  const sections = reviewSections(form, answers, locale, 'family');
  const rows = new Map(
    sections.flatMap(({ step, rows: some }) =>
      some.map((row) => [row.name, { ...row, step: row.step ?? step }]),
    ),
  );
  const lines = (...names: readonly string[]): string[] =>
    names.flatMap((name) => rows.get(name)?.value ?? []).filter((line) => line !== '');
  /** On one line what is one thing: a document with its number, a city with its district. */
  const joined = (...names: readonly string[]): string => lines(...names).join(locale === 'zh' ? '' : ' ');
  const person = (who: 'mother' | 'other'): string[] => [
    ...lines(`${who}Name`),
    joined(`${who}IdKind`, `${who}IdNumber`),
    ...lines(`${who}BirthDate`, `${who}Mobile`),
  ];
  const typed = answerOf(answers, 'hospital') === OTHER_HOSPITAL;
  const abroad = answerOf(answers, 'homeCity') === ELSEWHERE;

  const babies = answerOf(answers, 'babies') === '1' ? t('factOneBaby') : lines('babies').join('');

  const facts: ReviewRow[] = [
    { name: 'dueDate', term: t('factDue'), value: [...lines('dueDate'), babies], step: 'pregnancy' },
    {
      name: 'hospital',
      term: t('factHospital'),
      value: lines(typed ? 'hospitalName' : 'hospital', 'birthCity'),
      step: 'hospital',
    },
    { name: 'mother', term: t('factMother'), value: person('mother'), step: 'mother' },
    otherAbsent(answers)
      ? {
          name: 'other',
          term: t('factOther'),
          value: [t('factAbsent'), ...lines('absentReason')],
          step: 'absence',
        }
      : { name: 'other', term: t('factOther'), value: person('other'), step: 'other-person' },
    { name: 'applicant', term: t('factApplicant'), value: lines('applicant'), step: 'mother' },
    {
      name: 'address',
      term: t('factAddress'),
      value: abroad
        ? lines('homeRegion', 'homeLine')
        : locale === 'zh'
          ? [joined('homeCity', 'homeDistrict', 'homeLine')]
          : lines('homeLine', 'homeDistrict', 'homeCity'),
      step: 'address',
    },
  ];
  const consents = journey(form, answers).flatMap((step) =>
    step.fields
      .filter((field) => field.kind === 'consent')
      .flatMap(({ name }) => rows.get(name) ?? [])
      .map((row) => ({ ...row, step: step.id })),
  );
  const health = sections
    .filter(({ step }) => step === 'health')
    .map((section) => ({
      ...section,
      rows: section.rows.filter(({ name }) => !consents.some((one) => one.name === name)),
    }));
  return [
    { step: '', title: t('factsTitle'), rows: facts },
    ...health,
    { step: 'consents', title: t('consentsTitle'), rows: consents },
  ];
}
