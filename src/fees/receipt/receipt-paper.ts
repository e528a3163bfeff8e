/** The receipt as printed. It names orders and amounts, never a person: who paid may be a grandparent. Pure. */
import type { PaymentMethod } from '../../platform/payments/index.ts';
import type { ReceiptPdf } from '../../platform/pdf/index.ts';
import { formatFen, formatInstant } from '../../shared/format.ts';
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
  readonly method: PaymentMethod;
  readonly locale: Locale;
  readonly confirmed: boolean;
  readonly realMoney: boolean;
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
      rows: [
        { term: t('receipt'), value: receipt.number },
        { term: t('date'), value: formatInstant(receipt.issuedAt, locale) },
        { term: t('method'), value: methodName(facts.method, locale) },
        { term: t('order'), value: order.number },
        { term: t('contract'), value: facts.contractNumber },
      ],
      lines: {
        head: [t('item'), t('amount')],
        rows: order.lines.map((line) => [say(line.label, locale), money(line.amountFen)]),
      },
      total: [t('total'), money(receipt.amountFen)],
      notes: [...(facts.confirmed ? [] : [t('sample')]), t('refunds')],
    },
  };
}
