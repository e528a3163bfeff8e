import { and, desc, eq, gt, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { challenges } from '#db/schema/index.ts';
import type { Instant } from '../../shared/clock.ts';

/** What a code is good for: only this purpose, sent to this target, about this subject. */
export interface Binding {
  readonly purpose: string;
  readonly targetIndex: string;
  readonly subject: string;
}

export const CODE_ATTEMPTS = 5;

/** The only SQL on one-time codes. */
export const challengeStore = (db: Db) => ({
  async insert(
    challenge: Binding & { id: string; codeHash: string; createdAt: Instant; expiresAt: Instant },
  ): Promise<void> {
    await db.insert(challenges).values(challenge);
  },
  /**
   * Takes one of the five attempts at the newest code for this binding: one statement, so that guesses in parallel are
   * counted one by one. Null when there is no code that can still be tried.
   */
  async takeAttempt(binding: Binding, now: Instant): Promise<{ id: string; codeHash: string } | null> {
    const [newest] = await db
      .select({ id: challenges.id })
      .from(challenges)
      .where(
        and(
          eq(challenges.targetIndex, binding.targetIndex),
          eq(challenges.purpose, binding.purpose),
          eq(challenges.subject, binding.subject),
        ),
      )
      .orderBy(desc(challenges.createdAt))
      .limit(1);
    if (!newest) return null;
    const [row] = await db
      .update(challenges)
      .set({ attempts: sql`${challenges.attempts} + 1` })
      .where(
        and(
          eq(challenges.id, newest.id),
          lt(challenges.attempts, CODE_ATTEMPTS),
          isNull(challenges.usedAt),
          gt(challenges.expiresAt, now),
        ),
      )
      .returning({ id: challenges.id, codeHash: challenges.codeHash });
    return row ?? null;
  },
  /** The newest code for this purpose that did its work, or null. */
  async lastUsed(targetIndex: string, purpose: string): Promise<string | null> {
    const [newest] = await db
      .select({ id: challenges.id })
      .from(challenges)
      .where(
        and(
          eq(challenges.targetIndex, targetIndex),
          eq(challenges.purpose, purpose),
          // Whatever is on its way above it: else the second of two askings would tell who has been here before.
          isNotNull(challenges.usedAt),
        ),
      )
      .orderBy(desc(challenges.createdAt))
      .limit(1);
    return newest?.id ?? null;
  },
  /** True once only. */
  async use(id: string, at: Instant): Promise<boolean> {
    const used = await db
      .update(challenges)
      .set({ usedAt: at })
      .where(and(eq(challenges.id, id), isNull(challenges.usedAt)))
      .returning({ id: challenges.id });
    return used.length > 0;
  },
  /** A code that expired yesterday proves nothing; those a signature refers to are kept by the signature's own row. */
  async removeExpired(before: Instant): Promise<void> {
    await db.delete(challenges).where(and(lt(challenges.expiresAt, before), isNull(challenges.usedAt)));
  },
});
export type ChallengeStore = ReturnType<typeof challengeStore>;
