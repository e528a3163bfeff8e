/** An instalment is owed from the payment before it, and asked for when its own day is near. On a real database. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANY_CARD, firstOrder, payOrder } from '../../../tests/support/pay-order.ts';
import { testHouse, type House } from '../../../tests/support/house.ts';
import { today } from '../../shared/civil-date.ts';
import { expectOk } from '../../shared/result.ts';
import { familyFees } from '../view/family-fees.ts';
import { isAskedFor } from './asked.ts';
import type { Order } from './order.ts';

let house: House;
beforeEach(async () => {
  house = await testHouse({ now: '2026-11-25T16:00:00+08:00', parts: { payments: ANY_CARD } });
});
afterEach(() => house.close());

async function paidFirst() {
  const family = await firstOrder(house, { plan: 'instalments-12' });
  expectOk(await payOrder(house, family.order));
  await house.runJobs();
  const [, second] = await house.deps.read.orders.ofContract(family.contractId);
  const texts = (): readonly string[] =>
    house.messages.filter((one) => one.to === family.phone).map((one) => one.text);
  return { ...family, second: second as Order, texts };
}
const isAsked = (order: Order): boolean => isAskedFor(order, house.deps.policies, today(house.deps.now()));

describe('the second instalment', () => {
  it('is due a month after the first was paid, and nobody is asked for it the same minute', async () => {
    const { second, texts, familyId } = await paidFirst();
    expect(second).toMatchObject({ state: 'open', dueOn: '2026-12-25' });
    expect(isAsked(second)).toBe(false);
    expect(texts().some((text) => text.includes('下一期'))).toBe(false);
    const { overview } = await familyFees(house.deps, familyId, 'zh');
    expect(overview.due).toBeNull();
    expect(overview.upcoming).toMatchObject({ order: { id: second.id }, askedFrom: '2026-12-18' });
  });

  it('is asked for once, in the morning, seven days before its day', async () => {
    const { second, texts, familyId } = await paidFirst();
    house.clock.set('2026-12-18T08:59:00+08:00');
    await house.runJobs();
    expect(texts().some((text) => text.includes('下一期'))).toBe(false);
    house.clock.set('2026-12-18T09:00:00+08:00');
    await house.runJobs();
    await house.runJobs();
    const asked = texts().filter((text) => text.includes('下一期'));
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain('最晚2026年12月25日');
    expect((await familyFees(house.deps, familyId, 'zh')).overview.due?.id).toBe(second.id);
  });

  it('paid early is not asked for, and the one after it keeps its own day', async () => {
    const { second, texts, contractId } = await paidFirst();
    expectOk(await payOrder(house, second));
    house.clock.set('2026-12-20T10:00:00+08:00');
    await house.runJobs();
    expect(texts().some((text) => text.includes('下一期'))).toBe(false);
    const third = (await house.deps.read.orders.ofContract(contractId))[2];
    expect(third).toMatchObject({ state: 'open', dueOn: '2027-01-25' });
  });

  it('is asked for at once when the first was paid so late that its own day is near', async () => {
    const family = await firstOrder(house, { plan: 'instalments-12' });
    expectOk(await payOrder(house, family.order));
    // The worker stood still for three weeks.
    house.clock.set('2026-12-20T10:00:00+08:00');
    await house.runJobs();
    expect(house.messages.some((one) => one.to === family.phone && one.text.includes('下一期'))).toBe(true);
  });
});

describe('money that is being checked', () => {
  it('is said on the fees page, where nothing is asked for', async () => {
    const { second, familyId } = await paidFirst();
    expectOk(await payOrder(house, second, { amountFen: 139_000 }));
    const { overview } = await familyFees(house.deps, familyId, 'zh');
    expect(overview).toMatchObject({ due: null, upcoming: null, underway: 'held' });
  });
});

describe('a plan in instalments', () => {
  it('is one account: what is paid, what is next, what is left and when the last of it comes', async () => {
    const { second, familyId } = await paidFirst();
    const strand = async () =>
      (await familyFees(house.deps, familyId, 'zh')).overview.contracts[0]?.strand ?? [];
    expect(await strand()).toMatchObject([
      { state: 'done', title: '第1期，共12期 ¥1,400' },
      { state: 'todo', when: '最晚2026年12月25日', title: '第2期，共12期 ¥1,400' },
      { state: 'todo', when: '最后一笔2027年10月25日', title: '以后每月¥1,400，还有10期' },
    ]);
    expectOk(await payOrder(house, second));
    await house.runJobs();
    expect((await strand())[0]).toMatchObject({ state: 'done', title: '付过2笔，共¥2,800' });
    expect(await strand()).toHaveLength(3);
  });

  it('on the last payment says that nothing more is to be paid', async () => {
    const { familyId, contractId } = await paidFirst();
    for (;;) {
      const open = (await house.deps.read.orders.ofContract(contractId)).find((one) => one.state === 'open');
      if (!open) break;
      expectOk(await payOrder(house, open));
      await house.runJobs();
    }
    const { overview } = await familyFees(house.deps, familyId, 'zh');
    expect(overview.upcoming).toBeNull();
    expect(overview.contracts[0]?.strand).toMatchObject([
      { state: 'done', title: '付过12笔，共¥16,800' },
      { state: 'todo', title: '以后不用再付' },
    ]);
  });
});
