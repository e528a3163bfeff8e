/** What the sandbox payment page says. Every page says that it is not real money. */
import { messages } from '../../../shared/i18n.ts';

export const pageWords = messages({
  sandbox: { zh: '沙箱·不是真钱', en: 'Sandbox · not real money' },
  sandboxLine: {
    zh: '这是演示用的付款页。不会扣任何钱，请不要填真的卡号。',
    en: 'This is a payment page for demonstration. Nothing is charged; do not type a real card number.',
  },
  payTitle: { zh: '付款', en: 'Payment' },
  amount: { zh: '要付', en: 'To pay' },
  order: { zh: '订单', en: 'Order' },
  chooseMethod: { zh: '怎么付', en: 'How to pay' },
  card: { zh: '银行卡', en: 'Card' },
  alipay: { zh: '支付宝', en: 'Alipay' },
  wechat: { zh: '微信支付', en: 'WeChat Pay' },
  cardNumber: { zh: '卡号', en: 'Card number' },
  cardHint: {
    zh: '测试卡：4242 4242 4242 4242付款成功；4000 0000 0000 0002被拒；4000 0000 0000 9995余额不足。',
    en: 'Test cards: 4242 4242 4242 4242 is paid; 4000 0000 0000 0002 is declined; 4000 0000 0000 9995 has too little money.',
  },
  expiry: { zh: '有效期（月／年）', en: 'Expiry date' },
  expiryHint: { zh: '例如12/34', en: 'For example 12/34' },
  cvc: { zh: '安全码', en: 'Security code' },
  cvcHint: { zh: '卡背面的3位数字', en: 'The 3 digits on the back of the card' },
  payNow: { zh: '付款{amount}', en: 'Pay {amount}' },
  toAlipay: { zh: '去支付宝（模拟）', en: 'Go to Alipay (simulated)' },
  toWechat: { zh: '显示微信二维码（模拟）', en: 'Show the WeChat code (simulated)' },
  cancel: { zh: '不付了，回到订单', en: 'Do not pay, back to the order' },
  mishapTitle: { zh: '试一试对不上的钱', en: 'Try money that does not match' },
  mishapLine: {
    zh: '只有沙箱有这几个按钮。按了以后，这笔钱要由财务核对；晚到的钱照样算付清。',
    en: 'Only the sandbox has these buttons. Finance then has a payment to check; money that comes late still counts.',
  },
  'mishap.too-little': { zh: '少付10元', en: 'Pay ¥10 too little' },
  'mishap.twice': { zh: '付两次', en: 'Pay twice' },
  'mishap.too-late': { zh: '付款页过期以后，钱才到', en: 'Let the money come after this page has expired' },
  walletTitleAlipay: { zh: '支付宝（模拟）', en: 'Alipay (simulated)' },
  walletTitleWechat: { zh: '微信支付（模拟）', en: 'WeChat Pay (simulated)' },
  walletLine: {
    zh: '在真的付款里，您会在自己的手机上确认。这里由您选一个结果。',
    en: 'In a real payment you would confirm on your own phone. Here you choose what happens.',
  },
  qrAlt: {
    zh: '模拟的二维码，只写着“沙箱”和订单号，扫了不会付款。',
    en: 'A simulated QR code. It only holds the word sandbox and the order number; scanning it pays nothing.',
  },
  authorise: { zh: '同意付款{amount}', en: 'Agree to pay {amount}' },
  later: { zh: '同意付款，钱晚一点到', en: 'Agree, and let the money arrive a little later' },
  refuse: { zh: '拒绝付款', en: 'Refuse' },
  back: { zh: '换一种付法', en: 'Pay another way' },
  problemTitle: { zh: '没有付成', en: 'The payment did not go through' },
  card_declined: {
    zh: '银行拒绝了这张卡。没有扣钱。请换一张卡，或者换一种付法。',
    en: 'The bank declined this card. Nothing was charged. Try another card or another way to pay.',
  },
  insufficient_funds: {
    zh: '这张卡的余额不够。没有扣钱。请换一张卡，或者换一种付法。',
    en: 'There is too little money on this card. Nothing was charged. Try another card or another way to pay.',
  },
  expired_card: {
    zh: '这张卡过期了。没有扣钱。请换一张卡。',
    en: 'This card has expired. Nothing was charged. Try another card.',
  },
  refused: {
    zh: '您没有同意这次付款。没有扣钱。可以再试一次，或者换一种付法。',
    en: 'You did not agree to this payment. Nothing was charged. Try again, or pay another way.',
  },
  numberMissing: { zh: '请填卡号，一共16位。', en: 'Type the card number, 16 digits.' },
  numberWrong: {
    zh: '这个卡号少了或错了一位。请对照测试卡再看一遍。',
    en: 'A digit of this card number is missing or wrong. Check it against the test cards.',
  },
  numberReal: {
    zh: '这不是测试卡。沙箱只收测试卡，请不要填真的卡号。',
    en: 'This is not a test card. The sandbox takes test cards only; do not type a real one.',
  },
  expiryWrong: {
    zh: '请填月和年，例如12/34，不能早于这个月。',
    en: 'Type month and year, such as 12/34, not before this month.',
  },
  cvcWrong: { zh: '请填3位数字，测试时随便填。', en: 'Type 3 digits; any will do for a test.' },
  gone: { zh: '这一页已经结束', en: 'This page has ended' },
  expiredLine: {
    zh: '付款时间过了，没有扣钱。请回到订单，重新开始付款。',
    en: 'The time to pay is over and nothing was charged. Go back to the order and start again.',
  },
  completeLine: {
    zh: '这一笔已经付过了，不会再扣第二次。请回到订单看结果。',
    en: 'This has been paid already and will not be charged twice. Go back to the order to see the result.',
  },
  toOrder: { zh: '回到订单', en: 'Back to the order' },
  unknown: { zh: '没有这一页', en: 'There is no such page' },
  unknownLine: {
    zh: '付款链接不完整，或者沙箱的数据已经清空。请从订单页重新开始。',
    en: 'The payment link is incomplete, or the sandbox data was cleared. Start again from the order page.',
  },
});
