/** Opening hours as schema.org writes them (`Mo-Fr 08:30-17:30; Sa 09:00-12:00`), read once and worded in both languages. */
import type { Locale } from './i18n.ts';

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;
type Day = (typeof DAYS)[number];

export interface OpeningRange {
  readonly from: Day;
  readonly to: Day;
  /** `08:30`, in Shandong. */
  readonly opens: string;
  readonly closes: string;
}
export type OpeningHours = readonly OpeningRange[];

const RANGE =
  /^(Mo|Tu|We|Th|Fr|Sa|Su)(?:-(Mo|Tu|We|Th|Fr|Sa|Su))? ([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/;

/** Null when a part is not `Mo-Fr 08:30-17:30`, runs backwards, or there is none. */
export function parseOpeningHours(text: string): OpeningHours | null {
  const ranges: OpeningRange[] = [];
  for (const part of text.split(';').map((one) => one.trim())) {
    const found = RANGE.exec(part);
    if (!found) return null;
    const [, from, to = from, hour, minute, endHour, endMinute] = found;
    const range = {
      from: from as Day,
      to: to as Day,
      opens: `${hour}:${minute}`,
      closes: `${endHour}:${endMinute}`,
    };
    if (DAYS.indexOf(range.from) > DAYS.indexOf(range.to) || range.opens >= range.closes) return null;
    ranges.push(range);
  }
  return ranges;
}

const NAMES: Readonly<Record<Locale, readonly string[]>> = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

/** 周一至周五08:30–17:30 · Monday to Friday 08:30–17:30, one line for each range. */
export const sayOpeningHours = (hours: OpeningHours, locale: Locale): readonly string[] =>
  hours.map(({ from, to, opens, closes }) => {
    const [first, last] = [from, to].map((day) => NAMES[locale][DAYS.indexOf(day)]);
    const days = from === to ? first : locale === 'zh' ? `${first}至${last}` : `${first} to ${last}`;
    return `${days}${locale === 'zh' ? '' : ' '}${opens}–${closes}`;
  });
