import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVault } from '#src/platform/crypto/vault.ts';
import { HOUR, MINUTE } from '#src/shared/clock.ts';
import { asCivilDate } from '#src/shared/civil-date.ts';
import { optionsOf, type Form } from '#src/shared/form.ts';
import { continueCheck, type CheckPage } from './check.ts';
import { codeOf, pageOfCode } from './check-code.ts';
import { eligibilityForm } from './eligibility-form.ts';

const vaultOf = (letter: string) => createVault(`v1:${Buffer.alloc(32, letter).toString('base64')}`);
const vault = vaultOf('k');
const form = eligibilityForm(asCivilDate('2026-11-20'));
const now = Date.UTC(2026, 10, 20, 8);
const post = (fields: Record<string, string>): CheckPage => {
  const posted = new FormData();
  for (const [name, value] of Object.entries(fields)) posted.set(name, value);
  return continueCheck(form, posted);
};
const child = {
  'birth.year': '2017',
  'birth.month': '5',
  'birth.day': '20',
  place: 'shandong',
  treatment: 'cord-transplant',
  stage: 'not-yet',
  diagnosis: 'have',
  insurance: 'insured',
  means: 'beyond',
  help: 'none',
};
const there = (page: CheckPage, later = 0, by = vault, as: Form = form) =>
  pageOfCode(as, codeOf(form, page, { vault, now }), { vault: by, now: now + later });

describe('the address of a page of the check', () => {
  it('leads back to the very page: a step, a step with what is wrong, the answer', () => {
    for (const page of [
      post({ step: 'patient', ...child }),
      post({ step: 'household', go: 'back', ...child }),
      post({ step: 'patient', ...child, 'birth.month': '2', 'birth.day': '30' }),
      post({ step: 'patient', 'birth.year': '17岁', place: 'shandong' }),
      post({}),
      post({ step: 'household', ...child }),
    ]) {
      const again = there(page);
      const { answers, ...place } = page;
      expect(again).toMatchObject(place);
      for (const [name, answer] of Object.entries(answers)) expect(again?.answers[name], name).toBe(answer);
    }
  });

  it('shows nothing of the answers, not even by its length', () => {
    fc.assert(
      fc.property(
        fc.record(
          Object.fromEntries(
            form.steps
              .flatMap(({ fields }) => fields)
              .filter(({ kind }) => kind === 'radio')
              .map((field) => [
                field.name,
                fc.constantFrom(...optionsOf(field, {}).map(({ value }) => value), ''),
              ]),
          ),
        ),
        fc.integer({ min: 1, max: 31 }),
        (answers, day) => {
          const page = post({ step: 'household', ...child, ...answers, 'birth.day': String(day) });
          const code = codeOf(form, page, { vault, now });
          expect(code).toMatch(/^v1\.[\w-]+$/);
          expect(code).toHaveLength(codeOf(form, post({}), { vault, now }).length);
          expect(Buffer.from(code.slice(3), 'base64url').toString('latin1')).not.toContain('2017');
        },
      ),
    );
  });

  it('is short enough for any address bar', () => {
    expect(codeOf(form, post({ step: 'household', ...child }), { vault, now }).length).toBeLessThan(160);
  });

  it('opens for two hours and not a moment longer', () => {
    const page = post({ step: 'household', ...child });
    expect(there(page, 2 * HOUR)?.kind).toBe('answer');
    expect(there(page, 2 * HOUR + 1)).toBeNull();
    expect(there(page, 119 * MINUTE)?.answers['birth']).toBe('2017-5-20');
  });

  it('opens with no other key, for no other version of the form, and not when it is made up', () => {
    const page = post({ step: 'household', ...child });
    expect(there(page, 0, vaultOf('x'))).toBeNull();
    expect(there(page, 0, vault, { ...form, version: '1' })).toBeNull();
    const code = codeOf(form, page, { vault, now });
    for (const made of ['', 'v1.', 'v1.AAAA', `${code}A`, code.slice(0, -1), vault.seal('0|a', 'else')])
      expect(pageOfCode(form, made, { vault, now }), made).toBeNull();
  });

  it('never claims an answer while something is open', () => {
    const end = post({ step: 'household', ...child });
    const unfinished = { ...end, answers: { ...end.answers, means: '' } };
    expect(there(unfinished)).toMatchObject({ kind: 'step', at: 2 });
  });
});
