/** What the answer of the check is made of. */
import type { ProgrammesPolicy } from '#src/content/policies.ts';
import { ageOn, type CivilDate } from '#src/shared/civil-date.ts';
import { assessAll, type Assessment } from '../programmes/assess.ts';
import type { Situation } from '../programmes/situation.ts';

export interface CheckResult {
  readonly policy: ProgrammesPolicy;
  /** The programme that seems likeliest. */
  readonly lead: Assessment;
  readonly others: readonly Assessment[];
  /** Help others give, left out where it plainly is not for this patient. */
  readonly elsewhere: ProgrammesPolicy['elsewhere'];
}

/** Judges every programme for patients as if an application came in today. */
export function resultOf(policy: ProgrammesPolicy, situation: Situation, today: CivilDate): CheckResult {
  const [lead, ...others] = assessAll(policy, situation, today);
  if (!lead) throw new Error(`the policy "programmes" ${policy.version} has no programme for patients`);
  const age = ageOn(situation.birth, today);
  return {
    policy,
    lead,
    others,
    elsewhere: policy.elsewhere.filter(
      ({ upToAge, forChinesePatients }) =>
        (upToAge === undefined || age <= upToAge) && !(forChinesePatients && situation.place === 'foreign'),
    ),
  };
}
