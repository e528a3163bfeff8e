/** Money of units that fell away, from the case to its way back. On a real database; the provider is a recorder. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { units } from '#db/schema/index.ts';
import { contractToPay, type ContractToPay } from '../../../tests/support/contract-to-pay.ts';
import { testHouse, type House } from '../../../tests/support/house.ts';
import type { PaymentProvider } from '../../platform/payments/index.ts';
import { newId } from '../../shared/ids.ts';
import { expectOk, ok } from '../../shared/result.ts';
import { confirmSettlement, proposeSettlement } from '../held/settle-held.ts';
import { createOrder } from '../orders/create-order.ts';
import { applyPaymentEvent } from '../payment/apply-payment-event.ts';
import { startCheckout } from '../payment/start-checkout.ts';
import { familyFees } from '../view/family-fees.ts';
import { openRefunds } from './open-refunds.ts';

let house: House;
let asked: { paymentId: string; amount: number }[];
let sent = 0;
beforeEach(async () => {
  asked = [];
  const payments = {
    refund: (paymentId: string, amount: number) => {
      asked.push({ paymentId, amount });
      return Promise.resolve(ok({ refundId: `re_${asked.length}` }));
    },
  } as unknown as PaymentProvider;
  house = await testHouse({ parts: { payments } });
});
afterEach(() => house.close());

const rejects = async (contract: ContractToPay, baby: number): Promise<string> => {
  const id = newId('unit', house.clock.now());
  await house.deps.database.db.insert(units).values({
    id,
    din: `G1234260${String(baby).padStart(5, '0')}`,
    product: 'cord-blood',
    contractId: contract.contractId,
    familyId: contract.familyId,
    baby,
    state: 'rejected',
    rejectReason: 'clotted',
    lastEventAt: house.clock.now(),
  });
  await house.deps.transaction(async (tx) => {
    await openRefunds(tx, house.deps, contract.contractId);
    // Taken twice, it is opened once.
    await openRefunds(tx, house.deps, contract.contractId);
    return ok();
  });
  return id;
};
const ordered = async (contract: ContractToPay, sequence: number) => {
  const made = expectOk(await createOrder(house.deps, { contractId: contract.contractId, sequence }));
  return made === null ? null : house.deps.read.orders.byId(made.orderId);
};
const paid = async (contract: ContractToPay, sequence = 1) => {
  const order = await ordered(contract, sequence);
  if (!order) throw new Error('no order');
  expectOk(
    await applyPaymentEvent(house.deps, {
      id: `evt_unit_${++sent}`,
      type: 'checkout.session.completed',
      orderId: order.id,
      kind: 'paid',
      checkoutId: `cs_${order.id}`,
      paymentId: `pi_${order.id}`,
      amountFen: order.amountFen,
      currency: 'cny',
    }),
  );
  return order;
};
const wentBack = (order: { id: string }, refundedFen: number) =>
  applyPaymentEvent(house.deps, {
    id: `evt_unit_${++sent}`,
    type: 'charge.refunded',
    orderId: order.id,
    kind: 'refunded',
    paymentId: `pi_${order.id}`,
    refundedFen,
  });
const agree = async (unit: string, familyId: string): Promise<void> => {
  const held = (await house.deps.read.heldMoney.refundsOf(familyId)).find(({ forUnit }) => forUnit === unit);
  const { id = '', version = 0 } = held ?? {};
  const one = { kind: 'staff', id: 'acc_one' } as const;
  const two = { kind: 'staff', id: 'acc_two' } as const;
  expectOk(await proposeSettlement(house.deps, { id, version, actor: one, reason: '没有入库' }));
  expectOk(await confirmSettlement(house.deps, { id, version: version + 1, actor: two }));
  await house.runJobs();
};
const states = async (contract: ContractToPay) =>
  Object.fromEntries(
    (await house.deps.read.heldMoney.refundsOf(contract.familyId)).map((one) => [one.forUnit, one.state]),
  );
const standings = async (contract: ContractToPay) =>
  (await familyFees(house.deps, contract.familyId, 'zh')).fallen.map(({ standing }) => standing);

describe('money for a unit that fell away', () => {
  it('of two twins goes back twice from one payment, each returned when the provider has reported that much', async () => {
    const contract = await contractToPay(house, { babies: 2 });
    const order = await paid(contract);
    const first = await rejects(contract, 1);
    const second = await rejects(contract, 2);
    await agree(second, contract.familyId);
    expect(asked).toEqual([{ paymentId: `pi_${order.id}`, amount: 532_000 }]);
    expect(await standings(contract)).toEqual(['with-finance', 'on-its-way']);
    expectOk(await wentBack(order, 532_000));
    expect(await states(contract)).toEqual({ [first]: 'held', [second]: 'returned' });
    await agree(first, contract.familyId);
    expectOk(await wentBack(order, 1_064_000));
    expect(await standings(contract)).toEqual(['returned', 'returned']);
    expect((await familyFees(house.deps, contract.familyId, 'zh')).toComeBack).toBeNull();
    const booked = await house.deps.read.ledger.ofOrder(order.id);
    expect(booked.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(0);
    expect((await house.deps.read.orders.byId(order.id))?.state, 'the cost of testing was kept').toBe('paid');
  });

  it('is asked for no more: later payments are for the other twin only, and for nobody when none is left', async () => {
    const twins = await contractToPay(house, { babies: 2, plan: 'instalments-12' });
    await paid(twins);
    await rejects(twins, 2);
    const next = await ordered(twins, 2);
    expect(next?.lines.map(({ baby }) => baby)).toEqual([1]);
    expect(next?.amountFen).toBe(140_000);
    const alone = await contractToPay(house, { plan: 'instalments-12' });
    await paid(alone);
    await rejects(alone, 1);
    expect(await ordered(alone, 2)).toBeNull();
  });

  it('cannot be paid by an order that was open when the news came, and comes back when it was paid meanwhile', async () => {
    const contract = await contractToPay(house, { plan: 'instalments-12' });
    await paid(contract);
    const open = await ordered(contract, 2);
    await rejects(contract, 1);
    const fees = await familyFees(house.deps, contract.familyId, 'zh');
    expect(fees.overview.due).toBeNull();
    const listed = fees.overview.contracts[0]?.orders.find(({ id }) => id === open?.id);
    expect(listed && fees.tagOf(listed).word.zh, 'it stays in the account').toBe('不用付');
    const actor = { kind: 'family', id: contract.accountId } as const;
    const { familyId } = contract;
    expect(
      await startCheckout(house.deps, { orderId: open?.id ?? '', familyId, locale: 'zh', actor }),
    ).toMatchObject({ code: 'nothing-owed' });
    // A checkout somebody had open on another phone.
    await paid(contract, 2);
    await house.runJobs();
    const cases = await house.deps.read.heldMoney.refundsOf(familyId);
    expect(cases.map(({ receivedAmount }) => receivedAmount).toSorted()).toEqual(
      [140_000, 92_000].toSorted(),
    );
  });
});
