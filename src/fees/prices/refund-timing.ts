import type { RefundsPolicy } from '../../content/policies.ts';
import { say, translator, type Locale } from '../../shared/i18n.ts';
import { feeMessages } from '../fee-messages.ts';

/** When a refund arrives at the latest: the contract's sentence, from the same policy. */
export function refundTiming(
  refunds: Pick<RefundsPolicy, 'payWithinDays' | 'countedFrom'>,
  locale: Locale,
): string {
  const t = translator(feeMessages, locale);
  const days = refunds.payWithinDays;
  return refunds.countedFrom
    ? t('refundDaysFrom', { days, from: say(refunds.countedFrom, locale) })
    : t('refundDays', { days });
}
