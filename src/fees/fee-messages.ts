import { messages, type Text } from '../shared/i18n.ts';
import type { OrderState } from './orders/order.ts';

export const feeMessages = messages({
  feesTitle: { zh: '费用', en: 'Fees' },
  feesDescription: {
    zh: '要付的、付过的、收据，以及保管费缴到哪一天。',
    en: 'What is to be paid, what has been paid, receipts, and how long storage is paid for.',
  },
  nothingDue: { zh: '现在没有要付的', en: 'Nothing to pay at the moment' },
  dueTitle: { zh: '要付', en: 'To pay' },
  paidAmount: { zh: '这一笔', en: 'This payment' },
  dueBy: { zh: '最晚{date}', en: 'By {date} at the latest' },
  overdue: {
    zh: '已过{date}，请尽快付；晚付不会自动失去保存',
    en: 'It was due on {date}. Please pay soon; being late never ends storage by itself',
  },
  heldLead: {
    zh: '有一笔钱正在核对，请不要再付一次。',
    en: 'One payment is being checked. Please do not pay it again.',
  },
  pendingLead: {
    zh: '有一笔您付了，钱还在路上，请不要再付一次。',
    en: 'One payment you have made is on its way. Please do not pay it again.',
  },
  upcomingLead: {
    zh: '下一笔{amount}，最晚{date}。现在不用付，{from}起我们会短信提醒。',
    en: 'The next payment is {amount}, by {date}. There is nothing to do now: we text you from {from}.',
  },
  upcomingTitle: { zh: '下一笔', en: 'Next payment' },
  upcomingLine: {
    zh: '最晚{date}。现在不用付，{from}起我们会短信提醒；想提前付也可以。',
    en: 'By {date}. There is nothing to do now: we text you from {from}. You may pay early if you like.',
  },
  payEarlyNow: { zh: '提前付这一笔', en: 'Pay this early' },
  seeOrder: { zh: '看这一笔', en: 'See this payment' },
  paidMany: { zh: '付过{times}笔，共{amount}', en: '{times} payments made, {amount} in all' },
  lastOn: { zh: '最后一笔{date}', en: 'The last on {date}' },
  payThis: { zh: '去付这一笔', en: 'Pay this' },
  noOrders: { zh: '还没有费用', en: 'No fees yet' },
  noOrdersLine: {
    zh: '我们接受登记、您签好合同以后，第一笔费用会出现在这里。在那之前不收任何钱。',
    en: 'Once we have accepted the enrolment and you have signed the contract, the first payment appears here. Nothing is charged before.',
  },
  contractPayments: { zh: '合同{number}的付款', en: 'Payments under contract {number}' },
  planLine: { zh: '{plan}，{years}年合计{amount}', en: '{plan}, {amount} over {years} years' },
  planLineBabies: {
    zh: '{plan}，{babies}份脐带血，{years}年合计{amount}',
    en: '{plan}, {babies} units, {amount} over {years} years',
  },
  planLineNone: {
    zh: '{plan}。没有存成，以后不收费。',
    en: '{plan}. Nothing was stored, so nothing more is charged.',
  },
  planLineSome: {
    zh: '{plan}，原来{babies}份，其中{gone}份没有存成，只收存下的。',
    en: '{plan}, for {babies} units at first; {gone} was not stored and is charged no more.',
  },
  noneLeft: { zh: '以后不收费', en: 'Nothing more is charged' },
  ofWhichBack: { zh: '其中{amount}退给您', en: '{amount} of it comes back to you' },
  ofWhichReturned: { zh: '其中{amount}已经退回', en: '{amount} of it has been returned' },
  coverGone: { zh: '没有存成，不收保管费', en: 'Not stored: no storage fee' },
  paidOn: { zh: '{date}收到', en: 'Received {date}' },
  receiptIs: { zh: '收据{number}', en: 'Receipt {number}' },
  yearsLeft: { zh: '以后每年{amount}，还有{times}年', en: 'Then {amount} a year for {times} more years' },
  monthsLeft: { zh: '以后每月{amount}，还有{times}期', en: 'Then {amount} a month, {times} more payments' },
  yearlyAsked: {
    zh: '每年到期前{days}天通知您，不自动扣款',
    en: 'We tell you {days} days before each is due; nothing is taken automatically',
  },
  nothingMore: { zh: '以后不用再付', en: 'Nothing more to pay after this' },
  ordersTitle: { zh: '每一笔（{count}）', en: 'Every payment ({count})' },
  receiptTitle: { zh: '收据', en: 'Receipt' },
  receiptsTitle: { zh: '收据', en: 'Receipts' },
  receiptLine: { zh: '{amount}，{date}，PDF', en: '{amount}, {date}, PDF' },
  receiptMaking: { zh: '正在生成，一般一分钟内好', en: 'Being made, usually within a minute' },
  coverTitle: { zh: '保管费缴到', en: 'Storage paid through' },
  coverNotYet: {
    zh: '入库那天开始算。还没入库，不占用已付的年数。',
    en: 'Counted from the day of storage. Nothing is used up before that.',
  },

  orderTitle: { zh: '订单{number}', en: 'Order {number}' },
  orderDescription: {
    zh: '这一笔付什么、付多少、怎么付。',
    en: 'What this payment is for, how much it is, and how to pay it.',
  },
  backToFees: { zh: '费用', en: 'Fees' },
  backToOrder: { zh: '回到订单', en: 'Back to the order' },
  whatFor: { zh: '付的是什么', en: 'What it pays for' },
  total: { zh: '合计', en: 'Total' },
  allIn: {
    zh: '合同里写多少，就收多少，没有别的费用。人民币结算。',
    en: 'What the contract says is what is charged; there is nothing else. Payment is in Chinese yuan (CNY).',
  },
  sampleTitle: { zh: '示例价格', en: 'Sample prices' },
  sampleLine: {
    zh: '价格还没有由运营方确认，以公布的价目表为准。',
    en: 'The operator has not confirmed these prices; the published list applies.',
  },
  sandboxTitle: { zh: '沙箱·不是真钱', en: 'Sandbox, not real money' },
  sandboxLine: {
    zh: '这里的付款只是演示，不会扣任何钱。',
    en: 'Payment here is a demonstration. Nothing is charged.',
  },
  pay: { zh: '去付款', en: 'Go to payment' },
  payAgain: { zh: '继续付款', en: 'Continue to payment' },
  payHow: {
    zh: '下一页可以选银行卡、支付宝或微信。付款页由支付机构提供，只看得到订单号和金额。',
    en: 'On the next page you choose card, Alipay or WeChat Pay. That page belongs to the payment provider, which sees only the order number and the amount.',
  },
  refundTitle: { zh: '要退的时候，退多少', en: 'What comes back, and when' },
  refundLess: { zh: '{back}（{amount}）', en: '{back} ({amount})' },
  refundDaysFrom: {
    zh: '退款在{days}天以内原路退回，{from}。',
    en: 'Refunds go back the way they came within {days} days, {from}.',
  },
  refundDays: {
    zh: '退款在{days}天以内原路退回。',
    en: 'Refunds go back the way they came within {days} days.',
  },

  cancelledTitle: { zh: '您没有付，我们也没有收', en: 'You did not pay and nothing was charged' },
  cancelledLine: {
    zh: '这一笔还没有付，没有扣款。订单还在，想付的时候再付。',
    en: 'This has not been paid and nothing was charged. The order is still here; pay when you are ready.',
  },
  declinedTitle: { zh: '上一次没有付成', en: 'The last try did not go through' },
  'declined.declined': {
    zh: '银行拒绝了那张卡，没有扣钱。可以换一张卡，或者改用支付宝、微信。',
    en: 'The bank declined the card and nothing was charged. Use another card, Alipay or WeChat Pay.',
  },
  'declined.insufficient-funds': {
    zh: '那张卡余额不够，没有扣钱。可以换一张卡，或者改用支付宝、微信。',
    en: 'There was too little money on the card and nothing was charged. Use another card, Alipay or WeChat Pay.',
  },
  'declined.expired-card': {
    zh: '那张卡过期了，没有扣钱。请换一张卡，或者改用支付宝、微信。',
    en: 'The card has expired and nothing was charged. Use another card, Alipay or WeChat Pay.',
  },
  'declined.refused-by-payer': {
    zh: '那一次在支付宝或微信里没有同意，没有扣钱。可以继续付款。',
    en: 'The payment was not agreed to in Alipay or WeChat, and nothing was charged. You can still continue to payment.',
  },
  'declined.other': {
    zh: '支付机构没有接受，没有扣钱。可以继续付款，或者换一种付法。',
    en: 'The payment provider did not accept it and nothing was charged. Try again, or pay another way.',
  },
  expiredTitle: { zh: '上一次的付款页过期了', en: 'The last payment page has expired' },
  expiredLine: {
    zh: '这一笔还没有付，没有扣款。继续付款会打开新的付款页。',
    en: 'This has not been paid and nothing was charged. Continuing opens a new payment page.',
  },
  heldTitle: { zh: '这笔钱要人工核对', en: 'Someone is checking this payment' },
  heldLine: {
    zh: '我们收到的金额和订单对不上，已经登记，财务同事会处理。请不要再付一次。',
    en: 'The amount we received does not match the order. It is on record and a colleague in finance is dealing with it. Please do not pay again.',
  },
  pendingTitle: { zh: '您付了，钱还在路上', en: 'You have paid; the money is on its way' },
  pendingLine: {
    zh: '支付机构还没有通知我们到账。到账后会发短信给您，请不要再付一次。',
    en: 'The payment provider has not reported it yet. We will text you when it arrives. Please do not pay again.',
  },
  paidTitle: { zh: '收到了，{amount}', en: 'We have received {amount}' },
  paidLine: { zh: '收据号{receipt}。', en: 'Receipt {receipt}.' },
  refundedTitle: { zh: '这一笔已经全部退回', en: 'This payment has been refunded in full' },
  refundedLine: {
    zh: '钱原路退回，到账时间看银行或支付机构。',
    en: 'The money went back the way it came; when it shows depends on the bank or wallet.',
  },
  nextKit: {
    zh: '下一步：准备采集包，寄出时会短信告诉您。',
    en: 'Next: we prepare the collection kit and text you when it is on its way.',
  },
  downloadReceipt: { zh: '下载收据', en: 'Download the receipt' },

  returnOf: { zh: '付款结果 · 订单{number}', en: 'Payment result · order {number}' },
  returnTitle: { zh: '付款结果', en: 'Payment result' },
  returnDescription: {
    zh: '我们的账上记了什么，这里就写什么。',
    en: 'This page says what our books say, and nothing else.',
  },
  waitingTitle: {
    zh: '正在等付款通知，通常几秒钟',
    en: 'Waiting for word of the payment, usually a few seconds',
  },
  waitingLine: {
    zh: '如果您刚付完，通知一般几秒钟就到，这一页会自己更新。没有到也不用再付：钱一到，我们就发短信。',
    en: 'If you have just paid, word usually takes a few seconds and this page updates itself. If it takes longer there is no need to pay again: we text you as soon as the money arrives.',
  },
  refresh: { zh: '再看一次', en: 'Look again' },

  errorTitle: { zh: '付款页没有打开', en: 'The payment page did not open' },
  'error.payments-unreachable': {
    zh: '现在连不上支付机构，没有扣钱。请过几分钟再试。',
    en: 'The payment provider cannot be reached and nothing was charged. Try again in a few minutes.',
  },
  'error.payments-refused': {
    zh: '支付机构没有接受这个订单，没有扣钱。请再试一次；还不行，请打电话给我们。',
    en: 'The payment provider did not accept the order and nothing was charged. Try once more; if it happens again, phone us.',
  },
  'error.already-paid': {
    zh: '这一笔已经付过了，不用再付。',
    en: 'This has been paid already. There is nothing more to do.',
  },
  'error.payment-held': {
    zh: '这笔钱正在人工核对，请不要再付一次。',
    en: 'Someone is checking this payment. Please do not pay again.',
  },
  'error.payment-pending': {
    zh: '您已经付了，钱还在路上，请不要再付一次。',
    en: 'You have paid and the money is on its way. Please do not pay again.',
  },
  'error.nothing-owed': {
    zh: '这一份没有入库，这一笔不用再付。要退的钱写在“费用”里。',
    en: 'The unit this was for was not stored, so there is nothing to pay. What comes back is under Fees.',
  },
  'error.changed-meanwhile': {
    zh: '订单刚才在别处变了，没有扣钱。请看过最新情况再付。',
    en: 'The order changed a moment ago and nothing was charged. Look at it again before paying.',
  },
});

/** Word on the tag of an order, and the tag's kind. */
export const STATE_TAGS: Readonly<
  Record<OrderState, { readonly kind: 'ok' | 'wait' | 'info'; readonly word: Text }>
> = {
  open: { kind: 'wait', word: { zh: '待付', en: 'To pay' } },
  paying: { kind: 'wait', word: { zh: '待付', en: 'To pay' } },
  expired: { kind: 'wait', word: { zh: '待付', en: 'To pay' } },
  paid: { kind: 'ok', word: { zh: '已付', en: 'Paid' } },
  held: { kind: 'info', word: { zh: '核对中', en: 'Being checked' } },
  // Solid: it happened.
  refunded: { kind: 'info', word: { zh: '已退', en: 'Refunded' } },
};

/** Asked for before the unit fell away. */
export const NOTHING_TAG = { kind: 'info', word: { zh: '不用付', en: 'Nothing to pay' } } as const;

/** While money is on its way, nothing is "to pay". */
export const PENDING_TAG = { kind: 'info', word: { zh: '到账中', en: 'On its way' } } as const;

/** Owed, and not asked for yet: dashed. */
export const UPCOMING_TAG = { kind: 'not-yet', word: { zh: '以后付', en: 'Later' } } as const;
