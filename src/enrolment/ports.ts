/** What enrolment needs of the outside; each use case asks for the part it uses. */
import type { AuditTrail } from '#src/platform/audit/audit-trail.ts';
import type { Vault } from '#src/platform/crypto/vault.ts';
import type { Numbers } from '#src/platform/numbers/numbers.ts';
import type { Outbox } from '#src/platform/outbox/outbox.ts';
import type { FamilyStore } from '#src/families/index.ts';
import type { Transact } from '#src/shared/transaction.ts';
import type { DraftStore } from './draft-store.ts';
import type { EnrolmentStore } from './enrolment-store.ts';
import type { FormDeps } from './form/context.ts';

export interface EnrolmentStores {
  readonly drafts: DraftStore;
  readonly enrolments: EnrolmentStore;
  readonly families: FamilyStore;
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
