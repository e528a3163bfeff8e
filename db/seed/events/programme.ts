/** The demo's events. Places, days and speakers are invented and stay marked as samples; the names of the two courses are not. */
import type { EventContent, EventDraft } from '../../../src/events/index.ts';
import { addDays, asCivilDate, partsOf, today, type CivilDate } from '../../../src/shared/civil-date.ts';
import type { Instant } from '../../../src/shared/clock.ts';
import type { SeriesRule } from '../../../src/events/editing/series.ts';
import {
  ACCESS,
  BIRTH_CHOICES,
  BREATHING,
  CHILDREN,
  EATING,
  FEEDING,
  JINAN,
  JINAN_LAB,
  JINING,
  LATE_PREGNANCY,
  LINYI,
  MOOD,
  NEWBORN_CARE,
  OPEN_DAY,
  QINGDAO,
  TAIAN,
  TWO_LANGUAGES,
  WEIFANG,
  YANTAI,
  ZIBO,
  type Where,
  type Words,
} from './lectures.ts';

export interface Planned {
  readonly draft: EventDraft;
  readonly capacity: number;
  readonly repeat?: Pick<SeriesRule, 'every' | 'interval' | 'until'>;
  /** Parties that book, in order. */
  readonly parties?: readonly number[];
  /** Parties that come, for past ones; the rest stay away. */
  readonly came?: readonly number[];
  readonly walkIns?: readonly number[];
  readonly cancelled?: { readonly zh: string; readonly en: string };
  /** Stays a draft. */
  readonly unpublished?: boolean;
}

const weekdayOf = (date: CivilDate): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
/** The first such weekday so many days from today or later; negative counts back. */
function on(now: Instant, weekday: number, days: number): CivilDate {
  const from = addDays(today(now), days);
  return addDays(from, (weekday - weekdayOf(from) + 7) % 7);
}

const draft = (
  kind: string,
  date: CivilDate,
  [starts, ends]: readonly [string, string],
  where: Where | 'online',
  content: Words,
  more: { readonly access?: keyof typeof ACCESS; readonly language?: EventContent['language'] } = {},
): EventDraft => ({
  kind,
  date,
  starts,
  ends,
  city: where === 'online' ? 'online' : where.city,
  content: {
    ...content,
    access: ACCESS[more.access ?? (where === 'online' ? 'online' : 'lift')],
    place: where === 'online' ? null : where.place,
    address: where === 'online' ? null : where.address,
    language: more.language ?? 'zh',
  },
  onlineLink: where === 'online' ? 'https://live.example.invalid/sample-room' : null,
  confirmed: false,
});

/** The latest such day of a year that is past. */
function lastOf(now: Instant, monthAndDay: string): CivilDate {
  const { year } = partsOf(today(now));
  const thisYear = asCivilDate(`${year}-${monthAndDay}`);
  return thisYear < today(now) ? thisYear : asCivilDate(`${year - 1}-${monthAndDay}`);
}

const ones = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => 1 + (n % 2));

export const past = (now: Instant): readonly Planned[] => [
  {
    draft: draft('childrens-day', lastOf(now, '06-01'), ['09:30', '11:30'], JINAN_LAB, CHILDREN),
    capacity: 40,
    parties: ones(20),
    came: ones(17),
    walkIns: [3],
  },
  {
    draft: draft('lecture', on(now, 6, -45), ['14:00', '15:30'], ZIBO, LATE_PREGNANCY),
    capacity: 30,
    parties: ones(14),
    came: ones(11),
    walkIns: [2, 1],
  },
  {
    draft: draft('class', on(now, 7, -24), ['09:30', '11:00'], JINING, NEWBORN_CARE, { access: 'stairs' }),
    capacity: 12,
    parties: ones(8),
    came: ones(7),
  },
  {
    draft: draft('cord-blood-day', lastOf(now, '11-15'), ['13:30', '16:30'], JINAN_LAB, OPEN_DAY),
    capacity: 60,
    parties: ones(30),
    came: ones(26),
    walkIns: [3, 2, 2],
  },
];

export const upcoming = (now: Instant): readonly Planned[] => [
  {
    draft: draft('lecture', on(now, 3, 3), ['19:30', '20:45'], 'online', BIRTH_CHOICES),
    capacity: 200,
    parties: ones(24),
  },
  {
    draft: draft('lecture', on(now, 7, 4), ['14:00', '15:30'], JINAN, LATE_PREGNANCY),
    capacity: 40,
    parties: ones(15),
  },
  // Full, and three parties wait: the first of them with three people.
  {
    draft: draft('class', on(now, 6, 6), ['09:30', '11:00'], QINGDAO, NEWBORN_CARE),
    capacity: 12,
    parties: [2, 2, 1, 2, 2, 1, 2, 3, 1, 2],
  },
  {
    draft: draft('class', on(now, 6, 8), ['15:00', '16:30'], JINAN, BREATHING),
    capacity: 16,
    repeat: { every: 'week', interval: 1, until: addDays(on(now, 6, 8), 35) },
    parties: ones(6),
  },
  {
    draft: draft('class', on(now, 7, 10), ['10:00', '11:30'], YANTAI, FEEDING),
    capacity: 24,
    parties: ones(9),
  },
  {
    draft: draft('lecture', on(now, 6, 14), ['14:30', '16:00'], LINYI, EATING, { access: 'stairs' }),
    capacity: 50,
    parties: ones(5),
  },
  {
    draft: draft('lecture', on(now, 7, 16), ['14:00', '15:30'], WEIFANG, MOOD),
    capacity: 60,
    parties: ones(7),
    cancelled: {
      zh: '讲课的医生那天要值急诊，正在另排日子',
      en: 'the speaker is on emergency duty that day, and we are looking for another date',
    },
  },
  {
    draft: draft('class', on(now, 6, 20), ['10:00', '11:30'], TAIAN, TWO_LANGUAGES, { language: 'both' }),
    capacity: 20,
    parties: ones(3),
  },
  {
    draft: draft('lecture', on(now, 7, 30), ['14:00', '15:30'], QINGDAO, MOOD),
    capacity: 40,
    unpublished: true,
  },
];
