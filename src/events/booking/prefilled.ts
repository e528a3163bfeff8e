/** What a signed-in family need not type again. */
import type { Admitted } from '../../accounts/guard.ts';
import type { AccountStore } from '../../accounts/index.ts';
import type { FamilyStore } from '../../families/index.ts';
import type { Answers } from '../../shared/form.ts';

export interface PrefilledDeps {
  readonly read: { readonly accounts: AccountStore; readonly families: FamilyStore };
}

/** `proved`: their number needs no code. Nothing for visitors, and nothing for staff, who book for themselves as anybody. */
export async function prefilled(
  { read }: PrefilledDeps,
  person: Admitted,
): Promise<{ readonly answers: Answers; readonly proved: boolean }> {
  if (person.sessionKind !== 'family') return { answers: {}, proved: false };
  const account = await read.accounts.byId(person.accountId);
  const guardian =
    person.familyId !== null && person.guardianId !== null
      ? await read.families.guardian(person.guardianId, person.familyId)
      : null;
  return {
    answers: { name: guardian?.name ?? '', phone: account?.phone ?? '', email: account?.email ?? '' },
    proved: account?.phone != null,
  };
}
