import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditLog } from '#db/schema/index.ts';
import { proposeDecline } from '../enrolment/index.ts';
import { expectOk } from '../shared/result.ts';
import { caseNumber } from '../shared/numbers.ts';
import { COUNSELLOR, decide, submitted } from '../../tests/support/enrolment.ts';
import { testHouse, type House } from '../../tests/support/house.ts';
import { deskWork } from './desk-work.ts';
import { familyOfUnit, revealFamily } from './family-of-unit.ts';
import { findAnything } from './find-anything.ts';
import { tiesOf } from './ties.ts';

let house: House;
let statements = 0;
beforeEach(async () => {
  house = await testHouse({ parts: { onStatement: () => void (statements += 1) } });
});
afterEach(() => house.close());

const DIN = 'G987626600001';

/** A family with an accepted enrolment, its contract, and a unit under it. */
async function stored() {
  const family = await submitted(house);
  expectOk(await decide(house, family.id, { action: 'accept', evidenceChecked: false }));
  await house.runJobs();
  const contract = await house.deps.read.contracts.ofEnrolment(family.id);
  if (!contract) throw new Error('no contract was offered');
  await house.deps.transaction(async ({ units }) => {
    await units.add([
      {
        ...NO_CUSTODY,
        id: 'unt_00000000000000000000000001',
        din: DIN,
        product: 'cord-blood',
        contractId: contract.id,
        familyId: family.familyId,
        baby: 1,
      },
    ]);
    return { ok: true, value: undefined };
  });
  return { ...family, contract };
}
const NO_CUSTODY = {
  state: 'rejected',
  lastEventAt: 1,
  dispatchedAt: 1,
  collectedAt: null,
  bornAt: null,
  babySex: null,
  receivedAt: null,
  storedAt: null,
  tankGroup: null,
  rejectReason: 'low-volume',
} as const;

describe('the first page of the console', () => {
  const work = (...roles: Parameters<typeof deskWork>[1]) => deskWork(house.deps, roles, 'zh');

  it('says what waits, with the promise that runs out first', async () => {
    expect(await work('counsellor', 'finance', 'lab', 'editor')).toEqual([]);
    const { id } = await submitted(house);
    const [enrolments] = await work('counsellor');
    expect(enrolments).toMatchObject({ count: 1, href: '/staff/enrolments', pressing: false });
    expect(enrolments?.line).toContain('2026年11月24日');
    house.clock.set('2026-11-24T09:00:00+08:00');
    expect((await work('counsellor'))[0]).toMatchObject({ pressing: true, line: '最早的一份，今天要答复' });
    house.clock.set('2026-11-26T09:00:00+08:00');
    expect((await work('counsellor'))[0]?.line).toBe('最早的一份，已超期2个工作日');
    const asked = { reason: 'too-late', words: '' };
    expectOk(await proposeDecline(house.deps, { actor: COUNSELLOR, id, version: 1, ...asked }));
    expect((await work('counsellor')).map((one) => one.id)).toEqual(['enrolments', 'to-decline']);
  });

  it('shows each role its own: a unit on hold is the laboratory’s, an enrolment is not', async () => {
    await stored();
    await submitted(house, undefined, '13700137000').catch(() => undefined);
    expect((await work('lab')).map(({ id, count }) => [id, count])).toEqual([['undecided', 1]]);
    expect(await work('finance')).toEqual([]);
    expect(await work('committee-member')).toEqual([]);
  });

  it('reads a fixed number of statements, one or two for each kind of work', async () => {
    await stored();
    statements = 0;
    await work('counsellor', 'lab', 'finance', 'editor', 'administrator');
    expect(statements).toBeLessThanOrEqual(7);
  });
});

describe('the one box', () => {
  const find = (typed: string, ...roles: Parameters<typeof deskWork>[1]) =>
    findAnything(house.deps, typed, roles.length === 0 ? ['counsellor'] : roles);

  it('finds a family by mobile, by any number of theirs, and by their unit', async () => {
    const { id, contract } = await stored();
    const enrolment = await house.deps.read.enrolments.byId(id);
    for (const typed of ['+86 138 0013 8000', '13900139000', enrolment?.number, contract.number, DIN]) {
      const found = expectOk(await find(` ${typed?.toLowerCase()} `));
      expect(found.families, typed).toHaveLength(1);
      expect(found.families[0]?.enrolments[0]?.id).toBe(id);
      expect(found.families[0]?.units[0]?.din).toBe(DIN);
      expect(found.families[0]?.people?.[0]).toEqual({ name: '王*', phone: '138****8000' });
    }
  });

  it('finds nothing it was not given exactly, and says what it needs', async () => {
    await stored();
    expect(expectOk(await find('13612345678')).families).toEqual([]);
    expect(expectOk(await find(caseNumber('BM', 2026, 999_999))).families).toEqual([]);
    expect(expectOk(await find('G987626600002')).families).toEqual([]);
    expect(await find(' ')).toMatchObject({ code: 'sought-missing' });
    expect(await find('王䶮')).toMatchObject({ code: 'sought-name' });
    expect(await find('1380013')).toMatchObject({ code: 'sought-unreadable' });
    const number = caseNumber('BM', 2026, 1);
    expect(await find(`${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`)).toMatchObject({
      code: 'sought-unreadable',
    });
  });

  it('shows the laboratory units and contracts, and no person', async () => {
    const { contract } = await stored();
    const found = expectOk(await find(contract.number, 'lab'));
    expect(found.families[0]).toMatchObject({ people: null, enrolments: [] });
    expect(found.families[0]?.units).toHaveLength(1);
    expect(await find('13800138000', 'lab')).toMatchObject({ code: 'not-for-role' });
  });
});

describe('the way from a unit to its people', () => {
  it('is masked until a purpose is given, and each look is written down with its purpose', async () => {
    const { familyId } = await stored();
    const shown = async (purpose: 'call-the-family' | 'check-the-label' | null) =>
      JSON.stringify(await familyOfUnit(house.deps, familyId, purpose));
    expect(await shown(null)).not.toMatch(/王䶮|13800138000|138 0013 8000/);
    expect(await shown('check-the-label')).toMatch(/王䶮/);
    expect(await shown('check-the-label')).not.toMatch(/138 0013 8000/);
    expect(await shown('call-the-family')).toMatch(/王䶮.*138 0013 8000/);
    const look = { actor: COUNSELLOR, din: DIN, purpose: 'call-the-family' } as const;
    expectOk(await revealFamily(house.deps, look));
    expect(await revealFamily(house.deps, { ...look, din: 'G987626600002' })).toMatchObject({
      code: 'not-found',
    });
    const rows = await house.deps.database.db.select().from(auditLog);
    expect(rows.at(-1)).toMatchObject({
      action: 'unit.family-revealed',
      details: { purpose: 'call-the-family', groups: ['name', 'phone'] },
    });
  });

  it('leads on to the enrolment, the contract and the other units of the same contract', async () => {
    const { familyId, contract, id } = await stored();
    const ties = await tiesOf(house.deps, { familyId, contractId: contract.id });
    expect(ties.enrolment?.id).toBe(id);
    expect(ties.contract?.number).toBe(contract.number);
    expect(ties.units.map(({ din }) => din)).toEqual([DIN]);
    const other = await tiesOf(house.deps, { familyId, contractId: 'ctr_other' });
    expect(other).toMatchObject({ enrolment: null, contract: null, units: [] });
  });
});
