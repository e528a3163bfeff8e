import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { blindIndex, civilDate, fen, instant, version } from './columns.ts';

/**
 * Money given to a patient. Who it is, the aid case knows; here a person is an index that opens nothing. Triggers let money
 * come back once, and nothing else change (`0008_written-once`).
 */
export const grants = sqliteTable(
  'grants',
  {
    id: text('id').primaryKey(),
    programme: text('programme', { enum: ['aid-fund', 'kindling'] }).notNull(),
    /** The same for every grant to the same person. */
    person: blindIndex('person').notNull(),
    /** Code of a city of Shandong, or `elsewhere`. */
    city: text('city').notNull(),
    diseaseGroup: text('disease_group').notNull(),
    amountFen: fen('amount_fen').notNull(),
    state: text('state', { enum: ['paid', 'returned'] }).notNull(),
    paidOn: civilDate('paid_on').notNull(),
    returnedOn: civilDate('returned_on'),
    returnedFen: fen('returned_fen'),
    version: version(),
  },
  (t) => [index('grants_person').on(t.person)],
);

/**
 * The lines of the books: a grant paid, or (negative) money that came back. Written once (triggers); only the row of the
 * public ledger they go into is added.
 */
export const grantMovements = sqliteTable(
  'grant_movements',
  {
    id: text('id').primaryKey(),
    grantId: text('grant_id')
      .notNull()
      .references(() => grants.id),
    programme: text('programme', { enum: ['aid-fund', 'kindling'] }).notNull(),
    kind: text('kind', { enum: ['paid', 'returned'] }).notNull(),
    amountFen: fen('amount_fen').notNull(),
    /** `YYYY-MM`. */
    month: text('month').notNull(),
    /** The row of the public ledger it is in; null while it waits. */
    rowId: integer('row_id').references(() => ledgerRows.id),
  },
  (t) => [
    index('grant_movements_row').on(t.rowId, t.programme, t.month),
    index('grant_movements_grant').on(t.grantId),
  ],
);

/** The public ledger: sums over at least three people each, written when a quarter closes and never changed (triggers). */
export const ledgerRows = sqliteTable(
  'ledger_rows',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    quarter: text('quarter').notNull(),
    programme: text('programme', { enum: ['aid-fund', 'kindling'] }).notNull(),
    /** Of the last month it covers. */
    year: integer('year').notNull(),
    fromMonth: text('from_month').notNull(),
    toMonth: text('to_month').notNull(),
    /** Null: several, merged. */
    city: text('city'),
    diseaseGroup: text('disease_group'),
    count: integer('count').notNull(),
    amountFen: fen('amount_fen').notNull(),
  },
  (t) => [
    index('ledger_rows_programme').on(t.programme, t.id),
    index('ledger_rows_year').on(t.year, t.id),
    index('ledger_rows_programme_year').on(t.programme, t.year, t.id),
  ],
);

/** What was published of a programme for a quarter, also when it was nothing: so no quarter is closed twice. */
export const ledgerQuarters = sqliteTable(
  'ledger_quarters',
  {
    quarter: text('quarter').notNull(),
    programme: text('programme', { enum: ['aid-fund', 'kindling'] }).notNull(),
    year: integer('year').notNull(),
    /** The period covered, which is longer where earlier quarters had too few people. */
    fromMonth: text('from_month').notNull(),
    toMonth: text('to_month').notNull(),
    rows: integer('rows').notNull(),
    count: integer('count').notNull(),
    amountFen: fen('amount_fen').notNull(),
    policyVersion: text('policy_version').notNull(),
    publishedAt: instant('published_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.quarter, t.programme] })],
);
