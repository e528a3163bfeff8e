/** The day has come to ask for an instalment that was opened when the one before it was paid. */
import type { Vault } from '../../platform/crypto/vault.ts';
import type { Outbox } from '../../platform/outbox/outbox.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Transact } from '../../shared/transaction.ts';
import { textFamily, type FamilyPhones } from '../fee-texts.ts';
import { isOwed } from './order.ts';
import type { OrderStore } from './order-store.ts';

export interface AskInstalmentDeps {
  readonly vault: Vault;
  readonly config: { readonly origin: string };
  readonly transaction: Transact<{ orders: OrderStore; families: FamilyPhones; outbox: Outbox }>;
}

/** Says nothing when it has been paid early, is being checked, or the contract has ended meanwhile. */
export const askInstalment = (
  deps: AskInstalmentDeps,
  cmd: { readonly orderId: string },
): Promise<Result<'asked' | 'not-needed', 'not-found'>> =>
  deps.transaction(async (tx): Promise<Result<'asked' | 'not-needed', 'not-found'>> => {
    const order = await tx.orders.byId(cmd.orderId);
    const billing = order && (await tx.orders.billing(order.contractId));
    if (!order || !billing) return err('not-found');
    if (!isOwed(order) || order.dueOn === null || billing.state !== 'signed') return ok('not-needed');
    const { amountFen, dueOn } = order;
    await textFamily(tx, deps, order.familyId, { kind: 'nextDue', amountFen, dueOn });
    return ok('asked');
  });
