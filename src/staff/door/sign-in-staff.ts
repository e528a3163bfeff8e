import type { AuditTrail } from '../../platform/audit/audit-trail.ts';
import {
  provedBy,
  tryPassword,
  type PasswordTry,
  type Proved,
  type PasswordTryDeps,
} from '../../accounts/index.ts';
import type { Clock } from '../../shared/clock.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Transact } from '../../shared/transaction.ts';
import type { StaffStore } from '../staff-store.ts';
import { totpStep } from '../totp.ts';

export interface StaffSignInDeps extends PasswordTryDeps {
  readonly now: Clock;
  readonly read: PasswordTryDeps['read'] & { readonly staff: StaffStore };
  readonly transaction: Transact<{ staff: StaffStore; audit: AuditTrail }>;
}

/**
 * Password and authenticator code together: one refusal for either being wrong, so neither can be guessed alone. A code
 * opens once, even when it is entered twice at the same moment.
 */
export async function signInStaff(
  deps: StaffSignInDeps,
  cmd: PasswordTry & { readonly totp: string },
): Promise<Result<Proved, 'wrong-staff-sign-in' | 'too-many-tries' | 'busy'>> {
  const tried = await tryPassword(deps, cmd, 'staff');
  if (!tried.ok) return err(tried.code === 'wrong-sign-in' ? 'wrong-staff-sign-in' : tried.code);
  const accountId = tried.value.id;
  const member = await deps.read.staff.byAccount(accountId);
  const step =
    member?.totpSecret && member.disabledAt === null
      ? totpStep(member.totpSecret, cmd.totp, deps.now())
      : null;
  const opened = await deps.transaction(async ({ staff, audit }) => {
    const actor = { kind: 'staff', id: accountId } as const;
    const object = { kind: 'account', id: accountId };
    if (step === null || !(await staff.useTotpStep(accountId, step))) {
      // Somebody knows the password: worth a line, whoever it was.
      await audit.record({ action: 'staff.sign-in-refused', actor, object, details: { reason: 'code' } });
      return ok(false);
    }
    await audit.record({ action: 'staff.signed-in', actor, object });
    return ok(true);
  });
  return opened.ok && opened.value ? ok(provedBy(tried.value)) : err('wrong-staff-sign-in');
}
