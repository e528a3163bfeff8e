import { messages } from '../shared/i18n.ts';

/** What everybody reads about events: the list, the archive, one event. */
export const eventMessages = messages({
  title: { zh: '讲座和课堂', en: 'Classes and lectures' },
  headline: { zh: '孕期和分娩，|当面讲给您听', en: 'Pregnancy and birth,| explained in person' },
  description: {
    zh: '山东省脐血库在全省办的孕期讲座、课堂和开放日：时间、地点、讲什么、还有没有座位。',
    en: 'Lectures, classes and open days for expectant parents across Shandong: when, where, what they cover, and whether seats are left.',
  },
  lead: {
    zh: '一场一场列在下面，最近的在上面。填手机号就能留座位，不用注册账号。',
    en: 'The next one is on top. A mobile number keeps you a seat; no account is needed.',
  },
  free: { zh: '不收费，现场不推销。', en: 'They cost nothing, and nothing is sold there.' },
  filterTitle: { zh: '只看', en: 'Show only' },
  filterCity: { zh: '哪个城市', en: 'City' },
  filterKind: { zh: '哪一种', en: 'Kind' },
  allCities: { zh: '全部城市', en: 'Everywhere' },
  allKinds: { zh: '全部', en: 'Every kind' },
  filterGo: { zh: '筛选', en: 'Filter' },
  filterClear: { zh: '看全部', en: 'Show all' },
  listLabel: { zh: '要办的活动', en: 'Coming up' },
  emptyTitle: { zh: '现在没有排好的活动', en: 'Nothing is planned at the moment' },
  emptyFiltered: { zh: '这样选，没有活动', en: 'Nothing matches' },
  emptyLine: {
    zh: '新的场次排好以后会出现在这里，一般提前两周。',
    en: 'New dates appear here once they are settled, usually two weeks ahead.',
  },
  emptyFilteredLine: {
    zh: '换一个城市或种类，或者看全部。线上的讲座在哪里都能听。',
    en: 'Try another city or kind, or show all. Online lectures can be followed from anywhere.',
  },
  later: { zh: '往后的场次', en: 'Later dates' },
  toFirst: { zh: '回到最近的', en: 'Back to the next ones' },
  toPast: { zh: '办过的活动', en: 'Past events' },
  toPastLine: { zh: '讲过什么、来了多少人', en: 'What they covered and how many came' },

  pastTitle: { zh: '办过的活动', en: 'Past events' },
  pastDescription: {
    zh: '山东省脐血库办过的讲座、课堂和开放日，按时间倒着排。',
    en: 'Lectures, classes and open days the bank has held, the latest first.',
  },
  pastLead: {
    zh: '实线是办过的，断开的是取消的。到场人数是签到数出来的。',
    en: 'A solid cord was held; a tied-off end was cancelled. Attendance is counted at the door.',
  },
  pastEmpty: { zh: '还没有办过的活动', en: 'No past events yet' },
  pastEmptyLine: {
    zh: '活动结束以后会移到这里。',
    en: 'Events move here when they are over.',
  },
  earlier: { zh: '更早的', en: 'Earlier ones' },
  toLatest: { zh: '回到最新的', en: 'Back to the latest' },
  came: { zh: '{count}人到场', en: '{count} people came' },

  online: { zh: '线上', en: 'Online' },
  onlinePlace: {
    zh: '线上。报名成功以后，进入的地址在您的报名页里。',
    en: 'Online. Once you have a seat, the address is on your booking page.',
  },
  event: { zh: '活动', en: 'Event' },
  when: { zh: '时间', en: 'When' },
  where: { zh: '地点', en: 'Where' },
  access: { zh: '进出和设施', en: 'Access' },
  speaker: { zh: '谁来讲', en: 'Who speaks' },
  language: { zh: '用什么语言', en: 'Language' },
  'language.zh': { zh: '普通话', en: 'Mandarin Chinese' },
  'language.en': { zh: '英语', en: 'English' },
  'language.both': { zh: '普通话，配英语口译', en: 'Mandarin Chinese with English interpreting' },
  seats: { zh: '座位', en: 'Seats' },
  covers: { zh: '会讲什么', en: 'What it covers' },
  howItIs: { zh: '这一场', en: 'This event' },
  goodToKnow: { zh: '来之前知道', en: 'Good to know' },
  heldMinutes: {
    zh: '开始{minutes}分钟后，没到的座位让给现场来的人。',
    en: 'Seats not taken {minutes} minutes after the start go to people at the door.',
  },
  companion: {
    zh: '一次最多报{people}个人，家里人可以一起来。',
    en: 'One booking takes up to {people} people, so somebody can come along.',
  },
  notAdvice: {
    zh: '讲座不能代替产检。身体不舒服，请直接去看医生。',
    en: 'A lecture is no check-up. If you feel unwell, see a doctor first.',
  },

  'seats.1': { zh: '还有1个座位', en: '1 seat left' },
  'seats.n': { zh: '还有{count}个座位', en: '{count} seats left' },
  'seats.none': { zh: '座位满了，可以排候补', en: 'Full; the waiting list is open' },
  'seats.waiting1': { zh: '座位满了，1组在候补', en: 'Full, with 1 booking waiting' },
  'seats.waitingN': { zh: '座位满了，{count}组在候补', en: 'Full, with {count} bookings waiting' },
  'seats.keptFor': {
    zh: '空着的座位先留给候补的人，{count}组在候补',
    en: 'Free seats go to the waiting list first; waiting: {count}',
  },
  'state.now': { zh: '正在进行', en: 'Going on now' },
  'state.over': { zh: '已经结束', en: 'Over' },
  'state.cancelled': { zh: '已经取消', en: 'Cancelled' },
  cancelledTitle: { zh: '这场活动取消了', en: 'This event is cancelled' },
  cancelledReason: { zh: '原因：{reason}', en: 'The reason: {reason}' },
  overTitle: { zh: '这场活动已经结束', en: 'This event is over' },
  startedTitle: { zh: '这场活动已经开始', en: 'This event has begun' },
  startedLine: {
    zh: '网上不再报名。人在附近的话，可以到现场问有没有空座位。',
    en: 'Booking here has closed. If you are nearby, ask at the door whether a seat is free.',
  },
  book: { zh: '留座位', en: 'Keep a seat' },
  bookWaiting: { zh: '排候补', en: 'Join the waiting list' },
  bookLine: {
    zh: '填手机号，收一个验证码。不用账号。',
    en: 'Your mobile number and a code. No account.',
  },
  haveBooked: { zh: '报过名了？查看或取消', en: 'Booked already? See or cancel' },
  toCalendar: { zh: '加到手机日历', en: 'Add to calendar' },
  weChatCalendar: {
    zh: '在微信里打不开日历文件，请点右上角，用浏览器打开这一页。',
    en: 'WeChat does not open calendar files: use its menu to open this page in a browser.',
  },
  sampleLine: {
    zh: '运营方还没有核实时间、地点和讲的人。',
    en: 'The operator has not confirmed time, place and speaker.',
  },
});
