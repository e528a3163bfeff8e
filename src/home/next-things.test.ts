import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contracts, guardians } from '../../db/schema/index.ts';
import { addDays, asCivilDate, startOfDay } from '../shared/civil-date.ts';
import { formatDate } from '../shared/format.ts';
import { offeredContract } from '../../tests/support/offered-contract.ts';
import { ANY_CARD, firstOrder, payOrder } from '../../tests/support/pay-order.ts';
import { expectOk } from '../shared/result.ts';
import { testHouse, type House } from '../../tests/support/house.ts';
import { signedContract } from '../../tests/support/signed-contract.ts';
import { familyOverview } from './index.ts';

let house: House;
beforeEach(async () => {
  house = await testHouse({ now: '2026-11-23T10:00:00+08:00', parts: { payments: ANY_CARD } });
});
afterEach(() => house.close());

describe('the last day to sign', () => {
  it('is the same on the home as in the contract and the text message', async () => {
    const family = await signedContract(house, { state: 'offered', paid: false });
    const lastDay = asCivilDate('2026-12-23');
    await house.deps.database.db
      .update(contracts)
      .set({ offerEndsAt: startOfDay(addDays(lastDay, 1)) })
      .where(eq(contracts.id, family.contractId));
    for (const locale of ['zh', 'en'] as const) {
      const { things } = await familyOverview(house.deps, family, locale);
      expect(things[0]?.line).toContain(formatDate(lastDay, locale));
    }
  });
});

describe('an order on the home', () => {
  const payments = async (family: { accountId: string; familyId: string }) => {
    const { things } = await familyOverview(house.deps, { ...family, guardianId: null }, 'zh');
    return things.filter((thing) => thing.icon === 'yuan');
  };

  it('is something to do while it is asked for, and wears the mark of a price nobody has confirmed', async () => {
    const family = await firstOrder(house, { plan: 'instalments-12' });
    expect(await payments(family)).toMatchObject([{ kind: 'do', title: '付¥1,400', sample: true }]);
  });

  it('is nobody’s job while it is only upcoming', async () => {
    const family = await firstOrder(house, { plan: 'instalments-12' });
    expectOk(await payOrder(house, family.order));
    await house.runJobs();
    expect(await payments(family)).toEqual([]);
    house.clock.set('2026-12-20T10:00:00+08:00');
    expect(await payments(family)).toMatchObject([{ kind: 'do', title: '付¥1,400' }]);
  });
});

describe('an invitation on the home', () => {
  it('is asked for only while a contract waits for whoever has not joined', async () => {
    const { mother, other, familyId, contract } = await offeredContract(house);
    const { db } = house.deps.database;
    await db.update(guardians).set({ accountId: null }).where(eq(guardians.id, other.guardianId));
    const titles = async () =>
      (await familyOverview(house.deps, { ...mother, familyId }, 'zh')).things.map((thing) => thing.title);
    expect(await titles()).toContain('另一位监护人还没有加入');
    // The offer is over: there is nothing left to join for, whether or not the job has said so.
    house.clock.set(contract?.offerEndsAt ?? 0);
    expect(await titles()).not.toContain('另一位监护人还没有加入');
  });
});
