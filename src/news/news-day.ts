/** How the day of an event or a source is worded when only the month or the year is known. Pure. */
import { asCivilDate } from '../shared/civil-date.ts';
import { formatDate } from '../shared/format.ts';
import type { Locale } from '../shared/i18n.ts';

/** `2022-07-28`, `2019-03` and `2019` alike: 2019年3月 · March 2019. */
export function newsDay(happened: string, locale: Locale): string {
  if (happened.length === 10) return formatDate(asCivilDate(happened), locale);
  if (happened.length === 4) return locale === 'zh' ? `${happened}年` : happened;
  const whole = formatDate(asCivilDate(`${happened}-01`), locale);
  return locale === 'zh' ? whole.replace(/1日$/, '') : whole.replace(/^1 /, '');
}
