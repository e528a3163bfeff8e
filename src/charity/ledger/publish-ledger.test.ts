import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditLog, grantMovements, ledgerRows } from '#db/schema/index.ts';
import { asCivilDate } from '#src/shared/civil-date.ts';
import { newId } from '#src/shared/ids.ts';
import { expectOk, ok } from '#src/shared/result.ts';
import { testHouse, type House } from '../../../tests/support/house.ts';
import type { NewGrant } from './grant-store.ts';
import { publishLedger } from './publish-ledger.ts';

const day = asCivilDate;
const EVERYTHING = { programme: null, year: null };

describe('the public ledger', () => {
  let house: House;
  beforeEach(async () => {
    house = await testHouse({ now: '2026-11-20T10:00:00+08:00' });
  });
  afterEach(() => house.close());

  let running = 0;
  const book = async (paidOn: string, change: Partial<NewGrant> = {}): Promise<string> => {
    const id = newId('grant');
    await house.deps.transaction(async ({ grants }) => {
      await grants.add({
        id,
        programme: 'aid-fund',
        person: `person ${++running}`,
        city: '370100',
        diseaseGroup: 'leukaemia',
        amountFen: 1_000_000,
        paidOn: day(paidOn),
        ...change,
      });
      return ok();
    });
    return id;
  };
  const giveBack = (id: string, on: string, amountFen: number) =>
    house.deps.transaction(async ({ grants }) => {
      const grant = await grants.byId(id);
      return ok(grant !== null && (await grants.giveBack(grant, { on: day(on), amountFen })));
    });
  const publishOn = async (when: string) => {
    house.clock.set(when);
    return expectOk(await publishLedger(house.deps));
  };
  const rows = () => house.deps.read.charityLedger.page(EVERYTHING, null, 50);
  const sums = async () => {
    const quarters = await house.deps.read.charityLedger.quarters();
    return quarters.reduce((sum, { amountFen }) => sum + amountFen, 0);
  };

  it('publishes nothing, and closes nothing, while nothing was ever granted', async () => {
    expect(await publishOn('2027-06-01T09:00:00+08:00')).toEqual([]);
    expect(await rows()).toEqual([]);
  });

  it('publishes a quarter fifteen days after its end, not before, and only once', async () => {
    for (const paidOn of ['2026-10-09', '2026-10-12', '2026-10-30']) await book(paidOn);
    expect(await publishOn('2027-01-14T23:59:00+08:00')).toEqual([]);
    expect(await rows()).toEqual([]);
    expect(await publishOn('2027-01-15T00:30:00+08:00')).toEqual(['2026-Q4']);
    expect(await publishOn('2027-01-16T00:30:00+08:00')).toEqual([]);
    expect(await rows()).toMatchObject([
      {
        programme: 'aid-fund',
        quarter: '2026-Q4',
        year: 2026,
        fromMonth: '2026-10',
        toMonth: '2026-10',
        city: '370100',
        diseaseGroup: 'leukaemia',
        count: 3,
        amountFen: 3_000_000,
      },
    ]);
  });

  it('keeps two grants back until a third comes, and then says the whole of that time', async () => {
    await book('2026-10-09');
    await book('2026-11-09');
    expect(await publishOn('2027-01-15T09:00:00+08:00')).toEqual(['2026-Q4']);
    expect([await rows(), await sums()]).toEqual([[], 0]);
    await book('2027-03-02');
    expect(await publishOn('2027-04-15T09:00:00+08:00')).toEqual(['2027-Q1']);
    expect(await rows()).toMatchObject([
      { fromMonth: '2026-10', toMonth: '2027-03', year: 2027, city: null, diseaseGroup: null, count: 3 },
    ]);
    expect(await sums()).toBe(3_000_000);
  });

  it('never touches a published row: a late booking and money that came back appear in the quarter of their booking', async () => {
    const first = await book('2026-10-09');
    for (const paidOn of ['2026-10-12', '2026-10-30']) await book(paidOn);
    await publishOn('2027-01-15T09:00:00+08:00');
    const [published] = await rows();
    await book('2026-10-20');
    await book('2027-02-03');
    await book('2027-02-04');
    expect(await giveBack(first, '2027-02-20', 400_050)).toMatchObject({ value: true });
    await publishOn('2027-04-15T09:00:00+08:00');
    const [later, ...before] = await rows();
    expect(before).toEqual([published]);
    expect(later).toMatchObject({
      count: 4,
      amountFen: 3_000_000 - 400_050,
      fromMonth: '2026-10',
      toMonth: '2027-03',
    });
    expect(await sums()).toBe(6_000_000 - 400_050);
  });

  it('books money that came back once only', async () => {
    const id = await book('2026-10-09');
    expect(await giveBack(id, '2026-10-20', 1_000_000)).toMatchObject({ value: true });
    expect(await giveBack(id, '2026-10-21', 1_000_000)).toMatchObject({ value: false });
    const lines = await house.deps.database.db
      .select()
      .from(grantMovements)
      .where(eq(grantMovements.grantId, id));
    expect(lines.map(({ amountFen }) => amountFen).sort()).toEqual([-1_000_000, 1_000_000]);
  });

  it('catches up with several quarters at once, each on its own, and keeps the programmes apart', async () => {
    for (const paidOn of ['2026-02-01', '2026-02-02', '2026-02-03', '2026-08-01', '2026-08-02', '2026-08-03'])
      await book(paidOn, { programme: paidOn < '2026-07' ? 'aid-fund' : 'kindling' });
    expect(await publishOn('2026-11-20T09:00:00+08:00')).toEqual(['2026-Q1', '2026-Q2', '2026-Q3']);
    expect((await rows()).map(({ programme, quarter }) => [programme, quarter])).toEqual([
      ['kindling', '2026-Q3'],
      ['aid-fund', '2026-Q1'],
    ]);
    const audited = await house.deps.database.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.action, 'ledger.published'));
    expect(audited.map(({ objectId }) => objectId)).toEqual(['2026-Q1', '2026-Q2', '2026-Q3']);
  });

  it('says the same sums by programme and year as its rows', async () => {
    for (const city of ['370100', '370200', '370300'])
      for (const paidOn of ['2026-05-04', '2026-08-01', '2027-01-05'])
        await book(paidOn, { city, amountFen: 777_701 });
    await publishOn('2027-05-01T09:00:00+08:00');
    const quarters = await house.deps.read.charityLedger.quarters();
    for (const year of [2026, 2027]) {
      const some = await house.deps.read.charityLedger.page({ programme: 'aid-fund', year }, null, 50);
      const of = (list: readonly { year: number; amountFen: number }[]) =>
        list.filter((one) => one.year === year).reduce((sum, { amountFen }) => sum + amountFen, 0);
      expect(of(some)).toBe(of(quarters));
    }
    const all = await house.deps.database.db.select().from(ledgerRows);
    expect(all.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(9 * 777_701);
  });

  it('pages by key, the newest first', async () => {
    for (const month of ['04', '05', '06'])
      for (const date of ['01', '02', '03']) await book(`2026-${month}-${date}`);
    await publishOn('2026-11-20T09:00:00+08:00');
    const newest = await house.deps.read.charityLedger.page(EVERYTHING, null, 2);
    const older = await house.deps.read.charityLedger.page(EVERYTHING, newest[1]?.id ?? null, 2);
    expect([...newest, ...older].map(({ fromMonth }) => fromMonth)).toEqual([
      '2026-06',
      '2026-05',
      '2026-04',
    ]);
  });
});
