/** What an editor fills in about an event, as data; both languages, since both are complete. */
import type { EventsPolicy } from '../../content/policies.ts';
import { CITIES } from '../../shared/areas/areas.ts';
import { asCivilDate, parseCivilDate } from '../../shared/civil-date.ts';
import { answerOf, type Answers, type Step } from '../../shared/form.ts';
import type { Text } from '../../shared/i18n.ts';
import { ONLINE, type EventContent } from '../event.ts';
import type { EventDraft } from './event-draft.ts';
import {
  ACCESS,
  area,
  capacity,
  checkDate,
  checkLink,
  isOnlineIn,
  ONE_A_LINE,
  readTime,
  REPEAT,
  ROLE,
  SUMMARY,
  text,
  time,
} from './event-fields.ts';
import type { SeriesRule } from './series.ts';

const repeats = (answers: Answers): boolean =>
  ['week', 'weeks', 'month'].includes(answerOf(answers, 'repeat'));

/** `isNew` asks for seats and repeating too; later the seats have a form of their own. */
export const eventStep = (policy: EventsPolicy, isNew: boolean): Step => ({
  id: 'event',
  title: { zh: '活动', en: 'Event' },
  short: { zh: '活动', en: 'Event' },
  fields: [
    {
      kind: 'select',
      name: 'kind',
      label: { zh: '哪一种', en: 'Kind' },
      options: policy.kinds.map(({ id, name }) => ({ value: id, label: name })),
    },
    { kind: 'date', name: 'date', label: { zh: '日期', en: 'Date' }, check: checkDate },
    time('starts', '几点开始', 'Starts at'),
    time('ends', '几点结束', 'Ends at'),
    {
      kind: 'select',
      name: 'city',
      label: { zh: '在哪里', en: 'Where' },
      options: [
        { value: ONLINE, label: { zh: '线上', en: 'Online' } },
        ...CITIES.map(({ code, zh, en }) => ({ value: code, label: { zh, en } })),
      ],
    },
    ...(isNew ? [capacity(policy.maxCapacity)] : []),
    text('titleZh', '标题（中文）', 'Title in Chinese', { maxLength: 40 }),
    text('titleEn', '标题（英文）', 'Title in English', { maxLength: 90 }),
    area('summaryZh', '一段话说清楚（中文）', 'Summary in Chinese', SUMMARY, 200),
    area('summaryEn', '一段话说清楚（英文）', 'Summary in English', SUMMARY, 400),
    area('coversZh', '会讲什么（中文）', 'What it covers, in Chinese', ONE_A_LINE, 400),
    area('coversEn', '会讲什么（英文）', 'What it covers, in English', ONE_A_LINE, 800),
    text('speakerZh', '谁来讲（中文）', 'Speaker’s role in Chinese', { hint: ROLE }),
    text('speakerEn', '谁来讲（英文）', 'Speaker’s role in English', { hint: ROLE, maxLength: 100 }),
    {
      kind: 'radio',
      name: 'language',
      label: { zh: '用什么语言', en: 'Language' },
      options: [
        { value: 'zh', label: { zh: '普通话', en: 'Mandarin Chinese' } },
        { value: 'both', label: { zh: '普通话，配英语口译', en: 'Mandarin with English interpreting' } },
        { value: 'en', label: { zh: '英语', en: 'English' } },
      ],
    },
    text('placeZh', '地方（中文）', 'Place in Chinese', { inRoom: true }),
    text('placeEn', '地方（英文）', 'Place in English', { inRoom: true, maxLength: 100 }),
    text('addressZh', '地址（中文）', 'Address in Chinese', { inRoom: true, maxLength: 80 }),
    text('addressEn', '地址（英文）', 'Address in English', { inRoom: true, maxLength: 140 }),
    area('accessZh', '进出和设施（中文）', 'Access in Chinese', ACCESS, 200),
    area('accessEn', '进出和设施（英文）', 'Access in English', ACCESS, 300),
    {
      kind: 'text',
      name: 'onlineLink',
      label: { zh: '进入线上讲座的网址', en: 'Address to join online' },
      hint: { zh: '只给报了名的人看。', en: 'Shown only to those with a seat.' },
      maxLength: 300,
      check: checkLink,
      visibleWhen: isOnlineIn,
    },
    {
      kind: 'radio',
      name: 'confirmed',
      label: { zh: '时间、地点和讲的人都核实了吗', en: 'Are time, place and speaker confirmed?' },
      hint: { zh: '没有核实的，公开页面标“示例”。', en: 'If not, the public page says “sample”.' },
      options: [
        { value: 'yes', label: { zh: '核实了', en: 'Confirmed' } },
        { value: 'no', label: { zh: '还没有', en: 'Not yet' } },
      ],
    },
    ...(isNew ? REPEAT : []),
  ],
  check: (answers) => ({ ...endsAfterStart(answers), ...untilGiven(answers), ...linesGiven(answers) }),
});

