/** The only SQL about units. */
import { and, asc, desc, eq, getTableColumns, inArray, sql, type InferSelectModel } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { contracts, enrolments, orders, unitEvents, unitResults, units } from '#db/schema/index.ts';
import type { Vault } from '../platform/crypto/vault.ts';
import { newId } from '../shared/ids.ts';
import type { Custody, CustodyEvent, Disposition, EventKind, UnitState } from './unit.ts';
import type { Measured, Verdict } from './lab/judge-result.ts';

type Row = InferSelectModel<typeof units>;
/** A unit as pages and use cases see it: the baby's name opened. */
export type Unit = Omit<Row, 'babyName'> & { readonly babyName: string | null };

/** A unit with the verdict on each result it has. */
export type JudgedUnit = Unit & {
  readonly results: readonly { readonly test: string; readonly verdict: Verdict }[];
};

export interface StoredEvent extends CustodyEvent {
  readonly id: string;
  readonly unitId: string;
  readonly kind: EventKind;
  readonly recordedAt: number;
}

export interface UnitResult extends Measured {
  readonly verdict: Verdict;
  readonly thresholdsVersion: string;
  readonly at: number;
}

/** What must be known of a contract before a kit may leave for it. */
export interface KitContract {
  readonly contractId: string;
  readonly familyId: string;
  readonly state: 'offered' | 'partly-signed' | 'signed' | 'lapsed' | 'terminated';
  readonly babies: number;
  readonly product: 'cord-blood' | 'immune-cells';
  readonly signedAt: number | null;
  readonly firstOrderPaid: boolean;
}

export interface NewUnit extends Custody {
  readonly id: string;
  readonly din: string;
  readonly product: Row['product'];
  readonly contractId: string | null;
  readonly familyId: string | null;
  readonly baby: number;
}

/** A place in the staff list: the last row of the page before. */
export interface UnitCursor {
  readonly lastEventAt: number;
  readonly id: string;
}

const CHUNK = 100;
const chunks = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, index) =>
    items.slice(index * CHUNK, (index + 1) * CHUNK),
  );

