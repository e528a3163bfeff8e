/** Bad news becomes somebody's task, and the money that goes with it finance's. On a real database. */
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditLog } from '#db/schema/index.ts';
import { eventsFor, type Story } from '../../../db/seed/feed/families.ts';
import { feedDin } from '../../../db/seed/feed/generate.ts';
import { testHouse, type House } from '../../../tests/support/house.ts';
import { signedContract } from '../../../tests/support/signed-contract.ts';
import { familyOverview } from '../../home/index.ts';
import { familyFees } from '../../fees/view/family-fees.ts';
import { confirmSettlement, proposeSettlement } from '../../fees/held/settle-held.ts';
import { readLine } from '../../integration/read-event.ts';
import { DAY } from '../../shared/clock.ts';
import { expectOk } from '../../shared/result.ts';
import { deliver, openCare, unitPage } from '../index.ts';
import { askForCall, takeCallBack } from './ask-for-call.ts';
import { closeTask, showNumber } from './close-task.ts';
import { overtake, openTask } from './open-tasks.ts';

const SYSTEM = { kind: 'system', id: 'test' } as const;
const COUNSELLOR = { actor: { kind: 'staff', id: 'acc_counsellor' }, roles: ['counsellor'] } as const;
const LAB = { actor: { kind: 'staff', id: 'acc_lab' }, roles: ['lab'] } as const;
const ALL = { roles: ['counsellor', 'lab', 'finance'] };

let house: House;
let serial = 900_000;
beforeEach(async () => {
  // A Friday: the next working day is Monday.
  house = await testHouse({ now: '2026-11-20T10:00:00+08:00' });
});
afterEach(() => house.close());

type Family = Awaited<ReturnType<typeof signedContract>>;

async function tells(family: Family, story: Story, baby = 1): Promise<string> {
  const din = feedDin(2026, serial++);
  const events = eventsFor({ din, contractNumber: family.number, baby, story, now: house.clock.now() }).map(
    (event) => expectOk(readLine(JSON.stringify(event), house.clock.now())),
  );
  for (const answer of await deliver(house.deps, { actor: SYSTEM, events })) expectOk(answer);
  return din.slice(0, 13);
}
const report = async (din: string, kind: string, data: Record<string, unknown> = {}) => {
  const at = new Date(house.clock.now() - 60_000).toISOString();
  const line = JSON.stringify({ din, kind, sourceId: `t-${serial++}`, at, data });
  const [answer] = await deliver(house.deps, {
    actor: SYSTEM,
    events: [expectOk(readLine(line, house.clock.now()))],
  });
  return answer;
};
const open = () => openCare(house.deps, ALL);
const asking = (family: Family, din: string) => ({
  din,
  familyId: family.familyId,
  accountId: family.accountId,
  actor: { kind: 'family', id: family.accountId } as const,
});
const logged = async (id: string) =>
  (await house.deps.database.db.select().from(auditLog).where(eq(auditLog.objectId, id))).map(
    ({ action }) => action,
  );
const callOn = async (family: Family, din: string) =>
  (await unitPage(house.deps, din, family.familyId, 'zh'))?.rejected?.call.open;

describe('a unit that was not stored', () => {
  it('is a call to make by the next working day, and a refund for finance, from the moment it is reported', async () => {
    const family = await signedContract(house);
    const din = await tells(family, 'rejected-low-volume');
    const { tasks, refunds } = await open();
    expect(tasks).toMatchObject([{ kind: 'call', why: 'not-stored', din, dueOn: '2026-11-23', slot: null }]);
    expect(refunds).toMatchObject([{ amountFen: 532_000 }]);
    expect((await openCare(house.deps, { roles: ['lab'] })).tasks, 'not the laboratory’s').toEqual([]);
    expect((await openCare(house.deps, { roles: ['counsellor'] })).refunds, 'not the counsellor’s').toEqual(
      [],
    );
    expect(await logged(tasks[0]?.id ?? '')).toEqual(['unit-task.opened']);
  });

  it('stays a task while nobody answers, and is done once somebody spoke with the family', async () => {
    const family = await signedContract(house);
    const din = await tells(family, 'rejected-low-volume');
    const [task] = (await open()).tasks;
    const close = (outcome: string, version: number, who: typeof COUNSELLOR | typeof LAB = COUNSELLOR) =>
      closeTask(house.deps, { id: task?.id ?? '', version, outcome, ...who });
    expect(await close('reached', 1, LAB)).toMatchObject({ code: 'not-yours-to-do' });
    expect(await close('stands', 1)).toMatchObject({ code: 'bad-request' });
    house.clock.advance(3 * DAY);
    expectOk(await close('nobody', 1));
    expect((await open()).tasks).toMatchObject([{ dueOn: '2026-11-24' }]);
    expect(await close('reached', 1), 'a second window').toMatchObject({ code: 'changed-meanwhile' });
    expectOk(await close('reached', 2));
    expect((await open()).tasks).toEqual([]);
    expect(await logged(task?.id ?? '')).toEqual([
      'unit-task.opened',
      'unit-task.nobody-answered',
      'unit-task.done',
    ]);
    const page = await unitPage(house.deps, din, family.familyId, 'zh');
    expect(page?.rejected?.call).toMatchObject({ open: null, reachedAt: house.clock.now() });
  });

  it('shows the number to call to a counsellor only, and writes down who looked', async () => {
    const family = await signedContract(house);
    await tells(family, 'rejected-low-volume');
    const [task] = (await open()).tasks;
    const id = task?.id ?? '';
    expect(await showNumber(house.deps, { id, ...LAB })).toMatchObject({ code: 'not-yours-to-do' });
    expect(expectOk(await showNumber(house.deps, { id, ...COUNSELLOR })).phone).toBe(family.phone);
    expect(await logged(id)).toContain('unit-task.number-shown');
  });
});

