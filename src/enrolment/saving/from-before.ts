import { answerOf, isEmpty, type Answers } from '#src/shared/form.ts';
import type { EnrolmentStore } from '../enrolment-store.ts';

/**
 * Who they are and where they live, from the family's enrolment before: for another pregnancy nobody types it again. Not the
 * documents, the health answers or anything agreed to: those are given anew, for this contract (PIPL 14, 29).
 */
const CARRIED = [
  'applicant',
  'motherName',
  'motherMobile',
  'otherPresent',
  'otherName',
  'otherMobile',
  'homeCity',
  'homeDistrict',
  'homeRegion',
  'homeLine',
] as const;

/** What a new form starts with. Only the account that sent the one before gets its answers: who fills in is one of them. */
export async function fromBefore(
  enrolments: Pick<EnrolmentStore, 'ofFamily'>,
  who: { readonly accountId: string; readonly familyId: string | null },
): Promise<Answers> {
  if (who.familyId === null) return {};
  const before = (await enrolments.ofFamily(who.familyId)).find(
    ({ accountId }) => accountId === who.accountId,
  );
  if (!before) return {};
  return Object.fromEntries(
    CARRIED.filter((name) => !isEmpty(before.answers[name])).map((name) => [
      name,
      answerOf(before.answers, name),
    ]),
  );
}

/** The names of a page that were carried over and not looked at yet. */
export const isCarried = (names: readonly string[], answers: Answers): boolean =>
  names.some((name) => (CARRIED as readonly string[]).includes(name) && !isEmpty(answers[name]));
