/**
 * Setting a password, the first one too, takes more than a session: the password of now or, where there is none yet, a code
 * to the account's phone. Or whoever holds a session for a minute could give the account a password and come back with it.
 */
import { MINUTE } from '../../shared/clock.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { provedAndChanged, type Account, type Proved } from '../account.ts';
import type { AccountStore } from '../account-store.ts';
import { checkCode } from '../codes/check-code.ts';
import { sendCode, type SendCodeDeps } from '../codes/send-code.ts';
import { tellPasswordChanged } from '../letters/tell-changed.ts';
import { passwordFault } from '../passwords/password-rules.ts';
import { actorOf, type ChangeAccountDeps } from './change-account.ts';

/** What proves the owner. Without a phone it is always the password: such an account began with one. */
export const passwordProofOf = (
  account: Pick<Account, 'phone' | 'passwordHash'>,
): 'password' | 'phone-code' =>
  account.passwordHash !== null || account.phone === null ? 'password' : 'phone-code';

const confirmation = (accountId: string, phone: string) => ({
  purpose: 'set-password' as const,
  phone,
  subject: accountId,
});

/** Sends the code that proves the owner of an account without a password; `already-done` when it has one. */
export async function sendPasswordCode(
  deps: SendCodeDeps & { readonly read: SendCodeDeps['read'] & { readonly accounts: AccountStore } },
  cmd: { readonly accountId: string; readonly address?: string | undefined },
): Promise<Result<undefined, 'not-found' | 'already-done' | 'too-many-codes'>> {
  const { accountId, address } = cmd;
  const account = await deps.read.accounts.byId(accountId);
  if (!account) return err('not-found');
  if (account.phone === null || passwordProofOf(account) !== 'phone-code') return err('already-done');
  const own = confirmation(accountId, account.phone);
  const sent = await sendCode(deps, { ...own, locale: account.locale, address, accountId });
  return sent.ok ? ok() : sent;
}

export type PasswordRefusal =
  | 'not-found'
  | 'wrong-password'
  | 'wrong-code'
  | 'code-spent'
  | 'weak-password'
  | 'too-many-tries'
  | 'busy'
  | 'changed-meanwhile';

async function prove(
  deps: ChangeAccountDeps,
  account: Account,
  entered: { readonly current: string; readonly code: string },
): Promise<Result<unknown, PasswordRefusal>> {
  if (account.passwordHash !== null) {
    const matches = await deps.passwords.verify(account.passwordHash, entered.current);
    if (!matches.ok) return matches;
    return matches.value ? ok() : err('wrong-password');
  }
  if (account.phone === null) return err('wrong-password');
  return checkCode(deps, { ...confirmation(account.id, account.phone), code: entered.code });
}

/** Ends every session of the account and tells its owner; the caller begins a new session for this browser with the answer. */
export async function changePassword(
  deps: ChangeAccountDeps,
  cmd: {
    readonly accountId: string;
    /** The password of now; empty when there is none. */
    readonly current: string;
    /** The code sent to the phone, when there is no password of now. */
    readonly code?: string;
    readonly password: string;
  },
): Promise<Result<Proved, PasswordRefusal>> {
  const account = await deps.read.accounts.byId(cmd.accountId);
  if (!account) return err('not-found');
  if (passwordFault(cmd.password, [account.phone, account.email])) return err('weak-password');
  if (!(await deps.limits.take('password.change', account.id, 10, 15 * MINUTE))) return err('too-many-tries');
  // Hashed before the code is used up: a full line must not cost the person their code.
  const hashed = await deps.passwords.hash(cmd.password);
  if (!hashed.ok) return hashed;
  const proved = await prove(deps, account, { current: cmd.current, code: cmd.code ?? '' });
  if (!proved.ok) return proved;
  return deps.transaction(async ({ accounts, accessLinks, sessions, audit, outbox }) => {
    if (!(await accounts.setPassword(account, hashed.value, deps.now()))) return err('changed-meanwhile');
    await accessLinks.withdraw('password-reset', account.id, deps.now());
    await sessions.removeAllOf(account.id);
    await audit.record({
      action: 'account.password-changed',
      actor: actorOf(account),
      object: { kind: 'account', id: account.id },
    });
    await tellPasswordChanged(deps, outbox, account);
    return ok(provedAndChanged(account));
  });
}
