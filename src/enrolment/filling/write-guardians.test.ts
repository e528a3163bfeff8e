import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testHouse, type House } from '../../../tests/support/house.ts';
import { expectOk, ok } from '../../shared/result.ts';
import { newId } from '../../shared/ids.ts';
import { accounts } from '../../../db/schema/index.ts';
import type { EnrolmentFacts } from '../enrolment.ts';
import { writeGuardians } from './write-guardians.ts';

let house: House;
beforeEach(async () => {
  house = await testHouse();
});
afterEach(() => house.close());

const person = (name: string, mobile: string) => ({
  name,
  idKind: 'passport' as const,
  idNumber: `E${mobile}`,
  birthDate: null,
  mobile,
});
const facts = (more: Partial<EnrolmentFacts> = {}): EnrolmentFacts =>
  ({
    applicant: 'mother',
    mother: person('林晓', '13800000001'),
    other: person('欧阳朔', '13800000002'),
    address: '济南市历下区',
    ...more,
  }) as EnrolmentFacts;

async function account(): Promise<string> {
  const at = house.clock.now();
  const id = newId('account', at);
  await house.deps.database.db.insert(accounts).values({ id, locale: 'zh', createdAt: at });
  return id;
}

async function write(accountId: string, what: EnrolmentFacts, settled: boolean): Promise<string> {
  return expectOk(
    await house.deps.transaction(async ({ families }) =>
      ok(
        await writeGuardians(
          families,
          { accountId, familyId: (await families.ofAccount(accountId))?.id ?? null },
          what,
          house.clock.now(),
          settled,
        ),
      ),
    ),
  );
}

async function bothJoined() {
  const [mother, father] = [await account(), await account()];
  const familyId = await write(mother, facts(), false);
  const other = (await house.deps.read.families.guardiansOf(familyId)).find(({ role }) => role === 'other');
  await house.deps.transaction(async ({ families }) => {
    await families.join(other?.id ?? '', father);
    return ok();
  });
  return { mother, father, familyId };
}
const people = async (familyId: string) =>
  (await house.deps.read.families.guardiansOf(familyId)).map(
    ({ role, name, phone, accountId, absentReason }) => ({
      role,
      name,
      phone,
      accountId,
      absentReason,
    }),
  );

describe('filling in a form', () => {
  it('neither removes nor rewrites a guardian who has joined', async () => {
    const { mother, father, familyId } = await bothJoined();
    const before = await people(familyId);
    await write(mother, facts({ other: { absent: 'single-parent' } as EnrolmentFacts['other'] }), false);
    await write(
      father,
      facts({ applicant: 'other', mother: person('纪不是她', '13800009999') as EnrolmentFacts['mother'] }),
      false,
    );
    expect(await people(familyId)).toEqual(before);
  });

  it('does not let an accepted family’s applicant step into the other guardian’s place', async () => {
    const mother = await account();
    const familyId = await write(mother, facts(), false);
    const before = await people(familyId);
    await write(
      mother,
      facts({ applicant: 'other', other: person('欧阳朔', '13800000001') as EnrolmentFacts['other'] }),
      true,
    );
    expect(await people(familyId)).toEqual(before);
  });

  it('never sends the codes of somebody who has an account to another phone', async () => {
    const mother = await account();
    const familyId = await write(mother, facts(), false);
    await write(mother, facts({ mother: person('林晓', '13999990077') as EnrolmentFacts['mother'] }), false);
    expect((await people(familyId))[0]).toMatchObject({ phone: '13800000001', accountId: mother });
  });

  it('still fills the place of somebody who was absent, and corrects what nobody has accepted yet', async () => {
    const mother = await account();
    const familyId = await write(
      mother,
      facts({ other: { absent: 'abroad' } as EnrolmentFacts['other'] }),
      false,
    );
    await write(mother, facts(), true);
    expect((await people(familyId))[1]).toMatchObject({ name: '欧阳朔', absentReason: null });
    const fresh = await account();
    const second = await write(fresh, facts(), false);
    await write(fresh, facts({ other: person('欧阳烁', '13800000003') as EnrolmentFacts['other'] }), false);
    expect((await people(second))[1]).toMatchObject({ name: '欧阳烁', phone: '13800000003' });
  });
});
