import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answersOf, decide, fillIn, send, submitted } from '../../../tests/support/enrolment.ts';
import { testHouse, type House } from '../../../tests/support/house.ts';
import type { Answers } from '../../shared/form.ts';
import { expectOk } from '../../shared/result.ts';
import { formContext } from '../form/context.ts';
import { enrolmentForm } from '../form/enrolment-form.ts';
import { openStep } from '../filling/open-step.ts';
import { saveStep } from '../saving/save-step.ts';
import { repliesIn } from './corrections.ts';

let house: House;
let family: Awaited<ReturnType<typeof submitted>>;
beforeEach(async () => {
  house = await testHouse();
  family = await submitted(house);
});
afterEach(() => house.close());

const good = answersOf.twoGuardians();
const returnFor = async (...steps: string[]) =>
  expectOk(
    await decide(house, family.id, {
      action: 'return',
      steps: steps.map((step) => ({ step, reason: `请再看看${step}` })),
    }),
  );
const onlyOf = (step: string, answers: Answers): Answers => {
  const { fields = [] } = enrolmentForm(formContext(house.deps)).steps.find(({ id }) => id === step) ?? {};
  const names = [...fields.map(({ name }) => name), `reply-${step}`];
  return Object.fromEntries(names.map((name) => [name, answers[name] ?? '']));
};
const save = async (step: string, answers: Answers) =>
  saveStep(house.deps, {
    ...family,
    subject: family.id,
    step,
    answers: onlyOf(step, answers),
    seen: (await house.deps.read.drafts.ofSubject(family.id))?.version ?? 0,
  });
const page = (step: string, changes: Answers = {}) =>
  fillIn(house, family, { ...good, ...changes }, family.id, [step]);

describe('a returned enrolment', () => {
  it('is not sent again as it was', async () => {
    await returnFor('hospital', 'pregnancy');
    expect(await send(house, family, family.id)).toMatchObject({
      code: 'not-answered',
      detail: { step: 'hospital' },
    });
    await page('hospital', { hospital: 'sd-mch' });
    expect(await send(house, family, family.id), 'the other page still waits').toMatchObject({
      code: 'not-answered',
      detail: { step: 'pregnancy' },
    });
    await page('pregnancy', { dueDate: '2027-2-6' });
    expectOk(await send(house, family, family.id));
  });

  it('may stay as it is with a sentence, which the counsellor reads beside what was asked', async () => {
    await returnFor('hospital');
    expect(await save('hospital', { ...good, 'reply-hospital': '对' })).toMatchObject({ code: 'invalid' });
    await save('hospital', { ...good, 'reply-hospital': '就在这家医院建的档。' });
    expectOk(await send(house, family, family.id));
    const again = await house.deps.read.enrolments.byId(family.id);
    expect(again && repliesIn(again)).toMatchObject([
      { step: 'hospital', text: '就在这家医院建的档。', asked: expect.stringContaining('请再看看hospital') },
    ]);
  });

  it('is not answered by the answer to an earlier return', async () => {
    await returnFor('hospital');
    await save('hospital', { ...good, 'reply-hospital': '就在这家医院建的档。' });
    expectOk(await send(house, family, family.id));
    await returnFor('hospital');
    expect(await send(house, family, family.id)).toMatchObject({ code: 'not-answered' });
  });

  it('goes on through the pages that belong together, then to what is still unanswered', async () => {
    await returnFor('other', 'hospital');
    expect(await save('other', good)).toMatchObject({ value: { next: 'other-person' } });
    expect(await save('other-person', { ...good, otherMobile: '13900139009' })).toMatchObject({
      value: { next: 'hospital', check: false },
    });
    expect(await save('hospital', good), 'unchanged, it is asked about at once').toMatchObject({
      value: { next: 'hospital', check: true },
    });
    expect(await save('hospital', { ...good, hospital: 'sd-mch' })).toMatchObject({
      value: { next: 'review' },
    });
  });

  it('opens where they stopped from the link in the text, in one tap', async () => {
    await returnFor('hospital');
    await house.runJobs();
    const texts = house.messages.filter((one) => one.to === '13800138000').map(({ text }) => text);
    expect(texts.join('\n')).toContain(`/enrol/resume?for=${family.id}`);
    const resume = { step: 'resume', subject: family.id };
    expect(await openStep(house.deps, family, resume)).toMatchObject({ step: 'hospital', check: false });
    await page('hospital', { hospital: 'sd-mch' });
    expect(await openStep(house.deps, family, resume)).toMatchObject({ step: 'review' });
    expectOk(await send(house, family, family.id));
    expect(await openStep(house.deps, family, resume)).toMatchObject({ code: 'already-sent' });
  });
});
