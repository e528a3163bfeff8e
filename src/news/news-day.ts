/** How the day of an event is worded when a source may give only the month. Pure. */
import { asCivilDate } from '../shared/civil-date.ts';
import { formatDate } from '../shared/format.ts';
import type { Locale } from '../shared/i18n.ts';

/** `2022-07-28` and `2019-03` alike: 2019年3月 · March 2019. */
export function newsDay(happened: string, locale: Locale): string {
  if (happened.length === 10) return formatDate(asCivilDate(happened), locale);
  const whole = formatDate(asCivilDate(`${happened}-01`), locale);
  return locale === 'zh' ? whole.replace(/1日$/, '') : whole.replace(/^1 /, '');
}
