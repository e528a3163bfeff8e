/** What the invited person does with the link: join, with a code sent to the phone it went to, or say it is not theirs. */
import { createHash } from 'node:crypto';
import type { AccountStore, ChallengeStore, Proved } from '../accounts/index.ts';
import { accountOfPhone, checkCode } from '../accounts/index.ts';
import type { ConsentTexts } from '../content/consents.ts';
import type { AuditTrail } from '../platform/audit/audit-trail.ts';
import { message, type Outbox } from '../platform/outbox/outbox.ts';
import type { Vault } from '../platform/crypto/vault.ts';
import { VISITOR } from '../shared/actor.ts';
import { HOUR, type Clock } from '../shared/clock.ts';
import { newId } from '../shared/ids.ts';
import { say, translator, type Locale } from '../shared/i18n.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { Transact } from '../shared/transaction.ts';
import { familyMessages } from './family-messages.ts';
import type { FamilyStore } from './family-store.ts';
import type { Guardian } from './guardian.ts';
import type { Invitation, InvitationStore } from './invitation-store.ts';
import { invitationWaiting, type WaitingReads } from './invitation-waiting.ts';
import { identityWording } from './join-step.ts';

export interface AnswerDeps {
  readonly now: Clock;
  readonly vault: Vault;
  readonly consents: ConsentTexts;
  readonly read: { readonly invitations: InvitationStore };
  readonly transaction: Transact<{
    accounts: AccountStore;
    challenges: ChallengeStore;
    families: FamilyStore;
    invitations: InvitationStore;
    audit: AuditTrail;
    outbox: Outbox;
  }>;
}

export type JoinRefusal =
  'link-gone' | 'consent-needed' | 'wrong-code' | 'code-spent' | 'in-another-family' | 'own-invitation';

/**
 * Joins the family with the account of the phone the link was sent to, made now when there is none. The code went to that
 * phone, so holding the link alone opens nothing. `agreed`: their own consent to the use of their document number, which
 * whoever enrolled could not give for them (PIPL 29); kept with the words it was given to.
 */
export async function acceptInvitation(
  deps: AnswerDeps,
  cmd: {
    readonly token: string;
    readonly code: string;
    readonly agreed: boolean;
    readonly locale: Locale;
  },
): Promise<Result<Proved, JoinRefusal>> {
  const invitation = await deps.read.invitations.byToken(cmd.token, deps.now());
  if (!invitation) return err('link-gone');
  if (!cmd.agreed) return err('consent-needed');
  const { id, phone } = invitation;
  const checked = await checkCode(deps, { purpose: 'invitation', phone, subject: id, code: cmd.code });
  if (!checked.ok) return checked;
  const account = await accountOfPhone(deps, phone, cmd.locale);
  if (!account.ok) return account;
  const { accountId, version } = account.value;
  const proof = { challengeId: checked.value.challengeId };
  const joined = await join(deps, invitation, { ...cmd, accountId, proof });
  return joined.ok ? ok({ accountId, version }) : joined;
}

/**
 * Joins with the account one is signed in with, when its phone is the one the invitation went to: the number was proved by
 * a code at sign-in or when it was changed, so it is not asked for again.
 */
export async function acceptWaiting(
  deps: AnswerDeps & { readonly read: WaitingReads },
  cmd: { readonly accountId: string; readonly agreed: boolean; readonly locale: Locale },
): Promise<Result<{ readonly accountId: string }, JoinRefusal>> {
  const waiting = await invitationWaiting(deps.read, cmd.accountId, deps.now());
  if (!waiting) return err('link-gone');
  if (!cmd.agreed) return err('consent-needed');
  return join(deps, waiting.invitation, { ...cmd, proof: { session: 'phone' } });
}