function endsAfterStart(answers: Answers): Readonly<Record<string, Text>> {
  const [starts, ends] = [readTime(answerOf(answers, 'starts')), readTime(answerOf(answers, 'ends'))];
  return starts && ends && ends <= starts
    ? { ends: { zh: '结束要晚于开始。', en: 'The end must be after the start.' } }
    : {};
}

function untilGiven(answers: Answers): Readonly<Record<string, Text>> {
  if (!repeats(answers)) return {};
  const [from, until] = [
    parseCivilDate(answerOf(answers, 'date')),
    parseCivilDate(answerOf(answers, 'until')),
  ];
  if (!until) return { until: { zh: '请填排到哪一天。', en: 'Give the last day.' } };
  return from && until < from
    ? { until: { zh: '要在第一场之后。', en: 'It must be after the first date.' } }
    : {};
}

export const linesOf = (raw: string): readonly string[] =>
  raw
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function linesGiven(answers: Answers): Readonly<Record<string, Text>> {
  const [zh, en] = ['coversZh', 'coversEn'].map((name) => linesOf(answerOf(answers, name)).length);
  return zh !== undefined && en !== undefined && zh > 0 && en > 0 && zh !== en
    ? {
        coversEn: {
          zh: `中文${zh}条，英文${en}条。两种语言要一样多。`,
          en: `${zh} in Chinese and ${en} in English. Both need as many.`,
        },
      }
    : {};
}

/** Of answers that were checked. */
export function eventDraft(answers: Answers): EventDraft {
  const of = (name: string): string => answerOf(answers, name).trim();
  const both = (name: string): Text => ({ zh: of(`${name}Zh`), en: of(`${name}En`) });
  const online = isOnlineIn(answers);
  const language = of('language') as EventContent['language'];
  return {
    kind: of('kind'),
    city: of('city'),
    date: asCivilDate(of('date')),
    starts: readTime(of('starts')) ?? '00:00',
    ends: readTime(of('ends')) ?? '00:00',
    content: {
      title: both('title'),
      summary: both('summary'),
      covers: { zh: linesOf(of('coversZh')), en: linesOf(of('coversEn')) },
      speaker: both('speaker'),
      access: both('access'),
      place: online ? null : both('place'),
      address: online ? null : both('address'),
      language,
    },
    onlineLink: online ? of('onlineLink') : null,
    confirmed: of('confirmed') === 'yes',
  };
}

export const repeatOf = (answers: Answers): Pick<SeriesRule, 'every' | 'interval' | 'until'> | null => {
  const until = parseCivilDate(answerOf(answers, 'until'));
  const repeat = answerOf(answers, 'repeat');
  if (!repeats(answers) || !until) return null;
  return { every: repeat === 'month' ? 'month' : 'week', interval: repeat === 'weeks' ? 2 : 1, until };
};

/** An event as the answers it came from. */
export const answersOf = (draft: EventDraft): Answers => {
  const { content } = draft;
  return {
    kind: draft.kind,
    city: draft.city,
    date: draft.date,
    starts: draft.starts,
    ends: draft.ends,
    titleZh: content.title.zh,
    titleEn: content.title.en,
    summaryZh: content.summary.zh,
    summaryEn: content.summary.en,
    coversZh: content.covers.zh.join('\n'),
    coversEn: content.covers.en.join('\n'),
    speakerZh: content.speaker.zh,
    speakerEn: content.speaker.en,
    language: content.language,
    placeZh: content.place?.zh ?? '',
    placeEn: content.place?.en ?? '',
    addressZh: content.address?.zh ?? '',
    addressEn: content.address?.en ?? '',
    accessZh: content.access.zh,
    accessEn: content.access.en,
    onlineLink: draft.onlineLink ?? '',
    confirmed: draft.confirmed ? 'yes' : 'no',
  };
};
