import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditLog } from '#db/schema/index.ts';
import { expectOk } from '../../shared/result.ts';
import { answersOf, COUNSELLOR, decide, fillIn, send, submitted } from '../../../tests/support/enrolment.ts';
import { testHouse, type House } from '../../../tests/support/house.ts';
import { enrolmentForm } from '../form/enrolment-form.ts';
import { formContext } from '../form/context.ts';
import {
  confirmDecline,
  declineReasons,
  declineWords,
  isDeclineProposed,
  proposeDecline,
  withdrawDecline,
} from './decline-enrolment.ts';
import { queueRows } from './queue-rows.ts';
import { roundLines } from './round-lines.ts';

const COLLEAGUE = { kind: 'staff', id: 'acc_colleague' } as const;

let house: House;
beforeEach(async () => void (house = await testHouse()));
afterEach(() => house.close());

const read = async (id: string) => {
  const enrolment = await house.deps.read.enrolments.byId(id);
  if (!enrolment) throw new Error('no enrolment');
  return enrolment;
};
const cmd = async (id: string, actor: typeof COUNSELLOR | typeof COLLEAGUE) => ({
  actor,
  id,
  version: (await read(id)).version,
});
const propose = async (id: string, asked = { reason: 'too-late', words: '来不及送采集包。' }) =>
  proposeDecline(house.deps, { ...(await cmd(id, COUNSELLOR)), ...asked });
const texts = async (): Promise<string[]> => {
  await house.runJobs();
  return house.messages.map(({ text }) => text);
};

describe('turning a family away', () => {
  it('takes two counsellors, and the family hears of it only after the second', async () => {
    const { id } = await submitted(house);
    expectOk(await propose(id));
    expect(await read(id)).toMatchObject({ state: 'submitted', declineReason: '来不及送采集包。' });
    expect(await confirmDecline(house.deps, await cmd(id, COUNSELLOR))).toMatchObject({
      code: 'needs-another-person',
    });
    expect((await texts()).join()).not.toContain('没有办法办理');
    expectOk(await confirmDecline(house.deps, await cmd(id, COLLEAGUE)));
    expect(await read(id)).toMatchObject({
      state: 'declined',
      declineReason: '来不及送采集包。',
      decidedBy: COLLEAGUE.id,
    });
    expect((await texts()).at(-1)).toContain('没有办法办理');
    const rows = await house.deps.database.db.select().from(auditLog);
    expect(rows.at(-1)).toMatchObject({
      action: 'enrolment.declined',
      actorId: COLLEAGUE.id,
      details: { reason: 'too-late', proposedBy: COUNSELLOR.id },
    });
    expect(JSON.stringify(rows), 'the words are about people, and stay out of the log').not.toContain(
      '来不及',
    );
  });

  it('does not need an absent guardian’s evidence, but a reason of the policy and words', async () => {
    const { id } = await submitted(house, answersOf.absentGuardian());
    expect(await propose(id, { reason: '', words: '不行' })).toMatchObject({
      code: 'decline-reason-missing',
    });
    expect(await propose(id, { reason: 'other', words: ' ' })).toMatchObject({ code: 'reason-missing' });
    expect(await propose(id, { reason: 'other', words: '长'.repeat(501) })).toMatchObject({
      code: 'too-long',
    });
    expectOk(await propose(id, { reason: 'other', words: '医院不在采集范围内。' }));
  });

  it('says the policy’s sentence in the family’s language when nothing else is written', () => {
    const policy = declineReasons(house.deps);
    for (const { id, sentence } of policy.reasons) {
      const said = declineWords(policy, { reason: id, words: '' }, 'en');
      expect(said.ok ? said.value : null).toBe(sentence === null ? null : sentence.en);
    }
    expect(declineWords(policy, { reason: 'health', words: '一\r\n二' }, 'zh')).toMatchObject({
      value: '一\n二',
    });
  });

  it('is taken back by either, and by any other answer; then there is nothing to confirm', async () => {
    const { id } = await submitted(house);
    expect(await confirmDecline(house.deps, await cmd(id, COLLEAGUE))).toMatchObject({
      code: 'nothing-proposed',
    });
    expectOk(await propose(id));
    expectOk(await withdrawDecline(house.deps, await cmd(id, COLLEAGUE)));
    expect(isDeclineProposed(await read(id))).toBe(false);
    expectOk(await propose(id));
    expectOk(await decide(house, id, { action: 'accept', evidenceChecked: false }));
    expect(await read(id)).toMatchObject({ state: 'accepted', declineReason: null });
    expect(await confirmDecline(house.deps, await cmd(id, COLLEAGUE))).toMatchObject({ ok: false });
  });

  it('is about what was read: a later version is not declined by an earlier look', async () => {
    const { id } = await submitted(house);
    expectOk(await propose(id));
    const stale = { ...(await cmd(id, COLLEAGUE)), version: 1 };
    expect(await confirmDecline(house.deps, stale)).toMatchObject({ code: 'changed-meanwhile' });
  });

  it('counts as waiting for a second look, in the queue and on the first page', async () => {
    const { id } = await submitted(house);
    expect(await house.deps.read.enrolments.work()).toMatchObject({ waiting: 1, toDecline: 0 });
    expectOk(await propose(id));
    expect(await house.deps.read.enrolments.work()).toMatchObject({ waiting: 1, toDecline: 1 });
    const { rows } = await house.deps.read.enrolments.queue('submitted');
    const hospitals = house.deps.policies.hospitals.current('2026-11-20');
    const by = { now: house.deps.now(), workingDays: 2, hospitals, locale: 'zh' } as const;
    expect(queueRows(rows, new Map(), by)[0]).toMatchObject({ toDecline: true, clock: [false, false] });
  });
});

