import type { CivilDate } from '../shared/civil-date.ts';
import type { Instant } from '../shared/clock.ts';
import type { Locale } from '../shared/i18n.ts';
import type { IdDocumentKind } from '../shared/identifiers/index.ts';

/** The two slots the enrolment form asks for: the woman giving birth, and the other guardian. */
export type GuardianRole = 'mother' | 'other';
export type AbsentReason = 'single-parent' | 'deceased' | 'abroad' | 'unreachable';

/** A guardian as other capabilities see one: whom to tell, and who signs. */
export interface Guardian {
  readonly id: string;
  readonly familyId: string;
  readonly role: GuardianRole;
  readonly name: string | null;
  /** Null until they have joined with an account of their own. */
  readonly accountId: string | null;
  /** 11 digits. */
  readonly phone: string | null;
  readonly absentReason: AbsentReason | null;
  /** Of their account; null before they joined. */
  readonly locale: Locale | null;
}

export interface PresentGuardian {
  readonly role: GuardianRole;
  readonly accountId: string | null;
  readonly name: string;
  readonly idKind: IdDocumentKind;
  readonly idNumber: string;
  readonly birthDate: CivilDate | null;
  readonly phone: string;
  readonly address: string;
  readonly at: Instant;
}
export interface AbsentGuardian {
  readonly role: 'other';
  readonly absentReason: AbsentReason;
  readonly at: Instant;
}

export interface Consent {
  readonly id: string;
  readonly familyId: string;
  readonly accountId: string;
  readonly purpose: string;
  readonly textVersion: string;
  readonly textSha256: string;
  readonly locale: Locale;
  readonly subjectId: string | null;
  readonly shown: { readonly title: string; readonly body: string };
  readonly givenAt: Instant;
  readonly withdrawnAt: Instant | null;
}

/** May be invited: is to be there, has not joined, and there is a phone to send the link to. */
export const mayBeInvited = (guardian: Guardian): guardian is Guardian & { readonly phone: string } =>
  guardian.absentReason === null && guardian.accountId === null && guardian.phone !== null;
