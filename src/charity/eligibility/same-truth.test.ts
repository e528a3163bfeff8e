import { describe, expect, it } from 'vitest';
import { loadPolicies } from '#src/content/policies.ts';
import { asCivilDate } from '#src/shared/civil-date.ts';
import { checkStep, optionsOf, type Answers } from '#src/shared/form.ts';
import { assessAll } from '../programmes/assess.ts';
import { eligibilityForm, situationOf } from './eligibility-form.ts';

const today = asCivilDate('2026-11-20');
const policy = loadPolicies().programmes.current(today);
const form = eligibilityForm(today);
const questions = form.steps.flatMap(({ fields }) => fields).filter(({ kind }) => kind === 'radio');

/** Everything anybody can answer, for a child, a grown patient and an old one. */
const everyAnswer: readonly Answers[] = questions.reduce<readonly Answers[]>(
  (sofar, field) =>
    sofar.flatMap((answers) =>
      optionsOf(field, answers).map(({ value }) => ({ ...answers, [field.name]: value })),
    ),
  ['2017-5-20', '1990-5-20', '1950-5-20'].map((birth) => ({ birth })),
);

const verdicts = (answers: Answers): ReadonlyMap<string, string> =>
  new Map(
    assessAll(policy, situationOf(answers), today).map(({ programme, verdict }) => [programme.id, verdict]),
  );

/** Other ways of saying the same: who had a transplant had one of these, whatever is answered to the plan. */
const sameTruth = (answers: Answers): readonly Answers[] =>
  answers['stage'] !== 'not-yet' && ['none', 'undecided'].includes(String(answers['treatment']))
    ? ['cord-transplant', 'cord-support', 'other-transplant'].map((treatment) => ({ ...answers, treatment }))
    : [];

describe('all the answers anybody can give', () => {
  it('are accepted together: no pair is refused as contradictory', () => {
    expect(everyAnswer.length).toBe(3 * 4 * 3 * 5 * 2 * 3 * 4 * 3);
    expect(
      everyAnswer.filter((answers) =>
        form.steps.some((step) => Object.keys(checkStep(step, answers)).length > 0),
      ),
    ).toEqual([]);
  });

  it('never lead to a refusal where the same truth, said otherwise, may fit', () => {
    const refused = everyAnswer.flatMap((answers) => {
      const said = verdicts(answers);
      return sameTruth(answers).flatMap((other) =>
        [...verdicts(other)]
          .filter(([id, verdict]) => verdict !== 'unlikely' && said.get(id) === 'unlikely')
          .map(([id]) => ({ id, answers, other })),
      );
    });
    expect(refused).toEqual([]);
  });

  it('never lead to a refusal for not knowing or not saying', () => {
    const unsaid = everyAnswer.filter(
      ({ birth, treatment, means }) =>
        birth === '2017-5-20' && treatment === 'undecided' && means === 'unsaid',
    );
    expect(unsaid.length).toBeGreaterThan(0);
    expect(unsaid.flatMap((answers) => [...verdicts(answers).values()])).not.toContain('unlikely');
  });
});
