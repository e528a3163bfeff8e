import type { AccountStore } from '#src/accounts/index.ts';
import type { FamilyStore } from '#src/families/index.ts';
import { parseMobile } from '#src/shared/identifiers/index.ts';
import { parseCaseNumber } from '#src/shared/numbers.ts';
import { err, ok, type Result } from '#src/shared/result.ts';
import type { EnrolmentStore } from '../enrolment-store.ts';

export interface FindDeps {
  readonly read: {
    readonly enrolments: Pick<EnrolmentStore, 'idOf' | 'summariesOf'>;
    readonly accounts: Pick<AccountStore, 'byPhone'>;
    readonly families: Pick<FamilyStore, 'ofAccount'>;
  };
}

/**
 * Enrolments by their exact number, or by the phone a guardian signs in with. Exact only: both are found in an index, and a
 * number somebody reads out on the phone is either right or has to be read out again.
 */
export async function findEnrolments(
  { read }: FindDeps,
  typed: string,
): Promise<Result<readonly string[], 'sought-missing' | 'sought-unreadable'>> {
  if (typed.trim() === '') return err('sought-missing');
  const number = parseCaseNumber(typed);
  if (number.ok) {
    const id = await read.enrolments.idOf(number.value);
    return ok(id ? [id] : []);
  }
  const mobile = parseMobile(typed);
  if (!mobile.ok) return err('sought-unreadable');
  const account = await read.accounts.byPhone(mobile.value);
  const family = account ? await read.families.ofAccount(account.id) : null;
  return ok(family ? (await read.enrolments.summariesOf(family.id)).map(({ id }) => id) : []);
}
