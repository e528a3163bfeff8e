/** Running numbers people see, without gaps that matter: the counter moves in the transaction that uses the number. */
import { sql } from 'drizzle-orm';
import type { Db } from '../../../db/client.ts';
import { counters } from '../../../db/schema/platform.ts';
import { caseNumber, type NumberKind } from '../../shared/numbers.ts';

export interface Numbers {
  /** The next number of this kind and year, such as `HT-2026-000123-4`. */
  next(kind: NumberKind, year: number): Promise<string>;
}

export const numbers = (db: Db): Numbers => ({
  async next(kind, year) {
    const [row] = await db
      .insert(counters)
      .values({ kind, year, last: 1 })
      .onConflictDoUpdate({
        target: [counters.kind, counters.year],
        set: { last: sql`${counters.last} + 1` },
      })
      .returning({ last: counters.last });
    if (!row) throw new Error(`the counter ${kind} ${year} gave no number`);
    return caseNumber(kind, year, row.last);
  },
});
