/** Reads the audit log, newest first, by key: a page costs the same however long the log is. */
import { and, asc, desc, eq, gte, inArray, lt, type SQL } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from '#db/client.ts';
import {
  apiKeys,
  auditLog,
  contracts,
  enrolments,
  events,
  heldMoney,
  orders,
  staff,
  units,
} from '#db/schema/index.ts';
import { FIRST_HASH, fits } from '#src/platform/audit/audit-trail.ts';
import type { Instant } from '../../shared/clock.ts';
import type { Text } from '../../shared/i18n.ts';

export interface AuditRow {
  readonly seq: number;
  readonly at: Instant;
  readonly actorKind: string;
  readonly actorId: string;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly hash: string;
  /** It is what it was when it was written, and follows the row before it. */
  readonly fits: boolean;
}

export interface AuditPage {
  readonly rows: readonly AuditRow[];
  readonly older: number | null;
  readonly newer: number | null;
}

/** Which rows: any part left out does not narrow. */
export interface AuditFilter {
  /** Rows about this object, or done by this account. */
  readonly about?: { readonly kind: 'object' | 'actor'; readonly id: string } | null;
  /** And done by this account. */
  readonly by?: string | null;
  /** From this row on, and before that one; of a day, see `firstAt`. */
  readonly from?: number | null;
  readonly until?: number | null;
}

/** What people call an object, by its id: a number, a unit's DIN, a title. */
export type AuditNames = ReadonlyMap<string, string | Text>;

const PAGE = 50;
/** Rows looked at side by side when a day is searched for: eight million rows take five statements. */
const PIVOTS = 32;

