/** The second guardian comes in by a link sent to their own phone: nobody signs for somebody else. */
import type { Policies } from '../content/policies.ts';
import type { AuditTrail } from '../platform/audit/audit-trail.ts';
import { message, type Outbox } from '../platform/outbox/outbox.ts';
import type { RateLimiter } from '../platform/rate-limit/rate-limit.ts';
import type { Vault } from '../platform/crypto/vault.ts';
import type { Actor } from '../shared/actor.ts';
import { addDays, startOfDay, today } from '../shared/civil-date.ts';
import { HOUR, type Clock } from '../shared/clock.ts';
import { formatDate } from '../shared/format.ts';
import { newId } from '../shared/ids.ts';
import { localPath, translator, type Locale } from '../shared/i18n.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { Transact } from '../shared/transaction.ts';
import { familyMessages } from './family-messages.ts';
import type { FamilyStore } from './family-store.ts';
import { mayBeInvited } from './guardian.ts';
import type { InvitationStore } from './invitation-store.ts';

export interface InviteDeps {
  readonly now: Clock;
  readonly vault: Vault;
  readonly limits: RateLimiter;
  readonly policies: Policies;
  readonly config: { readonly origin: string };
  readonly transaction: Transact<{
    families: FamilyStore;
    invitations: InvitationStore;
    audit: AuditTrail;
    outbox: Outbox;
  }>;
}

const SYSTEM: Actor = { kind: 'system', id: 'families' };

/**
 * Texts the guardian a link; one sent before stops working. `not-found` for a guardian of another family;
 * `cannot-be-invited` when they have joined, are excused, or left no phone; `too-many-tries` after five in an hour.
 */
export async function inviteGuardian(
  deps: InviteDeps,
  cmd: {
    readonly familyId: string;
    readonly guardianId: string;
    /** Who asked; the system when a contract is offered. */
    readonly actor?: Actor;
    readonly locale?: Locale;
  },
): Promise<Result<{ readonly invitationId: string }, 'not-found' | 'cannot-be-invited' | 'too-many-tries'>> {
  const actor = cmd.actor ?? SYSTEM;
  if (actor.kind !== 'system' && !(await deps.limits.take('invitation', cmd.familyId, 5, HOUR)))
    return err('too-many-tries');
  return deps.transaction(async ({ families, invitations, audit, outbox }) => {
    const people = await families.guardiansOf(cmd.familyId);
    const guardian = people.find((one) => one.id === cmd.guardianId);
    if (!guardian) return err('not-found');
    if (!mayBeInvited(guardian)) return err('cannot-be-invited');
    const at = deps.now();
    // As long as a contract waits for signatures (decision 18): sent with the offer, it ends with the offer.
    const lastDay = addDays(today(at), deps.policies.enrolment.current(today(at)).offerDays);
    const token = deps.vault.token();
    const id = newId('invitation', at);
    await invitations.withdrawAll(cmd.familyId, at);
    await invitations.insert(token, {
      id,
      familyId: cmd.familyId,
      guardianId: guardian.id,
      phone: guardian.phone,
      invitedBy: actor.id,
      createdAt: at,
      expiresAt: startOfDay(addDays(lastDay, 1)),
    });
    // Whoever has no account yet is written to in the language of the one who has.
    const locale = cmd.locale ?? people.find((one) => one.locale !== null)?.locale ?? 'zh';
    const link = deps.config.origin + localPath(locale, `/invitation/${token}`);
    const text = translator(familyMessages, locale)('sms.invitation', {
      link,
      lastDay: formatDate(lastDay, locale),
    });
    await outbox.add('sms.send', message.sms(deps.vault, guardian.phone, text));
    await audit.record({
      action: 'guardian.invited',
      actor,
      object: { kind: 'guardian', id: guardian.id },
      details: { invitationId: id, familyId: cmd.familyId },
    });
    return ok({ invitationId: id });
  });
}

/** Closes whatever invitation is open. */
export async function withdrawInvitation(
  deps: Pick<InviteDeps, 'now' | 'transaction'>,
  cmd: { readonly familyId: string; readonly actor: Actor },
): Promise<Result<undefined, 'already-done'>> {
  return deps.transaction(async ({ invitations, audit }) => {
    if ((await invitations.withdrawAll(cmd.familyId, deps.now())) === 0) return err('already-done');
    await audit.record({
      action: 'invitation.withdrawn',
      actor: cmd.actor,
      object: { kind: 'family', id: cmd.familyId },
    });
    return ok();
  });
}
