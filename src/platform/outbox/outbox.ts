/**
 * Work that must happen once its transaction has committed. An event becomes one row per subscriber, named
 * `<topic>#<capability>`, so that one subscriber's trouble does not repeat another's work.
 */
import { and, eq, inArray, lte, or, isNull, sql } from 'drizzle-orm';
import type { Db } from '../../../db/client.ts';
import { outbox as table } from '../../../db/schema/platform.ts';
import type { Clock, Instant } from '../../shared/clock.ts';
import { newId } from '../../shared/ids.ts';
import type { Vault } from '../crypto/vault.ts';

export interface Outbox {
  /** Hands `payload` to every subscriber of `topic` after commit, or after `notBefore`. */
  add(topic: string, payload: Record<string, unknown>, options?: { notBefore?: Instant }): Promise<void>;
}

/** Throwing means: again later, with growing pauses, then a dead letter. Handlers must stand being called twice. */
export type JobHandler = (
  payload: Record<string, unknown>,
  job: { readonly id: string; readonly attempts: number },
) => Promise<void>;

export interface Subscribers {
  /** Which capabilities listen to a topic. */
  of(topic: string): readonly string[];
}

export const outbox = (db: Db, now: Clock, subscribers: Subscribers): Outbox => ({
  async add(topic, payload, options) {
    const at = now();
    const rows = subscribers.of(topic).map((capability) => ({
      id: newId('job', at),
      topic: `${topic}#${capability}`,
      payload,
      createdAt: at,
      availableAt: options?.notBefore ?? at,
    }));
    if (rows.length > 0) await db.insert(table).values(rows);
  },
});

export interface Job {
  readonly id: string;
  readonly topic: string;
  readonly payload: Record<string, unknown>;
  readonly attempts: number;
}

export const MAX_ATTEMPTS = 8;

/** The worker's side of the table. */
export const outboxQueue = (db: Db, now: Clock) => ({
  /** Takes up to `limit` due jobs for `leaseMs`; a job whose worker died comes back when its lease ends. */
  async lease(worker: string, limit: number, leaseMs: number): Promise<Job[]> {
    const at = now();
    const due = db
      .select({ id: table.id })
      .from(table)
      .where(
        and(
          eq(table.state, 'waiting'),
          lte(table.availableAt, at),
          or(isNull(table.leasedUntil), lte(table.leasedUntil, at)),
        ),
      )
      .orderBy(table.availableAt)
      .limit(limit);
    const jobs = await db
      .update(table)
      .set({ leasedBy: worker, leasedUntil: at + leaseMs, attempts: sql`${table.attempts} + 1` })
      .where(inArray(table.id, due))
      .returning({ id: table.id, topic: table.topic, payload: table.payload, attempts: table.attempts });
    return jobs.sort((a, b) => (a.id < b.id ? -1 : 1));
  },
  /** Only the lease's holder may say how it ended. */
  async done(worker: string, id: string): Promise<void> {
    await db
      .update(table)
      .set({ state: 'done', doneAt: now(), leasedUntil: null, leasedBy: null, lastError: null })
      .where(and(eq(table.id, id), eq(table.leasedBy, worker)));
  },
  async failed(worker: string, job: Job, reason: string, retryAt: Instant): Promise<'waiting' | 'dead'> {
    const state = job.attempts >= MAX_ATTEMPTS ? 'dead' : 'waiting';
    await db
      .update(table)
      .set({
        state,
        availableAt: retryAt,
        leasedUntil: null,
        leasedBy: null,
        lastError: reason.slice(0, 500),
      })
      .where(and(eq(table.id, job.id), eq(table.leasedBy, worker)));
    return state;
  },
  /** Takes back a lease whose job was not begun, as if it had never been taken. */
  async giveBack(worker: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await db
      .update(table)
      .set({ leasedUntil: null, leasedBy: null, attempts: sql`${table.attempts} - 1` })
      .where(and(inArray(table.id, [...ids]), eq(table.leasedBy, worker)));
  },
  /** How many jobs wait and how many were given up; for health and the console. */
  async counts(): Promise<{ waiting: number; dead: number }> {
    const rows = await db
      .select({ state: table.state, count: sql<number>`count(*)` })
      .from(table)
      .where(inArray(table.state, ['waiting', 'dead']))
      .groupBy(table.state);
    const of = (state: string): number => rows.find((row) => row.state === state)?.count ?? 0;
    return { waiting: of('waiting'), dead: of('dead') };
  },
  /** Puts a dead letter back in the queue. */
  async revive(id: string): Promise<void> {
    await db
      .update(table)
      .set({ state: 'waiting', attempts: 0, availableAt: now() })
      .where(and(eq(table.id, id), eq(table.state, 'dead')));
  },
});
export type OutboxQueue = ReturnType<typeof outboxQueue>;

/** Builds the payloads of `sms.send` and `mail.send`: who and what stay sealed while they wait. */
export const message = {
  sms: (vault: Vault, to: string, text: string): Record<string, unknown> => ({
    to: vault.seal(to, 'outbox'),
    text: vault.seal(text, 'outbox'),
  }),
  mail: (vault: Vault, to: string, subject: string, text: string): Record<string, unknown> => ({
    to: vault.seal(to, 'outbox'),
    subject,
    text: vault.seal(text, 'outbox'),
  }),
};
