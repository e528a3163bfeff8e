/** A family whose contract lacks one signature: where the interruptions of kill-nine.test.ts begin. */
import { cast } from '../../db/seed/families/cast.ts';
import { FamilyInHouse } from '../../db/seed/families/journey.ts';
import type { Deps } from '../../src/deps.ts';

export const NOW = Date.parse('2026-11-20T10:00:00+08:00');

/** Two guardians, two phones. */
export const FAMILY = cast(NOW).find(({ reached }) => reached === 'to-pay')!;

/** A clock on which nothing happens in the same millisecond. */
export function ticking(from: number): () => number {
  let at = from;
  return () => (at += 1);
}

/** What another process has to know to go on. */
export interface Scene {
  readonly at: number;
  readonly accountId: string;
  readonly otherAccountId: string;
  readonly familyId: string;
  readonly enrolmentId: string;
  readonly contractId: string;
}

export async function untilTheMotherSigns(deps: Deps, staffId: string): Promise<Scene> {
  const family = new FamilyInHouse(deps, FAMILY);
  await family.signsUp();
  await family.fillsIn();
  await family.submits();
  await family.isAccepted(staffId);
  await family.otherJoins();
  await family.otherSigns();
  const { accountId, otherAccountId, familyId, enrolmentId, contractId } = family;
  return { at: deps.now(), accountId, otherAccountId, familyId, enrolmentId, contractId };
}
