import { say, translator, type Locale, type Text } from '#src/shared/i18n.ts';
import { counsellorMessages } from './counsellor-messages.ts';
import { isAbsent } from '../enrolment-facts.ts';
import type { EnrolmentWithFacts } from '../enrolment-store.ts';
import { ABSENT_REASONS } from '../form/absence.ts';
import { HEALTH_QUESTIONS } from '../form/health.ts';

/** A flag as one sentence. What a health flag is about stays hidden until a purpose is given. */
export function flagLine(
  flag: string,
  enrolment: EnrolmentWithFacts,
  locale: Locale,
  revealed: boolean,
): string {
  const t = translator(counsellorMessages, locale);
  if (flag.startsWith('health:')) {
    const question = HEALTH_QUESTIONS.find(({ name }) => flag === `health:${name}`);
    return t('health', { question: revealed && question ? say(question.label, locale) : t('hidden') });
  }
  if (flag === 'absent-guardian') {
    const { other } = enrolment.facts;
    const reason = isAbsent(other) ? ABSENT_REASONS.find(({ value }) => value === other.absent) : undefined;
    return t('absent-guardian', { reason: reason ? say(reason.label, locale) : '' });
  }
  if (flag === 'multiple-birth') return t('multiple-birth', { babies: enrolment.babies });
  const known = (counsellorMessages as Readonly<Record<string, Text>>)[flag];
  return known ? say(known, locale) : flag;
}
