import type { Instant } from '../shared/clock.ts';
import type { FamilyStore } from './family-store.ts';
import type { Guardian } from './guardian.ts';
import type { InvitationRecord, InvitationStore } from './invitation-store.ts';

/** How far a guardian has come into the family. `excused`: named with a reason why they do not sign. */
export type InvitationStanding =
  | { readonly kind: 'joined' | 'excused' | 'not-invited' }
  | { readonly kind: 'invited'; readonly until: Instant }
  | { readonly kind: 'expired'; readonly at: Instant };

/** The one invitation that was neither used nor taken back: a newer one takes the older ones back. */
export const pendingOf = (
  guardian: Pick<Guardian, 'id'>,
  invitations: readonly InvitationRecord[],
): InvitationRecord | undefined =>
  invitations.find(
    ({ guardianId, acceptedAt, withdrawnAt }) =>
      guardianId === guardian.id && acceptedAt === null && withdrawnAt === null,
  );

/** The one answer about a guardian, from the family's invitations, newest first. */
export function standingOf(
  guardian: Guardian,
  invitations: readonly InvitationRecord[],
  now: Instant,
): InvitationStanding {
  if (guardian.accountId !== null) return { kind: 'joined' };
  if (guardian.absentReason !== null) return { kind: 'excused' };
  const pending = pendingOf(guardian, invitations);
  if (!pending) return { kind: 'not-invited' };
  const { expiresAt } = pending;
  return expiresAt > now ? { kind: 'invited', until: expiresAt } : { kind: 'expired', at: expiresAt };
}

/** Guardian id → not invited, invited until, expired, or joined; for every guardian of a family. Two statements. */
export async function invitationStandings(
  read: {
    readonly families: Pick<FamilyStore, 'guardiansOf'>;
    readonly invitations: Pick<InvitationStore, 'ofFamily'>;
  },
  familyId: string,
  now: Instant,
): Promise<ReadonlyMap<string, InvitationStanding>> {
  const [guardians, invitations] = await Promise.all([
    read.families.guardiansOf(familyId),
    read.invitations.ofFamily(familyId),
  ]);
  return new Map(guardians.map((guardian) => [guardian.id, standingOf(guardian, invitations, now)]));
}