function join(
  deps: AnswerDeps,
  invitation: Invitation,
  cmd: {
    readonly accountId: string;
    readonly locale: Locale;
    readonly proof: Readonly<Record<string, string>>;
  },
): Promise<Result<{ readonly accountId: string }, JoinRefusal>> {
  const { accountId } = cmd;
  const { familyId, guardianId } = invitation;
  return deps.transaction(async ({ families, invitations, audit, outbox }) => {
    const family = await families.ofAccount(accountId);
    if (family?.id === familyId) return err('own-invitation');
    if (family) return err('in-another-family');
    const id = await openAnew(deps, invitations, invitation);
    if (!(await invitations.accept(id, deps.now()))) return err('link-gone');
    if (!(await families.join(guardianId, accountId))) return err('link-gone');
    const { id: purpose, version, title, body } = identityWording(deps.consents, deps.now());
    const shown = { title: say(title, cmd.locale), body: say(body, cmd.locale) };
    await families.saveConsent({
      familyId,
      accountId,
      purpose,
      textVersion: version,
      textSha256: createHash('sha256').update(`${shown.title}\n${shown.body}`).digest('hex'),
      locale: cmd.locale,
      subjectId: guardianId,
      shown,
      givenAt: deps.now(),
    });
    await audit.record({
      action: 'guardian.joined',
      actor: { kind: 'family', id: accountId },
      object: { kind: 'guardian', id: guardianId },
      details: { invitationId: id, familyId, ...cmd.proof },
    });
    await outbox.add('guardian.joined', { familyId, guardianId });
    const others = (await families.guardiansOf(familyId)).filter((one) => one.id !== guardianId);
    await tell(deps.vault, outbox, others, 'sms.joined');
    return ok({ accountId });
  });
}

/** One that expired while nobody took it back is opened anew for whoever proves the number: they have no use for a link. */
async function openAnew(
  { now, vault }: Pick<AnswerDeps, 'now' | 'vault'>,
  invitations: InvitationStore,
  invitation: Invitation,
): Promise<string> {
  const at = now();
  if (invitation.expiresAt > at) return invitation.id;
  const { familyId, guardianId, phone, invitedBy } = invitation;
  const id = newId('invitation', at);
  const anew = { id, familyId, guardianId, phone, invitedBy, createdAt: at, expiresAt: at + HOUR };
  await invitations.insert(vault.token(), anew);
  return id;
}

/** The link reached the wrong person: it stops working, and the family learns to check the number. */
export async function refuseInvitation(
  deps: AnswerDeps,
  cmd: { readonly token: string },
): Promise<Result<undefined, 'link-gone'>> {
  const invitation = await deps.read.invitations.byToken(cmd.token, deps.now());
  return invitation ? refuse(deps, invitation) : err('link-gone');
}

/** The same from whoever is signed in with the number: the family named it by mistake. */
export async function refuseWaiting(
  deps: AnswerDeps & { readonly read: WaitingReads },
  cmd: { readonly accountId: string },
): Promise<Result<undefined, 'link-gone'>> {
  const waiting = await invitationWaiting(deps.read, cmd.accountId, deps.now());
  return waiting ? refuse(deps, waiting.invitation) : err('link-gone');
}

function refuse(deps: AnswerDeps, invitation: Invitation): Promise<Result<undefined, 'link-gone'>> {
  return deps.transaction(async ({ families, invitations, audit, outbox }) => {
    if (!(await invitations.close(invitation.id, deps.now()))) return err('link-gone');
    await audit.record({
      action: 'invitation.refused',
      actor: VISITOR,
      object: { kind: 'guardian', id: invitation.guardianId },
      details: { invitationId: invitation.id, familyId: invitation.familyId },
    });
    await tell(deps.vault, outbox, await families.guardiansOf(invitation.familyId), 'sms.refused');
    return ok();
  });
}

async function tell(
  vault: Vault,
  outbox: Outbox,
  people: readonly Guardian[],
  key: 'sms.joined' | 'sms.refused',
): Promise<void> {
  for (const { accountId, phone, locale } of people)
    if (accountId !== null && phone !== null)
      await outbox.add(
        'sms.send',
        message.sms(vault, phone, translator(familyMessages, locale ?? 'zh')(key)),
      );
}
