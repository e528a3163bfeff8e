/** The fees page of a family: what is due, and each contract's payments as a strand. Pure. */
import type { PlanId, Policies } from '../../content/policies.ts';
import { formatFen, formatInstant, formatDate } from '../../shared/format.ts';
import { say, translator, type Locale } from '../../shared/i18n.ts';
import { feeMessages } from '../fee-messages.ts';
import type { OrderLine } from '#db/schema/fees.ts';
import { sumFen, type Fen } from '../../shared/money.ts';
import { isOwed, type Order } from '../orders/order.ts';
import type { Billing, Receipt } from '../orders/order-store.ts';
import { quote } from '../prices/quote.ts';
import type { FallenUnit, FamilyUnit } from '../refunds/fallen-units.ts';
import { asksForNothing } from '../refunds/refund-due.ts';

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

/** What the plan would still have asked for a unit that fell away. */
export interface FallsAway {
  readonly kind: 'annual-fee' | 'instalment';
  readonly eachFen: Fen;
  readonly times: number;
}

export interface FeesOverview {
  /** The order to pay first, or null. */
  readonly due: Order | null;
  readonly sample: boolean;
  readonly contracts: readonly ContractPayments[];
  /** By unit. */
  readonly fallsAway: ReadonlyMap<string, FallsAway>;
}

const byDue = (a: Order, b: Order): number =>
  (a.dueOn ?? '').localeCompare(b.dueOn ?? '') || a.sequence - b.sequence;

interface Facts {
  readonly orders: readonly Order[];
  readonly receipts: readonly Receipt[];
  readonly billings: readonly Billing[];
  /** All units of the family. */
  readonly units: readonly FamilyUnit[];
  readonly fallen: readonly FallenUnit[];
  /** Orders whose money is on its way: not to be asked for again. */
  readonly onTheWay: ReadonlySet<string>;
  readonly policies: Pick<Policies, 'fees'>;
}

export function feesOverview(facts: Facts, locale: Locale): FeesOverview {
  const owed = facts.orders
    .filter((order) => isOwed(order) && !facts.onTheWay.has(order.id) && !isForNothing(order, facts.units))
    .sort(byDue);
  const contracts = facts.billings.map((billing) => contractPayments(billing, facts, locale));
  return {
    due: owed[0] ?? null,
    sample: contracts.some((contract) => contract.sample),
    contracts,
    fallsAway: new Map(
      facts.billings.flatMap((billing) =>
        fallsAwayOf(billing, facts).map((one) => [one.unitId, one] as const),
      ),
    ),
  };
}

/** Asked for once, and for nothing now: every unit it was for fell away before it was paid. */
export const isForNothing = (
  order: Pick<Order, 'contractId' | 'lines' | 'state'>,
  units: readonly FamilyUnit[],
): boolean =>
  isOwed(order) &&
  asksForNothing(
    order,
    units.filter((unit) => unit.contractId === order.contractId),
  );

const fallenOf = (billing: Billing, facts: Facts): readonly FallenUnit[] =>
  facts.fallen.filter(({ contractId }) => contractId === billing.contractId);

/** The payments of the plan that nobody was asked for yet. */
function leftOf(billing: Billing, facts: Facts): { kind: string; lines: readonly OrderLine[] }[] {
  const policy = facts.policies.fees.version(billing.policyVersion);
  const whole = quote(policy, { plan: billing.plan as PlanId, babies: billing.babies });
  const asked = facts.orders.filter(
    (order) => order.contractId === billing.contractId && !isForNothing(order, facts.units),
  ).length;
  return whole.payments.slice(asked);
}

function fallsAwayOf(billing: Billing, facts: Facts): (FallsAway & { unitId: string })[] {
  const left = leftOf(billing, facts);
  const [following] = left;
  return fallenOf(billing, facts).flatMap(({ unit }) => {
    const line = following?.lines.find(({ baby }) => baby === unit.baby);
    return line && following
      ? [
          {
            unitId: unit.id,
            kind: following.kind === 'annual-fee' ? 'annual-fee' : 'instalment',
            eachFen: line.amountFen,
            times: left.length,
          },
        ]
      : [];
  });
}

