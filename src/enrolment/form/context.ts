import type { EnrolmentPolicy, FeesPolicy, HospitalsPolicy } from '#src/content/policies.ts';
import type { CivilDate } from '#src/shared/civil-date.ts';
import type { Text } from '#src/shared/i18n.ts';

/** One consent text of `src/content/consents`: the exact words agreed to. */
export interface ConsentText {
  readonly id: string;
  readonly version: string;
  readonly necessary: boolean;
  readonly title: Text;
  readonly body: Text;
}

/** What the form needs to know to ask and to check: the day, the policies in force, the consent texts. */
export interface FormContext {
  readonly today: CivilDate;
  readonly enrolment: EnrolmentPolicy;
  readonly hospitals: HospitalsPolicy;
  readonly fees: FeesPolicy;
  readonly consents: readonly ConsentText[];
}
