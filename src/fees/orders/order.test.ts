import { describe, expect, test } from 'vitest';
import { next, type ActorKind } from '../../shared/machines/machine.ts';
import { machineFaults } from '../../shared/machines/machine-checks.ts';
import { machine, NO_PAYMENT, orderMachine, type OrderAction, type OrderState } from './order.ts';
import { declinedNote, pendingNote } from '../payment/event-note.ts';
import { standing, told } from '../view/order-view.ts';

const owed = { owedFen: 580_000, receivedFen: 580_000, currency: 'cny' };
const go = (state: OrderState, action: OrderAction, by: ActorKind, facts = NO_PAYMENT) =>
  next(machine, state, action, by, facts);

describe('an order', () => {
  test('has a table without holes', () => {
    expect(machineFaults(orderMachine)).toEqual([]);
  });

  test('is not paid by the family saying so, only by the provider’s event', () => {
    expect(go('paying', 'payment-arrives', 'family', owed)).toMatchObject({ code: 'not-yours-to-do' });
    expect(go('paying', 'payment-arrives', 'system', owed)).toMatchObject({ value: 'paid' });
  });

  test('is paid by money that comes after its checkout ended: it was taken, so it counts', () => {
    expect(go('expired', 'payment-arrives', 'system', owed)).toMatchObject({ value: 'paid' });
  });

  test('is not paid by another amount or another currency', () => {
    expect(go('paying', 'payment-arrives', 'system', { ...owed, receivedFen: 579_999 })).toMatchObject({
      code: 'other-amount',
    });
    expect(go('paying', 'payment-arrives', 'system', { ...owed, currency: 'usd' })).toMatchObject({
      code: 'other-amount',
    });
  });

  test('once paid or under review cannot be paid again', () => {
    for (const state of ['paid', 'held', 'refunded'] as const)
      expect(go(state, 'start-checkout', 'family')).toMatchObject({ code: 'wrong-state' });
  });
});

describe('what the page says', () => {
  const event = (type: string, note: string) =>
    ({ providerEventId: 'e', type, orderId: 'o', receivedAt: 0, outcome: 'no-effect', note }) as const;

  test('after a declined card, and not any more once it is paid', () => {
    const declined = [event('any', declinedNote('insufficient-funds'))];
    expect(standing({ state: 'paying', checkoutId: 'cs_1' }, declined)).toEqual({
      kind: 'declined',
      reason: 'insufficient-funds',
    });
    expect(standing({ state: 'paid', checkoutId: 'cs_1' }, declined)).toEqual({ kind: 'paid' });
  });

  test('to whoever leaves the payment page is that nothing was taken, unless something was', () => {
    const declined = standing({ state: 'paying', checkoutId: 'cs_1' }, [
      event('any', declinedNote('insufficient-funds')),
    ]);
    expect(told(declined, 'cancelled')).toEqual({ kind: 'cancelled' });
    expect(told(declined, null)).toEqual(declined);
    // Paid in another tab, or by the other guardian, before this one left.
    expect(told({ kind: 'paid' }, 'cancelled')).toEqual({ kind: 'paid' });
    expect(told({ kind: 'pending' }, 'cancelled')).toEqual({ kind: 'pending' });
  });

  test('while money is on its way the family is not asked to pay', () => {
    const order = { state: 'paying', checkoutId: 'cs_2' } as const;
    const onItsWay = event('checkout.session.completed', pendingNote('cs_2'));
    expect(standing(order, [onItsWay])).toEqual({ kind: 'pending' });
    // Whatever is reported after it: only the end of this very try changes that.
    expect(standing(order, [event('any', 'an earlier checkout'), onItsWay])).toEqual({ kind: 'pending' });
    expect(standing(order, [event('any', pendingNote('cs_1'))])).toEqual({ kind: 'to-pay' });
  });
});
