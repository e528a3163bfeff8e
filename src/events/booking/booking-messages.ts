import { messages } from '../../shared/i18n.ts';

/** The booking form, the code, and the page behind the link. */
export const bookingMessages = messages({
  bookTitle: { zh: '留座位', en: 'Keep a seat' },
  waitTitle: { zh: '排候补', en: 'Join the waiting list' },
  bookDescription: {
    zh: '为一场讲座或课堂留座位。',
    en: 'Keep seats at a lecture or class.',
  },
  waitLead: {
    zh: '座位满了。有人取消，就按先后轮到您，我们发短信告诉您。',
    en: 'All seats are taken. When somebody cancels, it goes by order of arrival and we text you.',
  },
  partyWaits: {
    zh: '一行几个人一起排。前面的人要的座位比空着的多，后面的人也等着，谁都不插队。',
    en: 'A party waits as one. If those in front need more seats than are free, everybody behind waits too; nobody overtakes.',
  },
  kept: {
    zh: '称呼和手机号只用来办这次报名、通知变动，活动结束{days}天后删除，只留下人数。',
    en: 'Your name and number are used for this booking and for news about it. They are erased {days} days after the event; only the numbers stay.',
  },
  name: { zh: '怎么称呼您', en: 'Your name' },
  nameHint: {
    zh: '签到时核对用，例如王女士。',
    en: 'To find you at the door. A surname is enough.',
  },
  nameMissing: { zh: '请写一个称呼，签到时好找到您。', en: 'Give a name, so that we find you at the door.' },
  nameInvisible: {
    zh: '称呼里有一个看不见的字符。请删掉重新输入。',
    en: 'The name contains an invisible character. Delete it and type the name again.',
  },
  phone: { zh: '手机号', en: 'Mobile number' },
  phoneHint: {
    zh: '验证码和通知发到这里。一个号码报一次。',
    en: 'The code and any news go there. One booking for each number.',
  },
  phoneMissing: { zh: '请填写手机号。', en: 'Enter your mobile number.' },
  email: { zh: '邮箱', en: 'E-mail' },
  emailHint: { zh: '填了就同时发邮件。', en: 'If you like a mail as well.' },
  people: { zh: '一共几个人', en: 'How many people' },
  'people.1': { zh: '1个人', en: '1 person' },
  'people.n': { zh: '{count}个人', en: '{count} people' },
  peopleMissing: { zh: '请选一共几个人来。', en: 'Choose how many of you are coming.' },
  sendCode: { zh: '发验证码', en: 'Text me a code' },
  bookNow: { zh: '确认留座位', en: 'Keep the seats' },
  waitNow: { zh: '确认排候补', en: 'Join the list' },
  signedIn: {
    zh: '您已登录，这个手机号验证过，不用再收验证码。换一个号码才要。',
    en: 'You are signed in and this number is proved, so no code is needed unless you change it.',
  },

  codeTitle: { zh: '填写验证码', en: 'Enter the code' },
  codeDescription: { zh: '填写短信验证码，完成报名。', en: 'Enter the code we texted to finish.' },
  codeSent: {
    zh: '验证码已发到{to}，10分钟内有效。填了才算报上名。',
    en: 'We sent a code to {to}, good for 10 minutes. You are booked once you enter it.',
  },
  codeSentFind: {
    zh: '验证码已发到{to}，10分钟内有效。',
    en: 'We sent a code to {to}, good for 10 minutes.',
  },
  codeEnter: { zh: '完成', en: 'Finish' },
  codeAgain: { zh: '重新发送验证码', en: 'Send another code' },
  codeAgainSent: {
    zh: '又发了一个验证码到{to}。请填最新的这个。',
    en: 'We sent another code to {to}. Enter that one.',
  },
  codeGone: {
    zh: '已经过了15分钟，或者换了浏览器。请从头再填一次。',
    en: 'More than 15 minutes have passed, or this is another browser. Please start again.',
  },
  otherNumber: { zh: '改填写的内容', en: 'Change what you entered' },

  findTitle: { zh: '查看您的报名', en: 'Find your booking' },
  findDescription: {
    zh: '用报名的手机号找到报名，查看、减少人数或取消。',
    en: 'Find a booking by its mobile number, to see, reduce or cancel it.',
  },
  findLead: {
    zh: '填报名时的手机号。验证以后，直接打开您的报名页。',
    en: 'Enter the number you booked with. The code opens your booking.',
  },
  findNone: {
    zh: '这个手机号没有报这一场，或者报名已经取消。',
    en: 'This number has no booking for this event, or it was cancelled.',
  },

  pageDescription: {
    zh: '您的报名：状态、签到码、日历、减少人数和取消。',
    en: 'Your booking: where it stands, check-in code, calendar, fewer people, cancelling.',
  },
  confirmedTitle: { zh: '座位给您留好了', en: 'Your seats are kept' },
  confirmedTitle1: { zh: '座位给您留好了', en: 'Your seat is kept' },
  waitingTitle: { zh: '您在候补名单上', en: 'You are on the waiting list' },
  cancelledTitle: { zh: '报名已经取消', en: 'Your booking is cancelled' },
  missedTitle: { zh: '这次没有轮到您', en: 'Your turn did not come this time' },
  missedLine: {
    zh: '活动已经开始，候补到此为止。对不起，让您等了。同样的课常常再办，可以看看往后的场次。',
    en: 'The event has begun and the waiting list is closed. We are sorry you waited. Classes like this often come again; see the later dates.',
  },
  attendedTitle: { zh: '您已经签到', en: 'You have checked in' },
  eventCancelledTitle: { zh: '这场活动取消了', en: 'This event is cancelled' },
  overTitle: { zh: '这场活动已经结束', en: 'This event is over' },
  newLine: {
    zh: '这一页的链接已经发到您的手机，之后随时能打开。',
    en: 'The link to this page is on its way to your phone; it opens any time.',
  },
  alreadyLine: {
    zh: '这个手机号报过这一场，就是下面这一份，还是{people}人，刚才填的没有改动它。要加人请取消以后重新报。',
    en: 'This number had booked already. This is that booking, still a party of {people}; what you just entered changed nothing. To bring more people, cancel it and book again.',
  },
  code: { zh: '签到码', en: 'Check-in code' },
  codeLine: {
    zh: '到了以后，把这5位数报给门口的同事。',
    en: 'Tell these five digits to our colleague at the door.',
  },
  party: { zh: '人数', en: 'People' },
  place: { zh: '第几位', en: 'Your place' },
  positionIs: { zh: '第{place}位', en: 'Number {place}' },
  positionLine: {
    zh: '前面有{ahead}组。轮到您时，我们发短信，座位自动留好。',
    en: 'Bookings ahead of you: {ahead}. When it is your turn the seat is kept at once and we text you.',
  },
  positionFirst: {
    zh: '您排在最前面。有座位空出来，就是您的，我们发短信。',
    en: 'You are first. The next seat that comes free is yours, and we text you.',
  },
  reduceHint: {
    zh: '现在空着{left}个座位，您一行{people}个人坐不下。减到{left}个人，马上就有座位。',
    en: 'Free now: {left}. Your party of {people} does not fit; with {left} you would have seats at once.',
  },
  replyBy: {
    zh: '您是从候补轮到的。来不了的话，请在{when}前取消，座位留给下一位。',
    en: 'You moved up from the waiting list. If you cannot come, please cancel before {when} so that the next person can.',
  },
  joinOnline: { zh: '进入线上讲座', en: 'Join online' },
  joinLine: {
    zh: '这个地址只给报了名的人，请不要转发。',
    en: 'This address is for those who booked. Please do not pass it on.',
  },
  fewerTitle: { zh: '减少人数', en: 'Fewer people' },
  fewerLine: {
    zh: '人数只能减少。要增加，请让另一个人用自己的手机号报名。',
    en: 'A booking can only get smaller. For one more, let them book with their own number.',
  },
  fewer: { zh: '改成这个人数', en: 'Change the number' },
  fewerDone: { zh: '人数改好了。', en: 'The number is changed.' },
  fewerMissing: { zh: '请选改成几个人。', en: 'Choose how many of you are coming.' },
  cancel: { zh: '取消报名', en: 'Cancel the booking' },
  cancelTitle: { zh: '取消这次报名？', en: 'Cancel this booking?' },
  cancelDescription: { zh: '取消一次活动报名。', en: 'Cancel a booking of an event.' },
  cancelSeat: {
    zh: '座位马上留给候补的人，取消以后不能恢复。',
    en: 'The seats go to the waiting list at once, and this cannot be undone.',
  },
  cancelWait: {
    zh: '您会离开候补名单，取消以后不能恢复。',
    en: 'You leave the waiting list, and this cannot be undone.',
  },
  cancelYes: { zh: '取消报名', en: 'Yes, cancel it' },
  cancelNo: { zh: '不取消，回去', en: 'No, go back' },
  cancelledLine: {
    zh: '谢谢您告诉我们。座位会按先后留给候补的人。',
    en: 'Thank you for telling us. The seats go to those waiting, in order.',
  },
  outOfCalendar: { zh: '从手机日历里去掉', en: 'Take it out of my calendar' },
  goneTitle: { zh: '这个报名链接打不开', en: 'This booking link does not open' },
  goneLine: {
    zh: '链接可能没有复制完整，也可能已经失效。报名不需要登录，用手机号就能找回。',
    en: 'It may have been cut short when copied, or it has run out. Bookings need no sign-in: your mobile number finds yours.',
  },
  goneWhole: {
    zh: '从短信里直接点开，不要分段复制。',
    en: 'Open it straight from the text message rather than copying a part of it.',
  },
  goneFind: {
    zh: '在那场活动的页面上点“报过名了？查看或取消”，填手机号，收验证码。',
    en: 'On the page of the event choose “Booked already? See or cancel”, enter your number and the code we text you.',
  },
  goneOver: {
    zh: '活动结束一段时间以后，报名信息会删掉，链接也就没有了。',
    en: 'Some weeks after an event the bookings are deleted, and their links with them.',
  },
  goneGo: { zh: '去看活动', en: 'See the events' },
  bookAgain: { zh: '看别的活动', en: 'See other events' },
  stays: {
    zh: '这一页的链接相当于钥匙，请不要转发。活动结束{days}天后失效。',
    en: 'The link to this page is a key: please do not pass it on. It stops working {days} days after the event.',
  },

  'event-closed': {
    zh: '这场活动已经取消，不能再改。',
    en: 'This event is cancelled, so nothing can be changed.',
  },
  'event-started': {
    zh: '活动已经开始，网上不能再改。来不了也没关系。',
    en: 'The event has begun, so nothing can be changed here. It does not matter if you cannot come.',
  },
  'not-smaller': {
    zh: '人数只能比现在少，至少1个人。',
    en: 'The number can only get smaller, and is at least 1.',
  },
  'party-size': {
    zh: '这一场一次报不了这么多人。请选少一点。',
    en: 'One booking of this event does not take that many. Choose fewer.',
  },
  'room-full': {
    zh: '座位已经坐满。开始以后，没到的座位让给了现场来的人。',
    en: 'Every seat is taken. After the start, seats of those who had not come went to people at the door.',
  },
  'wrong-state': {
    zh: '这份报名现在不能这样改。请看上面的状态。',
    en: 'This is not possible as the booking stands. See its state above.',
  },
});
