import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.ts';
import { blindIndex, civilDate, instant, json, sealed, version } from './columns.ts';

export const families = sqliteTable('families', {
  id: text('id').primaryKey(),
  createdAt: instant('created_at').notNull(),
  version: version(),
});

/** At most two present guardians; an absent one is a row with a reason and no account. */
export const guardians = sqliteTable(
  'guardians',
  {
    id: text('id').primaryKey(),
    familyId: text('family_id')
      .notNull()
      .references(() => families.id),
    accountId: text('account_id').references(() => accounts.id),
    /** The slot the enrolment form asks for: the woman giving birth, and the other guardian. */
    role: text('role', { enum: ['mother', 'other'] }).notNull(),
    name: sealed('name'),
    idKind: text('id_kind', { enum: ['resident-id', 'passport', 'hmt-residence', 'foreign-pr'] }),
    idNumber: sealed('id_number'),
    idIndex: blindIndex('id_index'),
    birthDate: civilDate('birth_date'),
    phone: sealed('phone'),
    phoneIndex: blindIndex('phone_index'),
    address: sealed('address'),
    absentReason: text('absent_reason', { enum: ['single-parent', 'deceased', 'abroad', 'unreachable'] }),
    createdAt: instant('created_at').notNull(),
    version: version(),
  },
  (t) => [
    index('guardians_family').on(t.familyId),
    index('guardians_account').on(t.accountId),
    index('guardians_id').on(t.idIndex),
    index('guardians_phone').on(t.phoneIndex),
    uniqueIndex('guardians_slot').on(t.familyId, t.role),
  ],
);

/** The second guardian joins by a link sent to their own phone. */
export const guardianInvitations = sqliteTable(
  'guardian_invitations',
  {
    id: text('id').primaryKey(),
    familyId: text('family_id')
      .notNull()
      .references(() => families.id),
    guardianId: text('guardian_id')
      .notNull()
      .references(() => guardians.id),
    tokenHash: text('token_hash').notNull(),
    phone: sealed('phone').notNull(),
    phoneIndex: blindIndex('phone_index').notNull(),
    invitedBy: text('invited_by').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    acceptedAt: instant('accepted_at'),
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [
    uniqueIndex('guardian_invitations_token').on(t.tokenHash),
    index('guardian_invitations_family').on(t.familyId),
  ],
);

/** Each consent on its own: what was shown (hash), when, in which language, and when it was withdrawn. */
export const consents = sqliteTable(
  'consents',
  {
    id: text('id').primaryKey(),
    familyId: text('family_id')
      .notNull()
      .references(() => families.id),
    accountId: text('account_id').notNull(),
    purpose: text('purpose').notNull(),
    textVersion: text('text_version').notNull(),
    textSha256: text('text_sha256').notNull(),
    locale: text('locale', { enum: ['zh', 'en'] }).notNull(),
    subjectId: text('subject_id'),
    shown: json<{ title: string; body: string }>('shown').notNull(),
    givenAt: instant('given_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [index('consents_family').on(t.familyId, t.purpose)],
);
