/**
 * Whether a mother's document looks like somebody else's. Two people fill this form in on one phone, and the two cards lie
 * on one table: the wrong one is typed now and then. Pure, and never a reason to refuse.
 */
import { ageOn, type CivilDate } from '#src/shared/civil-date.ts';
import type { IdentityDoubt, PersonFacts } from './enrolment.ts';

/** Outside these ages a birth is so rare that the card is likelier the wrong one. Our own limits, not a rule of medicine. */
export const LIKELY_AGE = { from: 14, below: 60 } as const;

/** Documents whose 17th digit is odd for men (GB 11643); the permit of Hong Kong, Macao and Taiwan is numbered alike. */
const NUMBERS_WITH_SEX: readonly PersonFacts['idKind'][] = ['resident-id', 'hmt-residence'];

/** What to check about a mother's document on the phone; empty when nothing stands out. */
export function motherDoubts(
  mother: Pick<PersonFacts, 'idKind' | 'idNumber' | 'birthDate'>,
  on: CivilDate,
): readonly IdentityDoubt[] {
  const isMale =
    NUMBERS_WITH_SEX.includes(mother.idKind) &&
    mother.idNumber.length === 18 &&
    Number(mother.idNumber[16]) % 2 === 1;
  const age = mother.birthDate === null ? null : ageOn(mother.birthDate, on);
  const unlikely = age !== null && (age < LIKELY_AGE.from || age >= LIKELY_AGE.below);
  return [
    ...(isMale ? (['mother-id-male'] as const) : []),
    ...(unlikely ? (['mother-age-unlikely'] as const) : []),
  ];
}
