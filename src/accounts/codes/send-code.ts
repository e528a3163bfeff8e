/** One-time codes: six digits by text message or mail, good for one purpose, one target and one subject. */
import { randomInt } from 'node:crypto';
import type { AuditTrail } from '../../platform/audit/audit-trail.ts';
import type { Vault } from '../../platform/crypto/vault.ts';
import type { Outbox } from '../../platform/outbox/outbox.ts';
import type { RateLimiter } from '../../platform/rate-limit/rate-limit.ts';
import { DAY, HOUR, MINUTE, type Clock, type Instant } from '../../shared/clock.ts';
import { newId } from '../../shared/ids.ts';
import { translator, type Locale } from '../../shared/i18n.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Transact } from '../../shared/transaction.ts';
import { emailKey } from '../account.ts';
import type { ChallengeStore } from './challenge-store.ts';
import { letterMessages } from '../letters/letter-messages.ts';

export type CodePurpose =
  | 'sign-in'
  | 'change-phone'
  | 'change-email'
  | 'confirm-change'
  | 'set-password'
  | 'invitation'
  | 'sign-contract'
  | 'book-event';

export const CODE_LASTS = 10 * MINUTE;
export const RESEND_AFTER = MINUTE;

export interface SendCodeDeps {
  readonly now: Clock;
  readonly vault: Vault;
  readonly limits: RateLimiter;
  readonly read: { readonly challenges: ChallengeStore };
  readonly transaction: Transact<{ challenges: ChallengeStore; outbox: Outbox; audit: AuditTrail }>;
}

export interface CodeBinding {
  readonly purpose: CodePurpose;
  /** What the code is bound to besides its target: a contract's document hash, a browser's sign-in, an invitation. */
  readonly subject: string;
  /** Already normalised: 11 digits. */
  readonly phone?: string;
  /** Instead of a phone. */
  readonly email?: string;
}

export interface SendCode extends CodeBinding {
  readonly locale: Locale;
  /** The visitor's network address, for a limit of its own. */
  readonly address?: string | undefined;
  /** A device this account has signed in on: it has limits of its own, so strangers cannot use up its codes. */
  readonly device?: string | null;
  /** Who asks, when signed in: their codes are counted by account, out of a stranger's reach. */
  readonly accountId?: string;
}

export interface CodeSent {
  readonly challengeId: string;
  readonly expiresAt: Instant;
  readonly resendAt: Instant;
}

export const targetIndex = (vault: Vault, to: CodeBinding): string =>
  to.phone !== undefined ? vault.index(to.phone, 'phone') : vault.index(emailKey(to.email ?? ''), 'email');

/** Bound to its challenge, so that equal codes do not look equal in the database. */
export const codeHash = (vault: Vault, challengeId: string, code: string): string =>
  vault.index(`${challengeId}:${code}`, 'one-time-code');

/** Codes out of one bucket: 8 an hour, 15 a day. */
const PER_BUCKET = [
  ['code.hour', 8, HOUR],
  ['code.day', 15, DAY],
] as const;
/** Many families share one address behind a mobile network, so this is generous; it stops only a flood. */
const PER_ADDRESS = 120;

/**
 * What a code is counted against. Anybody may ask for a code to sign in, so those are counted by target, and by nothing
 * that a signed-in person or an invited one needs: or a stranger could keep a guardian from signing.
 */
function bucketsOf(cmd: SendCode, target: string): readonly [string, ...string[]] {
  if (cmd.accountId !== undefined) {
    const own = `account|${cmd.accountId}`;
    // The target is not proved yet to be theirs: many accounts together must not flood one phone.
    return cmd.purpose === 'change-phone' || cmd.purpose === 'change-email' ? [own, `new|${target}`] : [own];
  }
  if (cmd.purpose === 'invitation') return [`invitation|${cmd.subject}`];
  return [cmd.device ? `${target}|${cmd.device}` : target];
}

/**
 * Sends a code and says when the next may be asked for. Never says whether an account exists: it does not look.
 * Refuses with `too-many-codes`.
 */
export async function sendCode(
  deps: SendCodeDeps,
  cmd: SendCode,
): Promise<Result<CodeSent, 'too-many-codes'>> {
  const target = targetIndex(deps.vault, cmd);
  const buckets = bucketsOf(cmd, target);
  if (cmd.address && !(await deps.limits.take('code.address', cmd.address, PER_ADDRESS, 10 * MINUTE)))
    return err('too-many-codes');
  // The minute is for asking again while a code is on its way. Who has used the last one may have the next at once: to
  // sign right after signing in, or to sign in on the tablet too.
  const used = await deps.read.challenges.lastUsed(target, cmd.purpose);
  const asking = `${buckets[0]}|${target}|${cmd.purpose}|${used ?? ''}`;
  if (!(await deps.limits.take('code.minute', asking, 1, RESEND_AFTER))) return err('too-many-codes');
  for (const bucket of buckets)
    for (const [name, limit, windowMs] of PER_BUCKET)
      if (!(await deps.limits.take(name, bucket, limit, windowMs))) return err('too-many-codes');

  const now = deps.now();
  const id = newId('challenge', now);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const t = translator(letterMessages, cmd.locale);
  const seal = (plain: string): string => deps.vault.seal(plain, 'outbox');
  return deps.transaction(async ({ challenges, outbox }) => {
    await challenges.insert({
      id,
      purpose: cmd.purpose,
      targetIndex: target,
      subject: cmd.subject,
      codeHash: codeHash(deps.vault, id, code),
      createdAt: now,
      expiresAt: now + CODE_LASTS,
    });
    const text = t(`code.${cmd.purpose}`, { code });
    if (cmd.phone !== undefined) await outbox.add('sms.send', { to: seal(cmd.phone), text: seal(text) });
    else
      await outbox.add('mail.send', {
        to: seal(cmd.email ?? ''),
        subject: t('code.subject'),
        text: seal(text),
      });
    return ok({ challengeId: id, expiresAt: now + CODE_LASTS, resendAt: now + RESEND_AFTER });
  });
}
