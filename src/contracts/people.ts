/** The guardians of a family as contracts needs them: whom to tell, and where a code goes. */
import type { Locale } from '../shared/i18n.ts';
import type { GuardianRole } from './contract.ts';

export interface GuardianContact {
  readonly id: string;
  readonly role: GuardianRole;
  readonly name: string | null;
  readonly accountId: string | null;
  /** Normalised mobile, 11 digits. */
  readonly phone: string | null;
  readonly absentReason: string | null;
  /** Of their account; null before they joined. */
  readonly locale: Locale | null;
}

export interface GuardianBook {
  guardiansOf(familyId: string): Promise<readonly GuardianContact[]>;
}

/** The staff as contracts needs them: who accepted an enrolment. */
export interface StaffNames {
  byAccount(accountId: string): Promise<{ readonly name: string } | null>;
}

/** 138****5678: enough to know which phone, too little to call it. */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;
