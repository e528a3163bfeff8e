/** Answers a family might give, by business trait, and the acts of filling in, sending and deciding. */
import { accountOfPhone } from '../../src/accounts/index.ts';
import {
  decideEnrolment,
  enrolmentForm,
  formContext,
  resumeAt,
  REVIEW,
  saveStep,
  submitEnrolment,
} from '../../src/enrolment/index.ts';
import type { Answers } from '../../src/shared/form.ts';
import { checkStep, journey } from '../../src/shared/form.ts';
import type { Locale } from '../../src/shared/i18n.ts';
import { expectOk } from '../../src/shared/result.ts';
import type { House } from './house.ts';

const NO_CONCERNS = Object.fromEntries(
  [
    'Hepatitis',
    'Hiv',
    'Syphilis',
    'BloodDisease',
    'Metabolic',
    'Cancer',
    'Transfusion',
    'Infection',
    'Travel',
    'Medication',
    'DonorGamete',
  ].map((name) => [`health${name}`, 'no']),
);
const NECESSARY = ['collection', 'identity-documents', 'health-data', 'child-data', 'hospital-and-courier'];

/** A complete form for a house whose day is 20 November 2026: week 29, both guardians, Jinan, one baby. */
export const answersOf = {
  twoGuardians: (): Answers => ({
    birthCity: '370100',
    dueDate: '2027-2-5',
    babies: '1',
    applicant: 'mother',
    motherName: '王䶮',
    motherIdKind: 'resident-id',
    motherIdNumber: '11010519491231002x',
    motherBirthDate: '',
    motherMobile: '+86 138 0013 8000',
    otherPresent: 'present',
    otherName: '买买提•吐尔逊',
    otherIdKind: 'passport',
    otherIdNumber: 'E1234567',
    otherBirthDate: '1990-1-2',
    otherMobile: '13900139000',
    homeCity: '370800',
    homeDistrict: '370881',
    homeLine: '鼓楼街道 12 号 3 单元 501',
    hospital: 'qilu',
    hospitalName: '',
    ...NO_CONCERNS,
    plan: 'yearly',
    ...Object.fromEntries(NECESSARY.map((id) => [`consent-${id}`, 'yes'])),
  }),
  absentGuardian: (): Answers => ({
    ...answersOf.twoGuardians(),
    otherPresent: 'absent',
    absentReason: 'abroad',
    absentDeclaration: 'yes',
  }),
  twins: (): Answers => ({ ...answersOf.twoGuardians(), babies: '2' }),
};

export interface Applicant {
  readonly accountId: string;
  readonly actor: { readonly kind: 'family'; readonly id: string };
}

export async function applicant(
  house: House,
  phone = '13800138000',
  locale: Locale = 'zh',
): Promise<Applicant> {
  const { accountId } = expectOk(await accountOfPhone(house.deps, phone as never, locale));
  return { accountId, actor: { kind: 'family', id: accountId } };
}

export const familyOf = async (house: House, who: Applicant): Promise<string | null> =>
  (await house.deps.read.families.ofAccount(who.accountId))?.id ?? null;

/** Fills in page after page, as a browser would, until the review. */
export async function fillIn(
  house: House,
  who: Applicant,
  answers: Answers,
  subject: string | null = null,
  only?: readonly string[],
): Promise<void> {
  const form = enrolmentForm(formContext(house.deps));
  for (const step of journey(form, answers)) {
    if (only && !only.includes(step.id)) continue;
    const draft = subject
      ? await house.deps.read.drafts.ofSubject(subject)
      : await house.deps.read.drafts.ofAccount(who.accountId, form.id);
    const saved = await saveStep(house.deps, {
      ...who,
      familyId: await familyOf(house, who),
      subject,
      step: step.id,
      answers: Object.fromEntries(step.fields.map(({ name }) => [name, answers[name] ?? ''])),
      seen: draft?.version ?? 0,
    });
    if (!saved.ok) throw new Error(`${step.id}: ${saved.code} ${JSON.stringify(checkStep(step, answers))}`);
  }
  const draft = subject
    ? await house.deps.read.drafts.ofSubject(subject)
    : await house.deps.read.drafts.ofAccount(who.accountId, form.id);
  if (!only && resumeAt(form, draft?.answers ?? {}) !== REVIEW) throw new Error('the form is not complete');
}

export async function send(
  house: House,
  who: Applicant,
  subject: string | null = null,
  locale: Locale = 'zh',
) {
  const draft = subject
    ? await house.deps.read.drafts.ofSubject(subject)
    : await house.deps.read.drafts.ofAccount(who.accountId, 'enrolment-cord-blood');
  return submitEnrolment(house.deps, {
    ...who,
    familyId: await familyOf(house, who),
    locale,
    draftId: draft?.id ?? '',
    subject,
  });
}

/** A family whose enrolment waits for a counsellor. */
export async function submitted(house: House, answers: Answers = answersOf.twoGuardians(), phone?: string) {
  const who = await applicant(house, phone);
  await fillIn(house, who, answers);
  const { id } = expectOk(await send(house, who));
  return { ...who, id, familyId: (await familyOf(house, who)) as string };
}

export const COUNSELLOR = { kind: 'staff', id: 'acc_counsellor' } as const;

export async function decide(
  house: House,
  id: string,
  decision: Parameters<typeof decideEnrolment>[1]['decision'],
): Promise<ReturnType<typeof decideEnrolment>> {
  const enrolment = await house.deps.read.enrolments.byId(id);
  return decideEnrolment(house.deps, { actor: COUNSELLOR, id, version: enrolment?.version ?? 0, decision });
}
