/**
 * The two-minute check as a form: three short steps, no name, nothing kept. The answers travel back and forth in the posted
 * form and are gone with the page.
 */
import type { SITUATION_ANSWERS } from '#src/content/programme-schema.ts';
import { type Question } from '#src/content/programme-schema.ts';
import { ageOn, asCivilDate, parseCivilDate, type CivilDate } from '#src/shared/civil-date.ts';
import { answerOf, type Answers, type Field, type Form, type Option, type Step } from '#src/shared/form.ts';
import { fill, type Text } from '#src/shared/i18n.ts';
import { hasStage, type Situation } from '../programmes/situation.ts';
import { eligibilityMessages as m } from './eligibility-messages.ts';

/** Nobody now alive is older. */
const OLDEST = 122;

function refuseBirth(raw: string, today: CivilDate): Text | null {
  const birth = parseCivilDate(raw);
  if (birth === null) return m.birthNoSuchDay;
  if (birth > today) return m.birthAhead;
  const years = ageOn(birth, today);
  if (years <= OLDEST) return null;
  return { zh: fill(m.birthTooOld.zh, { years }), en: fill(m.birthTooOld.en, { years }) };
}

const OPTIONS = {
  treatment: {
    'cord-transplant': { label: m.treatmentCord, hint: m.treatmentCordHint },
    'cord-support': { label: m.treatmentSupport, hint: m.treatmentSupportHint },
    'other-transplant': { label: m.treatmentOther, hint: m.treatmentOtherHint },
    none: { label: m.treatmentNone },
    undecided: { label: m.treatmentUndecided },
  },
  stage: {
    'not-yet': { label: m.stageNotYet },
    'within-year': { label: m.stageWithinYear },
    'longer-ago': { label: m.stageLongerAgo },
  },
  diagnosis: { have: { label: m.diagnosisHave }, 'not-yet': { label: m.diagnosisNotYet } },
  place: {
    shandong: { label: m.placeShandong },
    'elsewhere-in-china': { label: m.placeElsewhere },
    'hongkong-macau-taiwan': { label: m.placeHongKong },
    foreign: { label: m.placeForeign },
  },
  insurance: {
    insured: { label: m.insuranceYes, hint: m.insuranceYesHint },
    uninsured: { label: m.insuranceNo },
    unsure: { label: m.insuranceUnsure },
  },
  means: {
    allowance: { label: m.meansAllowance, hint: m.meansAllowanceHint },
    beyond: { label: m.meansBeyond },
    manage: { label: m.meansManage },
    unsaid: { label: m.meansUnsaid },
  },
  help: {
    none: { label: m.helpNone },
    'from-us': { label: m.helpFromUs },
    'from-others': { label: m.helpFromOthers },
  },
} as const satisfies {
  [Q in Question]: { [A in (typeof SITUATION_ANSWERS)[Q][number]]: Omit<Option, 'value'> };
};

const question = (
  name: Question,
  label: Text,
  more: { hint?: Text } = {},
): Extract<Field, { kind: 'radio' }> => ({
  kind: 'radio',
  name,
  label,
  ...more,
  options: Object.entries(OPTIONS[name]).map(([value, option]: [string, Omit<Option, 'value'>]) => ({
    value,
    ...option,
  })),
  missing: m.choose,
});

/** Without a script the question stands there whatever was chosen above it, so it needs an answer for that too. */
const NO_TRANSPLANT = 'no-transplant';
const stage = question('stage', m.stage);
const stageQuestion: Field = {
  ...stage,
  options: [...(stage.options as readonly Option[]), { value: NO_TRANSPLANT, label: m.stageNone }],
};

/** Three groups of questions: the patient, the treatment, the household. `today` in Shandong. */
export const eligibilityForm = (today: CivilDate): Form => ({
  id: 'aid-eligibility',
  version: '1',
  steps: [
    {
      id: 'patient',
      title: m.patientTitle,
      short: m.patientShort,
      fields: [
        {
          kind: 'date',
          name: 'birth',
          label: m.birth,
          hint: m.birthHint,
          missing: m.birthMissing,
          check: (answer) => refuseBirth(String(answer), today),
        },
        question('place', m.place),
      ],
    },
    {
      id: 'treatment',
      title: m.treatmentTitle,
      short: m.treatmentShort,
      fields: [
        question('treatment', m.treatment, { hint: m.treatmentHint }),
        stageQuestion,
        question('diagnosis', m.diagnosis, { hint: m.diagnosisHint }),
      ],
      check: (answers): Readonly<Record<string, Text>> =>
        hasStage(answerOf(answers, 'treatment')) && answerOf(answers, 'stage') === NO_TRANSPLANT
          ? { stage: m.stageConflict }
          : {},
    },
    {
      id: 'household',
      title: m.householdTitle,
      short: m.householdShort,
      fields: [question('insurance', m.insurance), question('means', m.means), question('help', m.help)],
    },
  ] satisfies readonly Step[],
});

/** The complete answers as a situation; only call it when the form is complete. */
export function situationOf(answers: Answers): Situation {
  const treatment = answerOf(answers, 'treatment') as Situation['treatment'];
  const birth = parseCivilDate(answerOf(answers, 'birth'));
  return {
    birth: asCivilDate(birth ?? ''),
    treatment,
    stage: hasStage(treatment) ? (answerOf(answers, 'stage') as Situation['stage']) : null,
    diagnosis: answerOf(answers, 'diagnosis') as Situation['diagnosis'],
    place: answerOf(answers, 'place') as Situation['place'],
    insurance: answerOf(answers, 'insurance') as Situation['insurance'],
    means: answerOf(answers, 'means') as Situation['means'],
    help: answerOf(answers, 'help') as Situation['help'],
  };
}
