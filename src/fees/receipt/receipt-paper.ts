/**
 * The receipt as printed, and the same rows for the page. The payer is the contract's guardians, masked: a receipt is shown
 * around, and whose card it was (a grandparent's, perhaps) is nobody's business but the provider's. Pure.
 */
import type { PaymentMethod } from '../../platform/payments/index.ts';
import type { ReceiptPdf } from '../../platform/pdf/index.ts';
import { COMPANY } from '../../shared/company.ts';
import { formatFen, formatInstant } from '../../shared/format.ts';
import { maskName } from '../../shared/identifiers/index.ts';
import { messages, say, translator, type Locale } from '../../shared/i18n.ts';
import type { Order } from '../orders/order.ts';
import type { Receipt } from '../orders/order-store.ts';

const words = messages({
  bank: { zh: '山东省脐血库', en: 'Shandong Cord Blood Bank' },
  pageOf: { zh: '第{page}页，共{pages}页', en: 'Page {page} of {pages}' },
  title: { zh: '收据', en: 'Receipt' },
  intro: {
    zh: '我们已经收到下面这笔款。这是收款凭据，不是发票；需要发票请另外申请。',
    en: 'We have received the payment below. This confirms the payment; it is not a tax invoice, which you can ask for separately.',
  },
  introTest: {
    zh: '这是沙箱里的演示收据：没有真的收钱，不能作为任何凭据。',
    en: 'This is a demonstration receipt from the sandbox: no money was taken and it proves nothing.',
  },
  receipt: { zh: '收据号', en: 'Receipt' },
  order: { zh: '订单号', en: 'Order' },
  contract: { zh: '合同号', en: 'Contract' },
  date: { zh: '收款日期', en: 'Received on' },
  method: { zh: '付款方式', en: 'Paid by' },
  payer: { zh: '付款人', en: 'Payer' },
  payers: { zh: '{names}（合同的监护人）', en: '{names} (guardians under the contract)' },
  payerUnknown: { zh: '合同的监护人', en: 'The guardians under the contract' },
  payee: { zh: '收款单位', en: 'Payee' },
  creditCode: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  notGiven: { zh: '（待运营方填写）', en: '(to be supplied by the operator)' },
  elsewhere: {
    zh: '钱由别人代付的，收据仍写合同的监护人，退款退给付钱的人。姓名只印一部分，全名在合同里。',
    en: 'If somebody else paid, the receipt still names the guardians and a refund goes to whoever paid. Names are printed in part; the contract has them in full.',
  },
  item: { zh: '项目', en: 'Item' },
  amount: { zh: '金额（元）', en: 'Amount (CNY)' },
  total: { zh: '合计', en: 'Total' },
  refunds: {
    zh: '退款原路退回，办法见合同里的退费部分。',
    en: 'Refunds go back the way the payment came; the contract says when and how much.',
  },
  sample: {
    zh: '示例：价格还没有由运营方确认，以公布的价目表为准。',
    en: 'Sample: the operator has not confirmed these prices; the published list applies.',
  },
  card: { zh: '银行卡', en: 'Card' },
  alipay: { zh: '支付宝', en: 'Alipay' },
  'wechat-pay': { zh: '微信支付', en: 'WeChat Pay' },
  other: { zh: '其他', en: 'Other' },
});

export const methodName = (method: PaymentMethod, locale: Locale): string =>
  translator(words, locale)(method);

export interface ReceiptFacts {
  readonly order: Order;
  readonly receipt: Receipt;
  readonly contractNumber: string;
  /** Names of the guardians who signed, as they are known; masked here. */
  readonly payers: readonly string[];
  readonly creditCode: string | null;
  readonly method: PaymentMethod;
  readonly locale: Locale;
  readonly confirmed: boolean;
  readonly realMoney: boolean;
}

export interface ReceiptRow {
  readonly term: string;
  readonly value: string;
  /** The operator has not supplied it yet. */
  readonly open?: boolean;
}

/** What a receipt says beside the amounts, on paper and on the page. */
export function receiptRows(facts: Omit<ReceiptFacts, 'confirmed' | 'realMoney'>): readonly ReceiptRow[] {
  const { order, receipt, locale } = facts;
  const t = translator(words, locale);
  const names = facts.payers.map(maskName).join(locale === 'zh' ? '、' : ', ');
  return [
    { term: t('receipt'), value: receipt.number },
    { term: t('date'), value: formatInstant(receipt.issuedAt, locale) },
    { term: t('payer'), value: names === '' ? t('payerUnknown') : t('payers', { names }) },
    { term: t('payee'), value: say(COMPANY, locale) },
    {
      term: t('creditCode'),
      value: facts.creditCode ?? t('notGiven'),
      ...(facts.creditCode === null ? { open: true } : {}),
    },
    { term: t('method'), value: methodName(facts.method, locale) },
    { term: t('order'), value: order.number },
    { term: t('contract'), value: facts.contractNumber },
  ];
}

export function receiptPaper(facts: ReceiptFacts): { readonly title: string; readonly data: ReceiptPdf } {
  const { order, receipt, locale } = facts;
  const t = translator(words, locale);
  const money = (fen: number): string => formatFen(fen, locale, { fen: true });
  return {
    title: `${t('title')} ${receipt.number}`,
    data: {
      bank: t('bank'),
      number: receipt.number,
      // The template fills the page numbers itself.
      pageOf: words.pageOf[locale],
      title: t('title'),
      intro: facts.realMoney ? t('intro') : t('introTest'),
      rows: receiptRows(facts).map(({ term, value }) => ({ term, value })),
      lines: {
        head: [t('item'), t('amount')],
        rows: order.lines.map((line) => [say(line.label, locale), money(line.amountFen)]),
      },
      total: [t('total'), money(receipt.amountFen)],
      notes: [...(facts.confirmed ? [] : [t('sample')]), t('elsewhere'), t('refunds')],
    },
  };
}
