import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { instant, json } from './columns.ts';

/** Append-only (triggers refuse UPDATE and DELETE) and hash-chained. */
export const auditLog = sqliteTable(
  'audit_log',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    at: instant('at').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id').notNull(),
    action: text('action').notNull(),
    objectKind: text('object_kind').notNull(),
    objectId: text('object_id').notNull(),
    details: json<Record<string, unknown>>('details').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    // Ids carry their kind, so an object is found by its id alone.
    index('audit_object').on(t.objectId, t.seq),
    index('audit_actor').on(t.actorId, t.seq),
  ],
);

/** Work that must happen once its transaction has committed. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: text('id').primaryKey(),
    topic: text('topic').notNull(),
    payload: json<Record<string, unknown>>('payload').notNull(),
    createdAt: instant('created_at').notNull(),
    availableAt: instant('available_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    leasedUntil: instant('leased_until'),
    leasedBy: text('leased_by'),
    state: text('state', { enum: ['waiting', 'done', 'dead'] })
      .notNull()
      .default('waiting'),
    doneAt: instant('done_at'),
    lastError: text('last_error'),
  },
  (t) => [index('outbox_due').on(t.state, t.availableAt)],
);

/** Running numbers people see: one row per kind and year. */
export const counters = sqliteTable(
  'counters',
  { kind: text('kind').notNull(), year: integer('year').notNull(), last: integer('last').notNull() },
  (t) => [primaryKey({ columns: [t.kind, t.year] })],
);

/** What the embedded mail and SMS defaults "sent". Exists for the outbox viewer; production refuses both. */
export const devMessages = sqliteTable(
  'dev_messages',
  {
    id: text('id').primaryKey(),
    channel: text('channel', { enum: ['sms', 'mail'] }).notNull(),
    recipient: text('recipient').notNull(),
    subject: text('subject'),
    body: text('body').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('dev_messages_at').on(t.at), index('dev_messages_recipient').on(t.recipient, t.at)],
);
