/** An event in the words of a page or a message. Pure. */
import type { EventsPolicy } from '../content/policies.ts';
import { cityOf } from '../shared/areas/areas.ts';
import { partsOf, today } from '../shared/civil-date.ts';
import type { Instant } from '../shared/clock.ts';
import { formatDate, formatTime, formatWeekday } from '../shared/format.ts';
import { say, type Locale } from '../shared/i18n.ts';
import type { BankEvent } from './event.ts';
import { isOnline } from './event.ts';
import { eventMessages } from './event-messages.ts';

/** 2026年12月5日（周六） · Saturday 5 December 2026. */
export function dayOf(instant: Instant, locale: Locale): string {
  const date = today(instant);
  const weekday = formatWeekday(date, locale);
  return locale === 'zh'
    ? `${formatDate(date, locale)}（${weekday}）`
    : `${weekday} ${formatDate(date, locale)}`;
}

/** With both times: 2026年12月5日（周六）14:00–15:30. */
export const whenOf = (
  { startsAt, endsAt }: Pick<BankEvent, 'startsAt' | 'endsAt'>,
  locale: Locale,
): string =>
  `${dayOf(startsAt, locale)}${locale === 'zh' ? '' : ', '}${formatTime(startsAt)}–${formatTime(endsAt)}`;

/** A day and a time, for text messages: 12月5日（周六）14:00 · Saturday 5 December, 14:00. */
export function momentOf(instant: Instant, locale: Locale): string {
  const day = dayOf(instant, locale);
  const year = partsOf(today(instant)).year;
  return locale === 'zh'
    ? day.replace(`${year}年`, '') + formatTime(instant)
    : `${day.replace(` ${year}`, '')}, ${formatTime(instant)}`;
}

/** 济南市 · Jinan; 线上 · Online. */
export const cityName = (city: string, locale: Locale): string => {
  const found = cityOf(city);
  return found ? say(found, locale) : say(eventMessages.online, locale);
};

/** The name of its place, with the city where the name does not say it. */
export const placeLine = (event: Pick<BankEvent, 'city' | 'content'>, locale: Locale): string => {
  const { place } = event.content;
  if (isOnline(event) || !place) return say(eventMessages.online, locale);
  const city = cityName(event.city, locale);
  return locale === 'zh' ? `${city}${place.zh}` : `${place.en}, ${city}`;
};

/** What sort of event, by the policy; an id the policy has dropped since is left out. */
export const kindName = (
  kind: string,
  { kinds }: Pick<EventsPolicy, 'kinds'>,
  locale: Locale,
): string | null => {
  const found = kinds.find(({ id }) => id === kind);
  return found ? say(found.name, locale) : null;
};
