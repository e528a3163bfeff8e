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

/**
 * The two figures of a case by their own names: what came against what was owed; or what goes back of a payment, which was
 * right when it came.
 */
export const amountsOf = (
  held: Pick<HeldMoney, 'why' | 'receivedAmount' | 'currency' | 'owedFen'>,
  locale: Locale,
) => {
  const back = held.why === 'unit-fell-away';
  return [
    { term: back ? 'toGoBack' : 'colReceived', value: receivedMoney(held, locale) },
    { term: back ? 'wasPaid' : 'colOwed', value: formatFen(held.owedFen, locale, { fen: true }) },
  ] as const;
};

export const heldTags = {
  held: 'wait',
  proposed: 'wait',
  returning: 'info',
  returned: 'ok',
  closed: 'ok',
} as const satisfies Record<HeldState, 'ok' | 'wait' | 'info'>;
