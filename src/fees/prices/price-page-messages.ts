import { messages } from '#src/shared/i18n.ts';

/** The public price page: everything before anybody signs up. */
export const pricePageMessages = messages({
  title: { zh: '一共多少钱', en: 'What it costs in all' },
  h1: { zh: '一共多少钱，|先看清楚', en: 'What it costs in all, before anything else' },
  description: {
    zh: '保存脐带血的全部费用：每种缴法{years}年一共多少、中途不存能退多少、什么时候付。',
    en: 'Everything storage costs: each way to pay over {years} years, what comes back if you stop, and when it is due.',
  },
  answer: {
    zh: '一个宝宝存{years}年，{plans}。现在不收钱，我们收下申请、合同签好才付。',
    en: 'One baby for {years} years: {plans}. Nothing is charged now, only once the bank has accepted and the contract is signed.',
  },
  answerPlan: { zh: '{name}合计{amount}', en: '{amount} in all with “{name}”' },
  sample: {
    zh: '这一页的价格和退费办法都是演示用的样例，以运营方公布的为准。',
    en: 'The prices and the refund scheme on this page are samples, until the operator publishes its own.',
  },
  calculator: { zh: '按您的情况算一下', en: 'Work it out for yourselves' },
  calculate: { zh: '算一下', en: 'Work it out' },
  noTrace: { zh: '不用登录，也不记录您填了什么。', en: 'No sign-in, and nothing you enter is kept.' },
  resultHeading: { zh: '{babies}个宝宝，存{years}年', en: 'Babies: {babies}. Years: {years}' },
  resultWhole: { zh: '{babies}个宝宝，存满{years}年', en: 'Babies: {babies}. The whole {years} years' },
  leastOne: {
    zh: '只看钱，存{years}年“{names}”花得最少：{amount}。',
    en: 'By money alone, for {years} years “{names}” costs least: {amount}.',
  },
  leastSame: {
    zh: '只看钱，存{years}年{names}花得一样少：{amount}。',
    en: 'By money alone, for {years} years these cost the same and least, {amount}: {names}.',
  },
  leastAll: {
    zh: '存{years}年，几种缴法花得一样多：{amount}。',
    en: 'For {years} years every plan costs the same: {amount}.',
  },
  times: { zh: '{each} × {times}', en: '{each} × {times}' },
  whole: { zh: '{years}年合计', en: '{years} years in all' },
  paidBy: { zh: '到第{years}年底付了', en: 'Paid by the end of year {years}' },
  comesBack: { zh: '不存了，退', en: 'Comes back if you stop' },
  cost: { zh: '一共花了', en: 'So it cost' },
  covers: { zh: '包含{covers}。', en: 'Covers {covers}.' },
  refundHeading: { zh: '什么情况退多少', en: 'What comes back, and when' },
  refundLead: {
    zh: '下面按付了第一笔之后算。{timing}',
    en: 'Worked out after the first payment. {timing}',
  },
  refundWhen: { zh: '情况', en: 'What happened' },
  refundBack: { zh: '退什么', en: 'What comes back' },
  refundOf: { zh: '“{name}”第一笔{amount}里退', en: 'Of {amount}, the first payment of “{name}”' },
  dependsOnYear: { zh: '看存了几年，上面可以算', en: 'depends on the year: see above' },
  testCost: {
    zh: '检测成本：每份{amount}。只有采集了、检测过、没有入库，才从退款里扣。',
    en: 'Cost of the tests: {amount} a unit. Kept only when blood was collected and tested but not stored.',
  },
  whenHeading: { zh: '什么时候付', en: 'When it is due' },
  when1: { zh: '我们收下申请，合同签好', en: 'The bank has accepted and the contract is signed' },
  when1Line: { zh: '在这以前一分钱不收。', en: 'Nothing is charged before.' },
  when2: { zh: '签约后{days}天内付第一笔', en: 'First payment within {days} days of signing' },
  when2Line: {
    zh: '银行卡、支付宝、微信支付都可以。付款后{seven}天内改主意，全部退。',
    en: 'Card, Alipay or WeChat Pay. Change your mind within {seven} days of paying and everything comes back.',
  },
  when2Plain: { zh: '银行卡、支付宝、微信支付都可以。', en: 'Card, Alipay or WeChat Pay.' },
  when3: { zh: '以后每一笔到期前提醒', en: 'A reminder before every later payment' },
  when3Line: {
    zh: '提前{days}天各提醒一次，不自动扣款。',
    en: '{days} days ahead. Nothing is taken automatically.',
  },
  when4: { zh: '过期了，还有{days}天', en: 'Overdue? There are {days} more days' },
  when4Line: {
    zh: '过期不会自动放弃脐带血，我们会先写信、打电话。',
    en: 'A late payment never forfeits the blood: we write and phone first.',
  },
  notCharged: { zh: '没有列出来的，不收', en: 'What is not listed is not charged' },
  notChargedLine: {
    zh: '采集包、运输、检测、制备都在第一笔里，不另收。将来在医院治疗的费用由医院收，不在这里面。',
    en: 'The kit, transport, tests and preparation are part of the first payment. What a hospital charges for a treatment is the hospital’s and not included.',
  },
  worth: { zh: '花这笔钱之前', en: 'Before you spend it' },
  worthLine: {
    zh: '大多数孩子一生都用不到自己的脐带血。不存、捐给公共库，都是合理的选择。',
    en: 'Most children will never need their own cord blood. Not storing it, or giving it to a public bank, is a reasonable choice.',
  },
  worthLink: { zh: '会不会用到，看两边的数字', en: 'How likely it is to be used: both sides’ figures' },
  toEnrol: { zh: '办理保存', en: 'Enrol' },
  toEnrolLine: { zh: '想好了再来，没有截止日期。', en: 'Take your time; there is no closing date.' },
});
