import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accounts, staff } from '#db/schema/index.ts';
import { answersOf, COUNSELLOR, decide, submitted } from '../../../tests/support/enrolment.ts';
import { testHouse, type House } from '../../../tests/support/house.ts';
import { expectOk } from '../../shared/result.ts';

describe('an accepted enrolment', () => {
  let house: House;
  beforeEach(async () => {
    house = await testHouse();
  });
  afterEach(() => house.close());

  const accepted = async (answers = answersOf.twoGuardians()) => {
    const enrolment = await submitted(house, answers);
    expectOk(await decide(house, enrolment.id, { action: 'accept', evidenceChecked: true }));
    await house.runJobs();
    const contract = await house.deps.read.contracts.ofEnrolment(enrolment.id);
    if (!contract) throw new Error('no contract was offered');
    const { documents, html } = await house.deps.read.contracts.textOf(contract.id);
    const people = await house.deps.read.families.guardiansOf(enrolment.familyId);
    return { contract, html, documents, people };
  };

  test('becomes a contract that both guardians have to sign, with the names and numbers of the form', async () => {
    const { contract, html, people } = await accepted();
    expect(contract).toMatchObject({ state: 'offered', plan: 'yearly', signedBy: [] });
    expect(contract.number).toMatch(/^HT-2026-\d{6}-\d$/);
    expect(contract.signers).toEqual(people.map((one) => one.id));
    for (const words of ['王䶮，居民身份证11010519491231002X', '买买提·吐尔逊，护照E1234567', '2027年2月5日'])
      expect(html).toContain(words);
  });

  test('names the counsellor who accepted it, once there is such a person on the staff', async () => {
    expect((await accepted()).html).not.toContain('接受您报名的顾问');
    const id = COUNSELLOR.id;
    const { db } = house.deps.database;
    await db.insert(accounts).values({ id, locale: 'zh', createdAt: house.clock.now() });
    await db.insert(staff).values({ accountId: id, name: '安若溪', roles: ['counsellor'] });
    expect((await accepted()).html).toContain('接受您报名的顾问是安若溪');
  });

  test('tells the guardian who has an account where to read it; the other gets the invitation, not the contract', async () => {
    const { contract } = await accepted();
    const about = (to: string) =>
      house.messages.filter((one) => one.to === to && one.text.includes(`/family/contracts/${contract.id}`));
    expect(about('13800138000')).toHaveLength(1);
    expect(about('13900139000')).toHaveLength(0);
    expect(house.messages.some((one) => one.to === '13900139000' && one.text.includes('/invitation/'))).toBe(
      true,
    );
  });

  test('with an excused guardian needs one signature and carries the declaration', async () => {
    const { contract, html, people } = await accepted(answersOf.absentGuardian());
    expect(contract.signers).toEqual(people.filter((one) => one.role === 'mother').map((one) => one.id));
    expect(contract.terms.absent).toEqual({ role: 'other', reason: 'abroad' });
    expect(html).toContain('签字的监护人声明，这个原因是真实的');
  });

  test('for twins names two units and the price of both', async () => {
    const { html } = await accepted(answersOf.twins());
    expect(html).toContain('您怀了2个宝宝，所以是2份');
    expect(html).toContain('¥36,300');
  });
});