function contractPayments(billing: Billing, facts: Facts, locale: Locale): ContractPayments {
  const t = translator(feeMessages, locale);
  const policy = facts.policies.fees.version(billing.policyVersion);
  // Throws on a plan the policy never offered: no figure is better than a wrong one.
  const whole = quote(policy, { plan: billing.plan as PlanId, babies: billing.babies });
  const fallen = fallenOf(billing, facts);
  const orders = facts.orders
    .filter((order) => order.contractId === billing.contractId && !isForNothing(order, facts.units))
    .sort((a, b) => a.sequence - b.sequence);
  const strand: StrandItem[] = orders.map((order) => itemOf(order, facts, locale));
  const gone = fallen.map(({ unit }) => unit.baby);
  const left = leftOf(billing, facts).map(({ kind, lines }) => ({
    kind,
    amountFen: sumFen(
      lines.filter(({ baby }) => !gone.includes(baby ?? 0)).map(({ amountFen }) => amountFen),
    ),
  }));
  const [following] = left;
  if (gone.length >= billing.babies) strand.push({ state: 'end', title: t('noneLeft') });
  else if (following)
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
    babies: billing.babies,
    gone: gone.length,
  };
  return {
    contractId: billing.contractId,
    title: t('contractPayments', { number: billing.contractNumber }),
    line:
      gone.length >= billing.babies
        ? t('planLineNone', words)
        : gone.length > 0
          ? t('planLineSome', words)
          : billing.babies > 1
            ? t('planLineBabies', words)
            : t('planLine', words),
    sample: !policy.confirmed,
    strand,
  };
}

function itemOf(order: Order, facts: Facts, locale: Locale): StrandItem {
  const t = translator(feeMessages, locale);
  const receipt = facts.receipts.find((one) => one.orderId === order.id);
  const title = `${orderName(order, locale)} ${formatFen(order.amountFen, locale)}`.trim();
  if (order.paidAt === null)
    return {
      state: 'now',
      ...(order.dueOn ? { when: t('dueBy', { date: formatDate(order.dueOn, locale) }) } : {}),
      title,
    };
  const notes = [
    ...(receipt ? [t('receiptIs', { number: receipt.number })] : []),
    ...ofWhichBack(order.id, facts.fallen, locale),
  ];
  return {
    state: order.state === 'refunded' ? 'end' : 'done',
    when: t('paidOn', { date: formatInstant(order.paidAt, locale) }),
    title,
    ...(notes.length > 0 ? { note: notes.join(' · ') } : {}),
  };
}

/** What of one payment comes back, or has come back, for units that fell away: beside the payment and beside its receipt. */
export function ofWhichBack(orderId: string, fallen: readonly FallenUnit[], locale: Locale): string[] {
  const t = translator(feeMessages, locale);
  const part = (some: readonly FallenUnit[]): Fen =>
    sumFen(
      some.flatMap(({ refund }) =>
        refund.parts.filter((one) => one.orderId === orderId).map(({ amountFen }) => amountFen),
      ),
    );
  const due = part(fallen.filter(({ standing }) => standing !== 'returned'));
  const done = part(fallen.filter(({ standing }) => standing === 'returned'));
  return [
    ...(due > 0 ? [t('ofWhichBack', { amount: formatFen(due, locale) })] : []),
    ...(done > 0 ? [t('ofWhichReturned', { amount: formatFen(done, locale) })] : []),
  ];
}

/** What the payment is called: "First year", "Payment 3 of 12". */
export function orderName(order: Pick<Order, 'lines'>, locale: Locale): string {
  const [line] = order.lines;
  return line ? say(line.name ?? line.label, locale) : '';
}
