import type { ConsentTexts, ConsentWording } from '#src/content/consents.ts';
import type { EnrolmentPolicy, FeesPolicy, HospitalsPolicy, Policies } from '#src/content/policies.ts';
import { today, type CivilDate } from '#src/shared/civil-date.ts';
import type { Clock } from '#src/shared/clock.ts';
import type { RawAnswer } from '#src/shared/form.ts';
import type { Text } from '#src/shared/i18n.ts';

/** What the form needs to know to ask and to check: the day, the policies in force, the consent texts. */
export interface FormContext {
  readonly today: CivilDate;
  readonly enrolment: EnrolmentPolicy;
  readonly hospitals: HospitalsPolicy;
  readonly fees: FeesPolicy;
  readonly consents: readonly ConsentWording[];
  /** Characters the contract's fonts lack. */
  readonly unprintable: (text: string) => readonly string[];
}

export interface FormDeps {
  readonly now: Clock;
  readonly policies: Policies;
  readonly consents: ConsentTexts;
  readonly unprintable: (text: string) => readonly string[];
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
    unprintable: deps.unprintable,
  };
}

/**
 * Adds to a check: what goes into the contract must be printable, and is asked where it is typed, long before two people
 * have signed. A rare character in a name is no mistake of the person who bears it, so there is a way on.
 */
export const printable =
  (context: FormContext, check: (answer: RawAnswer) => Text | null) =>
  (answer: RawAnswer): Text | null => {
    const wrong = check(answer);
    if (wrong) return wrong;
    const lost = context.unprintable(String(answer)).join('');
    return lost === ''
      ? null
      : {
          zh: `合同里还印不出“${lost}”。请先写证件上的通用字或拼音；要印原字，请打电话给我们，由我们补字。`,
          en: `The contract cannot print “${lost}” yet. Use the common form or the spelling in Latin letters from the document; to have the original printed, phone us and we will add it.`,
        };
  };
