/** What a link in a mail opens: an account of one's own, or a new password for it. Each link works once. */
import type { AuditTrail } from '../../platform/audit/audit-trail.ts';
import type { Outbox } from '../../platform/outbox/outbox.ts';
import type { Vault } from '../../platform/crypto/vault.ts';
import type { Clock } from '../../shared/clock.ts';
import { newId } from '../../shared/ids.ts';
import type { Locale } from '../../shared/i18n.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Transact } from '../../shared/transaction.ts';
import type { AccessLinkStore } from './access-link-store.ts';
import { emailKey, FIRST_VERSION, type Proved } from '../account.ts';
import type { AccountStore } from '../account-store.ts';
import { passwordFault } from '../passwords/password-rules.ts';
import type { PasswordHasher } from '../passwords/password.ts';
import type { SessionStore } from '../session-store.ts';
import { tellPasswordChanged } from '../letters/tell-changed.ts';

export interface UseLinkDeps {
  readonly now: Clock;
  readonly vault: Vault;
  readonly config: { readonly origin: string };
  readonly passwords: PasswordHasher;
  readonly read: { readonly accessLinks: AccessLinkStore };
  readonly transaction: Transact<{
    accounts: AccountStore;
    accessLinks: AccessLinkStore;
    sessions: SessionStore;
    audit: AuditTrail;
    outbox: Outbox;
  }>;
}
export interface UseLink {
  readonly token: string;
  readonly password: string;
}
type Refusal = 'link-gone' | 'weak-password' | 'busy';

/** Makes the account whose address the link has proved. */
export async function completeRegistration(
  deps: UseLinkDeps,
  cmd: UseLink,
): Promise<Result<Proved, Refusal>> {
  const link = await deps.read.accessLinks.peek(cmd.token, 'email-verification', deps.now());
  if (!link?.email) return err('link-gone');
  if (passwordFault(cmd.password, [link.email])) return err('weak-password');
  const hashed = await deps.passwords.hash(cmd.password);
  if (!hashed.ok) return hashed;
  return deps.transaction(async ({ accounts, accessLinks, audit }) => {
    const at = deps.now();
    const used = await accessLinks.use(cmd.token, 'email-verification', at);
    if (!used?.email) return err('link-gone');
    const accountId = newId('account', at);
    const locale: Locale = used.payload['locale'] === 'en' ? 'en' : 'zh';
    const made = await accounts.create({
      id: accountId,
      phone: null,
      email: used.email,
      emailVerifiedAt: at,
      passwordHash: hashed.value,
      locale,
      at,
    });
    if (!made) return err('link-gone');
    await audit.record({
      action: 'account.created',
      actor: { kind: 'family', id: accountId },
      object: { kind: 'account', id: accountId },
      details: { by: 'email-link' },
    });
    return ok({ accountId, version: FIRST_VERSION });
  });
}

/** Sets a new password and ends every session: whoever had the old one is out. */
export async function resetPassword(
  deps: UseLinkDeps,
  cmd: UseLink,
): Promise<Result<{ readonly isStaff: boolean }, Refusal>> {
  const link = await deps.read.accessLinks.peek(cmd.token, 'password-reset', deps.now());
  if (!link?.accountId) return err('link-gone');
  if (passwordFault(cmd.password, [link.email])) return err('weak-password');
  const hashed = await deps.passwords.hash(cmd.password);
  if (!hashed.ok) return hashed;
  return deps.transaction(async ({ accounts, accessLinks, sessions, audit, outbox }) => {
    const at = deps.now();
    const used = await accessLinks.use(cmd.token, 'password-reset', at);
    const account = used?.accountId ? await accounts.byId(used.accountId) : null;
    // The link went to the address of then; who holds that one now has no say if the account's has changed since.
    if (!account?.email || emailKey(account.email) !== emailKey(used?.email ?? '')) return err('link-gone');
    if (!(await accounts.setPassword(account, hashed.value, at))) return err('link-gone');
    await accessLinks.withdraw('password-reset', account.id, at);
    await sessions.removeAllOf(account.id);
    await audit.record({
      action: 'account.password-reset',
      actor: { kind: account.isStaff ? 'staff' : 'family', id: account.id },
      object: { kind: 'account', id: account.id },
    });
    await tellPasswordChanged(deps, outbox, account);
    return ok({ isStaff: account.isStaff });
  });
}
