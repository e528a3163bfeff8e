/** What an order page says about the last try, from what the database knows and nothing else. Pure. */
import type { DeclineReason } from '../../platform/payments/index.ts';
import { declinedReason, pendingNote } from '../payment/event-note.ts';
import type { RecordedEvent } from '../ledger/ledger-store.ts';
import type { Order } from '../orders/order.ts';

export type Standing =
  | { readonly kind: 'to-pay' }
  | { readonly kind: 'declined'; readonly reason: DeclineReason }
  | { readonly kind: 'expired' | 'pending' | 'paid' | 'held' | 'refunded' };

/** `events`: newest first, as the provider reported them for this order. */
export function standing(
  order: Pick<Order, 'state' | 'checkoutId'>,
  events: readonly RecordedEvent[],
): Standing {
  if (order.state === 'paid' || order.state === 'held' || order.state === 'refunded')
    return { kind: order.state };
  // Until this very try ends, whatever else is reported: their money is on its way.
  const onItsWay = order.checkoutId === null ? null : pendingNote(order.checkoutId);
  if (order.state === 'paying' && events.some(({ note }) => note === onItsWay && note !== null))
    return { kind: 'pending' };
  const [latest] = events;
  const reason = declinedReason(latest?.note ?? null);
  if (reason !== null) return { kind: 'declined', reason };
  return order.state === 'expired' ? { kind: 'expired' } : { kind: 'to-pay' };
}

/** What the order's page tells. Whoever has just come back by the payment page's own link is told that nothing was taken. */
export const told = (here: Standing, comingFrom: string | null): Standing | { readonly kind: 'cancelled' } =>
  comingFrom === 'cancelled' && mayPay(here) ? { kind: 'cancelled' } : here;

/** May the family press "pay" now? While money is on its way they must not be asked for it again. */
export const mayPay = (here: Standing): boolean =>
  here.kind === 'to-pay' || here.kind === 'declined' || here.kind === 'expired';
