/** Who works here and what they may do. There is always an administrator who can sign in. */
import type { AccessLinkStore, AccountStore, Role, SessionStore } from '../../accounts/index.ts';
import type { AuditTrail } from '../../platform/audit/audit-trail.ts';
import { message, type Outbox } from '../../platform/outbox/outbox.ts';
import type { Vault } from '../../platform/crypto/vault.ts';
import type { Actor } from '../../shared/actor.ts';
import { DAY, type Clock } from '../../shared/clock.ts';
import { newId } from '../../shared/ids.ts';
import { localPath, translator, type Locale } from '../../shared/i18n.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Transact } from '../../shared/transaction.ts';
import { sealedSecret } from '../door/set-up-staff.ts';
import { staffMessages } from '../staff-messages.ts';
import { isActive, type StaffMember } from '../staff-member.ts';
import type { StaffStore } from '../staff-store.ts';

const INVITATION_LASTS = 7 * DAY;

interface TeamStores {
  readonly accounts: AccountStore;
  readonly accessLinks: AccessLinkStore;
  readonly sessions: SessionStore;
  readonly staff: StaffStore;
  readonly audit: AuditTrail;
  readonly outbox: Outbox;
}
export interface TeamDeps {
  readonly now: Clock;
  readonly vault: Vault;
  readonly config: { readonly origin: string };
  readonly transaction: Transact<TeamStores>;
}

async function sendLink(
  deps: TeamDeps,
  tx: TeamStores,
  to: { readonly accountId: string; readonly email: string; readonly locale: Locale },
): Promise<void> {
  const at = deps.now();
  const token = deps.vault.token();
  await tx.accessLinks.withdraw('staff-invitation', to.accountId, at);
  await tx.accessLinks.insert(token, {
    purpose: 'staff-invitation',
    accountId: to.accountId,
    email: to.email,
    payload: sealedSecret(deps.vault),
    createdAt: at,
    expiresAt: at + INVITATION_LASTS,
  });
  const t = translator(staffMessages, to.locale);
  const link = deps.config.origin + localPath(to.locale, `/staff/set-up/${token}`);
  await tx.outbox.add(
    'mail.send',
    message.mail(deps.vault, to.email, t('mail.invitation.subject'), t('mail.invitation.text', { link })),
  );
}

/** Opens an account for a colleague and mails the link. `email-taken` when the address has an account of any kind. */
export async function inviteStaff(
  deps: TeamDeps,
  cmd: {
    readonly name: string;
    readonly email: string;
    readonly roles: readonly Role[];
    readonly locale: Locale;
    readonly actor: Actor;
  },
): Promise<Result<{ readonly accountId: string }, 'email-taken'>> {
  return deps.transaction(async (tx) => {
    const at = deps.now();
    const accountId = newId('account', at);
    const { name, email, roles, locale } = cmd;
    const made = await tx.accounts.create({ id: accountId, phone: null, email, locale, at });
    if (!made) return err('email-taken');
    await tx.staff.insert({ accountId, name, roles, totpSecret: null });
    await sendLink(deps, tx, { accountId, email, locale });
    await tx.audit.record({
      action: 'staff.invited',
      actor: cmd.actor,
      object: { kind: 'account', id: accountId },
      details: { roles: [...roles] },
    });
    return ok({ accountId });
  });
}

type TeamRefusal = 'not-found' | 'changed-meanwhile' | 'last-administrator' | 'own-roles';
interface About {
  readonly accountId: string;
  readonly actor: Actor;
}

/** Refuses what would leave nobody who can let anybody in. */
const wouldLeaveNobody = (everybody: readonly StaffMember[], without: StaffMember): boolean =>
  isActive(without) &&
  without.roles.includes('administrator') &&
  !everybody.some(
    (one) => one.accountId !== without.accountId && isActive(one) && one.roles.includes('administrator'),
  );

/** A change of roles ends the person's sessions: they come back with the new ones. */
export async function changeRoles(
  deps: TeamDeps,
  cmd: About & { readonly roles: readonly Role[] },
): Promise<Result<undefined, TeamRefusal>> {
  return deps.transaction(async ({ staff, sessions, audit }) => {
    const everybody = await staff.all();
    const member = everybody.find((one) => one.accountId === cmd.accountId);
    if (!member) return err('not-found');
    if (!cmd.roles.includes('administrator') && wouldLeaveNobody(everybody, member))
      return err('last-administrator');
    // Nobody gives themselves rights: another administrator does.
    if (cmd.actor.id === cmd.accountId && cmd.roles.some((role) => !member.roles.includes(role)))
      return err('own-roles');
    if (!(await staff.save(member, { roles: cmd.roles }))) return err('changed-meanwhile');
    await sessions.removeAllOf(cmd.accountId);
    await audit.record({
      action: 'staff.roles-changed',
      actor: cmd.actor,
      object: { kind: 'account', id: cmd.accountId },
      details: { from: [...member.roles], to: [...cmd.roles] },
    });
    return ok();
  });
}

/** Signs the person out and keeps them out; links they were sent stop working. */
export async function disableStaff(
  deps: TeamDeps,
  cmd: About,
): Promise<Result<undefined, TeamRefusal | 'already-done'>> {
  return deps.transaction(async ({ staff, sessions, accessLinks, audit }) => {
    const everybody = await staff.all();
    const member = everybody.find((one) => one.accountId === cmd.accountId);
    if (!member) return err('not-found');
    if (member.disabledAt !== null) return err('already-done');
    if (wouldLeaveNobody(everybody, member)) return err('last-administrator');
    const at = deps.now();
    if (!(await staff.save(member, { disabledAt: at }))) return err('changed-meanwhile');
    await sessions.removeAllOf(cmd.accountId);
    await accessLinks.withdraw('staff-invitation', cmd.accountId, at);
    await audit.record({
      action: 'staff.disabled',
      actor: cmd.actor,
      object: { kind: 'account', id: cmd.accountId },
    });
    return ok();
  });
}

/** Lets a person in again, or sends a new set-up link: either way they choose a new password and second factor. */
export async function renewStaff(deps: TeamDeps, cmd: About): Promise<Result<undefined, TeamRefusal>> {
  return deps.transaction(async (tx) => {
    const everybody = await tx.staff.all();
    const member = everybody.find((one) => one.accountId === cmd.accountId);
    const account = await tx.accounts.byId(cmd.accountId);
    if (!member || !account?.email) return err('not-found');
    if (wouldLeaveNobody(everybody, member)) return err('last-administrator');
    if (!(await tx.staff.save(member, { disabledAt: null, totpSecret: null })))
      return err('changed-meanwhile');
    await tx.sessions.removeAllOf(cmd.accountId);
    await sendLink(deps, tx, { accountId: cmd.accountId, email: account.email, locale: account.locale });
    await tx.audit.record({
      action: 'staff.renewed',
      actor: cmd.actor,
      object: { kind: 'account', id: cmd.accountId },
    });
    return ok();
  });
}
