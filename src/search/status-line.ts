import { translator, type Locale } from '#src/shared/i18n.ts';
import type { Found } from './find.ts';
import { searchMessages } from './search-messages.ts';

/** How many there are, and what was done to find them. */
export function statusLine({ count, results, partly, instead }: Found, locale: Locale): string {
  const t = translator(searchMessages, locale);
  const shown = results.length;
  const lines = [
    ...instead.map((one) => t('instead', one)),
    ...(partly ? [t('partly')] : []),
    count === 1 ? t('foundOne') : count > shown ? t('foundMost', { count, shown }) : t('found', { count }),
  ];
  return locale === 'zh' ? `${lines.join('。')}。` : `${lines.join('. ')}.`;
}
