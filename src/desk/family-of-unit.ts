/** The way from a unit to its people: masked, and shown for a purpose that is written down first. */
import type { Deps } from '../deps.ts';
import type { Guardian } from '../families/index.ts';
import type { Actor } from '../shared/actor.ts';
import { groupMobile, maskMobile, maskName } from '../shared/identifiers/index.ts';
import { err, ok, type Result } from '../shared/result.ts';

/** PIPL 6: each purpose shows only what it takes. */
const SHOWN = { 'call-the-family': ['name', 'phone'], 'check-the-label': ['name'] } as const;
export type FamilyPurpose = keyof typeof SHOWN;
export const FAMILY_PURPOSES = Object.keys(SHOWN) as readonly FamilyPurpose[];
export const isFamilyPurpose = (value: string): value is FamilyPurpose =>
  (FAMILY_PURPOSES as readonly string[]).includes(value);

export interface PersonShown {
  readonly role: Guardian['role'];
  readonly absent: boolean;
  readonly name: string | null;
  readonly phone: string | null;
}

/** The guardians of a unit's family; `purpose` is one that has just been given, else everything is masked. */
export async function familyOfUnit(
  deps: { readonly read: Pick<Deps['read'], 'families'> },
  familyId: string,
  purpose: FamilyPurpose | null,
): Promise<readonly PersonShown[]> {
  const sees: readonly string[] = purpose === null ? [] : SHOWN[purpose];
  return (await deps.read.families.guardiansOf(familyId)).map(({ role, name, phone, absentReason }) => ({
    role,
    absent: absentReason !== null,
    name: name === null ? null : sees.includes('name') ? name : maskName(name),
    phone: phone === null ? null : sees.includes('phone') ? groupMobile(phone) : maskMobile(phone),
  }));
}

/** Writes down who looks at a unit's family and why. */
export const revealFamily = (
  deps: Pick<Deps, 'transaction'>,
  cmd: { readonly actor: Actor; readonly din: string; readonly purpose: FamilyPurpose },
): Promise<Result<undefined, 'not-found'>> =>
  deps.transaction(async ({ units, audit }): Promise<Result<undefined, 'not-found'>> => {
    const unit = await units.byDin(cmd.din);
    if (!unit || unit.familyId === null) return err('not-found');
    await audit.record({
      action: 'unit.family-revealed',
      actor: cmd.actor,
      object: { kind: 'unit', id: unit.id },
      details: { purpose: cmd.purpose, groups: SHOWN[cmd.purpose] },
    });
    return ok();
  });
