import { messages } from '#src/shared/i18n.ts';

/** The whole price, said before anybody signs up. */
export const priceMessages = messages({
  title: { zh: '一共多少钱', en: 'What it costs in all' },
  lead: {
    zh: '一个宝宝的价格，双胞胎按两份算。现在不收钱，合同签好才付。除了这里写的，没有别的费用。',
    en: 'For one baby; twins count twice. Nothing is charged now, only once the contract is signed. There are no other charges.',
  },
  plan: { zh: '缴费方式', en: 'Plan' },
  now: { zh: '签约后先付', en: 'First payment' },
  total: { zh: '{years}年合计', en: '{years} years in all' },
  refund: {
    zh: '没有采集，全部退；检测不合格，全部退，只扣检测成本{amount}；存了以后不想存，退没用到的整年。',
    en: 'Not collected: everything back. Did not pass the tests: everything back less {amount} for the tests. Stopped after storage: unused whole years back.',
  },
});