describe('a call the family asks for', () => {
  it('is one call however often it is asked for; another time of day replaces the first', async () => {
    const family = await signedContract(house);
    const din = await tells(family, 'rejected-low-volume');
    const ask = (slot: string) => askForCall(house.deps, { ...asking(family, din), slot });
    const [first, second] = await Promise.all([ask('morning'), ask('morning')]);
    expect([expectOk(first).dueOn, expectOk(second).dueOn]).toEqual(['2026-11-23', '2026-11-23']);
    expect((await open()).tasks).toMatchObject([{ slot: 'morning', askedBy: family.accountId }]);
    house.clock.advance(4 * DAY);
    expectOk(await ask('evening'));
    expect(await callOn(family, din)).toEqual({
      slot: 'evening',
      by: '2026-11-25',
      triedAt: null,
      ours: true,
    });
    expect((await open()).tasks).toHaveLength(1);
    expect(await ask('midnight')).toMatchObject({ code: 'slot-missing' });
  });

  it('can be taken back; the call we owe stays', async () => {
    const family = await signedContract(house);
    const din = await tells(family, 'rejected-low-volume');
    expectOk(await askForCall(house.deps, { ...asking(family, din), slot: 'morning' }));
    expectOk(await takeCallBack(house.deps, asking(family, din)));
    expectOk(await takeCallBack(house.deps, asking(family, din)));
    const [ours] = (await open()).tasks;
    expect(ours).toMatchObject({ why: 'not-stored', slot: null, askedBy: null });
    expectOk(
      await closeTask(house.deps, {
        id: ours?.id ?? '',
        version: ours?.version ?? 0,
        outcome: 'reached',
        ...COUNSELLOR,
      }),
    );
    expectOk(await askForCall(house.deps, { ...asking(family, din), slot: 'evening' }));
    expect((await open()).tasks).toMatchObject([{ why: 'asked', slot: 'evening' }]);
    expectOk(await takeCallBack(house.deps, asking(family, din)));
    expect((await open()).tasks).toEqual([]);
  });

  it('is neither another family’s to ask for nor offered for a unit without bad news', async () => {
    const family = await signedContract(house);
    const other = await signedContract(house, { number: 'HT-2026-000002-4', phone: '13800002222' });
    const din = await tells(family, 'stored');
    const ask = (who: Family) => askForCall(house.deps, { ...asking(who, din), slot: 'morning' });
    expect(await ask(other)).toMatchObject({ code: 'not-found' });
    expect(await takeCallBack(house.deps, asking(other, din))).toMatchObject({ code: 'not-found' });
    expect(await ask(family)).toMatchObject({ code: 'wrong-state' });
  });
});

describe('a second look at the records', () => {
  it('is the laboratory’s within five working days, and what it found is told by a call', async () => {
    const family = await signedContract(house);
    const din = await tells(family, 'rejected-low-volume');
    const unit = await house.deps.read.units.byDin(din);
    const about = { unitId: unit?.id ?? '', familyId: family.familyId };
    const [call] = (await open()).tasks;
    expectOk(
      await closeTask(house.deps, { id: call?.id ?? '', version: 1, outcome: 'reached', ...COUNSELLOR }),
    );
    await house.deps.transaction(async (tx) => {
      await openTask(tx, house.deps, { ...about, kind: 'recheck', why: 'asked' });
      return { ok: true, value: undefined };
    });
    const [recheck] = (await openCare(house.deps, { roles: ['lab'] })).tasks;
    expect(recheck).toMatchObject({ kind: 'recheck', dueOn: '2026-11-27' });
    expectOk(await closeTask(house.deps, { id: recheck?.id ?? '', version: 1, outcome: 'stands', ...LAB }));
    expect((await open()).tasks).toMatchObject([{ kind: 'call', why: 'rechecked' }]);
    const page = await unitPage(house.deps, din, family.familyId, 'zh');
    expect(page?.rejected?.recheck?.doneAt).toBe(house.clock.now());
  });

  it('is nobody’s task any more once the family decided without it', async () => {
    const family = await signedContract(house);
    const din = await tells(family, 'rejected-low-volume');
    const unit = await house.deps.read.units.byDin(din);
    await house.deps.transaction(async (tx) => {
      await openTask(tx, house.deps, {
        unitId: unit?.id ?? '',
        familyId: family.familyId,
        kind: 'recheck',
        why: 'asked',
      });
      await overtake(tx, house.deps.now, unit?.id ?? '', 'recheck');
      return { ok: true, value: undefined };
    });
    expect((await openCare(house.deps, { roles: ['lab'] })).tasks).toEqual([]);
  });
});

