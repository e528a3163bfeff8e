/** Exact counters: one upsert per attempt, counted by the database, so parallel guesses cannot slip through. */
import { lt, sql } from 'drizzle-orm';
import type { Db } from '../../../db/client.ts';
import { rateLimits } from '../../../db/schema/accounts.ts';
import type { Clock } from '../../shared/clock.ts';

export interface RateLimiter {
  /**
   * Takes one of `limit` turns of this window; false when there was none left. Windows are fixed and start at multiples
   * of `windowMs`. `key` must not be personal data: pass a blind index or an address.
   */
  take(name: string, key: string, limit: number, windowMs: number): Promise<boolean>;
  /** Deletes windows that are over. */
  forget(): Promise<void>;
}

export const rateLimiter = (db: Db, now: Clock): RateLimiter => ({
  async take(name, key, limit, windowMs) {
    const windowStart = Math.floor(now() / windowMs) * windowMs;
    const [row] = await db
      .insert(rateLimits)
      .values({ name, key, windowStart, count: 1, expiresAt: windowStart + windowMs })
      .onConflictDoUpdate({
        target: [rateLimits.name, rateLimits.key, rateLimits.windowStart],
        set: { count: sql`${rateLimits.count} + 1` },
      })
      .returning({ count: rateLimits.count });
    return row !== undefined && row.count <= limit;
  },
  async forget() {
    await db.delete(rateLimits).where(lt(rateLimits.expiresAt, now()));
  },
});
