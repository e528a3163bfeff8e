/** The only SQL about orders, receipts and what a contract must be billed for. */
import { and, asc, desc, eq, sql, type InferSelectModel } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { contracts, enrolments, files, orders, receipts, units } from '#db/schema/index.ts';
import type { CivilDate } from '../../shared/civil-date.ts';
import type { Instant } from '../../shared/clock.ts';
import type { Locale } from '../../shared/i18n.ts';
import type { Fen } from '../../shared/money.ts';
import type { PaidUnit } from '../refunds/refund-due.ts';
import type { Order } from './order.ts';

/** What a contract is billed by. */
export interface Billing {
  readonly contractId: string;
  readonly contractNumber: string;
  readonly familyId: string;
  readonly state: InferSelectModel<typeof contracts>['state'];
  readonly plan: string;
  readonly policyVersion: string;
  readonly babies: number;
  /** The guardians who signed it. */
  readonly signers: readonly string[];
  /** Letters and texts about this contract are written in its language. */
  readonly locale: Locale;
}

export interface Receipt {
  readonly id: string;
  readonly number: string;
  readonly orderId: string;
  readonly familyId: string;
  readonly amountFen: Fen;
  readonly issuedAt: Instant;
  readonly pdfFileId: string | null;
}

export interface ReceiptFile {
  readonly storageKey: string;
  readonly name: string;
  readonly mediaType: string;
}

/** Far above any family: 20 yearly fees for each of a few contracts. */
const ALL_OF_A_FAMILY = 300;

const asOrder = (row: InferSelectModel<typeof orders>): Order => ({
  ...row,
  dueOn: row.dueOn as CivilDate | null,
});

