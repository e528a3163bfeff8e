/**
 * The two-minute check as a form: three short steps, no name, nothing kept. How the answers travel from
 * page to page: check-code.ts.
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
    'not-yet': { label: m.stageNotYet, hint: m.stageNotYetHint },
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
  [Q in Question]: {
    [A in Exclude<(typeof SITUATION_ANSWERS)[Q][number], 'done-unsaid'>]: Omit<Option, 'value'>;
  };
};

const question = (name: Question, label: Text, more: { hint?: Text } = {}): Field => ({
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

/** Three groups of questions: the patient, the treatment, the household. `today` in Shandong. */
export const eligibilityForm = (today: CivilDate): Form => ({
  id: 'aid-eligibility',
  version: '2',
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
      // What has been done is asked before what is planned, so that nobody whose transplant is over answers “none” to the plan.
      fields: [
        question('stage', m.stage),
        question('treatment', m.treatment, { hint: m.treatmentHint }),
        question('diagnosis', m.diagnosis, { hint: m.diagnosisHint }),
      ],
    },
    {
      id: 'household',
      title: m.householdTitle,
      short: m.householdShort,
      fields: [question('insurance', m.insurance), question('means', m.means), question('help', m.help)],
    },
  ] satisfies readonly Step[],
});

/** What was, or is to be, done. A transplant that is over was some transplant, whatever is said of the plan. */
function treatmentOf(answers: Answers): Situation['treatment'] {
  const said = answerOf(answers, 'treatment') as Situation['treatment'];
  const isDone = answerOf(answers, 'stage') !== 'not-yet';
  return isDone && !hasStage(said) ? 'done-unsaid' : said;
}

/** The complete answers as a situation; only call it when the form is complete. */
export function situationOf(answers: Answers): Situation {
  const treatment = treatmentOf(answers);
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
