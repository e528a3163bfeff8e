/**
 * How values are worded. No space is ever typed between 汉字 and digits: `text-autospace` sets the gap, so that search and
 * copying stay clean.
 */
import type { CivilDate } from './civil-date.ts';
import { partsOf, today } from './civil-date.ts';
import type { Instant } from './clock.ts';
import { HOUR } from './clock.ts';
import type { Locale } from './i18n.ts';
import type { Fen } from './money.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** What stands before 月, or the month's name: 6 · June. */
export const monthName = (month: number, locale: Locale): string =>
  locale === 'zh' ? String(month) : (MONTHS[month - 1] ?? String(month));

/** 2027年6月10日 · 10 June 2027. Takes the parts too, to name a day that does not exist. */
export function formatDate(
  date: CivilDate | { readonly year: number; readonly month: number; readonly day: number },
  locale: Locale,
): string {
  const { year, month, day } = typeof date === 'string' ? partsOf(date) : date;
  const name = MONTHS[month - 1];
  return locale === 'zh' || !name
    ? locale === 'zh'
      ? `${year}年${month}月${day}日`
      : `day ${day} of month ${month}, ${year}`
    : `${day} ${name} ${year}`;
}

const WEEKDAYS = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;

/** 周六 · Saturday. */
export const formatWeekday = (date: CivilDate, locale: Locale): string =>
  WEEKDAYS[locale][new Date(`${date}T00:00:00Z`).getUTCDay()] as string;

/** The day in Shandong; with `time`, to the minute: 2027年6月10日08:05 · 10 June 2027, 08:05. */
export function formatInstant(
  instant: Instant,
  locale: Locale,
  options: { readonly time?: boolean } = {},
): string {
  const day = formatDate(today(instant), locale);
  if (!options.time) return day;
  const clock = formatTime(instant);
  return locale === 'zh' ? `${day}${clock}` : `${day}, ${clock}`;
}

/** The time of day in Shandong, to the minute: 08:05. */
export const formatTime = (instant: Instant): string =>
  new Date(instant + 8 * HOUR).toISOString().slice(11, 16);

/** Thousands by comma in both languages; minus is −, not a hyphen. `decimals` fixes the number of places. */
export function formatNumber(
  value: number,
  _locale: Locale,
  options: { readonly decimals?: number } = {},
): string {
  const text = new Intl.NumberFormat('en', {
    ...(options.decimals === undefined
      ? { maximumFractionDigits: 6 }
      : { minimumFractionDigits: options.decimals, maximumFractionDigits: options.decimals }),
  }).format(Math.abs(value));
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** ¥5,800. Fen are shown where they are asked for (ledgers, receipts) or where leaving them out would be untrue. */
export function formatFen(amount: Fen, locale: Locale, options: { readonly fen?: boolean } = {}): string {
  const decimals = options.fen || amount % 100 !== 0 ? 2 : 0;
  return `${amount < 0 ? '−' : ''}¥${formatNumber(Math.abs(amount) / 100, locale, { decimals })}`;
}
