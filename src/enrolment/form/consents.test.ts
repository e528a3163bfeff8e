import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answersOf, applicant, fillIn, send } from '../../../tests/support/enrolment.ts';
import { testHouse, type House } from '../../../tests/support/house.ts';
import { loadConsents } from '../../content/consents.ts';
import { expectOk } from '../../shared/result.ts';
import { openStep } from '../filling/open-step.ts';

let house: House;
beforeEach(async () => {
  house = await testHouse({ now: '2026-11-20T10:00:00+08:00' });
});
afterEach(() => house.close());

describe('a consent whose words change while the form is half filled in', () => {
  it('is asked again, the others are not, and the record has the words agreed to', async () => {
    const who = await applicant(house);
    await fillIn(house, who, answersOf.twoGuardians());
    house.clock.set('2026-11-26T10:00:00+08:00');
    expect(await send(house, who)).toMatchObject({ code: 'incomplete', detail: { step: 'consents' } });
    const view = expectOk(
      await openStep(house.deps, { ...who, familyId: null }, { step: 'consents', subject: null }),
    );
    expect(view.answers).toMatchObject({
      'consent-hospital-and-courier': '',
      'consent-child-data': 'yes',
      'consent-identity-documents': 'yes',
    });
    await fillIn(house, who, answersOf.twoGuardians(), null, ['consents']);
    expectOk(await send(house, who));
    const family = await house.deps.read.families.ofAccount(who.accountId);
    const given = await house.deps.read.families.consentsOf(family?.id ?? '');
    expect(given.find(({ purpose }) => purpose === 'hospital-and-courier')).toMatchObject({
      textVersion: '2026-11-25',
      shown: { body: expect.stringContaining('不在合同里') },
    });
  });
});

it('promises nothing of the contract that is not in it: the hospital is named there, the courier is not', () => {
  const wording = loadConsents()
    .current('2099-01-01')
    .find(({ id }) => id === 'hospital-and-courier');
  expect(wording?.body.zh).toMatch(/医院[^。]*名称写在合同里/);
  expect(wording?.body.zh).toMatch(/快递公司[^。]*不在合同里/);
  expect(wording?.body.en).toMatch(/courier[^.]* not in the contract/);
});
