import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { staff } from '#db/schema/index.ts';
import { accountOfPhone } from '../../accounts/index.ts';
import { loadPolicies } from '../../content/policies.ts';
import { expectOk } from '../../shared/result.ts';
import { caseNumber } from '../../shared/numbers.ts';
import { answersOf, decide, submitted } from '../../../tests/support/enrolment.ts';
import { testHouse, type House } from '../../../tests/support/house.ts';
import { findEnrolments } from './find-enrolments.ts';
import { LOOK_BACK, queueRows, stillAtIt } from './queue-rows.ts';
import { revealDetails } from './reveal-details.ts';

let house: House;
beforeEach(async () => {
  house = await testHouse();
});
afterEach(() => house.close());

describe('finding an enrolment', () => {
  it('takes the exact number or the mobile of either guardian, however it is typed', async () => {
    const { id } = await submitted(house);
    const theirs = { ...answersOf.twins(), motherMobile: '13700137001', otherMobile: '13700137002' };
    await submitted(house, theirs, '13700137000');
    const number = (await house.deps.read.enrolments.byId(id))?.number ?? '';
    const find = async (typed: string) => expectOk(await findEnrolments(house.deps, typed));
    expect(await find(number)).toEqual([id]);
    expect(await find(` ${number.toLowerCase()} `)).toEqual([id]);
    expect(await find('+86 138 0013 8000')).toEqual([id]);
    expect(await find('13900139000'), 'the other guardian has not joined yet').toEqual([id]);
    expect(await find('13612345678')).toEqual([]);
  });

  it('takes the number of the contract made of it', async () => {
    const { id } = await submitted(house);
    expectOk(await decide(house, id, { action: 'accept', evidenceChecked: false }));
    await house.runJobs();
    const contract = await house.deps.read.contracts.ofEnrolment(id);
    const find = async (typed: string) => expectOk(await findEnrolments(house.deps, typed));
    expect(await find(contract?.number ?? '')).toEqual([id]);
    expect(await find(caseNumber('HT', 2026, 999_999))).toEqual([]);
  });

  it('says what it needs instead of finding something like it', async () => {
    const { id } = await submitted(house);
    const number = (await house.deps.read.enrolments.byId(id))?.number ?? '';
    expect(await findEnrolments(house.deps, ' ')).toMatchObject({ code: 'sought-missing' });
    for (const typed of [number.slice(0, -1), '王䶮', '1380013', '%'])
      expect(await findEnrolments(house.deps, typed), typed).toMatchObject({ code: 'sought-unreadable' });
  });
});

describe('a line of the queue', () => {
  const rowsOf = async (looks: Parameters<typeof queueRows>[1] = new Map()) => {
    const { rows } = await house.deps.read.enrolments.queue('submitted');
    const hospitals = loadPolicies().hospitals.current('2026-11-20');
    return queueRows(rows, looks, { now: house.deps.now(), workingDays: 2, hospitals, locale: 'zh' });
  };

  it('names the day by which the family has our answer', async () => {
    await submitted(house);
    expect((await rowsOf())[0]).toMatchObject({ answerBy: '最晚2026年11月24日答复', late: null, look: null });
    house.clock.advance(7 * 86_400_000);
    expect((await rowsOf())[0]?.late).toContain('超期');
  });

  it('says who was shown its details a while ago, and forgets it again', async () => {
    const { id } = await submitted(house);
    const { accountId } = expectOk(await accountOfPhone(house.deps, '13600136000' as never, 'zh'));
    await house.deps.database.db.insert(staff).values({ accountId, name: '周顾问', roles: ['counsellor'] });
    await revealDetails(house.deps, {
      actor: { kind: 'staff', id: accountId },
      id,
      purpose: 'call-the-family',
    });
    const looks = () => house.deps.read.enrolments.looksAt([id], house.deps.now() - LOOK_BACK);
    expect((await rowsOf(await looks()))[0]?.look).toContain('周顾问');
    const seen = (await looks()).get(id);
    house.clock.advance(LOOK_BACK + 1);
    expect(stillAtIt(seen, house.deps.now())).toBeNull();
    expect(await looks()).toEqual(new Map());
  });
});
