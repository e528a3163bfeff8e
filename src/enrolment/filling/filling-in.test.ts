import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '../../shared/clock.ts';
import { answerOf } from '../../shared/form.ts';
import { newId } from '../../shared/ids.ts';
import { expectOk, ok } from '../../shared/result.ts';
import { answersOf, applicant, fillIn, send } from '../../../tests/support/enrolment.ts';
import { testHouse, type House } from '../../../tests/support/house.ts';
import { FORM_ID } from '../form/enrolment-form.ts';
import { eraseDrafts } from './erase-drafts.ts';
import { openStep } from './open-step.ts';
import { saveStep } from '../saving/save-step.ts';

let house: House;
beforeEach(async () => {
  house = await testHouse();
});
afterEach(() => house.close());

describe('filling in', () => {
  it('goes on where one left, on any device, with what was typed', async () => {
    const who = await applicant(house);
    await fillIn(house, who, answersOf.twoGuardians(), null, ['pregnancy', 'mother']);
    const view = expectOk(
      await openStep(house.deps, { ...who, familyId: null }, { step: 'other', subject: null }),
    );
    expect(answerOf(view.answers, 'motherName')).toBe('王䶮');
    const ahead = await openStep(house.deps, { ...who, familyId: null }, { step: 'plan', subject: null });
    expect(ahead).toMatchObject({ ok: false, code: 'elsewhere', step: 'other' });
  });

  it('keeps a refused page as typed, the wrong document number too, to be compared', async () => {
    const who = await applicant(house);
    await fillIn(house, who, answersOf.twoGuardians(), null, ['pregnancy']);
    const typed = { ...answersOf.twoGuardians(), motherIdNumber: '110105194912310021', motherMobile: '139' };
    const refused = await saveStep(house.deps, {
      ...who,
      familyId: null,
      subject: null,
      step: 'mother',
      answers: typed,
      seen: 1,
    });
    expect(refused).toMatchObject({ ok: false, code: 'invalid' });
    const draft = await house.deps.read.drafts.ofAccount(who.accountId, FORM_ID);
    expect(draft?.answers).toMatchObject({
      motherName: '王䶮',
      motherMobile: '139',
      motherIdNumber: '110105194912310021',
    });
  });

  it('keeps a good document number when the page comes back without it', async () => {
    const who = await applicant(house);
    const answers = answersOf.twoGuardians();
    await fillIn(house, who, answers, null, ['pregnancy', 'mother']);
    const again = { ...answers, motherIdNumber: '', motherName: '王芳' };
    expectOk(
      await saveStep(house.deps, {
        ...who,
        familyId: null,
        subject: null,
        step: 'mother',
        answers: again,
        seen: 2,
      }),
    );
    const draft = await house.deps.read.drafts.ofAccount(who.accountId, FORM_ID);
    expect(draft?.answers).toMatchObject({ motherName: '王芳', motherIdNumber: '11010519491231002x' });
  });

  const pageOf = async (who: { accountId: string; actor: { kind: 'family'; id: string } }, step: string) => ({
    ...who,
    familyId: null,
    subject: null,
    step,
    seen: (await house.deps.read.drafts.ofAccount(who.accountId, FORM_ID))?.version ?? 0,
  });

  it('keeps no document before its consent is ticked, says so, and keeps the rest of the page', async () => {
    const who = await applicant(house);
    await fillIn(house, who, answersOf.twoGuardians(), null, ['pregnancy']);
    const refused = await saveStep(house.deps, {
      ...(await pageOf(who, 'mother')),
      answers: { ...answersOf.twoGuardians(), 'consent-identity-documents': '' },
    });
    expect(refused).toMatchObject({
      code: 'invalid',
      detail: {
        fields: {
          'consent-identity-documents': { zh: expect.stringContaining('不能保存') },
          motherIdNumber: { zh: expect.stringContaining('没有保存') },
        },
      },
    });
    const draft = await house.deps.read.drafts.ofAccount(who.accountId, FORM_ID);
    expect(draft?.answers).toMatchObject({ motherName: '王䶮', motherIdNumber: '', motherIdKind: '' });
  });

  it('keeps no health answer before its consent is ticked, and gives them back to the page', async () => {
    const who = await applicant(house);
    const answers = answersOf.twoGuardians();
    await fillIn(house, who, answers, null, [
      'pregnancy',
      'mother',
      'other',
      'other-person',
      'home-city',
      'address',
      'hospital',
    ]);
    const refused = await saveStep(house.deps, {
      ...(await pageOf(who, 'health')),
      answers: { ...answers, healthHiv: 'yes', 'consent-health-data': '' },
    });
    expect(refused).toMatchObject({ code: 'invalid', detail: { values: { healthHiv: 'yes' } } });
    const draft = await house.deps.read.drafts.ofAccount(who.accountId, FORM_ID);
    expect(JSON.stringify(draft?.answers)).not.toContain('healthHiv');
  });

  it('erases what was kept when the consent is taken back, also what followed from it on later pages', async () => {
    const who = await applicant(house);
    const answers = { ...answersOf.twoGuardians(), healthHiv: 'yes', healthHivDetail: '2019年查出' };
    await fillIn(house, who, answers);
    await saveStep(house.deps, {
      ...(await pageOf(who, 'health')),
      answers: { ...answers, 'consent-health-data': '' },
    });
    const draft = await house.deps.read.drafts.ofAccount(who.accountId, FORM_ID);
    expect(draft?.answers).toMatchObject({ healthHivDetail: '', motherIdNumber: '11010519491231002x' });
    expect(JSON.stringify(draft?.answers)).not.toContain('2019年查出');
  });

  it('opens a draft of the form before, at the page whose consent it lacks, with the rest in place', async () => {
    const who = await applicant(house);
    const { 'consent-health-data': _, ...before } = answersOf.twoGuardians();
    const at = house.deps.now();
    await house.deps.transaction(async ({ drafts }) => {
      await drafts.insert({
        id: newId('draft', at),
        accountId: who.accountId,
        form: FORM_ID,
        formVersion: '2026-11-22',
        answers: before,
        stepVersions: { health: 3 },
        subjectId: null,
        createdAt: at,
        updatedAt: at,
        version: 3,
      });
      return ok();
    });
    const door = { ...who, familyId: null };
    expect(await openStep(house.deps, door, { step: 'review', subject: null })).toMatchObject({
      code: 'elsewhere',
      step: 'health',
    });
    const view = expectOk(await openStep(house.deps, door, { step: 'health', subject: null }));
    expect(answerOf(view.answers, 'healthHiv')).toBe('no');
    await fillIn(house, who, answersOf.twoGuardians(), null, ['health']);
    expectOk(await send(house, who));
  });

  it('tells the tab that is behind, loses nothing, and saves when asked again', async () => {
    const who = await applicant(house);
    await fillIn(house, who, answersOf.twoGuardians(), null, ['pregnancy']);
    const page = { ...who, familyId: null, subject: null, step: 'mother' };
    const first = answersOf.twoGuardians();
    const second = { ...first, motherName: '李芳' };
    expectOk(await saveStep(house.deps, { ...page, answers: first, seen: 1 }));
    expectOk(await saveStep(house.deps, { ...page, answers: first, seen: 1 }));
    const told = await saveStep(house.deps, { ...page, answers: second, seen: 1 });
    expect(told).toMatchObject({
      ok: false,
      code: 'changed-meanwhile',
      detail: { values: { motherName: '李芳' }, version: 2 },
    });
    expectOk(await saveStep(house.deps, { ...page, answers: second, seen: 2 }));
  });

  it('refuses a birth outside Shandong at the first page', async () => {
    const who = await applicant(house);
    const refused = await saveStep(house.deps, {
      ...who,
      familyId: null,
      subject: null,
      step: 'pregnancy',
      answers: { ...answersOf.twoGuardians(), birthCity: 'elsewhere' },
      seen: 0,
    });
    expect(refused).toMatchObject({
      ok: false,
      detail: { fields: { birthCity: { zh: expect.stringContaining('山东省内') } } },
    });
  });
});

