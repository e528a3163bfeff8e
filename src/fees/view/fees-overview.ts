/** The fees page of a family: what is asked for, what comes next, and each contract's payments as one strand. Pure. */
import type { PlanId, Policies } from '../../content/policies.ts';
import { addMonths, today, type CivilDate } from '../../shared/civil-date.ts';
import { formatDate, formatFen, formatInstant } from '../../shared/format.ts';
import { localPath, say, translator, type Locale } from '../../shared/i18n.ts';
import { sumFen, type Fen } from '../../shared/money.ts';
import { feeMessages } from '../fee-messages.ts';
import type { OrderLine } from '#db/schema/fees.ts';
import { askedFrom, isAskedFor } from '../orders/asked.ts';
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
  readonly link?: { readonly href: string; readonly label: string };
}

export interface ContractPayments {
  readonly contractId: string;
  readonly title: string;
  readonly line: string;
  /** Unconfirmed prices. */
  readonly sample: boolean;
  /** What is paid, what is next, what is left and when the last of it comes. */
  readonly strand: readonly StrandItem[];
  /** Every order of the contract, newest first. */
  readonly orders: readonly Order[];
}

/** What the plan would still have asked for a unit that fell away. */
export interface FallsAway {
  readonly kind: 'annual-fee' | 'instalment';
  readonly eachFen: Fen;
  readonly times: number;
}

export interface FeesOverview {
  /** The order to pay first, or null when nothing is asked for. */
  readonly due: Order | null;
  /** Owed, and not asked for yet; null when something is. */
  readonly upcoming: { readonly order: Order; readonly askedFrom: CivilDate | null } | null;
  /** Money that has come or is coming and is no payment yet; it must not be sent again. */
  readonly underway: 'held' | 'pending' | null;
  readonly sample: boolean;
  readonly contracts: readonly ContractPayments[];
  /** By unit. */
  readonly fallsAway: ReadonlyMap<string, FallsAway>;
}

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
  readonly today: CivilDate;
}

const byDue = (a: Order, b: Order): number =>
  (a.dueOn ?? '').localeCompare(b.dueOn ?? '') || a.sequence - b.sequence;