describe('the money of a unit that fell away', () => {
  const fees = (family: Family) => familyFees(house.deps, family.familyId, 'zh');

  it('is on the page of fees, on the home and on the unit’s page, with one amount and one day', async () => {
    const family = await signedContract(house);
    const din = await tells(family, 'rejected-low-volume');
    const { overview, toComeBack, fallen, covers } = await fees(family);
    expect(toComeBack).toEqual({ amountFen: 532_000, by: '2026-12-05' });
    expect(fallen).toMatchObject([{ standing: 'with-finance', unit: { din } }]);
    expect(covers).toMatchObject([{ gone: true }]);
    const [contract] = overview.contracts;
    expect(contract?.strand.at(-1)).toEqual({ state: 'end', title: '以后不收费' });
    expect(contract?.strand[0]?.note).toContain('其中¥5,320退给您');
    expect(JSON.stringify(contract)).not.toMatch(/还有19年/);
    expect(overview.fallsAway.get(fallen[0]?.unit.id ?? '')).toMatchObject({ eachFen: 65_000, times: 19 });
    expect(contract?.orders).toHaveLength(1);
    const home = await familyOverview(house.deps, family, 'zh');
    expect(home.things.map(({ title, line }) => [title, line])).toContainEqual([
      '宝宝的脐带血：退给您¥5,320',
      '最晚2026年12月5日原路退回',
    ]);
    expect(home.plates[0]?.facts[0]).toEqual({ term: '退给您', value: '¥5,320' });
    const page = await unitPage(house.deps, din, family.familyId, 'zh');
    expect(page?.fallen).toMatchObject({ by: '2026-12-05', refund: { backFen: 532_000 } });
  });

  it('of one twin leaves the other paid for: later years are asked for one only', async () => {
    const family = await signedContract(house, { babies: 2 });
    await tells(family, 'stored');
    const second = await tells(family, 'rejected-contamination', 2);
    const { overview, fallen } = await fees(family);
    expect(fallen.map(({ unit }) => unit.din)).toEqual([second]);
    const [contract] = overview.contracts;
    expect(contract?.strand.at(-1)?.title).toBe('以后每年¥650，还有19年');
    expect(contract?.line).toMatch(/原来2份，其中1份没有存成/);
  });

  it('goes back once two people of finance agree, and is “returned” only when the provider says so', async () => {
    const family = await signedContract(house);
    await tells(family, 'rejected-low-volume');
    const [refund] = (await open()).refunds;
    const settle = (id: string, version: number) => ({
      id: refund?.id ?? '',
      version,
      actor: { kind: 'staff', id } as const,
    });
    expectOk(await proposeSettlement(house.deps, { ...settle('acc_one', 1), reason: '没有入库' }));
    expect(await confirmSettlement(house.deps, settle('acc_one', 2))).toMatchObject({
      code: 'needs-another-person',
    });
    expectOk(await confirmSettlement(house.deps, settle('acc_two', 2)));
    expect((await fees(family)).fallen).toMatchObject([{ standing: 'on-its-way' }]);
    const held = await house.deps.read.heldMoney.byId(refund?.id ?? '');
    expect(held).toMatchObject({ state: 'returning', receivedAmount: 532_000, why: 'unit-fell-away' });
  });

  it('of a kit that came back unused is due in full, until another kit leaves for the same baby', async () => {
    const family = await signedContract(house);
    const first = await tells(family, 'kit-on-its-way');
    expectOk((await report(first, 'not-collected', { reason: 'logistics' })) ?? { ok: false, code: 'none' });
    expect((await open()).refunds).toMatchObject([{ amountFen: 580_000 }]);
    expect((await fees(family)).toComeBack?.amountFen).toBe(580_000);
    const din = feedDin(2026, serial++);
    expectOk(
      (await report(din, 'kit.dispatched', { contractNumber: family.number, baby: 1 })) ?? {
        ok: false,
        code: 'none',
      },
    );
    expect((await open()).refunds).toEqual([]);
    expect((await fees(family)).toComeBack).toBeNull();
  });
});
