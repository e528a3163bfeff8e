/** The only SQL about money that is held. */
import { and, asc, desc, eq, getTableColumns, gt, lt, sql, type InferSelectModel } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { heldMoney, orders } from '#db/schema/index.ts';
import { isOpen, type HeldMoney } from './held.ts';

/** A held payment as the list shows it. */
export type HeldRow = HeldMoney & { readonly orderNumber: string };

/** Far above any contract: one case for each of its babies. */
const MOST_OF_A_PAYMENT = 20;

const asHeld = (row: InferSelectModel<typeof heldMoney>): HeldMoney => {
  const { open: _, ...held } = row;
  return held;
};

export const heldStore = (db: Db) => {
  const prepareRefundsOf = () =>
    db
      .select(getTableColumns(heldMoney))
      .from(orders)
      .innerJoin(heldMoney, eq(heldMoney.orderId, orders.id))
      .where(and(eq(orders.familyId, sql.placeholder('familyId')), eq(heldMoney.why, 'unit-fell-away')))
      .prepare();
  // On every visit of the family's home, and prepared once.
  let refundsOf: ReturnType<typeof prepareRefundsOf> | undefined;
  return {
    async byId(id: string): Promise<HeldRow | null> {
      const [row] = await db
        .select({ held: heldMoney, orderNumber: orders.number })
        .from(heldMoney)
        .innerJoin(orders, eq(orders.id, heldMoney.orderId))
        .where(eq(heldMoney.id, id))
        .limit(1);
      return row ? { ...asHeld(row.held), orderNumber: row.orderNumber } : null;
    },

    /** Every case of one payment: as a whole, and for each unit that fell away. */
    async ofPayment(orderId: string, paymentId: string): Promise<readonly HeldMoney[]> {
      const rows = await db
        .select()
        .from(heldMoney)
        .where(and(eq(heldMoney.orderId, orderId), eq(heldMoney.paymentId, paymentId)))
        .limit(MOST_OF_A_PAYMENT);
      return rows.map(asHeld);
    },

    /** What goes back to a family for units that fell away: open, on its way, and returned. */
    async refundsOf(familyId: string): Promise<readonly HeldMoney[]> {
      return (await (refundsOf ??= prepareRefundsOf()).execute({ familyId })).map(asHeld);
    },

    /** What waits, the longest first; or what is settled, the newest first. `after`: the last id of the page before. */
    async page(open: boolean, after: string | null, limit: number): Promise<readonly HeldRow[]> {
      const rows = await db
        .select({ held: heldMoney, orderNumber: orders.number })
        .from(heldMoney)
        .innerJoin(orders, eq(orders.id, heldMoney.orderId))
        .where(
          and(
            eq(heldMoney.open, open),
            after === null ? undefined : open ? gt(heldMoney.id, after) : lt(heldMoney.id, after),
          ),
        )
        .orderBy(open ? asc(heldMoney.id) : desc(heldMoney.id))
        .limit(limit);
      return rows.map((row) => ({ ...asHeld(row.held), orderNumber: row.orderNumber }));
    },

    /** What waits for finance, in one statement: how many, how many of them for a second person, since when. */
    async work(): Promise<{
      readonly open: number;
      readonly proposed: number;
      readonly since: number | null;
    }> {
      const [row] = await db.all<{ open: number; proposed: number; since: number | null }>(
        sql`select count(*) as open, count(case when state = 'proposed' then 1 end) as proposed, min(at) as since from (select ${heldMoney.state} as state, ${heldMoney.receivedAt} as at from ${heldMoney} where ${heldMoney.open} = 1 order by ${heldMoney.id} limit 1000)`,
      );
      return row ?? { open: 0, proposed: 0, since: null };
    },

    /** Refunds for units that fell away which nobody has settled, the longest waiting first. */
    async refundsToSettle(limit: number): Promise<readonly HeldRow[]> {
      const rows = await db
        .select({ held: heldMoney, orderNumber: orders.number })
        .from(heldMoney)
        .innerJoin(orders, eq(orders.id, heldMoney.orderId))
        .where(and(eq(heldMoney.open, true), eq(heldMoney.why, 'unit-fell-away')))
        .orderBy(asc(heldMoney.id))
        .limit(limit);
      return rows.map((row) => ({ ...asHeld(row.held), orderNumber: row.orderNumber }));
    },

    async add(held: HeldMoney): Promise<void> {
      await db.insert(heldMoney).values({ ...held, open: isOpen(held.state) });
    },

    /** False when somebody saved it since it was read. */
    async save(
      held: HeldMoney,
      change: Pick<HeldMoney, 'state'> &
        Partial<Pick<HeldMoney, 'reason' | 'proposedBy' | 'proposedAt' | 'confirmedBy' | 'confirmedAt'>>,
    ): Promise<boolean> {
      const saved = await db
        .update(heldMoney)
        .set({ ...change, open: isOpen(change.state), version: held.version + 1 })
        .where(and(eq(heldMoney.id, held.id), eq(heldMoney.version, held.version)))
        .returning({ id: heldMoney.id });
      return saved.length === 1;
    },
  };
};
export type HeldStore = ReturnType<typeof heldStore>;
