/** The only SQL about the public ledger. */
import { and, desc, eq, lt } from 'drizzle-orm';
import type { InferSelectModel } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { ledgerQuarters, ledgerRows } from '#db/schema/index.ts';
import type { AidId } from '../programmes/programme.ts';
import type { LedgerRow } from './publication.ts';
import type { Quarter } from './quarter.ts';

export type PublishedRow = Omit<InferSelectModel<typeof ledgerRows>, 'diseaseGroup' | 'quarter'> & {
  readonly quarter: Quarter;
  readonly diseaseGroup: LedgerRow['diseaseGroup'];
};
export type PublishedQuarter = Omit<InferSelectModel<typeof ledgerQuarters>, 'quarter'> & {
  readonly quarter: Quarter;
};

export interface LedgerFilter {
  readonly programme: AidId | null;
  readonly year: number | null;
}

/** The published rows, newest first, and the quarters they were closed in. */
export const ledgerStore = (db: Db) => ({
  /** Newest first. `after`: the id of the last row of the page before. */
  async page(filter: LedgerFilter, after: number | null, limit: number): Promise<readonly PublishedRow[]> {
    const rows = await db
      .select()
      .from(ledgerRows)
      .where(
        and(
          filter.programme === null ? undefined : eq(ledgerRows.programme, filter.programme),
          filter.year === null ? undefined : eq(ledgerRows.year, filter.year),
          after === null ? undefined : lt(ledgerRows.id, after),
        ),
      )
      .orderBy(desc(ledgerRows.id))
      .limit(limit);
    return rows as readonly PublishedRow[];
  },

  /** Every quarter closed so far, the newest first: a handful a year, whatever was granted. */
  async quarters(): Promise<readonly PublishedQuarter[]> {
    const rows = await db.select().from(ledgerQuarters).orderBy(desc(ledgerQuarters.quarter));
    return rows as readonly PublishedQuarter[];
  },

  /** Adds a row and answers its id. Rows are never changed. */
  async add(programme: AidId, quarter: Quarter, { from, to, ...row }: LedgerRow): Promise<number> {
    const [added] = await db
      .insert(ledgerRows)
      .values({ ...row, programme, quarter, year: Number(to.slice(0, 4)), fromMonth: from, toMonth: to })
      .returning({ id: ledgerRows.id });
    if (!added) throw new Error('the ledger took no row');
    return added.id;
  },

  /** Closes a quarter of a programme. A quarter can be closed once only. */
  async close(quarter: PublishedQuarter): Promise<void> {
    await db.insert(ledgerQuarters).values(quarter);
  },
});
export type LedgerStore = ReturnType<typeof ledgerStore>;
