import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.ts';
import { civilDate, instant, json, sealed, version } from './columns.ts';
import { families } from './families.ts';

/** A half-filled form: in the database, so that another device can go on. */
export const drafts = sqliteTable(
  'drafts',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    form: text('form').notNull(),
    formVersion: text('form_version').notNull(),
    /** JSON of step id → answers, sealed: a draft holds identity numbers and health answers. */
    answers: sealed('answers').notNull(),
    /** The enrolment being corrected after a return, or null for a first submission. */
    subjectId: text('subject_id'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    version: version(),
  },
  (t) => [index('drafts_account').on(t.accountId, t.form), index('drafts_subject').on(t.subjectId)],
);

export const enrolments = sqliteTable(
  'enrolments',
  {
    id: text('id').primaryKey(),
    number: text('number').notNull(),
    familyId: text('family_id')
      .notNull()
      .references(() => families.id),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    product: text('product', { enum: ['cord-blood', 'immune-cells'] }).notNull(),
    state: text('state', { enum: ['submitted', 'returned', 'accepted', 'declined', 'withdrawn'] }).notNull(),
    plan: text('plan').notNull(),
    dueDate: civilDate('due_date').notNull(),
    babies: integer('babies').notNull(),
    hospital: text('hospital').notNull(),
    city: text('city').notNull(),
    /** Answers and the questions as shown, with the language they were shown in. */
    answers: sealed('answers').notNull(),
    shown: json<unknown>('shown').notNull(),
    locale: text('locale', { enum: ['zh', 'en'] }).notNull(),
    /** Things a counsellor should look at (under 34 weeks, a health answer, absent guardian's evidence). */
    flags: json<string[]>('flags').notNull(),
    /** After a return: step id → what to correct. Only these steps open again. */
    returnedFor: json<{ step: string; reason: string }[]>('returned_for'),
    declineReason: text('decline_reason'),
    submittedAt: instant('submitted_at').notNull(),
    decidedAt: instant('decided_at'),
    decidedBy: text('decided_by'),
    version: version(),
  },
  (t) => [
    uniqueIndex('enrolments_number').on(t.number),
    index('enrolments_family').on(t.familyId, t.id),
    index('enrolments_queue').on(t.state, t.submittedAt, t.id),
  ],
);
