/** Turns the next payment of a signed contract's plan into an order. Safe to run again: contract and sequence are unique. */
import type { Policies } from '../../content/policies.ts';
import type { AuditTrail } from '../../platform/audit/audit-trail.ts';
import type { Vault } from '../../platform/crypto/vault.ts';
import type { Numbers } from '../../platform/numbers/numbers.ts';
import type { Outbox } from '../../platform/outbox/outbox.ts';
import { addDays, addMonths, startOfDay, today, type CivilDate } from '../../shared/civil-date.ts';
import { HOUR, type Clock } from '../../shared/clock.ts';
import { newId } from '../../shared/ids.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { sumFen } from '../../shared/money.ts';
import type { Transact } from '../../shared/transaction.ts';
import { textFamily, type FamilyPhones } from '../fee-texts.ts';
import { orderOpened } from '../ledger/ledger.ts';
import type { LedgerStore } from '../ledger/ledger-store.ts';
import { askedFrom } from './asked.ts';
import type { Order } from './order.ts';
import type { OrderStore } from './order-store.ts';
import { planOf, quote } from '../prices/quote.ts';
import { fallenAway } from '../refunds/refund-due.ts';

export interface CreateOrderDeps {
  readonly now: Clock;
  readonly vault: Vault;
  readonly policies: Pick<Policies, 'fees'>;
  readonly config: { readonly origin: string };
  readonly transaction: Transact<{
    orders: OrderStore;
    ledger: LedgerStore;
    families: FamilyPhones;
    numbers: Numbers;
    audit: AuditTrail;
    outbox: Outbox;
  }>;
}

/** A text message about money does not wake anybody. */
const MORNING = 9 * HOUR;

type Created = { readonly orderId: string; readonly created: boolean };

/**
 * The order for payment `sequence` of a contract's plan. `ok(null)`: the plan has no such payment, or it is not ordered
 * ahead (yearly fees are asked for when their year comes). Refuses a contract that is not signed (电商法 49).
 */
export const createOrder = (
  deps: CreateOrderDeps,
  cmd: {
    readonly contractId: string;
    readonly sequence: number;
    /** A yearly fee's day, which depends on when the unit was stored (`openYearlyFee`). */
    readonly dueOn?: CivilDate;
  },
): Promise<Result<Created | null, 'not-found' | 'wrong-state'>> =>
  deps.transaction(async (tx): Promise<Result<Created | null, 'not-found' | 'wrong-state'>> => {
    const billing = await tx.orders.billing(cmd.contractId);
    if (!billing) return err('not-found');
    if (billing.state !== 'signed') return err('wrong-state', { state: billing.state });
    const before = await tx.orders.ofContract(cmd.contractId);
    const existing = before.find((order) => order.sequence === cmd.sequence);
    if (existing) return ok({ orderId: existing.id, created: false });

    const policy = deps.policies.fees.version(billing.policyVersion);
    const plan = planOf(policy, billing.plan);
    if (!plan) throw new Error(`contract ${billing.contractNumber}: no plan ${billing.plan}`);
    const payment = quote(policy, { plan: plan.id, babies: billing.babies }).payments[cmd.sequence - 1];
    const gone = fallenAway(await tx.orders.unitsOf(billing.contractId)).map(({ baby }) => baby);
    // A unit that fell away is paid for no more: each has its own fees and refunds (contract, clause “parties”).
    const lines = payment?.lines.filter((line) => line.baby === undefined || !gone.includes(line.baby)) ?? [];
    if (!payment || lines.length === 0 || (payment.kind === 'annual-fee' && cmd.dueOn === undefined))
      return ok(null);

    const now = deps.now();
    const firstPaidAt = before.find((order) => order.sequence === 1)?.paidAt ?? null;
    const dueOn =
      cmd.dueOn ??
      (cmd.sequence === 1 || firstPaidAt === null
        ? addDays(today(now), policy.dueAfterSigningDays)
        : addMonths(today(firstPaidAt), payment.month));
    const order: Order = {
      id: newId('order', now),
      number: await tx.numbers.next('DD', Number(today(now).slice(0, 4))),
      familyId: billing.familyId,
      contractId: billing.contractId,
      kind: payment.kind,
      sequence: cmd.sequence,
      state: 'open',
      amountFen: sumFen(lines.map((line) => line.amountFen)),
      lines,
      plan: billing.plan,
      policyVersion: billing.policyVersion,
      checkoutId: null,
      checkoutUrl: null,
      checkoutEndsAt: null,
      paymentId: null,
      method: null,
      createdAt: now,
      dueOn,
      paidAt: null,
      version: 1,
    };
    await tx.orders.add(order);
    await tx.ledger.post(orderOpened(order.id, order.amountFen), { orderId: order.id, at: now });
    await tx.audit.record({
      action: 'order.opened',
      actor: { kind: 'system', id: 'fees' },
      object: { kind: 'order', id: order.id },
      details: { number: order.number, contract: billing.contractNumber, amountFen: order.amountFen },
    });
    const askFrom = askedFrom(order, policy);
    if (askFrom !== null && askFrom > today(now)) {
      await tx.outbox.add(
        'fees.ask-instalment',
        { orderId: order.id },
        { notBefore: startOfDay(askFrom) + MORNING },
      );
      return ok({ orderId: order.id, created: true });
    }
    await textFamily(tx, deps, billing.familyId, {
      kind: cmd.sequence === 1 ? 'due' : payment.kind === 'annual-fee' ? 'yearDue' : 'nextDue',
      amountFen: order.amountFen,
      dueOn,
    });
    return ok({ orderId: order.id, created: true });
  });
