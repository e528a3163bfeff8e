/**
 * Asking for a mail: to register, or to choose a new password. The request does the same for every address; whether there
 * is an account is looked up later, by the job, where nobody can watch or time it.
 */
import type { RateLimiter } from '../../platform/rate-limit/rate-limit.ts';
import type { Outbox } from '../../platform/outbox/outbox.ts';
import type { Vault } from '../../platform/crypto/vault.ts';
import { HOUR, MINUTE } from '../../shared/clock.ts';
import type { Locale } from '../../shared/i18n.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Transact } from '../../shared/transaction.ts';
import { emailKey } from '../account.ts';

export interface AskForLinkDeps {
  readonly vault: Vault;
  readonly limits: RateLimiter;
  readonly transaction: Transact<{ outbox: Outbox }>;
}

export const LINK_TOPICS = {
  registration: 'account.registration-requested',
  reset: 'account.reset-requested',
} as const;

/** Mails one address may be sent for one reason in an hour; more are dropped in silence, so the answer stays the same. */
const PER_EMAIL = 3;

export async function askForLink(
  deps: AskForLinkDeps,
  cmd: {
    readonly for: keyof typeof LINK_TOPICS;
    readonly email: string;
    readonly locale: Locale;
    readonly address: string;
  },
): Promise<Result<undefined, 'too-many-tries'>> {
  if (!(await deps.limits.take('link.address', cmd.address, 60, 10 * MINUTE))) return err('too-many-tries');
  const key = `${cmd.for}|${deps.vault.index(emailKey(cmd.email), 'email')}`;
  if (!(await deps.limits.take('link.email', key, PER_EMAIL, HOUR))) return ok();
  return deps.transaction(async ({ outbox }) => {
    await outbox.add(LINK_TOPICS[cmd.for], {
      email: deps.vault.seal(cmd.email, 'outbox'),
      locale: cmd.locale,
    });
    return ok();
  });
}
