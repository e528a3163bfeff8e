import { messages } from '../../shared/i18n.ts';

/** The page of a unit that could not be stored. Order: result, what it does not mean, a person, money, choices, deadline. */
export const badNewsMessages = messages({
  headingBelow: {
    zh: '很抱歉，|这份脐带血|没有达到|保存标准',
    en: 'We are sorry: this unit did not meet the standard for storage',
  },
  headingNotStored: {
    zh: '很抱歉，|这份脐带血|没有入库',
    en: 'We are sorry: this unit was not stored',
  },
  measured: {
    zh: '{name}：这一份{value}，{requirement}。',
    en: '{name}: {value}; the requirement is {requirement}.',
  },
  collected: {
    zh: '采到{value}，标准是{limit}毫升。',
    en: 'We collected {value}; the standard is {limit} ml.',
  },
  late: {
    zh: '从采集到我们收下用了{hours}。标准是{accept}小时以内，{decides}小时以内由家庭决定。',
    en: 'It took {hours} from collection to arrival. The rule is within {accept} hours, or within {decides} if the family agrees.',
  },
  noStorageFee: { zh: '这份血不收保管费。', en: 'There is no storage fee for it.' },
  bag: {
    zh: '采血袋示意：采到{value}毫升，标准线{limit}毫升',
    en: 'A collection bag: {value} ml collected, the line for the requirement at {limit} ml',
  },
  bagCollected: { zh: '采到{value}', en: '{value} collected' },
  bagLine: { zh: '标准{limit}', en: '{limit} needed' },
  share: {
    zh: '已发表的统计里，没能入库的脐带血有52%到85%是因为量或细胞数不够（J Blood Med，2015）。',
    en: 'In published series, 52 to 85 % of units not stored had too little blood or too few cells (J Blood Med, 2015).',
  },
  moneyTitle: { zh: '钱怎么退', en: 'Your money' },
  nothingPaid: {
    zh: '我们这里没有这份血的付款记录，所以没有要退的钱。如果您付过，请告诉顾问。',
    en: 'We have no payment on record for this unit, so there is nothing to return. If you did pay, tell your counsellor.',
  },
  choicesTitle: { zh: '这份血，您想怎么安排？', en: 'What would you like to happen to it?' },
  choicesDeadline: {
    zh: '不着急，{date}前告诉我们就行。您不回复，我们不会拿去做研究，也不会处置，会接着联系您。',
    en: 'There is no hurry: tell us by {date}. If you do not answer, it is neither used for research nor disposed of; we will get in touch again.',
  },
  'choice.research': { zh: '给医学研究用', en: 'Give it to medical research' },
  'choice.researchLine': {
    zh: '去掉姓名，只留编号。不付报酬，用掉之前随时可以改主意。',
    en: 'Without your name, under a number only. There is no payment, and you can change your mind until it is used.',
  },
  'choice.disposal': { zh: '由我们按医疗废物妥善处置', en: 'Have us dispose of it as medical waste' },
  'choice.disposalLine': {
    zh: '处置的日期会记在这一页上。',
    en: 'The day it is done will be shown on this page.',
  },
  'choice.recheck': { zh: '先不决定，想再核对一次', en: 'Not yet: have it checked again' },
  'choice.recheckLine': {
    zh: '请另一位技术员核对原始记录，顾问把结果讲给您听。核对完再决定。',
    en: 'A second technician goes through the records and your counsellor tells you what they find. You decide afterwards.',
  },
  submit: { zh: '告诉我们您的决定', en: 'Tell us your decision' },
  change: { zh: '改成别的安排', en: 'Change the decision' },
  choose: { zh: '请选一种安排。', en: 'Choose one of the three.' },
  decidedTitle: { zh: '您的决定我们记下了', en: 'We have your decision' },
  decidedLine: { zh: '{date}：{choice}。', en: '{date}: {choice}.' },
  decidedChange: { zh: '做之前可以改。', en: 'You can change it until it is carried out.' },
  doneTitle: { zh: '这份血已经按您的决定处理', en: 'This unit has been dealt with as you decided' },
  changedMeanwhile: {
    zh: '这一页刚才在别处变过，您的决定没有记下。请看过最新内容再选一次。',
    en: 'This page was changed elsewhere a moment ago and your decision was not recorded. Look at it again, then choose.',
  },
  wrongState: {
    zh: '现在不能改了：这份血已经处理过，或者状态变了。请看上面最新的记录。',
    en: 'This can no longer be changed: the unit has been dealt with, or its state has changed. See the record above.',
  },
});
