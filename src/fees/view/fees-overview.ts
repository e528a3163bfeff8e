/** The fees page of a family: what is due, and each contract's payments as a strand. Pure. */
import type { PlanId, Policies } from '../../content/policies.ts';
import { formatFen, formatInstant, formatDate } from '../../shared/format.ts';
import { say, translator, type Locale } from '../../shared/i18n.ts';
import { feeMessages } from '../fee-messages.ts';
import { isOwed, type Order } from '../orders/order.ts';
import type { Billing, Receipt } from '../orders/order-store.ts';
import { quote } from '../prices/quote.ts';

export interface StrandItem {
  readonly state: 'done' | 'now' | 'todo' | 'end';
  readonly when?: string;
  readonly title: string;
  readonly note?: string;
}

export interface ContractPayments {
  readonly contractId: string;
  readonly title: string;
  readonly line: string;
  /** Unconfirmed prices. */
  readonly sample: boolean;
  readonly strand: readonly StrandItem[];
}

export interface FeesOverview {
  /** The order to pay first, or null. */
  readonly due: Order | null;
  readonly sample: boolean;
  readonly contracts: readonly ContractPayments[];
}

const byDue = (a: Order, b: Order): number =>
  (a.dueOn ?? '').localeCompare(b.dueOn ?? '') || a.sequence - b.sequence;

export function feesOverview(
  facts: {
    readonly orders: readonly Order[];
    readonly receipts: readonly Receipt[];
    readonly billings: readonly Billing[];
    /** Orders whose money is on its way: not to be asked for again. */
    readonly onTheWay: ReadonlySet<string>;
    readonly policies: Pick<Policies, 'fees'>;
  },
  locale: Locale,
): FeesOverview {
  const owed = facts.orders.filter((order) => isOwed(order) && !facts.onTheWay.has(order.id)).sort(byDue);
  const contracts = facts.billings.map((billing) => contractPayments(billing, facts, locale));
  return {
    due: owed[0] ?? null,
    sample: contracts.some((contract) => contract.sample),
    contracts,
  };
}

function contractPayments(
  billing: Billing,
  facts: {
    readonly orders: readonly Order[];
    readonly receipts: readonly Receipt[];
    readonly policies: Pick<Policies, 'fees'>;
  },
  locale: Locale,
): ContractPayments {
  const t = translator(feeMessages, locale);
  const policy = facts.policies.fees.version(billing.policyVersion);
  // Throws on a plan the policy never offered: no figure is better than a wrong one.
  const whole = quote(policy, { plan: billing.plan as PlanId, babies: billing.babies });
  const orders = facts.orders
    .filter((order) => order.contractId === billing.contractId)
    .sort((a, b) => a.sequence - b.sequence);
  const strand: StrandItem[] = orders.map((order) => {
    const receipt = facts.receipts.find((one) => one.orderId === order.id);
    const title = `${orderName(order, locale)} ${formatFen(order.amountFen, locale)}`.trim();
    if (order.paidAt !== null)
      return {
        state: order.state === 'refunded' ? 'end' : 'done',
        when: t('paidOn', { date: formatInstant(order.paidAt, locale) }),
        title,
        ...(receipt ? { note: t('receiptIs', { number: receipt.number }) } : {}),
      };
    return {
      state: 'now',
      ...(order.dueOn ? { when: t('dueBy', { date: formatDate(order.dueOn, locale) }) } : {}),
      title,
    };
  });
  const left = whole.payments.slice(orders.length);
  const [following] = left;
  if (following)
    strand.push({
      state: 'todo',
      title: t(following.kind === 'annual-fee' ? 'yearsLeft' : 'monthsLeft', {
        amount: formatFen(following.amountFen, locale),
        times: left.length,
      }),
      ...(following.kind === 'annual-fee' ? { note: t('yearlyAsked') } : {}),
    });
  else strand.push({ state: 'todo', title: t('nothingMore') });
  const words = {
    plan: say(whole.name, locale),
    years: policy.termYears,
    amount: formatFen(whole.totalFen, locale),
  };
  return {
    contractId: billing.contractId,
    title: t('contractPayments', { number: billing.contractNumber }),
    line:
      billing.babies > 1 ? t('planLineBabies', { ...words, babies: billing.babies }) : t('planLine', words),
    sample: !policy.confirmed,
    strand,
  };
}

/** What the payment is called: "First year", "Payment 3 of 12". */
export function orderName(order: Pick<Order, 'lines'>, locale: Locale): string {
  const [line] = order.lines;
  return line ? say(line.name ?? line.label, locale) : '';
}
