/** The questions of the event's form, one by one. */
import { answerOf, type Answers, type Field, type RawAnswer } from '../../shared/form.ts';
import { parseCivilDate } from '../../shared/civil-date.ts';
import type { Text } from '../../shared/i18n.ts';
import { ONLINE } from '../event.ts';
import { MOST_DATES } from './series.ts';

export const isOnlineIn = (answers: Answers): boolean => answerOf(answers, 'city') === ONLINE;

const HAN_IN_ENGLISH: Text = {
  zh: '英文栏里有汉字。请用英文或拼音写，读英文的人看得懂。',
  en: 'There are Chinese characters in the English text. Use English, or pinyin for names.',
};
/** English is complete: whoever reads it need not read Chinese. */
const checkEnglish = (raw: RawAnswer): Text | null =>
  typeof raw === 'string' && /\p{Script=Han}/u.test(raw) ? HAN_IN_ENGLISH : null;
const inEnglish = (name: string) => (name.endsWith('En') ? { check: checkEnglish } : {});

export const text = (
  name: string,
  zh: string,
  en: string,
  more: { readonly hint?: Text; readonly inRoom?: boolean; readonly maxLength?: number } = {},
): Field => ({
  kind: 'text',
  name,
  label: { zh, en },
  ...(more.hint ? { hint: more.hint } : {}),
  maxLength: more.maxLength ?? 60,
  ...inEnglish(name),
  ...(more.inRoom ? { visibleWhen: (answers: Answers) => !isOnlineIn(answers) } : {}),
});
export const area = (name: string, zh: string, en: string, hint: Text, maxLength: number): Field => ({
  kind: 'textarea',
  name,
  label: { zh, en },
  hint,
  maxLength,
  ...inEnglish(name),
});

const DATE_WRONG: Text = {
  zh: '没有这一天。请按年、月、日填写，例如2027年3月6日。',
  en: 'There is no such day. Give year, month and day, such as 6 March 2027.',
};
export const checkDate = (raw: RawAnswer): Text | null =>
  typeof raw === 'string' && parseCivilDate(raw) ? null : DATE_WRONG;

/** `14:00`, also typed as `14：00` or `1400`; null when it is no time. */
export function readTime(raw: string): string | null {
  const parts = /^(\d{1,2}):?(\d{2})$/.exec(raw.normalize('NFKC').replace(/\s/g, ''));
  const [hours, minutes] = [Number(parts?.[1]), Number(parts?.[2])];
  if (!parts || hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
const checkTime = (raw: RawAnswer): Text | null =>
  typeof raw === 'string' && readTime(raw)
    ? null
    : { zh: '请按24小时写，例如14:00。', en: 'Use 24 hours, such as 14:00.' };

export const time = (name: string, zh: string, en: string): Field => ({
  kind: 'text',
  name,
  label: { zh, en },
  hint: { zh: '例如14:00。', en: 'Such as 14:00.' },
  inputmode: 'numeric',
  width: 'w6',
  check: checkTime,
});

export const checkLink = (raw: RawAnswer): Text | null =>
  typeof raw === 'string' && /^https:\/\/[^\s"<>]+$/.test(raw.trim()) && URL.canParse(raw.trim())
    ? null
    : {
        zh: '请填完整的网址，以https://开头。',
        en: 'Give the whole address, beginning with https://.',
      };

/** Repeating belongs to making an event; one that is there has its date. */
export const REPEAT: readonly Field[] = [
  {
    kind: 'radio',
    name: 'repeat',
    label: { zh: '重复吗', en: 'Does it repeat?' },
    hint: {
      zh: `按第一场的星期几排，放假的日子跳过，最多${MOST_DATES}场。`,
      en: `By the weekday of the first; public holidays are left out; at most ${MOST_DATES} dates.`,
    },
    options: [
      { value: 'no', label: { zh: '只办一场', en: 'Once' } },
      { value: 'week', label: { zh: '每周', en: 'Every week' } },
      { value: 'weeks', label: { zh: '每两周', en: 'Every two weeks' } },
      {
        value: 'month',
        label: { zh: '每月，例如第二个星期六', en: 'Every month, such as the second Saturday' },
      },
    ],
  },
  {
    kind: 'date',
    name: 'until',
    label: { zh: '排到哪天（重复时填）', en: 'Last day, when it repeats' },
    optional: true,
    check: checkDate,
  },
];

export const capacity = (most: number): Field => ({
  kind: 'number',
  name: 'capacity',
  label: { zh: '座位数', en: 'Seats' },
  check: (raw) =>
    typeof raw === 'string' && /^\d{1,4}$/.test(raw.trim()) && Number(raw) >= 1 && Number(raw) <= most
      ? null
      : { zh: `请填1到${most}之间的整数。`, en: `Give a whole number from 1 to ${most}.` },
});

export const SUMMARY: Text = {
  zh: '给谁听、听完知道什么。不写价格，不请人来买。',
  en: 'For whom, and what they will know afterwards. No price, no invitation to buy.',
};
export const ONE_A_LINE: Text = { zh: '一行一条，两到六条。', en: 'One on each line, two to six.' };
export const ROLE: Text = {
  zh: '写职务，不写名字，例如：产科医生。',
  en: 'A role, no name, such as: an obstetrician.',
};
export const ACCESS: Text = {
  zh: '台阶、电梯、轮椅、能不能躺着听、有没有字幕。',
  en: 'Steps, lift, wheelchairs, room to lie back, subtitles.',
};
