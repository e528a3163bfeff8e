import type { FamilyStore } from '#src/families/index.ts';
import type { Instant } from '#src/shared/clock.ts';
import type { EnrolmentFacts } from '../enrolment.ts';
import { isAbsent } from '../enrolment-facts.ts';

/**
 * Keeps the applicant's family or makes one, and writes both guardians into their slots. The applicant's slot carries
 * their account; the other guardian gets one by invitation. Answers the family's id.
 */
export async function writeGuardians(
  families: FamilyStore,
  by: { readonly accountId: string; readonly familyId: string | null },
  facts: EnrolmentFacts,
  at: Instant,
): Promise<string> {
  const familyId =
    by.familyId ?? (await families.ofAccount(by.accountId))?.id ?? (await families.createFamily(at));
  const { mother, other } = facts;
  const save = (role: 'mother' | 'other', who: typeof mother): Promise<unknown> =>
    families.saveGuardian(familyId, {
      role,
      accountId: facts.applicant === role ? by.accountId : null,
      name: who.name,
      idKind: who.idKind,
      idNumber: who.idNumber,
      birthDate: who.birthDate,
      phone: who.mobile,
      address: facts.address,
      at,
    });
  await save('mother', mother);
  if (isAbsent(other))
    await families.saveGuardian(familyId, { role: 'other', absentReason: other.absent, at });
  else await save('other', other);
  return familyId;
}
