/** Two people of finance settle held money: one proposes with a reason, another confirms. Only then does it move. */
import type { AuditTrail } from '../../platform/audit/audit-trail.ts';
import type { Outbox } from '../../platform/outbox/outbox.ts';
import type { PaymentProvider } from '../../platform/payments/index.ts';
import type { Actor } from '../../shared/actor.ts';
import type { Clock } from '../../shared/clock.ts';
import { next } from '../../shared/machines/machine.ts';
import { err, ok, type Err, type Result } from '../../shared/result.ts';
import type { Transact } from '../../shared/transaction.ts';
import { machine, NO_PAYMENT } from '../orders/order.ts';
import type { OrderStore } from '../orders/order-store.ts';
import { heldTable, isReturnable, NO_HELD_FACTS, type HeldAction, type HeldMoney } from './held.ts';
import type { HeldStore } from './held-store.ts';

export interface SettleDeps {
  readonly now: Clock;
  readonly transaction: Transact<{
    heldMoney: HeldStore;
    orders: OrderStore;
    audit: AuditTrail;
    outbox: Outbox;
  }>;
}
export interface SendBackDeps extends SettleDeps {
  readonly payments: Pick<PaymentProvider, 'refund'>;
  readonly read: { readonly heldMoney: HeldStore };
}

export interface Settle {
  readonly id: string;
  readonly actor: Actor;
  /** The version on the screen: a decision is about what was read. */
  readonly version: number;
}

export type SettleRefusal =
  | 'not-found'
  | 'wrong-state'
  | 'not-yours-to-do'
  | 'reason-missing'
  | 'reason-too-long'
  | 'needs-another-person'
  | 'changed-meanwhile';

/** More is a report, and belongs elsewhere. */
const LONGEST_REASON = 500;

const object = (held: HeldMoney) => ({ kind: 'held-money', id: held.id });
const facts = (held: HeldMoney) => ({
  orderId: held.orderId,
  paymentId: held.paymentId,
  receivedAmount: held.receivedAmount,
  currency: held.currency,
});

/** Proposes to send the money back, or to close what cannot be sent back from here. The reason stays with the case. */
export const proposeSettlement = (
  deps: SettleDeps,
  cmd: Settle & { readonly reason: string },
): Promise<Result<undefined, SettleRefusal>> =>
  deps.transaction(async ({ heldMoney, audit }): Promise<Result<undefined, SettleRefusal>> => {
    const held = await heldMoney.byId(cmd.id);
    if (!held) return err('not-found');
    const reason = cmd.reason.trim();
    if (reason.length > LONGEST_REASON) return err('reason-too-long');
    const to = step(held, 'propose', cmd, reason !== '');
    if (!to.ok) return to;
    const change = { state: to.value, reason, proposedBy: cmd.actor.id, proposedAt: deps.now() };
    if (!(await heldMoney.save(held, change))) return err('changed-meanwhile');
    // The reason is about people: the log keeps that there is one, the case keeps the words.
    await audit.record({
      action: 'held-money.proposed',
      actor: cmd.actor,
      object: object(held),
      details: facts(held),
    });
    return ok();
  });

/** Takes a proposal back, one's own or a colleague's: the money waits again. */
export const withdrawSettlement = (
  deps: SettleDeps,
  cmd: Settle,
): Promise<Result<undefined, SettleRefusal>> =>
  deps.transaction(async ({ heldMoney, audit }): Promise<Result<undefined, SettleRefusal>> => {
    const held = await heldMoney.byId(cmd.id);
    if (!held) return err('not-found');
    const to = step(held, 'withdraw', cmd, true);
    if (!to.ok) return to;
    const change = { state: to.value, reason: null, proposedBy: null, proposedAt: null };
    if (!(await heldMoney.save(held, change))) return err('changed-meanwhile');
    await audit.record({
      action: 'held-money.withdrawn',
      actor: cmd.actor,
      object: object(held),
      details: facts(held),
    });
    return ok();
  });

