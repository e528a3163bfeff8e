/**
 * A session alone does not move an account to another phone or address: the new one is proved by a code, and the owner by
 * the current phone or the current password. Whoever finds a phone unlocked cannot sign a contract on their own number.
 */
import type { RateLimiter } from '../../platform/rate-limit/rate-limit.ts';
import { DAY, MINUTE, type Instant } from '../../shared/clock.ts';
import type { Locale } from '../../shared/i18n.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Account } from '../account.ts';
import type { AccountStore } from '../account-store.ts';
import { checkCodes, type CheckCodeDeps } from '../codes/check-code.ts';
import type { PasswordHasher } from '../passwords/password.ts';
import { sendCode, targetIndex, type SendCodeDeps } from '../codes/send-code.ts';

/** The phone or the address an account is to have. */
export type NewContact =
  | { readonly purpose: 'change-phone'; readonly phone: string }
  | { readonly purpose: 'change-email'; readonly email: string };

const PASSWORD_PROVES_AFTER = DAY;

/**
 * How the owner is proved. A password can be chosen anew by mail alone, so one younger than a day proves nothing where there
 * is a phone to ask: the owner has that day to read what we texted.
 */
export const proofOf = (
  account: Pick<Account, 'phone' | 'passwordHash' | 'passwordChangedAt'>,
  now: Instant,
): 'password' | 'phone-code' =>
  account.phone === null ||
  (account.passwordHash !== null && now - (account.passwordChangedAt ?? now) >= PASSWORD_PROVES_AFTER)
    ? 'password'
    : 'phone-code';

const confirmation = (
  deps: Pick<SendCodeDeps, 'vault'>,
  accountId: string,
  phone: string,
  to: NewContact,
) => ({
  purpose: 'confirm-change' as const,
  phone,
  // Bound to the new contact too: a code given for one change is no good for another.
  subject: `${accountId}|${targetIndex(deps.vault, { ...to, subject: accountId })}`,
});

export interface SendChangeCodesDeps extends SendCodeDeps {
  readonly read: SendCodeDeps['read'] & { readonly accounts: AccountStore };
}

/** A code to the new phone or address and, unless a password will do, one to the current phone. */
export async function sendChangeCodes(
  deps: SendChangeCodesDeps,
  cmd: {
    readonly accountId: string;
    readonly to: NewContact;
    readonly locale: Locale;
    readonly address?: string | undefined;
  },
): Promise<Result<undefined, 'not-found' | 'too-many-codes'>> {
  const { accountId, to, locale, address } = cmd;
  const account = await deps.read.accounts.byId(accountId);
  if (!account) return err('not-found');
  if (account.phone !== null && proofOf(account, deps.now()) === 'phone-code') {
    const own = confirmation(deps, accountId, account.phone, to);
    const sent = await sendCode(deps, { ...own, locale: account.locale, address, accountId });
    if (!sent.ok) return sent;
  }
  const sent = await sendCode(deps, { ...to, subject: accountId, locale, address, accountId });
  return sent.ok ? ok() : sent;
}

/** What a person enters to confirm a change: the code from the new contact, and one of the two others. */
export interface ChangeConfirmed {
  readonly code: string;
  readonly currentCode?: string;
  readonly currentPassword?: string;
}

export type Unconfirmed =
  | 'not-found'
  | 'wrong-code'
  | 'code-spent'
  | 'wrong-current-code'
  | 'current-code-spent'
  | 'wrong-password'
  | 'too-many-tries'
  | 'busy';

export interface CheckChangeDeps extends CheckCodeDeps {
  readonly limits: RateLimiter;
  readonly passwords: PasswordHasher;
  readonly read: { readonly accounts: AccountStore };
}

/** The account as it was when its owner was proved; what is saved must still be of that version. */
export async function checkChange(
  deps: CheckChangeDeps,
  accountId: string,
  to: NewContact,
  entered: ChangeConfirmed,
): Promise<Result<Account, Unconfirmed>> {
  const account = await deps.read.accounts.byId(accountId);
  if (!account) return err('not-found');
  const fromNew = { ...to, subject: accountId, code: entered.code };
  if (account.phone !== null && proofOf(account, deps.now()) === 'phone-code') {
    const own = confirmation(deps, accountId, account.phone, to);
    const [fresh, current] = await checkCodes(deps, [fromNew, { ...own, code: entered.currentCode ?? '' }]);
    if (!current?.ok)
      return err(current?.code === 'wrong-code' ? 'wrong-current-code' : 'current-code-spent');
    return fresh?.ok ? ok(account) : err(fresh?.code ?? 'code-spent');
  }
  if (!(await deps.limits.take('password.change', account.id, 10, 15 * MINUTE))) return err('too-many-tries');
  if (account.passwordHash === null) return err('wrong-password');
  const matches = await deps.passwords.verify(account.passwordHash, entered.currentPassword ?? '');
  if (!matches.ok) return matches;
  if (!matches.value) return err('wrong-password');
  const [fresh] = await checkCodes(deps, [fromNew]);
  return fresh?.ok ? ok(account) : err(fresh?.code ?? 'code-spent');
}
