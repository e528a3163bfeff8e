import { messages } from '../../shared/i18n.ts';

/** The page at the door, read on a phone by somebody with a queue in front of them. */
export const doorMessages = messages({
  title: { zh: '签到', en: 'Check-in' },
  description: { zh: '在门口用签到码签到。', en: 'Check people in by their code.' },
  notToday: { zh: '这一场是{when}，不是今天。', en: 'This event is on {when}, not today.' },
  came: { zh: '到场{came}人，还有{expected}人没到', en: '{came} here, {expected} still to come' },
  code: { zh: '签到码，5位数字', en: 'Check-in code, 5 digits' },
  find: { zh: '查', en: 'Find' },
  'code-unreadable': {
    zh: '这5位数对不上，可能听错或按错了一位。请再念一遍。',
    en: 'These digits do not fit together: one was misheard or mistyped. Ask for the code again.',
  },
  'code-unknown': {
    zh: '这一场没有这个码。请看看是不是别的场次，或者当作现场来的。',
    en: 'No booking of this event has that code. It may be for another date; else let them in as a walk-in.',
  },
  party: { zh: '{count}个人', en: 'party of {count}' },
  letIn: { zh: '{count}个人到了', en: 'All {count} are here' },
  letIn1: { zh: '到了', en: 'Here' },
  only: { zh: '只来了{count}个人', en: 'Only {count} came' },
  done: { zh: '签到好了：{name}，{count}人。', en: 'Checked in: {name}, {count}.' },
  doneWalkIn: { zh: '现场来的{count}人，进去了。', en: 'Walk-ins let in: {count}.' },
  undo: { zh: '点错了，撤回', en: 'A slip: undo' },
  undone: { zh: '撤回了。', en: 'Undone.' },
  already: { zh: '这个码{time}已经签到，{count}人。', en: 'This code was checked in at {time}, {count}.' },
  alreadyLine: {
    zh: '不要再签一次。来的是另一个人的话，请核对短信。',
    en: 'Do not check it in again. If this is somebody else, compare the text messages.',
  },
  isCancelled: {
    zh: '这份报名已经取消。有空座位的话，当作现场来的。',
    en: 'This booking was cancelled. If a seat is free, let them in as a walk-in.',
  },
  walkIns: { zh: '没有报名，现场来的', en: 'Without a booking' },
  walkInSeats: { zh: '现在能进{count}个人。', en: 'Seats for walk-ins now: {count}.' },
  walkInNone: {
    zh: '现在没有空座位。开始{minutes}分钟后，没到的座位可以让出来。',
    en: 'No seat is free now. {minutes} minutes after the start, seats of those who have not come may be given away.',
  },
  walkInList: {
    zh: '开始之前，空座位留给候补的人。',
    en: 'Until the start, free seats are for the waiting list.',
  },
  walkInGo: { zh: '进{count}人', en: 'Let in {count}' },
  'room-full': {
    zh: '座位已经坐满，进不去了。',
    en: 'Every seat in the room is taken.',
  },
  'event-closed': { zh: '这场活动没有在办。', en: 'This event is not taking place.' },
  'party-size': { zh: '人数不对，请再看一遍。', en: 'That number of people does not fit the booking.' },
  'wrong-state': {
    zh: '这份报名现在不能这样办。请再查一次码。',
    en: 'Not possible as the booking stands. Look the code up again.',
  },
});
