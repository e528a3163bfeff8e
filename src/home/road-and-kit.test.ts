import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadPolicies } from '../content/policies.ts';
import { testHouse, type House } from '../../tests/support/house.ts';
import { signedContract } from '../../tests/support/signed-contract.ts';
import { asCivilDate } from '../shared/civil-date.ts';
import { familyOverview } from './index.ts';
import { kitPromise } from './kit-promise.ts';
import { roadOf } from './road.ts';

let house: House;
beforeEach(async () => {
  house = await testHouse({ now: '2026-11-23T10:00:00+08:00' });
});
afterEach(() => house.close());

describe('the way a cord will go', () => {
  it('shows a family without a unit what is done now, and five steps that have not happened', async () => {
    const family = await signedContract(house, { paid: false });
    const { road } = await familyOverview(house.deps, family, 'zh');
    expect(road?.map((step) => step.state)).toEqual(['now', 'todo', 'todo', 'todo', 'todo', 'todo']);
    // Without the amount: a price that is not confirmed does not stand where it cannot wear its mark.
    expect(road?.[0]?.title).toBe('付款');
    expect(road?.some((step) => step.temperature)).toBe(false);
  });

  it('is solid only as far as the unit has come', () => {
    const unit = { state: 'received', collectedAt: 1, receivedAt: 2 } as Parameters<typeof roadOf>[0];
    expect(roadOf(unit, [], 'zh')?.map((step) => step.state)).toEqual([
      'done',
      'done',
      'now',
      'todo',
      'todo',
    ]);
    const gone = { state: 'rejected', collectedAt: 1, receivedAt: 2 } as Parameters<typeof roadOf>[0];
    expect(roadOf(gone, [], 'zh')).toBeNull();
  });

  it('promises nothing to a family that waits for nothing', () => {
    expect(roadOf(null, [{ kind: 'note', icon: 'info', title: '这次报名没有接受' }], 'zh')).toBeNull();
  });
});

describe('the promise of a kit', () => {
  const policy = loadPolicies().kit.current('2026-11-23');
  const contract = { id: 'c', enrolmentId: 'e', state: 'signed' };
  const order = { contractId: 'c', state: 'paid', paidAt: Date.parse('2026-11-20T15:00:00+08:00') };
  type Facts = Parameters<typeof kitPromise>[0];
  const promise = (now: string, units: unknown[] = [], state = 'paid') =>
    kitPromise(
      {
        enrolments: [{ id: 'e', babies: 1, dueDate: asCivilDate('2027-02-10') }],
        contracts: [contract],
        orders: [{ ...order, state }],
        units,
        now: Date.parse(now),
      } as unknown as Facts,
      policy,
    );

  it('counts working days from the payment and says so when the day is over', () => {
    // A Friday: the weekend does not count.
    expect(promise('2026-11-23T10:00:00+08:00')).toMatchObject({ sendBy: '2026-11-25', late: false });
    expect(promise('2026-11-26T00:00:00+08:00')).toMatchObject({ late: true });
  });

  it('asks a family to call from the week of the policy on', () => {
    expect(promise('2026-12-29T23:00:00+08:00')).toMatchObject({ callFrom: '2026-12-30', callNow: false });
    expect(promise('2026-12-30T08:00:00+08:00')).toMatchObject({ callNow: true, sample: true });
  });

  it.each([
    ['2026-11-23T10:00:00+08:00', 'wait', '采集包准备寄出'],
    ['2027-01-20T10:00:00+08:00', 'do', '采集包还没寄到，打电话问我们'],
  ])('is the family’s one next thing once it asks them to call: on %s', async (now, kind, title) => {
    const later = await testHouse({ now });
    try {
      const family = await signedContract(later, { dueDate: '2027-02-10' });
      const { things, kit } = await familyOverview(later.deps, family, 'zh');
      expect(kit?.callNow).toBe(kind === 'do');
      expect(things.map((thing) => [thing.kind, thing.title])).toEqual([[kind, title]]);
    } finally {
      await later.close();
    }
  });

  it('ends with the birth, and does not begin before the payment', () => {
    const unit = { contractId: 'c', baby: 1 };
    expect(promise('2026-11-23T10:00:00+08:00', [{ ...unit, state: 'kit-dispatched' }])).toMatchObject({
      sendBy: null,
    });
    expect(promise('2026-11-23T10:00:00+08:00', [{ ...unit, state: 'collected' }])).toBeNull();
    expect(promise('2026-11-23T10:00:00+08:00', [], 'open')).toBeNull();
  });
});