export function feesOverview(facts: Facts, locale: Locale): FeesOverview {
  const owed = facts.orders
    .filter((order) => isOwed(order) && !facts.onTheWay.has(order.id) && !isForNothing(order, facts.units))
    .sort(byDue);
  const due = owed.find((order) => isAskedFor(order, facts.policies, facts.today)) ?? null;
  const [next] = owed;
  const contracts = facts.billings.map((billing) => contractPayments(billing, facts, locale));
  return {
    due,
    upcoming:
      due === null && next
        ? { order: next, askedFrom: askedFrom(next, facts.policies.fees.version(next.policyVersion)) }
        : null,
    underway: facts.orders.some((order) => order.state === 'held')
      ? 'held'
      : facts.onTheWay.size > 0
        ? 'pending'
        : null,
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

/** A payment of the plan that has no order yet. */
interface Left {
  readonly kind: string;
  /** Months after the first payment. */
  readonly month: number;
  readonly lines: readonly OrderLine[];
}

const fallenOf = (billing: Billing, facts: Facts): readonly FallenUnit[] =>
  facts.fallen.filter(({ contractId }) => contractId === billing.contractId);

/** The payments of the plan that nobody was asked for yet. */
function leftOf(billing: Billing, facts: Facts): readonly Left[] {
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
  const all = facts.orders
    .filter((order) => order.contractId === billing.contractId)
    .sort((a, b) => a.sequence - b.sequence);
  const orders = all.filter((order) => !isForNothing(order, facts.units));
  const paid = orders.filter((order) => order.state === 'paid');
  const gone = fallen.map(({ unit }) => unit.baby);
  const left = leftOf(billing, facts).map(({ kind, month, lines }) => ({
    kind,
    month,
    amountFen: sumFen(
      lines.filter(({ baby }) => !gone.includes(baby ?? 0)).map(({ amountFen }) => amountFen),
    ),
  }));
  const strand: StrandItem[] = [
    ...paidItems(paid, facts, locale),
    ...orders.filter((order) => order.state !== 'paid').map((order) => openItem(order, facts, locale)),
    gone.length >= billing.babies
      ? { state: 'end', title: t('noneLeft') }
      : restItem(left, paid[0]?.paidAt ?? null, Math.max(...policy.reminderDaysBefore), locale),
  ];
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
    orders: all.toReversed(),
  };
}

/** One payment by its name; several as their number and sum, so that twelve months stay one line. */
function paidItems(paid: readonly Order[], facts: Facts, locale: Locale): readonly StrandItem[] {
  const t = translator(feeMessages, locale);
  const last = paid.at(-1);
  if (!last) return [];
  const when = t('paidOn', { date: formatInstant(last.paidAt ?? last.createdAt, locale) });
  const amount = formatFen(sumFen(paid.map((order) => order.amountFen)), locale);
  const back = ofWhichBack(paid, facts.fallen, locale);
  const noted = (notes: readonly string[]) => (notes.length > 0 ? { note: notes.join(' · ') } : {});
  if (paid.length > 1)
    return [{ state: 'done', when, title: t('paidMany', { times: paid.length, amount }), ...noted(back) }];
  const receipt = facts.receipts.find((one) => one.orderId === last.id);
  return [
    {
      state: 'done',
      when,
      title: `${orderName(last, locale)} ${amount}`.trim(),
      ...noted([...(receipt ? [t('receiptIs', { number: receipt.number })] : []), ...back]),
    },
  ];
}

function openItem(order: Order, facts: Facts, locale: Locale): StrandItem {
  const t = translator(feeMessages, locale);
  const title = `${orderName(order, locale)} ${formatFen(order.amountFen, locale)}`.trim();
  const href = localPath(locale, `/family/orders/${order.id}`);
  if (order.state === 'refunded')
    return { state: 'end', title, note: t('refundedTitle'), link: { href, label: t('seeOrder') } };
  if (order.state === 'held')
    return { state: 'now', title, note: t('heldTitle'), link: { href, label: t('seeOrder') } };
  if (facts.onTheWay.has(order.id)) return { state: 'now', title, note: t('pendingTitle') };
  const when = order.dueOn ? { when: t('dueBy', { date: formatDate(order.dueOn, locale) }) } : {};
  return isAskedFor(order, facts.policies, facts.today)
    ? { state: 'now', ...when, title }
    : { state: 'todo', ...when, title, link: { href, label: t('payEarlyNow') } };
}

/** What the plan still asks for after the orders that are there, and when the last of it comes. */
function restItem(
  left: readonly (Pick<Left, 'kind' | 'month'> & { readonly amountFen: Fen })[],
  firstPaidAt: number | null,
  reminderDays: number,
  locale: Locale,
): StrandItem {
  const t = translator(feeMessages, locale);
  const [following] = left;
  const last = left.at(-1);
  if (!following || !last) return { state: 'todo', title: t('nothingMore') };
  const yearly = following.kind === 'annual-fee';
  const title = t(yearly ? 'yearsLeft' : 'monthsLeft', {
    amount: formatFen(following.amountFen, locale),
    times: left.length,
  });
  if (yearly) return { state: 'todo', title, note: t('yearlyAsked', { days: reminderDays }) };
  return firstPaidAt === null
    ? { state: 'todo', title }
    : {
        state: 'todo',
        when: t('lastOn', { date: formatDate(addMonths(today(firstPaidAt), last.month), locale) }),
        title,
      };
}

/** What of these payments comes back, or has come back, for units that fell away: beside the payment and beside its receipt. */
export function ofWhichBack(
  orders: readonly Pick<Order, 'id'>[],
  fallen: readonly FallenUnit[],
  locale: Locale,
): string[] {
  const t = translator(feeMessages, locale);
  const part = (some: readonly FallenUnit[]): Fen =>
    sumFen(
      some.flatMap(({ refund }) =>
        refund.parts
          .filter((one) => orders.some(({ id }) => id === one.orderId))
          .map(({ amountFen }) => amountFen),
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
