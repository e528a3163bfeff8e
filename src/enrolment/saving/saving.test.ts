import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answersOf, applicant, fillIn, send, type Applicant } from '../../../tests/support/enrolment.ts';
import { testHouse, type House } from '../../../tests/support/house.ts';
import type { Answers } from '../../shared/form.ts';
import { expectOk } from '../../shared/result.ts';
import { FORM_ID } from '../form/enrolment-form.ts';
import { openStep } from '../filling/open-step.ts';
import { placeOf, sameAgain, stepPage, tooLate } from '../filling/step-page.ts';
import { keepTyped } from './keep-typed.ts';
import { saveStep } from './save-step.ts';

let house: House;
let who: Applicant;
beforeEach(async () => {
  house = await testHouse();
  who = await applicant(house);
  await fillIn(house, who, answersOf.twoGuardians(), null, ['pregnancy']);
});
afterEach(() => house.close());

const WRONG = '110105194912310021';
const good = answersOf.twoGuardians();
const draft = async () => house.deps.read.drafts.ofAccount(who.accountId, FORM_ID);

/** A page about the mother, as one browser shows it. */
const page = (
  answers: Answers,
  more: { seen?: number; page?: string; turn?: number; session?: string } = {},
) => ({
  ...who,
  familyId: null,
  subject: null,
  step: 'mother',
  answers,
  seen: more.seen ?? 1,
  hand: { session: more.session ?? 'her phone', page: more.page ?? 'window one', turn: more.turn ?? 0 },
});
const shownIn = async (session: string, address = '/enrol/mother?check=yes') => {
  const url = new URL(address, 'http://localhost');
  const place = placeOf(url.pathname.split('/')[2], url);
  const reader = { accountId: who.accountId, familyId: null, sessionHash: session };
  const view = expectOk(await openStep(house.deps, reader, place));
  return stepPage(house.deps.read, reader, view, place, undefined, 'zh');
};

describe('a page that saves itself', () => {
  it('keeps what is typed, half done and unchecked', async () => {
    const kept = expectOk(await keepTyped(house.deps, page({ motherName: '王', motherMobile: '138' })));
    expect(kept).toMatchObject({ version: 2, at: house.clock.now(), partly: false });
    expect((await draft())?.answers).toMatchObject({
      motherName: '王',
      motherMobile: '138',
      birthCity: '370100',
    });
  });

  it('keeps nothing of a document before its consent is ticked, and says so', async () => {
    const without = { ...good, 'consent-identity-documents': '' };
    expect(expectOk(await keepTyped(house.deps, page(without)))).toMatchObject({ partly: true });
    expect(JSON.stringify((await draft())?.answers)).not.toContain(good['motherIdNumber']);
    expectOk(await keepTyped(house.deps, page(good, { turn: 1 })));
    expect((await draft())?.answers['motherIdNumber']).toBe(good['motherIdNumber']);
  });

  it('forgets the document again when the consent is taken back', async () => {
    expectOk(await keepTyped(house.deps, page(good)));
    expectOk(await keepTyped(house.deps, page({ ...good, 'consent-identity-documents': '' }, { turn: 1 })));
    expect(JSON.stringify((await draft())?.answers)).not.toContain(good['motherIdNumber']);
  });

  it('is not behind itself: its button may overtake what is still under way', async () => {
    expectOk(await keepTyped(house.deps, page({ ...good, motherName: '王' })));
    expectOk(await saveStep(house.deps, page(good, { turn: 2 })));
    expectOk(await keepTyped(house.deps, page({ ...good, motherName: '王一' }, { turn: 1 })));
    expect((await draft())?.answers['motherName'], 'what arrives late changes nothing').toBe('王䶮');
  });

  it('never overwrites what another window saved since', async () => {
    expectOk(await keepTyped(house.deps, page(good)));
    const other = page({ ...good, motherName: '李芳' }, { page: 'window two' });
    expect(await keepTyped(house.deps, other)).toMatchObject({ ok: false, code: 'changed-meanwhile' });
    expect((await draft())?.answers['motherName']).toBe('王䶮');
  });

  it('does not know another family’s enrolment, and says no more than of one that never was', async () => {
    const foreign = { ...page(good), familyId: 'fam_other', subject: 'enr_foreign' };
    expect(await keepTyped(house.deps, foreign)).toMatchObject({ ok: false, code: 'not-found' });
  });

  it('stops quietly once the enrolment has been sent', async () => {
    const before = (await draft())?.id ?? '';
    await fillIn(house, who, good);
    expectOk(await send(house, who));
    expect(await keepTyped(house.deps, { ...page(good), draft: before })).toMatchObject({ code: 'gone' });
    expect(await draft()).toBeNull();
  });
});

