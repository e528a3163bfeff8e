import { messages } from '../../shared/i18n.ts';

/** What those who booked are told, by text message and, where they left an address, by mail. No name stands in any. */
export const tellMessages = messages({
  prefix: { zh: '【山东省脐血库】', en: '[Shandong Cord Blood Bank] ' },
  subject: { zh: '山东省脐血库：{title}', en: 'Shandong Cord Blood Bank: {title}' },
  confirmed: {
    zh: '报名成功：《{title}》，{when}，{place}，{people}人。签到码{code}。看详情、减少人数或取消：{link}',
    en: 'You have a seat: “{title}”, {when}, {place}, party of {people}. Check-in code {code}. Details, fewer people or cancel: {link}',
  },
  waiting: {
    zh: '《{title}》，{when}：座位已满，您排在候补第{position}位。有了空位，会按先后发短信告诉您。查看或取消：{link}',
    en: '“{title}”, {when}: all seats are taken and you are number {position} on the waiting list. We text you when a seat comes free, in order. See or cancel: {link}',
  },
  'moved-up': {
    zh: '有座位了：《{title}》，{when}，{place}，{people}人。签到码{code}。来不了的话，请在{replyBy}前取消，座位留给下一位：{link}',
    en: 'A seat came free: “{title}”, {when}, {place}, party of {people}. Check-in code {code}. If you cannot come, please cancel before {replyBy} so that the next person can: {link}',
  },
  reminder: {
    zh: '提醒：《{title}》，{when}，{place}。签到码{code}。来不了的话请取消，座位留给候补的人：{link}',
    en: 'A reminder: “{title}”, {when}, {place}. Check-in code {code}. If you cannot come, please cancel so that somebody waiting can: {link}',
  },
  'reminder-online': {
    zh: '提醒：《{title}》，{when}，线上。进入的地址在这里：{link}',
    en: 'A reminder: “{title}”, {when}, online. The address to join is here: {link}',
  },
  changed: {
    zh: '有变动：《{title}》，现在是{when}，{place}。您的报名还在。来不了的话请取消：{link}',
    en: 'A change: “{title}” is now {when}, {place}. Your booking stands. If you cannot come, please cancel: {link}',
  },
  cancelled: {
    zh: '很抱歉，《{title}》（{when}）取消了。原因：{reason}。您不用做什么。',
    en: 'We are sorry: “{title}” ({when}) is cancelled. The reason: {reason}. There is nothing you need to do.',
  },
  left: {
    zh: '已经按您说的取消报名：《{title}》，{when}。加进日历的，可以在这里更新：{link}',
    en: 'As you asked, your booking is cancelled: “{title}”, {when}. If it is in your calendar, update it here: {link}',
  },
  fewer: {
    zh: '人数已改：《{title}》，{when}，现在是{people}人。查看：{link}',
    en: 'Changed: “{title}”, {when}, now a party of {people}. See it: {link}',
  },
});
