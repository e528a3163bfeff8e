/** What is known of a patient when somebody asks whether a programme may help: no name, nothing that finds the person. */
import type { SITUATION_ANSWERS } from '#src/content/programme-schema.ts';
import type { CivilDate } from '#src/shared/civil-date.ts';

type Answer<Q extends keyof typeof SITUATION_ANSWERS> = (typeof SITUATION_ANSWERS)[Q][number];

export interface Situation {
  readonly birth: CivilDate;
  readonly treatment: Answer<'treatment'>;
  /** Not asked where no transplant is settled. */
  readonly stage: Answer<'stage'> | null;
  /** The day of the treatment, where it is known; only a policy that measures age on that day needs it. */
  readonly treatedOn?: CivilDate;
  readonly diagnosis: Answer<'diagnosis'>;
  readonly place: Answer<'place'>;
  readonly insurance: Answer<'insurance'>;
  readonly means: Answer<'means'>;
  readonly help: Answer<'help'>;
}

/** Nothing has begun yet and may not, so there is no stage to ask for. */
export const hasStage = (treatment: string): boolean => treatment !== 'none' && treatment !== 'undecided';
