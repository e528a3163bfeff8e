import { sql } from 'drizzle-orm';
import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { civilDate, instant, json, sealed, version } from './columns.ts';
import { contracts } from './contracts.ts';

/** One unit of blood, created by the event that dispatches its kit. */
export const units = sqliteTable(
  'units',
  {
    id: text('id').primaryKey(),
    /** ISBT 128 donation identification number, 13 characters without the check character. */
    din: text('din').notNull(),
    product: text('product', { enum: ['cord-blood', 'immune-cells'] }).notNull(),
    /** Null for a unit whose family still has a paper contract only. */
    contractId: text('contract_id').references(() => contracts.id),
    familyId: text('family_id'),
    /** Which baby of the contract, from 1. */
    baby: integer('baby').notNull().default(1),
    babyName: sealed('baby_name'),
    state: text('state', {
      enum: [
        'kit-dispatched',
        'collected',
        'in-transit',
        'received',
        'processing',
        'frozen',
        'stored',
        'rejected',
        'not-collected',
        'disposed',
      ],
    }).notNull(),
    /** Custody events may arrive out of order; the state is a fold over them, this is the newest instant seen. */
    lastEventAt: instant('last_event_at').notNull(),
    collectedAt: instant('collected_at'),
    bornAt: instant('born_at'),
    babySex: text('baby_sex', { enum: ['female', 'male', 'unknown'] }),
    receivedAt: instant('received_at'),
    storedAt: instant('stored_at'),
    tankGroup: text('tank_group'),
    rejectReason: text('reject_reason'),
    thresholdsVersion: text('thresholds_version'),
    paidThrough: civilDate('paid_through'),
    /** What the family decided about a unit that could not be stored. Null means no answer, never consent. */
    disposition: text('disposition', { enum: ['research', 'disposal', 'recheck'] }),
    dispositionAt: instant('disposition_at'),
    version: version(),
  },
  (t) => [
    uniqueIndex('units_din').on(t.din),
    index('units_family').on(t.familyId, t.id),
    index('units_contract').on(t.contractId, t.baby),
    index('units_state').on(t.state, t.lastEventAt, t.id),
  ],
);

/** What the laboratory told us, append-only (triggers, `0008_written-once`); `sourceId` makes a repeated delivery harmless. */
export const unitEvents = sqliteTable(
  'unit_events',
  {
    id: text('id').primaryKey(),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    kind: text('kind').notNull(),
    at: instant('at').notNull(),
    sourceId: text('source_id').notNull(),
    payload: json<Record<string, unknown>>('payload').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    uniqueIndex('unit_events_source').on(t.sourceId),
    index('unit_events_unit').on(t.unitId, t.at, t.id),
  ],
);

export const unitResults = sqliteTable(
  'unit_results',
  {
    id: text('id').primaryKey(),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    test: text('test').notNull(),
    value: real('value'),
    text: text('text'),
    verdict: text('verdict', { enum: ['met', 'not-met', 'information'] }).notNull(),
    thresholdsVersion: text('thresholds_version').notNull(),
    at: instant('at').notNull(),
    eventId: text('event_id').notNull(),
  },
  (t) => [uniqueIndex('unit_results_test').on(t.unitId, t.test)],
);

/** What staff owe a family after bad news: a call, another look at the records. Money that has to go back is in `held_money`. */
export const unitTasks = sqliteTable(
  'unit_tasks',
  {
    id: text('id').primaryKey(),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    familyId: text('family_id').notNull(),
    kind: text('kind', { enum: ['call', 'recheck'] }).notNull(),
    state: text('state', { enum: ['open', 'done', 'withdrawn'] }).notNull(),
    why: text('why', { enum: ['not-stored', 'asked', 'rechecked'] }).notNull(),
    /** When the family likes to be phoned, and whose number; null while it is our own call. */
    slot: text('slot', { enum: ['morning', 'afternoon', 'evening'] }),
    askedBy: text('asked_by'),
    askedAt: instant('asked_at'),
    openedAt: instant('opened_at').notNull(),
    /** The last day of our promise, by the working days of the calendar. */
    dueOn: civilDate('due_on').notNull(),
    triedAt: instant('tried_at'),
    closedAt: instant('closed_at'),
    closedBy: text('closed_by'),
    version: version(),
  },
  (t) => [
    // Asked twice at once is asked once.
    uniqueIndex('unit_tasks_open')
      .on(t.unitId, t.kind)
      .where(sql`${t.state} = 'open'`),
    index('unit_tasks_unit').on(t.unitId, t.id),
    index('unit_tasks_due').on(t.state, t.kind, t.dueOn, t.id),
  ],
);
