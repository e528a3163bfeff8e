import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventsFor } from '../../../db/seed/feed/families.ts';
import { feedDin } from '../../../db/seed/feed/generate.ts';
import { readLine } from '../../integration/read-event.ts';
import { testHouse, type House } from '../../../tests/support/house.ts';
import { signedContract } from '../../../tests/support/signed-contract.ts';
import { familyOverview } from '../../home/index.ts';
import { deliver, unitPage } from '../index.ts';

let house: House;
beforeEach(async () => {
  house = await testHouse({ now: '2026-11-22T10:00:00+08:00' });
});
afterEach(() => house.close());

/** A unit in the tank whose bacterial culture is not read yet, and the reading. */
async function waitingForCulture() {
  const family = await signedContract(house);
  const events = eventsFor({
    din: feedDin(2026, 600_001),
    contractNumber: family.number,
    baby: 1,
    story: 'stored',
    now: house.clock.now(),
  }).flatMap((event) => {
    const read = readLine(JSON.stringify(event), house.clock.now());
    return read.ok ? [read.value] : [];
  });
  const isCulture = (event: (typeof events)[number]): boolean => event.data['test'] === 'bacteria';
  const send = (some: typeof events) =>
    deliver(house.deps, { actor: { kind: 'system', id: 'test' }, events: some });
  await send(events.filter((event) => !isCulture(event)));
  return {
    read: (outcome: 'negative' | 'positive') =>
      send(events.filter(isCulture).map((event) => ({ ...event, data: { ...event.data, outcome } }))),
    look: async (locale: 'zh' | 'en' = 'zh') => {
      const home = await familyOverview(house.deps, family, locale);
      const [plate] = home.plates;
      const page = await unitPage(house.deps, plate?.din ?? '', family.familyId, locale);
      const line = page?.journey.map((item) => item.title).join(' ') ?? '';
      return {
        where: plate?.where.replaceAll('|', ''),
        line: plate?.line,
        life: home.life,
        answer: page?.answer.heading.replaceAll('|', ''),
        journey: line,
      };
    },
  };
}

describe('a unit that lies in the tank', () => {
  it('is not called stored while a required result is awaited, on the home, the line and its page', async () => {
    const unit = await waitingForCulture();
    const seen = await unit.look();
    expect(seen.where).toBe('放在液氮罐组C，检测还没有全部出来');
    expect(seen.answer).toMatch(/^放在液氮罐组C，检测还没有全部出来/);
    expect(seen.journey).toMatch(/在液氮罐里等检测结果/);
    expect(seen.life).toBeNull();
    expect(JSON.stringify(seen)).not.toMatch(/入库合格/);
    expect((await unit.look('en')).where).toBe('In tank group C; not every result is in yet');
  });

  it('is stored once every requirement is met', async () => {
    const unit = await waitingForCulture();
    await unit.read('negative');
    const seen = await unit.look();
    expect(seen.where).toBe('正常存放在液氮罐组C');
    expect(seen.line).toMatch(/^入库合格/);
    expect(seen.answer).toMatch(/^入库合格/);
    expect(seen.journey).toMatch(/检测全部合格，入库合格/);
    expect(seen.life).not.toBeNull();
  });

  it('is not called stored when a result failed and the laboratory has not yet taken it out', async () => {
    const unit = await waitingForCulture();
    await unit.read('positive');
    const seen = await unit.look();
    expect(seen.where).toBe('放在液氮罐组C，检测结果正在核对');
    expect(JSON.stringify(seen)).not.toMatch(/入库合格|正常/);
  });
});
