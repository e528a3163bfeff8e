import type { FamilyStore } from '#src/families/index.ts';
import { parseMobile } from '#src/shared/identifiers/index.ts';
import { parseCaseNumber } from '#src/shared/numbers.ts';
import { err, ok, type Result } from '#src/shared/result.ts';
import type { EnrolmentStore } from '../enrolment-store.ts';

export interface FindDeps {
  readonly read: {
    readonly enrolments: Pick<EnrolmentStore, 'idOf' | 'idOfContract' | 'summariesOf'>;
    readonly families: Pick<FamilyStore, 'withPhone'>;
  };
}

/**
 * Enrolments by their exact number, by that of their contract, or by the mobile of a guardian, joined or only named in the form. Exact only: both are found in an index, and a
 * number somebody reads out on the phone is either right or has to be read out again.
 */
export async function findEnrolments(
  { read }: FindDeps,
  typed: string,
): Promise<Result<readonly string[], 'sought-missing' | 'sought-unreadable'>> {
  if (typed.trim() === '') return err('sought-missing');
  const number = parseCaseNumber(typed);
  if (number.ok) {
    const id = number.value.startsWith('HT')
      ? await read.enrolments.idOfContract(number.value)
      : await read.enrolments.idOf(number.value);
    return ok(id ? [id] : []);
  }
  const mobile = parseMobile(typed);
  if (!mobile.ok) return err('sought-unreadable');
  const families = await read.families.withPhone(mobile.value);
  const found = await Promise.all(families.map((id) => read.enrolments.summariesOf(id)));
  return ok(found.flat().map(({ id }) => id));
}
