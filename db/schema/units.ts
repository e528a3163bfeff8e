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
