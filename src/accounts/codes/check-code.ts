import type { Vault } from '../../platform/crypto/vault.ts';
import type { Clock } from '../../shared/clock.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Transact } from '../../shared/transaction.ts';
import type { ChallengeStore } from './challenge-store.ts';
import { codeHash, targetIndex, type CodeBinding } from './send-code.ts';

export interface CheckCodeDeps {
  readonly now: Clock;
  readonly vault: Vault;
  readonly transaction: Transact<{ challenges: ChallengeStore }>;
}

type EnteredCode = CodeBinding & { readonly code: string };
type Verdict = Result<{ readonly challengeId: string }, 'wrong-code' | 'code-spent'>;

/**
 * Checks a code and uses it up. Runs in a transaction of its own, which commits a wrong guess too: were it part of the
 * caller's, rolling back would give the guess back. So call it BEFORE opening your transaction, never inside one.
 *
 * `wrong-code`: not this code. `code-spent`: expired, used, five guesses taken, or none was sent; ask for a new one.
 */
export async function checkCode(deps: CheckCodeDeps, cmd: EnteredCode): Promise<Verdict> {
  const [verdict] = await checkCodes(deps, [cmd]);
  return verdict ?? err('code-spent');
}

/** As `checkCode`, but a right code stays good: for a form that has something else to correct. A wrong guess counts. */
export async function tryCode(deps: CheckCodeDeps, cmd: EnteredCode): Promise<Verdict> {
  const [verdict] = await checkCodes(deps, [cmd], { use: false });
  return verdict ?? err('code-spent');
}

/** Checks several codes entered together, one verdict each; none is used up unless all are right. */
export async function checkCodes(
  deps: CheckCodeDeps,
  entered: readonly EnteredCode[],
  { use = true }: { readonly use?: boolean } = {},
): Promise<readonly Verdict[]> {
  const now = deps.now();
  const judged = await deps.transaction<Verdict[], never, undefined>(async ({ challenges }) => {
    const verdicts: Verdict[] = [];
    for (const one of entered) {
      const { purpose, subject } = one;
      const code = one.code.normalize('NFKC').replace(/\s/g, '');
      const attempt = await challenges.takeAttempt(
        { purpose, subject, targetIndex: targetIndex(deps.vault, one) },
        now,
      );
      if (!attempt) verdicts.push(err('code-spent'));
      else if (attempt.codeHash !== codeHash(deps.vault, attempt.id, code)) verdicts.push(err('wrong-code'));
      else verdicts.push(ok({ challengeId: attempt.id }));
    }
    if (!use || verdicts.some((verdict) => !verdict.ok)) return ok(verdicts);
    const used: Verdict[] = [];
    for (const verdict of verdicts)
      used.push(
        verdict.ok && (await challenges.use(verdict.value.challengeId, now)) ? verdict : err('code-spent'),
      );
    return ok(used);
  });
  return judged.ok ? judged.value : entered.map(() => err('code-spent'));
}
