import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventsFor, type Story } from '../../db/seed/feed/families.ts';
import { feedDin } from '../../db/seed/feed/generate.ts';
import { readLine } from '../integration/read-event.ts';
import { DAY } from '../shared/clock.ts';
import { testHouse, type House } from '../../tests/support/house.ts';
import { signedContract } from '../../tests/support/signed-contract.ts';
import { familyOverview } from '../home/index.ts';
import { deliver, unitPage } from './index.ts';
import { chooseDisposition } from './rejected/choose-disposition.ts';
import type { Disposition } from './unit.ts';

let house: House;
const statements: string[] = [];
let serial = 800_000;
const SYSTEM = { kind: 'system', id: 'test' } as const;

beforeEach(async () => {
  house = await testHouse({
    now: '2026-11-22T10:00:00+08:00',
    parts: { onStatement: (sql) => void statements.push(sql) },
  });
});
afterEach(() => house.close());

type Family = Awaited<ReturnType<typeof signedContract>>;

async function tells(family: Family, story: Story, baby = 1): Promise<string> {
  const din = feedDin(2026, serial++);
  const events = eventsFor({ din, contractNumber: family.number, baby, story, now: house.clock.now() });
  const answers = await deliver(house.deps, {
    actor: SYSTEM,
    events: events.flatMap((event) => {
      const read = readLine(JSON.stringify(event), house.clock.now());
      return read.ok ? [read.value] : [];
    }),
  });
  expect(answers.filter((answer) => !answer.ok)).toEqual([]);
  return din.slice(0, 13);
}
const report = (din: string, kind: string, data: Record<string, unknown> = {}) => {
  const at = new Date(house.clock.now() - 60_000).toISOString();
  const read = readLine(
    JSON.stringify({ din, kind, sourceId: `t-${serial++}`, at, data }),
    house.clock.now(),
  );
  if (!read.ok) throw new Error(JSON.stringify(read));
  return deliver(house.deps, { actor: SYSTEM, events: [read.value] });
};
const overview = (family: Family) =>
  familyOverview(
    house.deps,
    { accountId: family.accountId, familyId: family.familyId, guardianId: family.guardianId },
    'zh',
  );
const choose = async (family: Family, din: string, disposition: Disposition, version?: number) => {
  const unit = await house.deps.read.units.forFamily(din, family.familyId);
  return chooseDisposition(
    {
      now: house.deps.now,
      policies: house.deps.policies,
      transaction: house.deps.transaction,
      recordConsent: async ({ families }, consent) => {
        await families.saveConsent({
          familyId: consent.familyId,
          accountId: consent.accountId,
          purpose: `unit-${consent.disposition}`,
          textVersion: '2026-01-01',
          textSha256: '0'.repeat(64),
          locale: 'zh',
          subjectId: consent.unitId,
          shown: consent.shown,
          givenAt: consent.at,
        });
      },
    },
    {
      din,
      familyId: family.familyId,
      accountId: family.accountId,
      actor: { kind: 'family', id: family.accountId },
      disposition,
      shown: { title: 't', body: 'b' },
      version: version ?? unit?.version ?? 0,
    },
  );
};

