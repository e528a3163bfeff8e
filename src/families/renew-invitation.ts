/** An old link is no dead end: it sends a new one to the phone it was sent to itself. */
import { VISITOR } from '../shared/actor.ts';
import type { Instant } from '../shared/clock.ts';
import { err, type Result } from '../shared/result.ts';
import type { FamilyStore } from './family-store.ts';
import { mayBeInvited } from './guardian.ts';
import { standingOf } from './invitation-standing.ts';
import type { InvitationRecord, InvitationStore } from './invitation-store.ts';
import { inviteGuardian, type InviteDeps } from './invite-guardian.ts';

export interface OldLinkReads {
  readonly families: Pick<FamilyStore, 'guardian'>;
  readonly invitations: Pick<InvitationStore, 'behind' | 'ofFamily'>;
}

export type LinkState = 'open' | 'used' | 'renewable' | 'gone';

/**
 * What a link is still good for. It is renewed only while its guardian is invited, or was until it expired, and only when it
 * went to the number the guardian still has: a stranger who got it by mistake learns no other number, and one that was
 * withdrawn or refused stays so.
 */
export async function linkState(
  read: OldLinkReads,
  token: string,
  now: Instant,
): Promise<{ readonly state: LinkState; readonly invitation: InvitationRecord | null }> {
  const invitation = await read.invitations.behind(token);
  if (!invitation) return { state: 'gone', invitation };
  const { acceptedAt, withdrawnAt, expiresAt, familyId, guardianId, phone } = invitation;
  if (acceptedAt !== null) return { state: 'used', invitation };
  if (withdrawnAt === null && expiresAt > now) return { state: 'open', invitation };
  const guardian = await read.families.guardian(guardianId, familyId);
  if (!guardian || !mayBeInvited(guardian) || guardian.phone !== phone) return { state: 'gone', invitation };
  const { kind } = standingOf(guardian, await read.invitations.ofFamily(familyId), now);
  return { state: kind === 'invited' || kind === 'expired' ? 'renewable' : 'gone', invitation };
}

/** Sends the new link. `cannot-renew` when the old one is good for nothing; `too-many-tries` after five in an hour. */
export async function renewInvitation(
  deps: InviteDeps & { readonly read: OldLinkReads },
  cmd: { readonly token: string },
): Promise<Result<undefined, 'cannot-renew' | 'too-many-tries'>> {
  const { state, invitation } = await linkState(deps.read, cmd.token, deps.now());
  if (state !== 'renewable' || !invitation) return err('cannot-renew');
  const { familyId, guardianId } = invitation;
  const sent = await inviteGuardian(deps, { familyId, guardianId, actor: VISITOR });
  if (sent.ok) return { ok: true, value: undefined };
  return err(sent.code === 'too-many-tries' ? 'too-many-tries' : 'cannot-renew');
}
