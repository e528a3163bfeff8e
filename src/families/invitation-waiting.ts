import type { AccountStore } from '../accounts/index.ts';
import type { FamilyStore } from './family-store.ts';
import { DAY, type Instant } from '../shared/clock.ts';
import { mayBeInvited } from './guardian.ts';
import { pendingOf } from './invitation-standing.ts';
import type { InvitationRecord, InvitationStore } from './invitation-store.ts';

export interface WaitingReads {
  readonly accounts: Pick<AccountStore, 'byId'>;
  readonly families: Pick<FamilyStore, 'withPhone' | 'guardiansOf'>;
  readonly invitations: Pick<InvitationStore, 'ofFamily'>;
}

export interface WaitingInvitation {
  readonly invitation: InvitationRecord;
  /** Who invites; in full, to be masked where it is shown. */
  readonly inviter: string | null;
}

/** After this nobody joins by their number alone: the family invites anew. */
const STILL_THERE = 30 * DAY;

/**
 * The invitation that waits for the phone of this account, which a code has proved. One that was withdrawn or refused does
 * not wait any more; one that expired waits a little longer, because nobody took it back, but not for ever: numbers pass on
 * to other people. The newest, should two families have named the same number.
 */
export async function invitationWaiting(
  read: WaitingReads,
  accountId: string,
  now: Instant,
): Promise<WaitingInvitation | null> {
  const phone = (await read.accounts.byId(accountId))?.phone;
  if (!phone) return null;
  const found: WaitingInvitation[] = [];
  for (const familyId of await read.families.withPhone(phone)) {
    const guardians = await read.families.guardiansOf(familyId);
    const named = guardians.find((one) => mayBeInvited(one) && one.phone === phone);
    if (!named) continue;
    const invitation = pendingOf(named, await read.invitations.ofFamily(familyId));
    if (invitation?.phone !== phone || invitation.expiresAt + STILL_THERE < now) continue;
    const inviter = guardians.find(({ id }) => id !== named.id)?.name ?? null;
    found.push({ invitation, inviter });
  }
  return found.toSorted((a, b) => b.invitation.createdAt - a.invitation.createdAt)[0] ?? null;
}
