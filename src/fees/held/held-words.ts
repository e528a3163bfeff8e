/** A held case in the words of a page. Pure. */
import { formatFen } from '../../shared/format.ts';
import type { Locale } from '../../shared/i18n.ts';
import type { HeldMoney, HeldState } from './held.ts';

/** Fen in yuan; another currency as the provider reported it, because we do not know its smallest unit. */
export const receivedMoney = (
  held: Pick<HeldMoney, 'receivedAmount' | 'currency'>,
  locale: Locale,
): string =>
  held.currency === 'cny'
    ? formatFen(held.receivedAmount, locale, { fen: true })
    : `${held.receivedAmount} ${held.currency.toUpperCase()}`;

export const heldTags = {
  held: 'wait',
  proposed: 'wait',
  returning: 'info',
  returned: 'ok',
  closed: 'ok',
} as const satisfies Record<HeldState, 'ok' | 'wait' | 'info'>;
