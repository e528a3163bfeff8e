import { and, asc, desc, eq, gt, lt, type SQL } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { auditLog } from '#db/schema/index.ts';
import type { Instant } from '../shared/clock.ts';

export interface AuditRow {
  readonly seq: number;
  readonly at: Instant;
  readonly actorKind: string;
  readonly actorId: string;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface AuditPage {
  readonly rows: readonly AuditRow[];
  readonly older: number | null;
  readonly newer: number | null;
}

const PAGE = 50;

/** Reads the audit log, newest first, by key: a page costs the same however long the log is. */
export const auditStore = (db: Db) => ({
  async page(cursor: {
    readonly before?: number | null;
    readonly after?: number | null;
    /** Rows about this object, or done by this account. */
    readonly about?: { readonly kind: 'object' | 'actor'; readonly id: string } | null;
  }): Promise<AuditPage> {
    const about: SQL | undefined =
      cursor.about == null
        ? undefined
        : cursor.about.kind === 'actor'
          ? eq(auditLog.actorId, cursor.about.id)
          : eq(auditLog.objectId, cursor.about.id);
    const forwards = cursor.after != null;
    const rows = await db
      .select({
        seq: auditLog.seq,
        at: auditLog.at,
        actorKind: auditLog.actorKind,
        actorId: auditLog.actorId,
        action: auditLog.action,
        objectKind: auditLog.objectKind,
        objectId: auditLog.objectId,
        details: auditLog.details,
      })
      .from(auditLog)
      .where(
        and(
          about,
          cursor.before == null ? undefined : lt(auditLog.seq, cursor.before),
          cursor.after == null ? undefined : gt(auditLog.seq, cursor.after),
        ),
      )
      .orderBy(forwards ? asc(auditLog.seq) : desc(auditLog.seq))
      .limit(PAGE + 1);
    const more = rows.length > PAGE;
    const shown = rows.slice(0, PAGE);
    if (forwards) shown.reverse();
    const [first, last] = [shown[0], shown.at(-1)];
    return {
      rows: shown,
      older: last && (forwards || more) ? last.seq : null,
      newer: first && (forwards ? more : cursor.before != null) ? first.seq : null,
    };
  },
});
export type AuditStore = ReturnType<typeof auditStore>;