describe('a form nobody goes on with', () => {
  it('is forgotten ninety days after the last change, with a line in the log and not a day sooner', async () => {
    const left = await applicant(house);
    await fillIn(house, left, answersOf.twoGuardians(), null, ['pregnancy', 'mother']);
    const firstLeft = house.clock.now();
    house.clock.advance(60 * DAY);
    const later = await applicant(house, '13900139777');
    await fillIn(house, later, answersOf.twoGuardians(), null, ['pregnancy']);
    house.clock.set(firstLeft + 90 * DAY);
    expect(await eraseDrafts(house.deps)).toBe(0);
    house.clock.advance(1);
    expect(await eraseDrafts(house.deps)).toBe(1);
    expect(await house.deps.read.drafts.ofAccount(left.accountId, FORM_ID)).toBeNull();
    expect(await house.deps.read.drafts.ofAccount(later.accountId, FORM_ID)).not.toBeNull();
    const { rows } = await house.deps.read.auditLog.page({ about: null });
    expect(rows.filter(({ action }) => action === 'draft.erased')).toHaveLength(1);
  });

  it('stays as long as somebody goes on with it, however long ago it was begun', async () => {
    const who = await applicant(house);
    await fillIn(house, who, answersOf.twoGuardians(), null, ['pregnancy']);
    house.clock.advance(80 * DAY);
    await fillIn(house, who, answersOf.twoGuardians(), null, ['mother']);
    house.clock.advance(80 * DAY);
    expect(await eraseDrafts(house.deps)).toBe(0);
    expect(await house.deps.read.drafts.ofAccount(who.accountId, FORM_ID)).not.toBeNull();
  });
});
