/**
 * What happened, who did it, to what: written in the same transaction as the change itself. Each row carries the hash of
 * the one before, so a row that was changed or taken out shows.
 */
import { createHash } from 'node:crypto';
import { asc, desc, gt, sql } from 'drizzle-orm';
import type { Db } from '../../../db/client.ts';
import { auditLog } from '../../../db/schema/platform.ts';
import type { Actor } from '../../shared/actor.ts';
import type { Clock } from '../../shared/clock.ts';

export interface AuditEntry {
  /** `contract.signed`, `enrolment.denied`: what, in the past tense. */
  readonly action: string;
  readonly actor: Actor;
  readonly object: { readonly kind: string; readonly id: string };
  /** Facts without personal data: codes, versions, hashes. */
  readonly details?: Record<string, unknown>;
}

export interface AuditTrail {
  record(entry: AuditEntry): Promise<void>;
}

export const FIRST_HASH = '0'.repeat(64);

/** Keys in order, so that the same facts always give the same hash. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
}

interface Hashed {
  readonly at: number;
  readonly actorKind: string;
  readonly actorId: string;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly details: Record<string, unknown>;
  readonly previousHash: string;
}

const hashOf = (row: Hashed): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        canonical({
          at: row.at,
          actorKind: row.actorKind,
          actorId: row.actorId,
          action: row.action,
          objectKind: row.objectKind,
          objectId: row.objectId,
          details: row.details,
          previousHash: row.previousHash,
        }),
      ),
    )
    .digest('hex');

/** Whether a row is what it was when it was written, and follows a row of this hash; null when there is no row before it. */
export const fits = (row: Hashed & { readonly hash: string }, before: string | null): boolean =>
  before !== null && row.previousHash === before && row.hash === hashOf(row);

export function auditTrail(db: Db, now: Clock): AuditTrail {
  const newest = db
    .select({ hash: auditLog.hash })
    .from(auditLog)
    .orderBy(desc(auditLog.seq))
    .limit(1)
    .prepare();
  return {
    async record(entry) {
      const row = {
        at: now(),
        actorKind: entry.actor.kind,
        actorId: entry.actor.id,
        action: entry.action,
        objectKind: entry.object.kind,
        objectId: entry.object.id,
        // What JSON drops or turns into strings must be gone before hashing: the chain is verified on what was stored.
        details: JSON.parse(JSON.stringify(entry.details ?? {})) as Record<string, unknown>,
        previousHash: (await newest.get())?.hash ?? FIRST_HASH,
      };
      await db.insert(auditLog).values({ ...row, hash: hashOf(row) });
    },
  };
}

export type ChainReport =
  | { readonly intact: true; readonly rows: number; readonly anchor: string }
  | { readonly intact: false; readonly rows: number; readonly brokenAt: number };

/** Walks the whole chain; `brokenAt` is the first row that does not fit. `anchor` is the newest hash, to be kept elsewhere. */
export async function verifyChain(db: Db): Promise<ChainReport> {
  let previous = FIRST_HASH;
  let rows = 0;
  let last = 0;
  for (;;) {
    const page = await db
      .select()
      .from(auditLog)
      .where(gt(auditLog.seq, last))
      .orderBy(asc(auditLog.seq))
      .limit(1000);
    if (page.length === 0) break;
    for (const row of page) {
      // Autoincrement numbers without gaps: rolled-back rows give their number back, deleted ones do not.
      if (row.seq !== last + 1 || row.previousHash !== previous || row.hash !== hashOf(row))
        return { intact: false, rows, brokenAt: row.seq };
      previous = row.hash;
      last = row.seq;
      rows += 1;
    }
  }
  const counted = await db.get<{ seq: number } | undefined>(
    sql`SELECT seq FROM sqlite_sequence WHERE name = 'audit_log'`,
  );
  // The newest rows can be cut off without breaking a link; the sequence remembers that they existed.
  if ((counted?.seq ?? 0) !== last) return { intact: false, rows, brokenAt: last + 1 };
  return { intact: true, rows, anchor: previous };
}
