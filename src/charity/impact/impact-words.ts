/** How figures of the programmes are worded: 万元 in Chinese, millions in English, “余” where the source gives a lower bound. */
import { formatNumber } from '#src/shared/format.ts';
import { translator, type Locale } from '#src/shared/i18n.ts';
import type { Impact } from './figures.ts';
import { impactMessages } from './impact-messages.ts';

export function sumWords(fen: number, andMore: boolean, locale: Locale): string {
  const t = translator(impactMessages, locale);
  const sum = locale === 'zh' ? String(fen / 1_000_000) : formatNumber(fen / 100_000_000, locale);
  return t(andMore ? 'sumMore' : 'sum', { sum });
}

export function helpedWords({ kind, count, andMore }: Impact['helped'], locale: Locale): string {
  const t = translator(impactMessages, locale);
  return t(andMore ? `${kind}More` : kind, { count: formatNumber(count, locale) });
}

/** A dot for each of `count`, in rows of `columns`, as one path: a stroke with round ends and no length is a dot. */
export const dots = (count: number, columns: number): string =>
  Array.from(
    { length: count },
    (_, at) => `M${(at % columns) * 2 + 1} ${Math.floor(at / columns) * 2 + 1}h0`,
  ).join('');

/** Rows a number of dots takes. */
export const dotRows = (count: number, columns: number): number => Math.ceil(count / columns);
