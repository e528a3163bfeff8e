import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventsFor } from '../../../db/seed/feed/families.ts';
import { feedDin } from '../../../db/seed/feed/generate.ts';
import { readLine } from '../../integration/read-event.ts';
import { DAY, HOUR } from '../../shared/clock.ts';
import { testHouse, type House } from '../../../tests/support/house.ts';
import { signedContract } from '../../../tests/support/signed-contract.ts';
import { deliver } from '../index.ts';

let house: House;
let serial = 700_000;
beforeEach(async () => {
  house = await testHouse({ now: '2026-11-22T10:00:00+08:00' });
});
afterEach(() => house.close());

/** Hands over the kit of a family, having left `ago` milliseconds before now. */
const kitLeft = (number: string, ago: number, din = feedDin(2026, serial++)) => {
  const [kit] = eventsFor({
    din,
    contractNumber: number,
    baby: 1,
    story: 'kit-on-its-way',
    now: house.clock.now(),
  });
  const at = new Date(house.clock.now() - ago).toISOString();
  const read = readLine(JSON.stringify({ ...kit, at }), house.clock.now());
  if (!read.ok) throw new Error(JSON.stringify(read));
  const event = read.value;
  return {
    event,
    send: () => deliver(house.deps, { actor: { kind: 'system', id: 'test' }, events: [event] }),
  };
};

describe('a kit that leaves', () => {
  it('is told to the guardians once, with a link and without its number, however often it is reported', async () => {
    const family = await signedContract(house);
    const kit = kitLeft(family.number, HOUR);
    expect(await kit.send()).toMatchObject([{ ok: true, value: { outcome: 'applied' } }]);
    expect(await kit.send()).toMatchObject([{ ok: true, value: { outcome: 'already-applied' } }]);
    await house.runJobs();
    expect(house.messages).toHaveLength(1);
    expect(house.messages[0]?.to).toBe(family.phone);
    expect(house.messages[0]?.text).toMatch(/采集包已经寄出.*\/family$/);
    expect(house.messages[0]?.text).not.toContain(kit.event.din);
  });

  it('is told in the guardian’s own language', async () => {
    const family = await signedContract(house, { locale: 'en' });
    await kitLeft(family.number, HOUR).send();
    await house.runJobs();
    expect(house.messages[0]?.text).toMatch(/kit has been sent.*\/en\/family$/);
  });

  it('is no news any more after two weeks', async () => {
    const family = await signedContract(house);
    await kitLeft(family.number, 15 * DAY).send();
    await house.runJobs();
    expect(house.messages).toHaveLength(0);
  });
});
