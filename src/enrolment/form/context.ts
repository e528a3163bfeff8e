import type { ConsentTexts, ConsentWording } from '#src/content/consents.ts';
import type { EnrolmentPolicy, FeesPolicy, HospitalsPolicy, Policies } from '#src/content/policies.ts';
import { today, type CivilDate } from '#src/shared/civil-date.ts';
import type { Clock } from '#src/shared/clock.ts';

/** What the form needs to know to ask and to check: the day, the policies in force, the consent texts. */
export interface FormContext {
  readonly today: CivilDate;
  readonly enrolment: EnrolmentPolicy;
  readonly hospitals: HospitalsPolicy;
  readonly fees: FeesPolicy;
  readonly consents: readonly ConsentWording[];
}

export interface FormDeps {
  readonly now: Clock;
  readonly policies: Policies;
  readonly consents: ConsentTexts;
}

/** The form as it is asked today. */
export function formContext(deps: FormDeps): FormContext {
  const day = today(deps.now());
  return {
    today: day,
    enrolment: deps.policies.enrolment.current(day),
    hospitals: deps.policies.hospitals.current(day),
    fees: deps.policies.fees.current(day),
    consents: deps.consents.current(day),
  };
}