export const unitStore = (db: Db, vault: Vault) => {
  const open = (row: Row): Unit => ({
    ...row,
    babyName: row.babyName === null ? null : vault.open(row.babyName, 'baby-name'),
  });
  const event = (row: InferSelectModel<typeof unitEvents>): StoredEvent => ({
    id: row.id,
    unitId: row.unitId,
    kind: row.kind as EventKind,
    at: row.at,
    sourceId: row.sourceId,
    data: row.payload,
    recordedAt: row.recordedAt,
  });

  const ofFamily = db
    .select({
      ...getTableColumns(units),
      // One row for a unit, not one for each result: a join would carry and map every column some fifteen times.
      results: sql<string>`(select json_group_array(json_object('test', unit_results.test, 'verdict', unit_results.verdict)) from unit_results where unit_results.unit_id = units.id)`,
    })
    .from(units)
    .where(eq(units.familyId, sql.placeholder('familyId')))
    .orderBy(asc(units.id))
    .prepare();
  const forFamily = db
    .select()
    .from(units)
    .where(and(eq(units.din, sql.placeholder('din')), eq(units.familyId, sql.placeholder('familyId'))))
    .prepare();
  const eventsOf = db
    .select()
    .from(unitEvents)
    .where(eq(unitEvents.unitId, sql.placeholder('unitId')))
    .orderBy(asc(unitEvents.at), asc(unitEvents.id))
    .prepare();
  const resultsOf = db
    .select()
    .from(unitResults)
    .where(eq(unitResults.unitId, sql.placeholder('unitId')))
    .prepare();
  const page = (where: ReturnType<typeof and>) =>
    db
      .select()
      .from(units)
      .where(where)
      .orderBy(desc(units.lastEventAt), desc(units.id))
      .limit(sql.placeholder('limit'))
      .prepare();
  const firstPage = page(eq(units.state, sql.placeholder('state')));
  // A row value, so that SQLite seeks in the index instead of walking there past every newer unit.
  const nextPage = page(
    and(
      eq(units.state, sql.placeholder('state')),
      sql`(${units.lastEventAt}, ${units.id}) < (${sql.placeholder('at')}, ${sql.placeholder('id')})`,
    ),
  );

  return {
    /** All units of a family, oldest first, each with the verdicts on its results: one statement. */
    async ofFamily(familyId: string): Promise<JudgedUnit[]> {
      return (await ofFamily.execute({ familyId })).map(({ results, ...row }) => ({
        ...open(row),
        results: JSON.parse(results) as JudgedUnit['results'],
      }));
    },
    /** A unit by its 13-character DIN, only when it belongs to this family. */
    async forFamily(din: string, familyId: string): Promise<Unit | null> {
      const [row] = await forFamily.execute({ din, familyId });
      return row ? open(row) : null;
    },
    async byId(id: string): Promise<Unit | null> {
      const [row] = await db.select().from(units).where(eq(units.id, id));
      return row ? open(row) : null;
    },
    async byDin(din: string): Promise<Unit | null> {
      const [row] = await db.select().from(units).where(eq(units.din, din));
      return row ? open(row) : null;
    },
    async eventsOf(unitId: string): Promise<StoredEvent[]> {
      return (await eventsOf.execute({ unitId })).map(event);
    },
    async resultsOf(unitId: string): Promise<UnitResult[]> {
      return resultsOf.execute({ unitId });
    },
    /** The staff list: one state, newest event first, keyset-paged. */
    async page(state: UnitState, after: UnitCursor | null, limit: number): Promise<Unit[]> {
      const rows = after
        ? await nextPage.execute({ state, at: after.lastEventAt, id: after.id, limit })
        : await firstPage.execute({ state, limit });
      return rows.map(open);
    },

    /** Units that could not be stored, by what the family has said so far, in one statement: the newest 1,000. */
    async onHold(): Promise<{
      readonly undecided: number;
      readonly recheck: number;
      readonly toDispose: number;
    }> {
      const [row] = await db.all<{ undecided: number; recheck: number; toDispose: number }>(
        sql`select count(case when said is null then 1 end) as undecided, count(case when said = 'recheck' then 1 end) as recheck, count(case when said in ('research', 'disposal') then 1 end) as toDispose from (select ${units.disposition} as said from ${units} where ${units.state} = 'rejected' order by ${units.lastEventAt} desc, ${units.id} desc limit 1000)`,
      );
      return row ?? { undecided: 0, recheck: 0, toDispose: 0 };
    },

    /** Everything the events of one delivery can touch, in a fixed number of statements. */
    async load(dins: readonly string[], sourceIds: readonly string[]) {
      const found: Unit[] = [];
      for (const some of chunks(dins))
        found.push(...(await db.select().from(units).where(inArray(units.din, some))).map(open));
      const events: StoredEvent[] = [];
      for (const some of chunks(found.map((unit) => unit.id)))
        events.push(
          ...(await db.select().from(unitEvents).where(inArray(unitEvents.unitId, some))).map(event),
        );
      const known = new Set(events.map((row) => row.sourceId));
      const elsewhere: StoredEvent[] = [];
      for (const some of chunks(sourceIds.filter((id) => !known.has(id))))
        elsewhere.push(
          ...(await db.select().from(unitEvents).where(inArray(unitEvents.sourceId, some))).map(event),
        );
      return { units: found, events, elsewhere };
    },
    async kitContract(number: string): Promise<KitContract | null> {
      const [row] = await db
        .select({
          contractId: contracts.id,
          familyId: contracts.familyId,
          state: contracts.state,
          signedAt: contracts.signedAt,
          babies: enrolments.babies,
          product: enrolments.product,
          paidOrder: orders.id,
        })
        .from(contracts)
        .innerJoin(enrolments, eq(enrolments.id, contracts.enrolmentId))
        .leftJoin(
          orders,
          and(
            eq(orders.contractId, contracts.id),
            inArray(orders.kind, ['first-payment', 'instalment', 'prepay']),
            eq(orders.state, 'paid'),
          ),
        )
        .where(eq(contracts.number, number))
        .limit(1);
      return row ? { ...row, firstOrderPaid: row.paidOrder !== null } : null;
    },
    async contractNumber(contractId: string): Promise<string | null> {
      const [row] = await db
        .select({ number: contracts.number })
        .from(contracts)
        .where(eq(contracts.id, contractId));
      return row?.number ?? null;
    },
    async ofContract(contractId: string): Promise<Unit[]> {
      return (
        await db.select().from(units).where(eq(units.contractId, contractId)).orderBy(asc(units.baby))
      ).map(open);
    },

    async add(added: readonly NewUnit[]): Promise<void> {
      for (const some of chunks(added))
        await db.insert(units).values(some.map(({ dispatchedAt: _, ...unit }) => unit));
    },
    async addEvents(added: readonly StoredEvent[]): Promise<void> {
      for (const some of chunks(added))
        await db.insert(unitEvents).values(some.map(({ data, ...row }) => ({ ...row, payload: data })));
    },
    /** Writes what the fold says. The caller holds the transaction that read the events. */
    async saveCustody(
      unitId: string,
      custody: Custody,
      also: { readonly paidThrough: string | null; readonly thresholdsVersion: string | null },
    ): Promise<void> {
      const { dispatchedAt: _, ...columns } = custody;
      await db
        .update(units)
        .set({ ...columns, ...also, version: sql`${units.version} + 1` })
        .where(eq(units.id, unitId));
    },
    /** The caller hands over the newest measurement of each test; it takes the place of an older one. */
    async saveResults(
      measured: readonly { readonly unitId: string; readonly eventId: string; readonly result: UnitResult }[],
    ): Promise<void> {
      for (const some of chunks(measured))
        await db
          .insert(unitResults)
          .values(
            some.map(({ unitId, eventId, result }) => ({
              id: newId('unitResult', result.at),
              unitId,
              eventId,
              ...result,
            })),
          )
          .onConflictDoUpdate({
            target: [unitResults.unitId, unitResults.test],
            set: {
              eventId: sql`excluded.event_id`,
              value: sql`excluded.value`,
              text: sql`excluded.text`,
              verdict: sql`excluded.verdict`,
              thresholdsVersion: sql`excluded.thresholds_version`,
              at: sql`excluded.at`,
            },
          });
    },
    /** Keeps the family's decision; false when the unit changed since it was read. */
    async saveDisposition(unit: Unit, disposition: Disposition, at: number): Promise<boolean> {
      const changed = await db
        .update(units)
        .set({ disposition, dispositionAt: at, version: unit.version + 1 })
        .where(and(eq(units.id, unit.id), eq(units.version, unit.version)))
        .returning({ id: units.id });
      return changed.length === 1;
    },
  };
};
export type UnitStore = ReturnType<typeof unitStore>;
