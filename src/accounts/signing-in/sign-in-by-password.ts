import type { AuditTrail } from '../../platform/audit/audit-trail.ts';
import type { RateLimiter } from '../../platform/rate-limit/rate-limit.ts';
import type { Vault } from '../../platform/crypto/vault.ts';
import { HOUR, MINUTE } from '../../shared/clock.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Transact } from '../../shared/transaction.ts';
import { emailKey, provedBy, type Account, type Proved } from '../account.ts';
import type { AccountStore } from '../account-store.ts';
import type { PasswordHasher } from '../passwords/password.ts';

export interface PasswordTryDeps {
  readonly vault: Vault;
  readonly limits: RateLimiter;
  readonly passwords: PasswordHasher;
  readonly read: { readonly accounts: AccountStore };
}

export interface PasswordTry {
  readonly email: string;
  readonly password: string;
  /** The visitor's network address. */
  readonly address: string;
  /** This browser's name if the account signed in on it before (`knownDevice`), given the account. */
  readonly deviceOf: (accountId: string | undefined) => string | null;
}

/**
 * Checks a password within its limits. A known device counts by itself: strangers guessing elsewhere cannot lock its owner
 * out. Answers for unknown addresses cost the same, in text and in time.
 */
export async function tryPassword(
  deps: PasswordTryDeps,
  cmd: PasswordTry,
  door: 'family' | 'staff',
): Promise<Result<Account, 'wrong-sign-in' | 'too-many-tries' | 'busy'>> {
  const account = await deps.read.accounts.byEmail(cmd.email);
  const who = deps.vault.index(emailKey(cmd.email), 'email');
  const device = cmd.deviceOf(account?.id);
  const limits: readonly (readonly [name: string, key: string, limit: number, windowMs: number])[] = device
    ? [['password.device', `${who}|${device}`, 10, 15 * MINUTE]]
    : [
        ['password.address', cmd.address, 200, 10 * MINUTE],
        ['password.pair', `${who}|${cmd.address}`, 5, 15 * MINUTE],
        ['password.account', who, 30, HOUR],
      ];
  for (const [name, key, limit, windowMs] of limits)
    if (!(await deps.limits.take(name, key, limit, windowMs))) return err('too-many-tries');
  const rightDoor = account !== null && account.isStaff === (door === 'staff');
  const matches = await deps.passwords.verify(rightDoor ? account.passwordHash : null, cmd.password);
  if (!matches.ok) return matches;
  return matches.value && rightDoor ? ok(account) : err('wrong-sign-in');
}

export interface SignInByPasswordDeps extends PasswordTryDeps {
  readonly transaction: Transact<{ audit: AuditTrail }>;
}

export async function signInByPassword(
  deps: SignInByPasswordDeps,
  cmd: PasswordTry,
): Promise<Result<Proved, 'wrong-sign-in' | 'too-many-tries' | 'busy'>> {
  const tried = await tryPassword(deps, cmd, 'family');
  if (!tried.ok) return tried;
  const accountId = tried.value.id;
  return deps.transaction(async ({ audit }) => {
    await audit.record({
      action: 'account.signed-in',
      actor: { kind: 'family', id: accountId },
      object: { kind: 'account', id: accountId },
      details: { by: 'password' },
    });
    return ok(provedBy(tried.value));
  });
}
