/** What an order page says about the last try, from what the database knows and nothing else. Pure. */
import type { RecordedEvent } from '../ledger/ledger-store.ts';
import type { Order } from '../orders/order.ts';

export type Standing =
  | { readonly kind: 'to-pay' }
  | { readonly kind: 'declined'; readonly reason: DeclinedWord }
  | { readonly kind: 'expired' | 'pending' | 'paid' | 'held' | 'refunded' };

const DECLINED_WORDS = [
  'declined',
  'insufficient-funds',
  'expired-card',
  'refused-by-payer',
  'other',
] as const;
export type DeclinedWord = (typeof DECLINED_WORDS)[number];

/** `events`: newest first, as the provider reported them for this order. */
export function standing(order: Pick<Order, 'state'>, events: readonly RecordedEvent[]): Standing {
  if (order.state === 'paid' || order.state === 'held' || order.state === 'refunded')
    return { kind: order.state };
  const [latest] = events;
  if (order.state === 'paying' && latest?.note === 'pending') return { kind: 'pending' };
  if (latest?.type === 'payment_intent.payment_failed')
    return { kind: 'declined', reason: DECLINED_WORDS.find((word) => word === latest.note) ?? 'other' };
  return order.state === 'expired' ? { kind: 'expired' } : { kind: 'to-pay' };
}

/** May the family press "pay" now? While money is on its way they must not be asked for it again. */
export const mayPay = (here: Standing): boolean =>
  here.kind === 'to-pay' || here.kind === 'declined' || here.kind === 'expired';