describe('a unit that was not stored', () => {
  it('is told to the guardians without a health detail, and reminded of once before the day to decide', async () => {
    const family = await signedContract(house);
    const din = await tells(family, 'rejected-low-volume');
    await house.runJobs();
    expect(house.messages).toHaveLength(1);
    expect(house.messages[0]?.to).toBe(family.phone);
    expect(house.messages[0]?.text).toMatch(/有了结果/);
    expect(house.messages[0]?.text).not.toMatch(new RegExp(`毫升|量|${din}`));
    house.clock.advance(25 * DAY);
    await house.runJobs();
    expect(house.messages).toHaveLength(2);
    expect(house.messages[1]?.text).toMatch(/您不回复，我们什么都不会做/);
  });

  it('is not reminded of once the family has decided', async () => {
    const family = await signedContract(house);
    const din = await tells(family, 'rejected-low-volume');
    await house.runJobs();
    expect((await choose(family, din, 'research')).ok).toBe(true);
    house.clock.advance(40 * DAY);
    await house.runJobs();
    expect(house.messages).toHaveLength(1);
  });

  it('is never disposed of on silence, only on the family’s word', async () => {
    const family = await signedContract(house);
    const din = await tells(family, 'rejected-low-volume');
    house.clock.advance(90 * DAY);
    const [silent] = await report(din, 'disposed', { method: 'medical-waste' });
    expect(silent).toMatchObject({ ok: false, code: 'family-has-not-decided' });
    await choose(family, din, 'disposal');
    const [agreed] = await report(din, 'disposed', { method: 'medical-waste' });
    expect(agreed).toMatchObject({ ok: true, value: { state: 'disposed' } });
    expect(await choose(family, din, 'research')).toMatchObject({ code: 'wrong-state' });
  });

  it('can be decided again until it is carried out, but not over somebody else’s answer', async () => {
    const family = await signedContract(house);
    const din = await tells(family, 'rejected-contamination');
    const seen = (await house.deps.read.units.forFamily(din, family.familyId))?.version ?? 0;
    expect((await choose(family, din, 'research', seen)).ok).toBe(true);
    expect(await choose(family, din, 'disposal', seen)).toMatchObject({ code: 'changed-meanwhile' });
    expect((await choose(family, din, 'research', seen)).ok).toBe(true);
    expect((await choose(family, din, 'recheck')).ok).toBe(true);
  });

  it('of another family is as unknown as an invented one', async () => {
    const family = await signedContract(house);
    const other = await signedContract(house, { number: 'HT-2026-000002-2', phone: '13900000002' });
    const din = await tells(family, 'rejected-low-volume');
    expect(await unitPage(house.deps, din, other.familyId, 'zh')).toBeNull();
    expect(await unitPage(house.deps, 'G123426999999', other.familyId, 'zh')).toBeNull();
    expect(await choose(other, din, 'disposal')).toMatchObject({ code: 'not-found' });
    expect((await house.deps.read.units.byDin(din))?.disposition).toBeNull();
  });

  it('shows its figure, what it does not mean, and what the refund rules come to for this baby alone', async () => {
    const family = await signedContract(house, { babies: 2 });
    await tells(family, 'stored', 1);
    const din = await tells(family, 'rejected-low-volume', 2);
    const page = await unitPage(house.deps, din, family.familyId, 'zh');
    expect(page?.rejected?.news.lead).toMatch(/^采到[\d.]+毫升，标准是60毫升。/);
    expect(page?.rejected?.news.doesNotMean).toMatch(/您没有做错什么/);
    expect(page?.journey.at(-1)?.state).toBe('end');
    expect(page?.fallen?.refund).toMatchObject({
      paidFen: 580_000,
      testCostFen: 48_000,
      backFen: 532_000,
    });
    expect(page?.rejected?.decideBy).toMatch(/^2026-12-/);
  });
});

describe('the family home', () => {
  it('names the one next thing in each state', async () => {
    const things = async (traits: Parameters<typeof signedContract>[1], story?: Story) => {
      const family = await signedContract(house, traits);
      if (story) await tells(family, story);
      return (await overview(family)).things.map(({ kind, title }) => `${kind}: ${title}`);
    };
    expect(
      await things({ number: 'HT-2026-000011-1', phone: '13900000011', state: 'offered', paid: false }),
    ).toEqual(['do: 看合同，签字']);
    expect(await things({ number: 'HT-2026-000012-1', phone: '13900000012', paid: false })).toEqual([
      'do: 付¥5,800',
    ]);
    expect(await things({ number: 'HT-2026-000013-1', phone: '13900000013' })).toEqual([
      'do: 采集包还没寄到，打电话问我们',
    ]);
    expect(await things({ number: 'HT-2026-000014-1', phone: '13900000014' }, 'kit-on-its-way')).toEqual([
      'do: 采集包已寄出，去医院时带上',
    ]);
    expect(await things({ number: 'HT-2026-000015-1', phone: '13900000015' }, 'stored')).toEqual([]);
    expect(await things({ number: 'HT-2026-000016-1', phone: '13900000016' }, 'rejected-low-volume')).toEqual(
      ['do: 宝宝的脐带血没有入库，等您决定怎么安排', 'wait: 宝宝的脐带血：退给您¥5,320'],
    );
  });

  it('asks the database the same number of questions however much the family has', async () => {
    const small = await signedContract(house);
    const large = await signedContract(house, {
      number: 'HT-2026-000003-3',
      phone: '13900000003',
      babies: 4,
    });
    for (const baby of [1, 2, 3, 4]) await tells(large, baby % 2 ? 'stored' : 'rejected-contamination', baby);
    statements.length = 0;
    await overview(small);
    const few = statements.length;
    statements.length = 0;
    expect((await overview(large)).plates).toHaveLength(4);
    expect(statements.length).toBe(few);
    expect(few).toBeLessThanOrEqual(8);
  });

  it('says until when storage is paid, from the day of storage', async () => {
    const family = await signedContract(house);
    await tells(family, 'stored');
    const [plate] = (await overview(family)).plates;
    expect(plate?.where.replaceAll('|', '')).toMatch(/液氮罐组C/);
    expect(plate?.facts[0]?.value).toMatch(/^2027年8月/);
  });
});