export const auditStore = (db: Db) => {
  /** Held money is known by the order it came for. */
  const heldNames = async (ids: readonly string[]) =>
    ids.length === 0
      ? []
      : db
          .select({ id: heldMoney.id, name: orders.number })
          .from(heldMoney)
          .innerJoin(orders, eq(orders.id, heldMoney.orderId))
          .where(inArray(heldMoney.id, [...ids]));
  const eventNames = async (ids: readonly string[]) => {
    if (ids.length === 0) return [];
    const found = await db
      .select({ id: events.id, content: events.content })
      .from(events)
      .where(inArray(events.id, [...ids]));
    return found.map(({ id, content }) => ({ id, name: (content as { title: Text }).title }));
  };
  return {
    async page(
      cursor: AuditFilter & { readonly before?: number | null; readonly after?: number | null },
    ): Promise<AuditPage> {
      const forwards = cursor.after != null;
      const least = Math.max(cursor.from ?? 0, (cursor.after ?? -1) + 1);
      const below = Math.min(cursor.until ?? Infinity, cursor.before ?? Infinity);
      const narrow: (SQL | undefined)[] = [
        cursor.about == null
          ? undefined
          : eq(cursor.about.kind === 'actor' ? auditLog.actorId : auditLog.objectId, cursor.about.id),
        cursor.by == null ? undefined : eq(auditLog.actorId, cursor.by),
        least > 0 ? gte(auditLog.seq, least) : undefined,
        Number.isFinite(below) ? lt(auditLog.seq, below) : undefined,
      ];
      const found = await db
        .select()
        .from(auditLog)
        .where(and(...narrow))
        .orderBy(forwards ? asc(auditLog.seq) : desc(auditLog.seq))
        .limit(PAGE + 1);
      const more = found.length > PAGE;
      const shown = found.slice(0, PAGE);
      if (forwards) shown.reverse();
      const before = await this.hashesBefore(shown);
      const [first, last] = [shown[0], shown.at(-1)];
      return {
        rows: shown.map(({ previousHash, ...row }) => ({
          ...row,
          fits: fits({ ...row, previousHash }, before.get(row.seq) ?? null),
        })),
        older: last && (forwards || more) ? last.seq : null,
        newer: first && (forwards ? more : cursor.before != null) ? first.seq : null,
      };
    },
    /** For each row the hash of the row before it; of rows that are not on the page, by one more statement. */
    async hashesBefore(
      rows: readonly { readonly seq: number; readonly hash: string }[],
    ): Promise<ReadonlyMap<number, string>> {
      const known = new Map(rows.map(({ seq, hash }) => [seq, hash]));
      const missing = rows.map(({ seq }) => seq - 1).filter((seq) => seq > 0 && !known.has(seq));
      if (missing.length > 0)
        for (const { seq, hash } of await db
          .select({ seq: auditLog.seq, hash: auditLog.hash })
          .from(auditLog)
          .where(inArray(auditLog.seq, missing)))
          known.set(seq, hash);
      return new Map(
        rows.flatMap(({ seq }) => {
          const hash = seq === 1 ? FIRST_HASH : known.get(seq - 1);
          return hash === undefined ? [] : [[seq, hash] as const];
        }),
      );
    },
    /**
     * The first row written at or after an instant; one past the newest when there is none. Rows are written in the order of
     * time, so that it is searched for by halves (by thirty-seconds, to be exact) instead of through an index on time.
     */
    async firstAt(at: Instant): Promise<number> {
      const [newest] = await db
        .select({ seq: auditLog.seq })
        .from(auditLog)
        .orderBy(desc(auditLog.seq))
        .limit(1);
      let [low, high] = [1, (newest?.seq ?? 0) + 1];
      while (low < high) {
        const step = Math.max(1, Math.floor((high - low) / PIVOTS));
        const pivots = Array.from({ length: PIVOTS + 1 }, (_, index) => low + index * step).filter(
          (seq) => seq < high,
        );
        const rows = await db
          .select({ seq: auditLog.seq, at: auditLog.at })
          .from(auditLog)
          .where(inArray(auditLog.seq, pivots));
        if (rows.length === 0) return high;
        const earlier = rows.filter((row) => row.at < at).map(({ seq }) => seq);
        const later = rows.filter((row) => row.at >= at).map(({ seq }) => seq);
        low = Math.max(low, ...earlier.map((seq) => seq + 1));
        high = Math.min(high, ...later);
      }
      return low;
    },
    /** The names of what a page of rows is about: one statement for each kind of object on it. */
    async namesOf(
      rows: readonly Pick<AuditRow, 'objectKind' | 'objectId' | 'actorKind' | 'actorId'>[],
    ): Promise<AuditNames> {
      const ids = (kind: string): string[] => [
        ...new Set(rows.filter(({ objectKind }) => objectKind === kind).map(({ objectId }) => objectId)),
      ];
      const read = async (
        table: SQLiteTable,
        id: SQLiteColumn,
        name: SQLiteColumn,
        wanted: readonly string[],
      ): Promise<{ id: string; name: string }[]> =>
        wanted.length === 0
          ? []
          : ((await db
              .select({ id, name })
              .from(table)
              .where(inArray(id, [...wanted]))) as { id: string; name: string }[]);
      const people = [...new Set([...rows.map(({ actorId }) => actorId), ...ids('account')])];
      const found = await Promise.all([
        read(enrolments, enrolments.id, enrolments.number, ids('enrolment')),
        read(contracts, contracts.id, contracts.number, ids('contract')),
        read(orders, orders.id, orders.number, ids('order')),
        read(units, units.id, units.din, ids('unit')),
        read(staff, staff.accountId, staff.name, people),
        read(
          apiKeys,
          apiKeys.id,
          apiKeys.name,
          rows.flatMap((row) => (row.actorKind === 'api' ? [row.actorId] : [])),
        ),
        heldNames(ids('held-money')),
        eventNames(ids('event')),
      ]);
      return new Map(found.flat().map(({ id, name }) => [id, name] as const));
    },
    /** Everybody of ours who may be asked after: tens. */
    async people(): Promise<readonly { readonly id: string; readonly name: string }[]> {
      return db
        .select({ id: staff.accountId, name: staff.name })
        .from(staff)
        .orderBy(asc(staff.name))
        .limit(500);
    },
  };
};
export type AuditStore = ReturnType<typeof auditStore>;
