/** What enrolment needs of the outside; each use case asks for the part it uses. */
import type { AuditTrail } from '#src/platform/audit/audit-trail.ts';
import type { Vault } from '#src/platform/crypto/vault.ts';
import type { Numbers } from '#src/platform/numbers/numbers.ts';
import type { Outbox } from '#src/platform/outbox/outbox.ts';
import type { CivilDate } from '#src/shared/civil-date.ts';
import type { Instant } from '#src/shared/clock.ts';
import type { Locale } from '#src/shared/i18n.ts';
import type { IdDocumentKind } from '#src/shared/identifiers/index.ts';
import type { Transact } from '#src/shared/transaction.ts';
import type { AbsentReason } from './enrolment.ts';
import type { DraftStore } from './draft-store.ts';
import type { EnrolmentStore } from './enrolment-store.ts';
import type { FormDeps } from './form/context.ts';

/** What enrolment writes into a family; the store of families has it. */
export interface FamilyPort {
  ofAccount(accountId: string): Promise<{ readonly id: string } | null>;
  /** Answers the new family's id. */
  createFamily(at: Instant): Promise<string>;
  /** Writes the slot `role` of a family, making or replacing it; an account already linked stays linked when null is given. */
  saveGuardian(
    familyId: string,
    guardian:
      | {
          readonly role: 'mother' | 'other';
          readonly accountId: string | null;
          readonly name: string;
          readonly idKind: IdDocumentKind;
          readonly idNumber: string;
          readonly birthDate: CivilDate | null;
          readonly phone: string;
          readonly address: string;
          readonly at: Instant;
        }
      | { readonly role: 'other'; readonly absentReason: AbsentReason; readonly at: Instant },
  ): Promise<unknown>;
  saveConsent(consent: {
    readonly familyId: string;
    readonly accountId: string;
    readonly purpose: string;
    readonly textVersion: string;
    readonly textSha256: string;
    readonly locale: Locale;
    readonly subjectId: string | null;
    readonly shown: { readonly title: string; readonly body: string };
    readonly givenAt: Instant;
  }): Promise<unknown>;
}

export interface EnrolmentStores {
  readonly drafts: DraftStore;
  readonly enrolments: EnrolmentStore;
  readonly families: FamilyPort;
  readonly audit: AuditTrail;
  readonly outbox: Outbox;
  readonly numbers: Numbers;
}

export interface EnrolmentDeps extends FormDeps {
  readonly vault: Vault;
  readonly config: { readonly origin: string };
  readonly transaction: Transact<EnrolmentStores>;
}

/** Reads for pages. */
export interface EnrolmentReads {
  readonly read: Pick<EnrolmentStores, 'drafts' | 'enrolments'>;
}
