/** For every enrolment, contract and unit of a family: the one next thing, or what is being waited for. Pure. */
import { signingOf, type ContractSummary } from '../contracts/index.ts';
import type { EnrolmentSummary } from '../enrolment/index.ts';
import { asksForNothing, type FallenUnit, type Order } from '../fees/index.ts';
import type { Guardian } from '../families/index.ts';
import type { Instant } from '../shared/clock.ts';
import { formatDate, formatFen } from '../shared/format.ts';
import { formatDin } from '../shared/identifiers/index.ts';
import { localPath, translator, type Locale } from '../shared/i18n.ts';
import { whoseUnit, type Unit } from '../units/index.ts';
import { homeMessages } from './home-messages.ts';
import type { KitPromise } from './kit-promise.ts';

export interface Thing {
  /** `do`: the family's turn. `wait`: somebody else's. `note`: nothing to do, only to know. */
  readonly kind: 'do' | 'wait' | 'note';
  readonly icon: 'pen' | 'clock' | 'doc' | 'yuan' | 'box' | 'drop' | 'people' | 'phone' | 'info';
  readonly title: string;
  readonly line?: string;
  readonly href?: string;
  /** What it is called on the way ahead, where no amount stands. */
  readonly step?: string;
  /** Its amount comes from a price that is not confirmed. */
  readonly sample?: boolean;
}

export interface FamilyFacts {
  readonly guardianId: string | null;
  readonly guardians: readonly Guardian[];
  readonly hasDraft: boolean;
  readonly enrolments: readonly EnrolmentSummary[];
  readonly contracts: readonly ContractSummary[];
  readonly orders: readonly Order[];
  readonly units: readonly Unit[];
  /** Units that fell away, with what comes back. */
  readonly fallen: readonly FallenUnit[];
  readonly now: Instant;
  /** What was promised about the kit; null while none is owed or on its way. */
  readonly kit: KitPromise | null;
  /** Is this order's money asked for now? What is owed later may be paid, but is nobody's job yet. */
  readonly asked: (order: Order) => boolean;
  /** Is the price the order comes from not confirmed yet? */
  readonly sample: (order: Order) => boolean;
  /** Working days in which a counsellor answers (policy). */
  readonly reviewDays: number;
}

export function nextThings(facts: FamilyFacts, locale: Locale): Thing[] {
  const t = translator(homeMessages, locale);
  const path = (to: string): string => localPath(locale, to);
  const things: Thing[] = [];
  if (facts.hasDraft)
    things.push({
      kind: 'do',
      icon: 'pen',
      title: t('draft'),
      line: t('draftLine'),
      href: path('/enrol/resume'),
    });
  for (const enrolment of facts.enrolments) {
    const contract = facts.contracts.find((one) => one.enrolmentId === enrolment.id);
    things.push(
      ...(contract
        ? ofContract(facts, contract, enrolment.babies, locale)
        : ofEnrolment(facts, enrolment, locale)),
    );
  }
  if (facts.contracts.some((contract) => signingOf(contract, facts.guardians, facts.now).toJoin.length > 0))
    things.push({
      kind: 'do',
      icon: 'people',
      title: t('invite'),
      line: t('inviteLine'),
      href: path('/family/guardians'),
    });
  return things;
}

function ofEnrolment(facts: FamilyFacts, enrolment: EnrolmentSummary, locale: Locale): Thing[] {
  const t = translator(homeMessages, locale);
  const href = localPath(locale, `/family/enrolments/${enrolment.id}`);
  const { number } = enrolment;
  switch (enrolment.state) {
    case 'submitted':
      return [
        {
          kind: 'wait',
          icon: 'clock',
          title: t('submitted'),
          line: t('submittedLine', { number, days: facts.reviewDays }),
          href,
        },
      ];
    case 'returned':
      return [
        {
          kind: 'do',
          icon: 'pen',
          title: t('returned', { n: enrolment.returnedFor?.length ?? 1 }),
          line: t('returnedLine'),
          href,
        },
      ];
    case 'declined':
      return [
        { kind: 'note', icon: 'info', title: t('declined'), line: t('declinedLine', { number }), href },
      ];
    case 'accepted':
      return [{ kind: 'wait', icon: 'clock', title: t('offerComing'), line: t('offerComingLine'), href }];
    case 'withdrawn':
      return [];
  }
}

