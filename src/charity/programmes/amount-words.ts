import { formatFen, formatNumber } from '#src/shared/format.ts';
import type { Locale } from '#src/shared/i18n.ts';

/** Large sums as people say them: 2万元, ¥20,000. */
export const largeSum = (fen: number, locale: Locale): string =>
  locale === 'zh' && fen >= 1_000_000 && fen % 100_000 === 0
    ? `${formatNumber(fen / 1_000_000, locale)}万元`
    : formatFen(fen, locale);