export const orderStore = (db: Db) => {
  const one = db.select().from(orders).limit(1);
  const byId = one.where(eq(orders.id, sql.placeholder('id'))).prepare();
  const forFamily = db
    .select()
    .from(orders)
    .where(and(eq(orders.id, sql.placeholder('id')), eq(orders.familyId, sql.placeholder('familyId'))))
    .limit(1)
    .prepare();
  const ofFamily = db
    .select()
    .from(orders)
    .where(eq(orders.familyId, sql.placeholder('familyId')))
    .orderBy(desc(orders.id))
    .limit(ALL_OF_A_FAMILY)
    .prepare();
  const ofContract = db
    .select()
    .from(orders)
    .where(eq(orders.contractId, sql.placeholder('contractId')))
    .orderBy(asc(orders.sequence))
    .limit(ALL_OF_A_FAMILY)
    .prepare();
  const receiptsOfFamily = db
    .select()
    .from(receipts)
    .where(eq(receipts.familyId, sql.placeholder('familyId')))
    .limit(ALL_OF_A_FAMILY)
    .prepare();

  return {
    async byId(id: string): Promise<Order | null> {
      const [row] = await byId.execute({ id });
      return row ? asOrder(row) : null;
    },

    /** By the number people read out; the unique index answers. */
    async byNumber(number: string): Promise<Order | null> {
      const [row] = await db.select().from(orders).where(eq(orders.number, number)).limit(1);
      return row ? asOrder(row) : null;
    },

    async byCheckout(checkoutId: string): Promise<Order | null> {
      const [row] = await db.select().from(orders).where(eq(orders.checkoutId, checkoutId)).limit(1);
      return row ? asOrder(row) : null;
    },

    /** Null for another family's order, just as for a random id. */
    async forFamily(id: string, familyId: string): Promise<Order | null> {
      const [row] = await forFamily.execute({ id, familyId });
      return row ? asOrder(row) : null;
    },

    /** Newest first. */
    async ofFamily(familyId: string): Promise<readonly Order[]> {
      return (await ofFamily.execute({ familyId })).map(asOrder);
    },

    /** In the order of the plan. */
    async ofContract(contractId: string): Promise<readonly Order[]> {
      return (await ofContract.execute({ contractId })).map(asOrder);
    },

    async billing(contractId: string): Promise<Billing | null> {
      const [row] = await db
        .select({
          contractId: contracts.id,
          contractNumber: contracts.number,
          familyId: contracts.familyId,
          state: contracts.state,
          plan: contracts.plan,
          policyVersion: contracts.policyVersion,
          babies: enrolments.babies,
          signers: contracts.signers,
          locale: contracts.locale,
        })
        .from(contracts)
        .innerJoin(enrolments, eq(enrolments.id, contracts.enrolmentId))
        .where(eq(contracts.id, contractId))
        .limit(1);
      return row ?? null;
    },

    /** Whether the contract's units are stored, and since when. `none-left`: every one was rejected or not collected. */
    async storageOf(
      contractId: string,
    ): Promise<{ readonly firstStoredAt: Instant } | 'not-yet' | 'none-left'> {
      const rows = await db
        .select({ state: units.state, storedAt: units.storedAt })
        .from(units)
        .where(eq(units.contractId, contractId))
        .limit(20);
      const stored = rows.flatMap((row) =>
        row.storedAt !== null && row.state === 'stored' ? [row.storedAt] : [],
      );
      if (stored.length > 0) return { firstStoredAt: Math.min(...stored) };
      const over = ['rejected', 'not-collected', 'disposed'];
      return rows.length > 0 && rows.every((row) => over.includes(row.state)) ? 'none-left' : 'not-yet';
    },

    /** The contract's units as money sees them, oldest first. */
    async unitsOf(contractId: string): Promise<readonly PaidUnit[]> {
      return db
        .select({
          id: units.id,
          din: units.din,
          baby: units.baby,
          state: units.state,
          rejectReason: units.rejectReason,
        })
        .from(units)
        .where(eq(units.contractId, contractId))
        .orderBy(asc(units.baby), asc(units.id))
        .limit(ALL_OF_A_FAMILY);
    },

    async add(order: Order): Promise<void> {
      await db.insert(orders).values({ ...order, lines: [...order.lines] });
    },

    /** False when somebody saved it since it was read. */
    async save(
      order: Order,
      change: Partial<
        Pick<
          Order,
          'state' | 'checkoutId' | 'checkoutUrl' | 'checkoutEndsAt' | 'paymentId' | 'method' | 'paidAt'
        >
      >,
    ): Promise<boolean> {
      const saved = await db
        .update(orders)
        .set({ ...change, version: order.version + 1 })
        .where(and(eq(orders.id, order.id), eq(orders.version, order.version)))
        .returning({ id: orders.id });
      return saved.length === 1;
    },

    async addReceipt(receipt: Receipt): Promise<void> {
      await db.insert(receipts).values(receipt);
    },

    async receiptOf(orderId: string): Promise<Receipt | null> {
      const [row] = await db.select().from(receipts).where(eq(receipts.orderId, orderId)).limit(1);
      return row ?? null;
    },

    async receiptsOfFamily(familyId: string): Promise<readonly Receipt[]> {
      return receiptsOfFamily.execute({ familyId });
    },

    /** The stored bytes of a receipt, for its own family only. */
    async receiptFile(
      receiptId: string,
      familyId: string,
    ): Promise<{ readonly receipt: Receipt; readonly file: ReceiptFile | null } | null> {
      const [row] = await db
        .select({
          receipt: receipts,
          file: { storageKey: files.storageKey, name: files.name, mediaType: files.mediaType },
        })
        .from(receipts)
        .leftJoin(files, eq(files.id, receipts.pdfFileId))
        .where(and(eq(receipts.id, receiptId), eq(receipts.familyId, familyId)))
        .limit(1);
      return row ?? null;
    },

    /** Writes the file's row and points the receipt at it. False when the receipt has its file already. */
    async attachPdf(receipt: Receipt, file: typeof files.$inferInsert): Promise<boolean> {
      const [now] = await db
        .select({ pdfFileId: receipts.pdfFileId })
        .from(receipts)
        .where(eq(receipts.id, receipt.id))
        .limit(1);
      if (!now || now.pdfFileId !== null) return false;
      await db.insert(files).values(file);
      await db.update(receipts).set({ pdfFileId: file.id }).where(eq(receipts.id, receipt.id));
      return true;
    },
  };
};
export type OrderStore = ReturnType<typeof orderStore>;
