import { messages } from '../../shared/i18n.ts';

/** A call the family is owed or asks for, on its page; and the same from the desk. */
export const careMessages = messages({
  // the family's page
  title: { zh: '想找人说说', en: 'Talk to a person' },
  person: {
    zh: '顾问能看到这份血的全部记录，不用从头讲。',
    en: 'A counsellor can see the whole record of this unit; there is no need to start from the beginning.',
  },
  callUs: { zh: '您打给我们：{phone}', en: 'Call us: {phone}' },
  callUsNoNumber: {
    zh: '您也可以打签约时拿到的服务电话，报这个编号。',
    en: 'You can also call the service number you were given and quote this number.',
  },
  titleSet: { zh: '我们会打给您', en: 'We will call you' },
  ours: { zh: '顾问最晚{date}会打给您。', en: 'A counsellor will call you by {date}.' },
  oursLate: {
    zh: '顾问应该在{date}前打给您，我们晚了。',
    en: 'A counsellor should have called you by {date}: we are late.',
  },
  set: {
    zh: '您选了{slot}，我们最晚{date}打到{phone}。',
    en: 'You chose {slot}. We call {phone} by {date}.',
  },
  setLate: {
    zh: '您选了{slot}，我们应该在{date}前打到{phone}，我们晚了。',
    en: 'You chose {slot}, and we should have called {phone} by {date}: we are late.',
  },
  tried: {
    zh: '{date}打过一次，没有人接，会再打。',
    en: 'We tried on {date} and nobody answered; we will try again.',
  },
  reached: {
    zh: '{date}和您家通过电话。还想再谈，可以再约。',
    en: 'We spoke with your family on {date}. You can ask for another call.',
  },
  offer: {
    zh: '选一个方便的时间，{days}个工作日内打给您。',
    en: 'Choose a time of day; we call within {days} working day.',
  },
  number: { zh: '打到{phone}，北京时间。', en: 'We call {phone}, in China time.' },
  noNumber: {
    zh: '这里没有您的手机号，请先在“我的”里补上。',
    en: 'We have no mobile number of yours; please add it under Me first.',
  },
  when: { zh: '什么时间方便接电话', en: 'When may we call?' },
  'slot.morning': { zh: '上午', en: 'Morning' },
  'slot.afternoon': { zh: '下午', en: 'Afternoon' },
  'slot.evening': { zh: '晚上', en: 'Evening' },
  'say.morning': { zh: '上午', en: 'the morning' },
  'say.afternoon': { zh: '下午', en: 'the afternoon' },
  'say.evening': { zh: '晚上', en: 'the evening' },
  hours: { zh: '{from}–{to}', en: '{from}–{to}' },
  ask: { zh: '请打给我', en: 'Please call me' },
  change: { zh: '换个时间', en: 'Choose another time' },
  changeTo: { zh: '换成这个时间', en: 'Change to this time' },
  takeBack: { zh: '不用定时间了', en: 'No need for a time' },
  takeBackCall: { zh: '不用打了', en: 'No need to call' },
  slotMissing: { zh: '请先选一个时间，再点“请打给我”。', en: 'Choose a time of day first.' },
  wrongState: {
    zh: '这份血的状态变了，没有记下。请看上面最新的记录。',
    en: 'The state of the unit changed, so nothing was noted. See the latest above.',
  },
  changed: {
    zh: '这一页刚才变过，没有记下。请再选一次。',
    en: 'The page changed a moment ago and nothing was noted. Please choose again.',
  },

  nextTitle: { zh: '接下来', en: 'What happens next' },
  nextCall: { zh: '顾问打给您，最晚{date}', en: 'A counsellor calls you, by {date}' },
  nextMoney: { zh: '{amount}原路退回，最晚{date}', en: '{amount} goes back the way it came, by {date}' },
  nextMoneyDone: { zh: '{amount}已经退回', en: '{amount} has been returned' },
  nextRecheck: {
    zh: '另一位技术员复核记录，最晚{date}',
    en: 'A second technician goes through the records, by {date}',
  },
  nextDecide: {
    zh: '您决定这份血怎么安排，不着急，{date}前',
    en: 'You decide what happens to it; no hurry, by {date}',
  },
  nextDecided: {
    zh: '您的决定记下了，做完会写在这一页',
    en: 'We have your decision; this page says when it is done',
  },
  recheckGoing: {
    zh: '复核最晚{date}做完，顾问再打电话告诉您。',
    en: 'The second look is done by {date}; then a counsellor calls you.',
  },
  recheckDone: {
    zh: '{date}，另一位技术员看过原始记录，结果一样。请再决定一次怎么安排。',
    en: 'On {date} a second technician went through the records and found the same. Please decide again.',
  },

  // the desk
  deskTitle: { zh: '要照顾的家庭', en: 'Families to look after' },
  deskDescription: {
    zh: '没有入库以后，欠家庭的电话、复核和退款。',
    en: 'Calls, second looks and refunds owed to families after bad news.',
  },
  deskLead: {
    zh: '没有入库以后，我们欠家庭的事，最急的在前。',
    en: 'What we owe families after bad news, the nearest day first.',
  },
  deskEmpty: { zh: '现在没有欠着的事', en: 'Nothing is owed at the moment' },
  deskEmptyLine: {
    zh: '一份血没有入库，或者家庭请我们打电话、再核对一次，会出现在这里。',
    en: 'It appears here when a unit is not stored, or a family asks for a call or a second look.',
  },
  tasks: { zh: '电话和复核', en: 'Calls and second looks' },
  refunds: { zh: '要退的款', en: 'Refunds to send' },
  refundsLine: {
    zh: '在“待查款”里由两位财务同事办，钱只从那里动。',
    en: 'Two people of finance settle them under Held money; money moves only from there.',
  },
  refundRow: { zh: '订单{number}，退{amount}', en: 'Order {number}: {amount} to go back' },
  colDue: { zh: '最晚', en: 'By' },
  colWhat: { zh: '做什么', en: 'What' },
  colUnit: { zh: '脐带血', en: 'Unit' },
  colDo: { zh: '办好了', en: 'Done' },
  'kind.call': { zh: '打电话', en: 'Call the family' },
  'kind.recheck': { zh: '复核记录', en: 'Check the records again' },
  'why.not-stored': { zh: '没有入库', en: 'Not stored' },
  'why.asked': { zh: '家庭请求的', en: 'The family asked' },
  'why.rechecked': { zh: '告诉复核结果', en: 'Tell what the second look found' },
  asked: { zh: '想在{slot}（{hours}）接电话', en: 'Wants the call in {slot} ({hours})' },
  anyTime: { zh: '没有定时间', en: 'No time chosen' },
  triedOn: { zh: '{date}没有人接', en: 'Nobody answered on {date}' },
  late: { zh: '过了', en: 'Overdue' },
  showNumber: { zh: '看号码', en: 'Show the number' },
  numberIs: { zh: '号码{phone}，已记下谁看过', en: '{phone}; who looked is on record' },
  'do.reached': { zh: '通过电话了', en: 'Spoke with them' },
  'do.nobody': { zh: '没有人接', en: 'Nobody answered' },
  'do.stands': { zh: '复核过，结果一样', en: 'Checked: the same' },
  standsHint: {
    zh: '结果不一样就不要点：先在实验室系统里更正，再打电话。',
    en: 'If it is not the same, do not press this: correct it in the laboratory’s system first, then call.',
  },
  back: { zh: '脐带血', en: 'Units' },
});
