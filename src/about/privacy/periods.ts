/** How a period of the retention policy is worded. Pure. */
import type { RetentionPolicy } from '../../content/policies.ts';
import { say, translator, type Locale } from '../../shared/i18n.ts';
import { privacyMessages } from './privacy-messages.ts';

export type RetentionRow = RetentionPolicy['rows'][number];

/** `30年`, `6 months`, or the policy's own words where there is no number. */
export function periodOf({ keep }: RetentionRow, locale: Locale): string {
  if (keep.unit === 'words') return say(keep.words, locale);
  const t = translator(privacyMessages, locale);
  return keep.unit === 'years' && keep.atLeast === 1
    ? t('oneYear')
    : t(`unit.${keep.unit}`, { n: keep.atLeast });
}
