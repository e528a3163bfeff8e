import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answersOf, applicant, decide, fillIn, send, submitted } from '../../../tests/support/enrolment.ts';
import { testHouse, type House } from '../../../tests/support/house.ts';
import { expectOk } from '../../shared/result.ts';
import { acceptWaiting } from '../../families/answer-invitation.ts';
import { DAY } from '../../shared/clock.ts';
import { FORM_ID } from '../form/enrolment-form.ts';
import { openStep } from '../filling/open-step.ts';
import { placeOf, stepPage } from '../filling/step-page.ts';

let house: House;
let family: Awaited<ReturnType<typeof submitted>>;
let father: string;
/** Their first enrolment was accepted, and he has joined; a year has gone by. */
beforeEach(async () => {
  house = await testHouse();
  family = await submitted(house);
  expectOk(await decide(house, family.id, { action: 'accept', evidenceChecked: false }));
  await house.runJobs();
  father = (await applicant(house, '13900139000')).accountId;
  expectOk(await acceptWaiting(house.deps, { accountId: father, agreed: true, locale: 'zh' }));
  house.clock.advance(365 * DAY);
});
afterEach(() => house.close());

const second = { ...answersOf.twoGuardians(), dueDate: '2028-2-5', homeLine: '新家路1号' };

describe('a second baby a year later', () => {
  it('starts with who they are and where they live, and nothing sensitive or agreed to', async () => {
    await fillIn(house, family, second, null, ['pregnancy']);
    const draft = await house.deps.read.drafts.ofAccount(family.accountId, FORM_ID);
    expect(draft?.answers).toMatchObject({
      motherName: '王䶮',
      otherMobile: '13900139000',
      homeCity: '370800',
    });
    expect(JSON.stringify(draft?.answers)).not.toMatch(/11010519491231002|E1234567|health|consent|plan/);
    const place = placeOf('mother', new URL('http://localhost/enrol/mother'));
    const who = { ...family, sessionHash: 'hers' };
    const view = expectOk(await openStep(house.deps, who, place));
    const page = await stepPage(house.deps.read, who, view, place, undefined, 'zh');
    expect(page.note?.text.zh).toContain('上次报名');
  });

  it('is a second enrolment of the same family, and changes neither guardian', async () => {
    const before = await house.deps.read.families.guardiansOf(family.familyId);
    await fillIn(house, family, second);
    const { id } = expectOk(await send(house, family));
    expect(id).not.toBe(family.id);
    expect(await house.deps.read.enrolments.summariesOf(family.familyId)).toHaveLength(2);
    expect(await house.deps.read.families.guardiansOf(family.familyId)).toEqual(before);
  });

  it('shows the other guardian nothing she typed', async () => {
    const his = { accountId: father, familyId: family.familyId };
    const view = expectOk(await openStep(house.deps, his, { step: 'pregnancy', subject: null }));
    expect(view.answers).toEqual({});
  });
});
