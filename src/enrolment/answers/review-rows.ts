/** Answers as rows to read: on the check page, on the family's page, and masked for staff. */
import {
  groupMobile,
  isIdKind,
  maskIdNumber,
  maskMobile,
  maskName,
  parseMobile,
  plain,
} from '#src/shared/identifiers/index.ts';
import { parseCivilDate } from '#src/shared/civil-date.ts';
import {
  answerOf,
  isEmpty,
  journey,
  optionsOf,
  visibleFields,
  type Answers,
  type Field,
  type Form,
  type Step,
} from '#src/shared/form.ts';
import { formatDate } from '#src/shared/format.ts';
import { say, translator, type Locale } from '#src/shared/i18n.ts';
import { counsellorMessages } from '../deciding/counsellor-messages.ts';
import { enrolmentMessages, planMessages } from '../enrolment-messages.ts';
import { HEALTH_QUESTIONS, healthConcern } from '../form/health.ts';
import type { RevealGroup } from '../deciding/reveal-details.ts';

/** The family sees its own answers with the document number masked; staff see of people and health what they revealed. */
export type Reader = 'family' | { readonly staffSees: readonly RevealGroup[] };

export interface ReviewRow {
  readonly name: string;
  readonly term: string;
  readonly value: string | readonly string[];
  /** The page it is changed on, where that is not the section's. */
  readonly step?: string;
}
export interface ReviewSection {
  readonly step: string;
  readonly title: string;
  readonly rows: readonly ReviewRow[];
  /** Answers that all say the same, behind one line that says so. */
  readonly folded?: { readonly line: string; readonly rows: readonly ReviewRow[] };
}

/** Which reveals show a field; a name is needed both to phone someone and to compare a document. */
const GROUPS_OF: readonly (readonly [RegExp, readonly RevealGroup[]])[] = [
  [/^(mother|other)Name$/, ['identity', 'contact']],
  [/^(mother|other)(IdNumber|BirthDate)$/, ['identity']],
  [/^(mother|other)Mobile$|^home(Line|Region)$/, ['contact']],
];

const mayRead = (reader: Reader, groups: readonly RevealGroup[]): boolean =>
  reader === 'family' || groups.some((group) => reader.staffSees.includes(group));

export function reviewSections(
  form: Form,
  answers: Answers,
  locale: Locale,
  reader: Reader,
): readonly ReviewSection[] {
  const t = translator(enrolmentMessages, locale);
  const plan = say(planMessages.reviewTitle, locale);
  // The plan page asks in its heading; read back, a question is no heading.
  const title = (step: Step): string => (step.id === 'plan' ? plan : say(step.title, locale));
  const sections = journey(form, answers).flatMap((step): ReviewSection[] => {
    // What was written about a yes stands beside that yes.
    if (step.id === 'health-details') return [];
    if (step.id === 'health' && !mayRead(reader, ['health']))
      // Which question came back with room to say more would tell its answer: one row stands for all of them.
      return [{ step: step.id, title: title(step), rows: [hiddenHealth(answers, locale)] }];
    const rows = visibleFields(step, answers)
      .filter((field) => !(field.optional && field.kind !== 'consent' && isEmpty(answers[field.name])))
      .map((field) => ({
        name: field.name,
        term: field.name === 'plan' ? plan : say(field.label, locale),
        value: hidden(field, answers, locale, reader) ?? shown(field, answers, locale, t, reader),
      }));
    return [
      step.id === 'health'
        ? { step: step.id, title: title(step), ...weighed(rows, answers, locale) }
        : { step: step.id, title: title(step), rows },
    ];
  });
  // Whoever asked to read the health answers finds them on top.
  return reader !== 'family' && mayRead(reader, ['health'])
    ? sections.toSorted((a, b) => Number(b.step === 'health') - Number(a.step === 'health'))
    : sections;
}

/** Every yes and every not sure first, in full with what was written about it; the many noes behind one line. */
function weighed(
  rows: readonly ReviewRow[],
  answers: Answers,
  locale: Locale,
): Pick<ReviewSection, 'rows' | 'folded'> {
  const t = translator(enrolmentMessages, locale);
  const isQuestion = ({ name }: ReviewRow): boolean => HEALTH_QUESTIONS.some((one) => one.name === name);
  const told = rows
    .filter((row) => isQuestion(row) && healthConcern(answers, row.name))
    .map((row) => {
      const detail = answerOf(answers, `${row.name}Detail`);
      return {
        ...row,
        value: [row.value, detail.split('\n').filter((line) => line.trim() !== '')].flat(2),
        step: 'health-details',
      };
    });
  const noes = rows.filter((row) => isQuestion(row) && !healthConcern(answers, row.name));
  const others = rows.filter((row) => !isQuestion(row));
  const line = t(told.length === 0 ? 'allNo' : 'restNo', { count: noes.length });
  return { rows: [...told, ...others], ...(noes.length > 0 ? { folded: { line, rows: noes } } : {}) };
}

function hiddenHealth(answers: Answers, locale: Locale): ReviewRow {
  const t = translator(counsellorMessages, locale);
  const concerns = HEALTH_QUESTIONS.filter(({ name }) => healthConcern(answers, name)).length;
  return {
    name: 'health',
    term: t('healthAnswers', { count: HEALTH_QUESTIONS.length }),
    value: concerns === 0 ? t('healthClear') : t('healthConcerns', { count: concerns }),
  };
}

function hidden(field: Field, answers: Answers, locale: Locale, reader: Reader): string | null {
  const groups = GROUPS_OF.find(([names]) => names.test(field.name))?.[1];
  // A document number is masked where it is shown, for the family too.
  if (field.sensitive || !groups || mayRead(reader, groups)) return null;
  const answer = answerOf(answers, field.name);
  if (field.name.endsWith('Name')) return maskName(answer);
  if (field.name.endsWith('Mobile')) return maskMobile(plain(answer).slice(-11));
  return translator(counsellorMessages, locale)('hidden');
}

function shown(
  field: Field,
  answers: Answers,
  locale: Locale,
  t: ReturnType<typeof translator<typeof enrolmentMessages>>,
  reader: Reader,
): string | readonly string[] {
  const answer = answerOf(answers, field.name);
  if (field.kind === 'consent') return answer === 'yes' ? t('agreed') : t('notAgreed');
  if (isEmpty(answers[field.name])) return t('notGiven');
  if (field.sensitive) {
    const kind = answerOf(answers, field.name.replace(/Number$/, 'Kind'));
    const whole = reader !== 'family' && mayRead(reader, ['identity']);
    return whole || !isIdKind(kind) ? plain(answer) : maskIdNumber(plain(answer));
  }
  if (field.kind === 'date') {
    const date = parseCivilDate(answer);
    return date ? formatDate(date, locale) : answer;
  }
  if (field.kind === 'tel') {
    const mobile = parseMobile(answer);
    return mobile.ok ? groupMobile(mobile.value) : answer;
  }
  const option = optionsOf(field, answers).find((one) => one.value === answer);
  if (option) return say(option.label, locale);
  return answer.split('\n').filter((line) => line.trim() !== '');
}
