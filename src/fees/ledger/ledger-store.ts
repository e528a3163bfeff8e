/** The only SQL about the ledger and about what the payment provider told us. Both only ever grow. */
import { desc, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { ledgerEntries, paymentEvents } from '#db/schema/index.ts';
import type { Instant } from '../../shared/clock.ts';
import { newId } from '../../shared/ids.ts';
import type { Account, BookedEntry, Posting } from './ledger.ts';

export type EventOutcome = 'applied' | 'no-effect' | 'held' | 'foreign';

export interface RecordedEvent {
  readonly providerEventId: string;
  readonly type: string;
  readonly orderId: string | null;
  readonly receivedAt: Instant;
  readonly outcome: EventOutcome;
  readonly note: string | null;
}

export const ledgerStore = (db: Db) => ({
  async hasEvent(providerEventId: string): Promise<boolean> {
    const found = await db
      .select({ id: paymentEvents.providerEventId })
      .from(paymentEvents)
      .where(eq(paymentEvents.providerEventId, providerEventId))
      .limit(1);
    return found.length === 1;
  },

  /** The primary key makes a second one impossible even when two workers race. */
  async addEvent(event: RecordedEvent): Promise<void> {
    await db.insert(paymentEvents).values(event);
  },

  /** The newest first. */
  async eventsOf(orderId: string): Promise<readonly RecordedEvent[]> {
    return (
      db
        .select()
        .from(paymentEvents)
        .where(eq(paymentEvents.orderId, orderId))
        // Rows only ever come: the newest has the highest rowid, and the index already holds it.
        .orderBy(desc(sql`rowid`))
        .limit(50)
    );
  },

  async post(
    posting: Posting,
    of: { orderId: string; at: Instant; providerEventId?: string },
  ): Promise<void> {
    await db.insert(ledgerEntries).values(
      posting.entries.map((entry) => ({
        id: newId('ledgerEntry', of.at),
        orderId: of.orderId,
        transactionId: posting.transactionId,
        account: entry.account,
        amountFen: entry.amountFen,
        memo: posting.memo,
        providerEventId: of.providerEventId ?? null,
        at: of.at,
      })),
    );
  },

  /** The order a transaction is booked on; null when it is not booked. */
  async orderOf(transactionId: string): Promise<string | null> {
    const [row] = await db
      .select({ orderId: ledgerEntries.orderId })
      .from(ledgerEntries)
      .where(eq(ledgerEntries.transactionId, transactionId))
      .limit(1);
    return row?.orderId ?? null;
  },

  async ofOrder(orderId: string): Promise<readonly BookedEntry[]> {
    const rows = await db
      .select({
        transactionId: ledgerEntries.transactionId,
        account: ledgerEntries.account,
        amountFen: ledgerEntries.amountFen,
      })
      .from(ledgerEntries)
      .where(eq(ledgerEntries.orderId, orderId))
      .limit(1000);
    return rows.map((row) => ({ ...row, account: row.account as Account }));
  },
});
export type LedgerStore = ReturnType<typeof ledgerStore>;