function ofContract(facts: FamilyFacts, contract: ContractSummary, babies: number, locale: Locale): Thing[] {
  const t = translator(homeMessages, locale);
  const href = localPath(locale, `/family/contracts/${contract.id}`);
  const signing = signingOf(contract, facts.guardians, facts.now);
  const date = formatDate(signing.lastDay, locale);
  switch (signing.phase) {
    case 'open': {
      const refusal = signing.refusal(facts.guardianId);
      if (refusal === null)
        return [{ kind: 'do', icon: 'pen', title: t('sign'), line: t('signLine', { date }), href }];
      const line = t(refusal === 'already-signed' ? 'othersSignLine' : 'otherSignersLine', { date });
      return [{ kind: 'wait', icon: 'people', title: t('othersSign'), line, href }];
    }
    case 'lapsed':
      return [{ kind: 'note', icon: 'info', title: t('lapsed'), line: t('lapsedLine'), href }];
    case 'ended':
      return [{ kind: 'note', icon: 'info', title: t('terminated'), href }];
    case 'in-force':
      return [...ofOrders(facts, contract, locale), ...ofUnits(facts, contract, babies, locale)];
  }
}

function ofOrders(facts: FamilyFacts, contract: ContractSummary, locale: Locale): Thing[] {
  const t = translator(homeMessages, locale);
  const orders = facts.orders.filter((order) => order.contractId === contract.id);
  const units = facts.units.filter((unit) => unit.contractId === contract.id);
  if (orders.length === 0) return [{ kind: 'wait', icon: 'yuan', title: t('orderComing') }];
  return orders.flatMap((order): Thing[] => {
    const href = localPath(locale, `/family/orders/${order.id}`);
    if (order.state === 'held')
      return [{ kind: 'wait', icon: 'yuan', title: t('held'), line: t('heldLine'), href }];
    if (!facts.asked(order) || asksForNothing(order, units)) return [];
    const { number, dueOn } = order;
    return [
      {
        kind: 'do',
        icon: 'yuan',
        title: t('pay', { amount: formatFen(order.amountFen, locale) }),
        line: dueOn
          ? t('payLine', { number, date: formatDate(dueOn, locale) })
          : t('payLineOpen', { number }),
        href,
        step: t('payStep'),
        sample: facts.sample(order),
      },
    ];
  });
}

function ofUnits(facts: FamilyFacts, contract: ContractSummary, babies: number, locale: Locale): Thing[] {
  const t = translator(homeMessages, locale);
  const units = facts.units.filter((unit) => unit.contractId === contract.id);
  const paid = facts.orders.some((order) => order.contractId === contract.id && order.state === 'paid');
  const awaited = babies - new Set(units.map((unit) => unit.baby)).size;
  return [
    ...(paid && awaited > 0 ? [ofKit(facts.kit, locale)] : []),
    ...units.flatMap((unit): Thing[] => {
      const href = localPath(locale, `/family/units/${unit.din}`);
      const whose = whoseUnit(unit, babies, locale);
      if (unit.state === 'kit-dispatched')
        return [
          {
            kind: 'do',
            icon: 'box',
            title: t('kit'),
            line: t('kitLine', { din: formatDin(unit.din) }),
            href,
          },
        ];
      const back = ofRefund(facts, unit, whose, locale);
      if (unit.state === 'rejected') {
        const news: Thing =
          unit.disposition === null || unit.disposition === 'recheck'
            ? { kind: 'do', icon: 'drop', title: t('decide', { whose }), line: t('decideLine'), href }
            : { kind: 'note', icon: 'drop', title: t('decided', { whose }), href };
        return [news, ...back];
      }
      return back;
    }),
  ];
}

/** Money on its way back is something to wait for, and somebody's promise. */
function ofRefund(facts: FamilyFacts, unit: Unit, whose: string, locale: Locale): Thing[] {
  const t = translator(homeMessages, locale);
  const fallen = facts.fallen.find((one) => one.unit.id === unit.id);
  if (!fallen || fallen.standing === 'nothing' || fallen.standing === 'returned') return [];
  return [
    {
      kind: 'wait',
      icon: 'yuan',
      title: t('refund', { whose, amount: formatFen(fallen.refund.backFen, locale) }),
      line:
        fallen.by === null
          ? t('refundSoon', { days: fallen.timing.payWithinDays })
          : t(fallen.late ? 'refundLate' : 'refundBy', { date: formatDate(fallen.by, locale) }),
      href: localPath(locale, '/family/fees'),
    },
  ];
}

/** Late, or so near the birth that waiting is wrong: then asking us is the family's next thing, and nothing is "on its way". */
function ofKit(kit: KitPromise | null, locale: Locale): Thing {
  const t = translator(homeMessages, locale);
  return kit !== null && (kit.late || kit.callNow)
    ? { kind: 'do', icon: 'phone', title: t('kitAsk'), line: t('kitAskLine'), href: '#kit' }
    : { kind: 'wait', icon: 'box', title: t('kitSoon'), line: t('kitSoonLine') };
}
