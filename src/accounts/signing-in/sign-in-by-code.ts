/** Signing in with a phone: a code goes to every number alike, and the first right code makes the account. */
import type { AuditTrail } from '../../platform/audit/audit-trail.ts';
import type { Clock } from '../../shared/clock.ts';
import { newId } from '../../shared/ids.ts';
import type { Locale } from '../../shared/i18n.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Transact } from '../../shared/transaction.ts';
import { FIRST_VERSION, type Proved } from '../account.ts';
import type { AccountStore } from '../account-store.ts';
import type { ChallengeStore } from '../codes/challenge-store.ts';
import { checkCode, type CheckCodeDeps } from '../codes/check-code.ts';

export interface SignInByCodeDeps extends CheckCodeDeps {
  readonly transaction: Transact<{ accounts: AccountStore; audit: AuditTrail; challenges: ChallengeStore }>;
}

export interface SignInByCode {
  readonly phone: string;
  readonly subject: string;
  readonly code: string;
  readonly locale: Locale;
}

/**
 * The account behind the phone, made now when there is none. Staff do not come in by this door: they have a second factor.
 */
export async function signInByCode(
  deps: SignInByCodeDeps,
  cmd: SignInByCode,
): Promise<Result<Proved & { readonly isNew: boolean }, 'wrong-code' | 'code-spent'>> {
  const checked = await checkCode(deps, {
    purpose: 'sign-in',
    phone: cmd.phone,
    subject: cmd.subject,
    code: cmd.code,
  });
  if (!checked.ok) return checked;
  return accountOfPhone(deps, cmd.phone, cmd.locale);
}

export interface AccountOfPhoneDeps {
  readonly now: Clock;
  readonly transaction: Transact<{ accounts: AccountStore; audit: AuditTrail }>;
}

/** For a phone that has just been proved by a code. */
export async function accountOfPhone(
  deps: AccountOfPhoneDeps,
  phone: string,
  locale: Locale,
): Promise<Result<Proved & { readonly isNew: boolean }, 'code-spent'>> {
  return deps.transaction(async ({ accounts, audit }) => {
    const known = await accounts.byPhone(phone);
    if (known?.isStaff) return err('code-spent');
    const at = deps.now();
    const accountId = known?.id ?? newId('account', at);
    const actor = { kind: 'family', id: accountId } as const;
    const object = { kind: 'account', id: accountId };
    if (!known) {
      await accounts.create({ id: accountId, phone, email: null, locale, at });
      await audit.record({ action: 'account.created', actor, object, details: { by: 'phone-code' } });
    }
    await audit.record({ action: 'account.signed-in', actor, object, details: { by: 'phone-code' } });
    return ok({ accountId, version: known?.version ?? FIRST_VERSION, isNew: !known });
  });
}
