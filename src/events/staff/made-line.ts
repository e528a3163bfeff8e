/** What a form of staff has just done, in sentences, from the address it led to. Pure. */
import { formatDate } from '../../shared/format.ts';
import { parseCivilDate } from '../../shared/civil-date.ts';
import { translator, type Locale } from '../../shared/i18n.ts';
import { staffEventMessages } from './staff-event-messages.ts';

const DONE = ['created', 'saved', 'published', 'cancelled', 'capacity'] as const;

/** Nothing in an address is trusted beyond a number, a date and a year. */
export function madeLine(query: URLSearchParams, locale: Locale): readonly string[] {
  const t = translator(staffEventMessages, locale);
  const done = DONE.find((one) => one === query.get('done'));
  const count = Math.min(999, Number.parseInt(query.get('count') ?? '', 10) || 0);
  const comma = locale === 'zh' ? '、' : ', ';
  const skipped = (query.get('skipped') ?? '')
    .split(',')
    .slice(0, 60)
    .flatMap((raw) => parseCivilDate(raw) ?? []);
  const years = (query.get('years') ?? '').match(/\b\d{4}\b/g)?.slice(0, 5) ?? [];
  return [
    ...(done ? [t(`done.${done}`, { count })] : []),
    ...(query.get('done') === 'booked' ? [t('done.booked')] : []),
    ...(query.get('done') === 'left' ? [t('done.left')] : []),
    ...(skipped.length > 0
      ? [t('done.skipped', { dates: skipped.map((date) => formatDate(date, locale)).join(comma) })]
      : []),
    ...(years.length > 0 ? [t('done.unknownYears', { years: years.join(comma) })] : []),
  ];
}
