import { describe, expect, it } from 'vitest';
import { asCivilDate } from '#src/shared/civil-date.ts';
import { carried, continueCheck, firstPage, type CheckPage } from './check.ts';
import { eligibilityForm, situationOf } from './eligibility-form.ts';

const form = eligibilityForm(asCivilDate('2026-11-20'));
const post = (fields: Record<string, string>): CheckPage => {
  const posted = new FormData();
  for (const [name, value] of Object.entries(fields)) posted.set(name, value);
  return continueCheck(form, posted);
};
const born = { 'birth.year': '2017', 'birth.month': '5', 'birth.day': '20' };
const patient = { ...born, place: 'shandong' };
const treatment = { treatment: 'cord-transplant', stage: 'not-yet', diagnosis: 'have' };
const household = { insurance: 'insured', means: 'beyond', help: 'none' };
const stepOf = (page: CheckPage): string => (page.kind === 'step' ? page.step.id : 'answer');
const errorsOf = (page: CheckPage) => (page.kind === 'step' ? Object.keys(page.errors ?? {}) : []);

describe('the two-minute check', () => {
  it('leads from the patient through treatment and household to the answer', () => {
    expect(stepOf(firstPage(form))).toBe('patient');
    expect(stepOf(post({ step: 'patient', ...patient }))).toBe('treatment');
    expect(stepOf(post({ step: 'treatment', ...patient, ...treatment }))).toBe('household');
    const end = post({ step: 'household', ...patient, ...treatment, ...household });
    expect(stepOf(end)).toBe('answer');
    expect(end.answers).toMatchObject({ birth: '2017-5-20', ...treatment });
    expect(situationOf(end.answers).birth).toBe('2017-05-20');
  });

  it('stays where something is missing or wrong, and keeps everything typed', () => {
    const page = post({ step: 'patient', 'birth.year': '2017', 'birth.month': '2', 'birth.day': '30' });
    expect(stepOf(page)).toBe('patient');
    expect(errorsOf(page)).toEqual(['birth', 'place']);
    expect(page.answers['birth']).toBe('2017-2-30');
  });

  it.each([
    ['a day still to come', '2026', '11', '21'],
    ['a year with a digit missing', '217', '5', '20'],
    ['an age nobody reaches', '1890', '5', '20'],
  ])('refuses %s with a sentence of its own', (_, year, month, day) => {
    const page = post({
      step: 'patient',
      place: 'shandong',
      'birth.year': year,
      'birth.month': month,
      'birth.day': day,
    });
    expect(errorsOf(page)).toEqual(['birth']);
  });

  it('takes a child born today', () => {
    expect(
      stepOf(
        post({
          step: 'patient',
          place: 'shandong',
          'birth.year': '2026',
          'birth.month': '11',
          'birth.day': '20',
        }),
      ),
    ).toBe('treatment');
  });

  it('asks how far a transplant is first, and forgets it where none has been done or is settled', () => {
    expect(form.steps[1]?.fields.map(({ name }) => name)).toEqual(['stage', 'treatment', 'diagnosis']);
    const given = (choice: string, stage: Record<string, string>) =>
      post({ step: 'treatment', ...patient, treatment: choice, diagnosis: 'have', ...stage });
    expect(errorsOf(given('cord-transplant', {}))).toEqual(['stage']);
    expect(stepOf(given('undecided', { stage: 'not-yet' }))).toBe('household');
    const end = post({ step: 'household', ...patient, ...treatment, treatment: 'none', ...household });
    expect(situationOf(end.answers).stage).toBeNull();
  });

  it('takes a transplant that is over for some transplant, whatever is said of the plan', () => {
    for (const said of ['none', 'undecided']) {
      const end = post({
        step: 'household',
        ...patient,
        ...treatment,
        stage: 'within-year',
        treatment: said,
        ...household,
      });
      expect(situationOf(end.answers)).toMatchObject({ treatment: 'done-unsaid', stage: 'within-year' });
    }
  });

  it('goes back without checking and without losing', () => {
    const page = post({ step: 'treatment', go: 'back', ...patient, treatment: 'cord-support' });
    expect([stepOf(page), errorsOf(page)]).toEqual(['patient', []]);
    expect(page.answers['treatment']).toBe('cord-support');
    expect(stepOf(post({ step: 'household', go: 'change', ...patient, ...treatment, ...household }))).toBe(
      'patient',
    );
  });

  it('never answers on made-up or missing answers, whatever is posted', () => {
    expect(stepOf(post({ step: 'household', ...household }))).toBe('patient');
    const tampered = post({ step: 'household', ...patient, ...treatment, treatment: 'magic', ...household });
    expect([stepOf(tampered), errorsOf(tampered)]).toEqual(['treatment', ['treatment']]);
    expect(stepOf(post({ step: 'nowhere', ...patient }))).toBe('patient');
    expect(stepOf(post({}))).toBe('patient');
  });

  it('carries the answers of the other steps along, and those of this step not twice', () => {
    const page = post({ step: 'patient', ...patient, ...treatment });
    if (page.kind !== 'step') throw new Error('no step');
    expect(carried(form, page.answers, page.step)).toEqual([
      ['birth.year', '2017'],
      ['birth.month', '5'],
      ['birth.day', '20'],
      ['place', 'shandong'],
    ]);
  });
});