describe('an enrolment that went back and came again', () => {
  const correct = async (hospital: string) => {
    const { id, familyId: _, ...who } = await submitted(house);
    const steps = [{ step: 'hospital', reason: '这家医院已经搬迁。' }];
    expectOk(await decide(house, id, { action: 'return', steps }));
    await fillIn(house, who, { ...answersOf.twoGuardians(), hospital }, id, ['hospital']);
    house.clock.advance(3_600_000);
    expectOk(await send(house, who, id));
    return { id, who };
  };
  const lines = async (id: string, staffSees: readonly ('identity' | 'contact' | 'health')[] = []) =>
    roundLines(enrolmentForm(formContext(house.deps)), await read(id), 'zh', { staffSees });

  it('keeps why it went back and what the family changed', async () => {
    const { id } = await correct('sd-mch');
    const [round] = await lines(id);
    expect(round?.asked).toEqual([{ title: expect.any(String), reason: '这家医院已经搬迁。' }]);
    expect(round?.changes).toEqual([
      { term: '医院', values: { was: expect.stringContaining('齐鲁'), is: expect.stringContaining('妇幼') } },
    ]);
    expect(round?.round).toMatchObject({ returnedBy: COUNSELLOR.id });
  });

  it('keeps every round, each against the answers of its own time, and says so in the queue', async () => {
    const { id, who } = await correct('sd-mch');
    expectOk(
      await decide(house, id, { action: 'return', steps: [{ step: 'hospital', reason: '再看一遍' }] }),
    );
    await fillIn(house, who, { ...answersOf.twoGuardians(), hospital: 'qilu' }, id, ['hospital']);
    expectOk(await send(house, who, id));
    const [second, first] = await lines(id);
    expect(second?.changes[0]?.values?.is).toContain('齐鲁');
    expect(first?.changes[0]?.values?.was).toContain('齐鲁');
    const { rows } = await house.deps.read.enrolments.queue('submitted');
    const hospitals = house.deps.policies.hospitals.current('2026-11-20');
    const by = { now: house.deps.now(), workingDays: 2, hospitals, locale: 'zh' } as const;
    expect(queueRows(rows, new Map(), by)[0]?.again).toBe('第3次提交');
  });

  it('shows no more of the old answers than of the new', async () => {
    const { id, familyId: _, ...who } = await submitted(house);
    expectOk(
      await decide(house, id, { action: 'return', steps: [{ step: 'mother', reason: '请核对证件' }] }),
    );
    const again = { ...answersOf.twoGuardians(), motherName: '王小丫' };
    await fillIn(house, who, again, id, ['mother']);
    expectOk(await send(house, who, id));
    expect(JSON.stringify(await lines(id))).not.toMatch(/王䶮|王小丫/);
    expect(JSON.stringify(await lines(id, ['contact']))).toMatch(/王䶮.*王小丫/);
    const raw = JSON.stringify(await house.deps.database.client.execute('select * from enrolments'));
    expect(raw, 'earlier answers are sealed like the present ones').not.toMatch(/王䶮|王小丫/);
  });

  it('answers a proposal to decline: it was about the answers before', async () => {
    const { id, familyId: _, ...who } = await submitted(house);
    expectOk(await decide(house, id, { action: 'return', steps: [{ step: 'hospital', reason: '请核对' }] }));
    expectOk(await propose(id, { reason: 'no-answer', words: '' }));
    await fillIn(house, who, { ...answersOf.twoGuardians(), hospital: 'sd-mch' }, id, ['hospital']);
    expectOk(await send(house, who, id));
    expect(isDeclineProposed(await read(id))).toBe(false);
  });
});