describe('a number that was kept', () => {
  const otherKind = { ...good, motherIdKind: 'hmt-residence', motherIdNumber: '' };
  const visibly = async (session: string) => JSON.stringify((await shownIn(session)).answers);

  it.each(['keep', 'save'])(
    'is not brought to light by another session that changes the kind of document around it (%s)',
    async (way) => {
      expectOk(await saveStep(house.deps, page(good)));
      const stranger = page(otherKind, { seen: 9, page: 'window two', session: 'a borrowed phone' });
      await (way === 'keep' ? keepTyped(house.deps, stranger) : saveStep(house.deps, stranger));
      for (const session of ['a borrowed phone', 'her phone'])
        expect(await visibly(session)).not.toContain(good['motherIdNumber']);
      expect((await draft())?.answers['motherIdNumber'], 'it is asked for anew').toBe('');
    },
  );

  it('is shown, when wrong, only to the session that typed it, though another saved the page since', async () => {
    const wrong = '370102199403089024';
    await saveStep(house.deps, page({ ...good, motherIdNumber: wrong }));
    expect(await visibly('her phone')).toContain(wrong);
    const stranger = page(
      { ...good, motherName: '李芳', motherIdNumber: '' },
      { seen: 9, page: 'two', session: 'another' },
    );
    expectOk(await keepTyped(house.deps, stranger));
    expect(await visibly('another')).not.toContain(wrong);
  });
});

describe('a refused page', () => {
  it('has an address of its own that shows the answers and what is wrong, as often as it is reloaded', async () => {
    const refused = await saveStep(house.deps, page({ ...good, motherMobile: '139' }));
    expect(refused).toMatchObject({ code: 'invalid', detail: { held: true } });
    expect(sameAgain({ step: 'mother', subject: null, from: null, check: false }, 'zh')).toBe(
      '/enrol/mother?check=yes',
    );
    for (const _ of [1, 2]) {
      const shown = await shownIn('her phone');
      expect(shown.errors).toHaveProperty('motherMobile');
      expect(shown.answers).toMatchObject({ motherMobile: '139', motherName: '王䶮' });
    }
    expect(
      (await shownIn('her phone', '/enrol/mother')).errors,
      'coming back later is no scolding',
    ).toBeNull();
  });

  it('sent again by reloading is the same refusal, not another window', async () => {
    const without = page({ ...good, 'consent-identity-documents': '' });
    for (const _ of [1, 2])
      expect(await saveStep(house.deps, without)).toMatchObject({
        code: 'invalid',
        detail: { held: false, values: { motherIdNumber: good['motherIdNumber'] } },
      });
  });

  it('shows a wrong document number to whoever typed it, in that session only, and what is wrong with it', async () => {
    await saveStep(house.deps, page({ ...good, motherIdNumber: WRONG }));
    const hers = await shownIn('her phone');
    expect(hers).toMatchObject({ compare: ['motherIdNumber'], answers: { motherIdNumber: WRONG } });
    expect(hers.errors?.['motherIdNumber']?.zh).not.toContain('重新填一遍');
    for (const session of ['her tablet', '']) {
      const elsewhere = await shownIn(session);
      expect(elsewhere.compare).toEqual([]);
      expect(JSON.stringify(elsewhere)).not.toContain(WRONG);
    }
  });

  it('never shows a right one again, in whichever session', async () => {
    await saveStep(house.deps, page({ ...good, motherMobile: '139' }));
    expect((await shownIn('her phone')).compare).toEqual([]);
  });

  it('takes an emptied box for taken out, once the number in it was wrong', async () => {
    await saveStep(house.deps, page({ ...good, motherIdNumber: WRONG }));
    await saveStep(house.deps, page({ ...good, motherIdNumber: '' }, { turn: 1 }));
    expect((await draft())?.answers['motherIdNumber']).toBe('');
  });
});

describe('a page opened before the enrolment was sent', () => {
  it('leads to the enrolment instead of making another one', async () => {
    const before = (await draft())?.id ?? '';
    await fillIn(house, who, good);
    const { id } = expectOk(await send(house, who));
    const late = { ...page({ ...good, babies: '2' }), step: 'pregnancy', draft: before };
    expect(await saveStep(house.deps, late)).toMatchObject({ code: 'already-sent', detail: { id } });
    expect(await saveStep(house.deps, { ...late, step: 'plan' })).toMatchObject({ code: 'already-sent' });
    expect(await draft()).toBeNull();
    expect(tooLate(id, { step: 'plan', subject: null, from: null, check: false }, 'en')).toBe(
      `/en/enrol/submitted/${id}?late=yes`,
    );
  });

  it('leads there too when one goes back to it, and the first page starts another pregnancy', async () => {
    await fillIn(house, who, good);
    const { id } = expectOk(await send(house, who));
    const familyId = (await house.deps.read.families.ofAccount(who.accountId))?.id ?? null;
    const open = (step: string) => openStep(house.deps, { ...who, familyId }, { step, subject: null });
    for (const step of ['review', 'plan', 'resume'])
      expect(await open(step)).toMatchObject({ code: 'already-sent', detail: { id } });
    expect(await open('pregnancy')).toMatchObject({ ok: true });
  });

  it('leads nobody to the enrolment of somebody else', async () => {
    const before = (await draft())?.id ?? '';
    await fillIn(house, who, good);
    expectOk(await send(house, who));
    const stranger = await applicant(house, '13700137000');
    const forged = { ...page(good), ...stranger, step: 'plan', draft: before };
    expect(await saveStep(house.deps, forged)).toMatchObject({ code: 'elsewhere' });
  });
});

describe('a birth outside Shandong', () => {
  it('is a fork in the way, not a mistake, and the draft stays', async () => {
    await saveStep(house.deps, { ...page({ ...good, birthCity: 'elsewhere' }), step: 'pregnancy' });
    const shown = await shownIn('her phone', '/enrol/pregnancy?check=yes');
    expect(shown).toMatchObject({ outside: true, errors: null, answers: { dueDate: '2027-2-5' } });
  });
});