/** The second person agrees. The refund is asked for after the commit, by a job that may be tried again. */
export const confirmSettlement = (deps: SettleDeps, cmd: Settle): Promise<Result<undefined, SettleRefusal>> =>
  deps.transaction(
    async ({ heldMoney, orders, audit, outbox }): Promise<Result<undefined, SettleRefusal>> => {
      const held = await heldMoney.byId(cmd.id);
      if (!held) return err('not-found');
      const back = isReturnable(held);
      const to = step(held, back ? 'confirm-return' : 'confirm-close', cmd, true);
      if (!to.ok) return to;
      const change = { state: to.value, confirmedBy: cmd.actor.id, confirmedAt: deps.now() };
      if (!(await heldMoney.save(held, change))) return err('changed-meanwhile');
      await audit.record({
        action: back ? 'held-money.return-confirmed' : 'held-money.closed',
        actor: cmd.actor,
        object: object(held),
        details: { ...facts(held), proposedBy: held.proposedBy },
      });
      // The version is part of the key: a return proposed anew after a refusal is another request.
      if (back)
        await outbox.add('held-money.return', { heldId: held.id, key: `held:${held.id}:${held.version}` });
      else if (!(await owedAgain(orders, held))) return err('changed-meanwhile');
      return ok();
    },
  );

/** Asks the provider to pay back. Its event says when the money has gone; a refusal puts the case back into the queue. */
export async function sendBack(
  deps: SendBackDeps,
  cmd: { readonly heldId: string; readonly key: string },
): Promise<Result<undefined, 'not-found' | 'payments-unreachable' | 'changed-meanwhile'>> {
  const held = await deps.read.heldMoney.byId(cmd.heldId);
  if (!held) return err('not-found');
  if (held.state !== 'returning') return ok();
  const asked = await deps.payments.refund(held.paymentId, held.receivedAmount, cmd.key);
  if (asked.ok) return ok();
  if (asked.code === 'payments-unreachable') return err('payments-unreachable');
  return deps.transaction(async ({ heldMoney, audit }): Promise<Result<undefined, 'changed-meanwhile'>> => {
    const current = (await heldMoney.byId(held.id)) ?? held;
    const to = next(heldTable, current.state, 'provider-refuses', 'system', NO_HELD_FACTS);
    // Its event was faster than its answer.
    if (!to.ok) return ok();
    const nobody = { proposedBy: null, proposedAt: null, confirmedBy: null, confirmedAt: null };
    if (!(await heldMoney.save(current, { state: to.value, ...nobody }))) return err('changed-meanwhile');
    await audit.record({
      action: 'held-money.return-refused',
      actor: { kind: 'system', id: 'payments' },
      object: object(held),
      details: facts(held),
    });
    return ok();
  });
}

/**
 * What the provider has paid back of a payment settles its cases one after the other, those that were on their way first; an
 * order the money was meant for is owed as before.
 */
export async function moneyWentBack(
  tx: { readonly heldMoney: HeldStore; readonly orders: OrderStore },
  paid: { readonly orderId: string; readonly paymentId: string; readonly refundedFen: number },
): Promise<Result<undefined, 'changed-meanwhile'>> {
  let left = paid.refundedFen;
  for (const held of (await tx.heldMoney.ofPayment(paid.orderId, paid.paymentId)).toSorted(settledFirst)) {
    if (held.state === 'closed') continue;
    if (left < held.receivedAmount) return ok();
    left -= held.receivedAmount;
    const to = next(heldTable, held.state, 'money-went-back', 'system', NO_HELD_FACTS);
    if (!to.ok) continue;
    const saved = await tx.heldMoney.save(held, { state: to.value });
    if (!saved || !(await owedAgain(tx.orders, held))) return err('changed-meanwhile');
  }
  return ok();
}

const SETTLED_FIRST: readonly HeldMoney['state'][] = ['returned', 'returning', 'proposed', 'held', 'closed'];
const settledFirst = (a: HeldMoney, b: HeldMoney): number =>
  SETTLED_FIRST.indexOf(a.state) - SETTLED_FIRST.indexOf(b.state) ||
  (a.confirmedAt ?? 0) - (b.confirmedAt ?? 0);

/** Nothing to do when the order was paid by other money, or is held for other money. */
async function owedAgain(orders: OrderStore, held: HeldMoney): Promise<boolean> {
  const order = await orders.byId(held.orderId);
  if (!order || order.state !== 'held' || order.paymentId !== held.paymentId) return true;
  const to = next(machine, order.state, 'held-money-settled', 'system', NO_PAYMENT);
  return to.ok && orders.save(order, { state: to.value, paymentId: null, checkoutId: null });
}

function step(
  held: HeldMoney,
  action: HeldAction,
  cmd: Settle,
  reasonGiven: boolean,
): Result<HeldMoney['state'], SettleRefusal> {
  const to = next(heldTable, held.state, action, 'staff', {
    returnable: isReturnable(held),
    reasonGiven,
    proposedBy: held.proposedBy,
    staffId: cmd.actor.kind === 'staff' ? cmd.actor.id : null,
  });
  if (!to.ok) return to as Err<SettleRefusal>;
  return held.version === cmd.version ? to : err('changed-meanwhile');
}
