import type { FamilyStore, Guardian } from '#src/families/index.ts';
import type { Instant } from '#src/shared/clock.ts';
import type { EnrolmentFacts } from '../enrolment.ts';
import { isAbsent } from '../enrolment-facts.ts';

/** Somebody stands in this slot: a person, whether they have joined or not. */
const isTaken = (there: Guardian | undefined): there is Guardian =>
  there !== undefined && (there.accountId !== null || there.absentReason === null);

/**
 * Keeps the applicant's family or makes one, and writes the guardians into their slots. The applicant's slot carries their
 * account; the other guardian gets one by invitation. Answers the family's id.
 *
 * A form never changes who somebody else is: a guardian who has joined is left as they are, and once the bank has accepted
 * an enrolment of this family (`settled`) nobody who stands in a slot is rewritten, moved or removed by filling in another.
 * What is typed then stays with that enrolment. The applicant's own phone is the one their account has proved, because codes
 * to sign a contract go there (电子签名法 13: signature data under the signer's sole control).
 */
export async function writeGuardians(
  families: FamilyStore,
  by: { readonly accountId: string; readonly familyId: string | null },
  facts: EnrolmentFacts,
  at: Instant,
  settled: boolean,
): Promise<string> {
  const familyId =
    by.familyId ?? (await families.ofAccount(by.accountId))?.id ?? (await families.createFamily(at));
  const before = await families.guardiansOf(familyId);
  const { mother, other } = facts;
  for (const [role, who] of [
    ['mother', mother],
    ['other', other],
  ] as const) {
    const there = before.find((one) => one.role === role);
    const isOthers = there?.accountId != null && there.accountId !== by.accountId;
    if (isOthers || (settled && isTaken(there))) continue;
    if (isAbsent(who)) {
      // Only the other guardian can be absent: the form asks the mother for herself.
      await families.saveGuardian(familyId, { role: 'other', absentReason: who.absent, at });
      continue;
    }
    const isMine = there?.accountId === by.accountId;
    await families.saveGuardian(familyId, {
      role,
      accountId: facts.applicant === role && (isMine || !settled) ? by.accountId : null,
      name: who.name,
      idKind: who.idKind,
      idNumber: who.idNumber,
      birthDate: who.birthDate,
      phone: (isMine ? there.phone : null) ?? who.mobile,
      address: facts.address,
      at,
    });
  }
  return familyId;
}
