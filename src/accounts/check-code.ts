import type { Vault } from '../platform/crypto/vault.ts';
import type { Clock } from '../shared/clock.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { Transact } from '../shared/transaction.ts';
import type { ChallengeStore } from './challenge-store.ts';
import { codeHash, targetIndex, type CodeBinding } from './send-code.ts';

export interface CheckCodeDeps {
  readonly now: Clock;
  readonly vault: Vault;
  readonly transaction: Transact<{ challenges: ChallengeStore }>;
}

type Verdict = Result<{ readonly challengeId: string }, 'wrong-code' | 'code-spent'>;

/**
 * Checks a code and uses it up. Runs in a transaction of its own, which commits a wrong guess too: were it part of the
 * caller's, rolling back would give the guess back. So call it BEFORE opening your transaction, never inside one.
 *
 * `wrong-code`: not this code. `code-spent`: expired, used, five guesses taken, or none was sent; ask for a new one.
 */
export async function checkCode(
  deps: CheckCodeDeps,
  cmd: CodeBinding & { readonly code: string },
): Promise<Verdict> {
  const now = deps.now();
  const code = cmd.code.normalize('NFKC').replace(/\s/g, '');
  const { purpose, subject } = cmd;
  const judged = await deps.transaction<Verdict, never, undefined>(async ({ challenges }) => {
    const attempt = await challenges.takeAttempt(
      { purpose, subject, targetIndex: targetIndex(deps.vault, cmd) },
      now,
    );
    if (!attempt) return ok<Verdict>(err('code-spent'));
    if (attempt.codeHash !== codeHash(deps.vault, attempt.id, code)) return ok<Verdict>(err('wrong-code'));
    return ok<Verdict>(
      (await challenges.use(attempt.id, now)) ? ok({ challengeId: attempt.id }) : err('code-spent'),
    );
  });
  return judged.ok ? judged.value : err('code-spent');
}
