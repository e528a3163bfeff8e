import { messages } from '../../shared/i18n.ts';

/** When and how money comes back, in the same words everywhere. The contract's own sentence is `refundTiming()`. */
export const refundMessages = messages({
  by: {
    zh: '从结果记下的那天算，最晚{date}。',
    en: 'Counted from the day the result was recorded, that is {date} at the latest.',
  },
  late: {
    zh: '这一天已经过了，是我们晚了。请打电话给我们，我们当天查清楚。',
    en: 'That day has passed: we are late. Call us and we find out the same day.',
  },
  paid: { zh: '您为这一份付过', en: 'You paid for this unit' },
  testCost: { zh: '扣检测成本（合同里写明）', en: 'Less the cost of testing (named in the contract)' },
  back: { zh: '退给您', en: 'Comes back to you' },
  rule: { zh: '退费办法“{rule}”一条：{back}。', en: 'Refund rule “{rule}”: {back}.' },
  'standing.with-finance': {
    zh: '不用您申请。两位财务同事核对以后退，现在钱还没有动。',
    en: 'You need not apply. Two people of finance check it and send it; no money has moved yet.',
  },
  'standing.on-its-way': {
    zh: '财务已经核对，正在请支付机构退。退成以后，这里会写“已经退回”。',
    en: 'Finance has checked it and asked the payment provider to send it. This turns to “returned” once it has.',
  },
  'standing.returned': {
    zh: '已经退回。到账时间看银行或支付机构。',
    en: 'Returned. When it shows depends on the bank or wallet.',
  },
  'standing.nothing': { zh: '这一份没有要退的钱。', en: 'There is nothing to return for this unit.' },
  backTitle: { zh: '退给您', en: 'Coming back to you' },
  backBy: { zh: '最晚{date}原路退回', en: 'The way it was paid, by {date} at the latest' },
  fallenTitle: { zh: '没有存成的，怎么退', en: 'What was not stored, and what comes back' },
  noMoreYears: {
    zh: '原来以后每年{amount}、还有{times}年的保管费，不收了。',
    en: 'The storage fee of {amount} a year for {times} more years falls away.',
  },
  noMoreMonths: {
    zh: '原来以后每月{amount}、还有{times}期，不收了。',
    en: 'The remaining {times} monthly payments of {amount} fall away.',
  },
  'state.rejected': { zh: '没有入库', en: 'Not stored' },
  'state.disposed': { zh: '没有入库', en: 'Not stored' },
  'state.not-collected': { zh: '没有采集', en: 'Not collected' },
  seeUnit: { zh: '看发生了什么', en: 'See what happened' },
});
