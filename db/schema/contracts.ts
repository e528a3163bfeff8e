import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { instant, json, sealed, version } from './columns.ts';
import { enrolments } from './enrolment.ts';
import { families, guardians } from './families.ts';

export const contracts = sqliteTable(
  'contracts',
  {
    id: text('id').primaryKey(),
    number: text('number').notNull(),
    familyId: text('family_id')
      .notNull()
      .references(() => families.id),
    enrolmentId: text('enrolment_id')
      .notNull()
      .references(() => enrolments.id),
    state: text('state', { enum: ['offered', 'partly-signed', 'signed', 'lapsed', 'terminated'] }).notNull(),
    /** Which content file, and the language it was shown in (Chinese governs). */
    template: text('template').notNull(),
    templateVersion: text('template_version').notNull(),
    locale: text('locale', { enum: ['zh', 'en'] }).notNull(),
    /** Everything merged into the text: names, identity numbers, plan, fees. Sealed. */
    terms: sealed('terms').notNull(),
    plan: text('plan').notNull(),
    policyVersion: text('policy_version').notNull(),
    /** SHA-256 of the exact document shown for signature (the canonical HTML body). */
    documentSha256: text('document_sha256').notNull(),
    /** Guardians whose signature the contract needs. */
    signers: json<string[]>('signers').notNull(),
    offeredAt: instant('offered_at').notNull(),
    offerEndsAt: instant('offer_ends_at').notNull(),
    signedAt: instant('signed_at'),
    pdfFileId: text('pdf_file_id'),
    version: version(),
  },
  (t) => [
    uniqueIndex('contracts_number').on(t.number),
    uniqueIndex('contracts_enrolment').on(t.enrolmentId),
    index('contracts_family').on(t.familyId, t.id),
    index('contracts_offers').on(t.state, t.offerEndsAt),
  ],
);

export const signatures = sqliteTable(
  'signatures',
  {
    id: text('id').primaryKey(),
    contractId: text('contract_id')
      .notNull()
      .references(() => contracts.id),
    guardianId: text('guardian_id')
      .notNull()
      .references(() => guardians.id),
    accountId: text('account_id').notNull(),
    method: text('method', { enum: ['drawn', 'typed'] }).notNull(),
    /** SVG path data of a drawn signature, or the typed name. Sealed. */
    mark: sealed('mark').notNull(),
    documentSha256: text('document_sha256').notNull(),
    /** The one-time code's challenge: proof of the phone, bound to the document hash. */
    challengeId: text('challenge_id').notNull(),
    signedAt: instant('signed_at').notNull(),
    device: text('device'),
  },
  (t) => [uniqueIndex('signatures_once').on(t.contractId, t.guardianId)],
);
