import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contracts } from '../../db/schema/index.ts';
import { addDays, asCivilDate, startOfDay } from '../shared/civil-date.ts';
import { formatDate } from '../shared/format.ts';
import { testHouse, type House } from '../../tests/support/house.ts';
import { signedContract } from '../../tests/support/signed-contract.ts';
import { familyOverview } from './index.ts';

let house: House;
beforeEach(async () => {
  house = await testHouse({ now: '2026-11-23T10:00:00+08:00' });
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
