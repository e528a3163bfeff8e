/** From answers as typed to values: normalised names, numbers and dates. Only complete answers become facts. */
import { cityOf, districtOf } from '#src/shared/areas/areas.ts';
import {
  ageOn,
  asCivilDate,
  daysBetween,
  parseCivilDate,
  today,
  type CivilDate,
} from '#src/shared/civil-date.ts';
import type { Instant } from '#src/shared/clock.ts';
import { answerOf, journey, visibleFields, type Answers, type Form } from '#src/shared/form.ts';
import type { Locale } from '#src/shared/i18n.ts';
import {
  isIdKind,
  parseAddressLine,
  parseIdentity,
  parseMobile,
  parsePersonName,
} from '#src/shared/identifiers/index.ts';
import { expectOk } from '#src/shared/result.ts';
import type { HospitalsPolicy } from '#src/content/policies.ts';
import type { AbsentReason, EnrolmentFacts, EnrolmentFlag, PersonFacts } from './enrolment.ts';
import { gestationOn, type GestationRules } from './form/gestation.ts';
import { OTHER_HOSPITAL } from './form/contact.ts';
import { HEALTH_QUESTIONS, healthConcern } from './form/health.ts';
import { motherDoubts } from './identity-doubts.ts';
import { ELSEWHERE } from './form/pregnancy.ts';

/** Answers of pages that are no longer part of the journey (a guardian who is absent after all) are left out. */
export function answersOnTheWay(form: Form, answers: Answers): Answers {
  const names = journey(form, answers).flatMap((step) =>
    visibleFields(step, answers).map((field) => field.name),
  );
  return Object.fromEntries(
    names.filter((name) => name in answers).map((name) => [name, answers[name] ?? '']),
  );
}

function person(answers: Answers, who: 'mother' | 'other', on: CivilDate): PersonFacts {
  const kind = answerOf(answers, `${who}IdKind`);
  if (!isIdKind(kind)) throw new Error(`no identity document for ${who}`);
  const identity = expectOk(parseIdentity(kind, answerOf(answers, `${who}IdNumber`), on));
  return {
    name: expectOk(parsePersonName(answerOf(answers, `${who}Name`))),
    idKind: kind,
    idNumber: identity.number,
    birthDate: identity.birthDate ?? parseCivilDate(answerOf(answers, `${who}BirthDate`)),
    mobile: expectOk(parseMobile(answerOf(answers, `${who}Mobile`))),
  };
}

function addressOf(answers: Answers): string {
  const line = expectOk(parseAddressLine(answerOf(answers, 'homeLine')));
  const city = answerOf(answers, 'homeCity');
  if (city === ELSEWHERE) return `${expectOk(parseAddressLine(answerOf(answers, 'homeRegion')))}${line}`;
  return `山东省${cityOf(city)?.zh ?? ''}${districtOf(answerOf(answers, 'homeDistrict'))?.zh ?? ''}${line}`;
}

/** The hospital's name: from the directory, or as typed. */
export function hospitalName(answers: Answers, hospitals: HospitalsPolicy): string {
  const chosen = answerOf(answers, 'hospital');
  if (chosen === OTHER_HOSPITAL) return answerOf(answers, 'hospitalName').trim();
  const found = hospitals.hospitals.find((hospital) => hospital.id === chosen);
  if (!found) throw new Error(`no hospital ${chosen}`);
  return found.name;
}

/** `hospital` is the name resolved when it was submitted; `at` is that moment. Throws on incomplete answers: a bug. */
export function factsOf(
  answers: Answers,
  known: { hospital: string; locale: Locale; at: Instant },
): EnrolmentFacts {
  const on = today(known.at);
  return {
    product: 'cord-blood',
    locale: known.locale,
    plan: answerOf(answers, 'plan'),
    babies: Number(answerOf(answers, 'babies')),
    dueDate: asCivilDate(answerOf(answers, 'dueDate')),
    hospital: known.hospital,
    city: answerOf(answers, 'birthCity'),
    applicant: answerOf(answers, 'applicant') === 'other' ? 'other' : 'mother',
    mother: person(answers, 'mother', on),
    other:
      answerOf(answers, 'otherPresent') === 'absent'
        ? { absent: answerOf(answers, 'absentReason') as AbsentReason }
        : person(answers, 'other', on),
    address: addressOf(answers),
  };
}

export const isAbsent = (other: EnrolmentFacts['other']): other is { readonly absent: AbsentReason } =>
  'absent' in other;

/** The mobile of the guardian who filled the form in. */
export const applicantMobile = (facts: EnrolmentFacts): string =>
  facts.applicant === 'other' && !isAbsent(facts.other) ? facts.other.mobile : facts.mother.mobile;

/** What a counsellor should look at, most pressing first. */
export function flagsOf(
  facts: EnrolmentFacts,
  answers: Answers,
  on: CivilDate,
  rules: GestationRules,
): EnrolmentFlag[] {
  const { weeks } = gestationOn(facts.dueDate, on);
  const { birthDate } = facts.mother;
  return [
    ...(daysBetween(on, facts.dueDate) <= 21 ? (['birth-soon'] as const) : []),
    ...(isAbsent(facts.other) ? (['absent-guardian'] as const) : []),
    ...motherDoubts(facts.mother, on),
    ...(birthDate && ageOn(birthDate, on) < 18 ? (['mother-under-18'] as const) : []),
    ...HEALTH_QUESTIONS.filter(({ name }) => healthConcern(answers, name)).map(
      ({ name }) => `health:${name}` as const,
    ),
    ...(facts.babies > 1 ? (['multiple-birth'] as const) : []),
    ...(answerOf(answers, 'hospital') === OTHER_HOSPITAL ? (['hospital-typed'] as const) : []),
    ...(answerOf(answers, 'homeCity') === ELSEWHERE ? (['address-elsewhere'] as const) : []),
    ...(weeks < rules.recommendedWeek ? (['before-recommended-week'] as const) : []),
  ];
}
