/** Changing how one signs in. Every change ends all sessions; with its answer the caller begins a new one for this browser. */
import type { AuditTrail } from '../../platform/audit/audit-trail.ts';
import type { Outbox } from '../../platform/outbox/outbox.ts';
import type { RateLimiter } from '../../platform/rate-limit/rate-limit.ts';
import type { Vault } from '../../platform/crypto/vault.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Actor } from '../../shared/actor.ts';
import type { Locale } from '../../shared/i18n.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Transact } from '../../shared/transaction.ts';
import type { AccessLinkStore } from '../links/access-link-store.ts';
import { emailKey, provedAndChanged, type Account, type Proved } from '../account.ts';
import type { AccountStore } from '../account-store.ts';
import type { ChallengeStore } from '../codes/challenge-store.ts';
import { checkChange, type ChangeConfirmed, type Unconfirmed } from './confirm-change.ts';
import type { PasswordHasher } from '../passwords/password.ts';
import type { SessionStore } from '../session-store.ts';
import { tellOldEmail, tellOldPhone } from '../letters/tell-changed.ts';

export interface ChangeAccountDeps {
  readonly now: Clock;
  readonly vault: Vault;
  readonly config: { readonly origin: string };
  readonly limits: RateLimiter;
  readonly passwords: PasswordHasher;
  readonly read: { readonly accounts: AccountStore };
  readonly transaction: Transact<{
    accounts: AccountStore;
    accessLinks: AccessLinkStore;
    challenges: ChallengeStore;
    sessions: SessionStore;
    audit: AuditTrail;
    outbox: Outbox;
  }>;
}

export const actorOf = (account: Account): Actor => ({
  kind: account.isStaff ? 'staff' : 'family',
  id: account.id,
});

type ContactRefusal = Unconfirmed | 'account.taken' | 'changed-meanwhile';

/** The code went to the new number, so whoever enters it holds that phone; `checkChange` proves the owner. */
export async function changePhone(
  deps: ChangeAccountDeps,
  cmd: ChangeConfirmed & { readonly accountId: string; readonly phone: string },
): Promise<Result<Proved, ContactRefusal>> {
  const { accountId, phone } = cmd;
  const checked = await checkChange(deps, accountId, { purpose: 'change-phone', phone }, cmd);
  if (!checked.ok) return checked;
  const account = checked.value;
  return deps.transaction(async ({ accounts, accessLinks, sessions, audit, outbox }) => {
    if (await accounts.byPhone(phone)) return err('account.taken');
    if (!(await accounts.setPhone(account, phone))) return err('changed-meanwhile');
    await accessLinks.withdraw('password-reset', account.id, deps.now());
    await sessions.removeAllOf(account.id);
    await audit.record({
      action: 'account.phone-changed',
      actor: actorOf(account),
      object: { kind: 'account', id: account.id },
    });
    await tellOldPhone(deps, outbox, account);
    // The guardian's record follows: signing codes go where the person is now.
    await outbox.add('account.phone-changed', { accountId });
    return ok(provedAndChanged(account));
  });
}

export async function changeEmail(
  deps: ChangeAccountDeps,
  cmd: ChangeConfirmed & { readonly accountId: string; readonly email: string },
): Promise<Result<Proved, ContactRefusal>> {
  const { accountId, email } = cmd;
  const checked = await checkChange(deps, accountId, { purpose: 'change-email', email }, cmd);
  if (!checked.ok) return checked;
  const account = checked.value;
  return deps.transaction(async ({ accounts, accessLinks, sessions, audit, outbox }) => {
    const holder = await accounts.byEmail(email);
    if (holder !== null && holder.id !== account.id) return err('account.taken');
    if (!(await accounts.setEmail(account, email, deps.now()))) return err('changed-meanwhile');
    await accessLinks.withdraw('password-reset', account.id, deps.now());
    await sessions.removeAllOf(account.id);
    await audit.record({
      action: 'account.email-changed',
      actor: actorOf(account),
      object: { kind: 'account', id: account.id },
    });
    if (account.email !== null && emailKey(account.email) !== emailKey(email))
      await tellOldEmail(deps, outbox, account);
    return ok(provedAndChanged(account));
  });
}

export async function changeLanguage(
  deps: Pick<ChangeAccountDeps, 'transaction'>,
  cmd: { readonly accountId: string; readonly locale: Locale },
): Promise<Result<undefined, 'not-found' | 'changed-meanwhile'>> {
  return deps.transaction(async ({ accounts, audit }) => {
    const account = await accounts.byId(cmd.accountId);
    if (!account) return err('not-found');
    if (account.locale === cmd.locale) return ok();
    if (!(await accounts.setLocale(account, cmd.locale))) return err('changed-meanwhile');
    await audit.record({
      action: 'account.language-changed',
      actor: actorOf(account),
      object: { kind: 'account', id: account.id },
      details: { locale: cmd.locale },
    });
    return ok();
  });
}
