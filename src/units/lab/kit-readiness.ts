/** When a kit may leave: the contract is signed and paid for, and this baby has no other kit. */
import { today } from '../../shared/civil-date.ts';
import type { Instant } from '../../shared/clock.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { KitContract } from '../unit-store.ts';
import type { UnitState } from '../unit.ts';

export type KitRefusal =
  | 'unknown-contract'
  | 'contract-not-signed'
  | 'kit-before-signing'
  | 'first-payment-missing'
  | 'no-such-baby'
  | 'other-product'
  | 'baby-has-a-unit';

export interface Kit {
  readonly baby: number;
  readonly product: string;
  /** When it left. */
  readonly at: Instant;
}

/**
 * `others` are the units the contract already has. A kit that came back unused (`not-collected`) may be replaced.
 */
export function readyForKit(
  contract: KitContract | null,
  kit: Kit,
  others: readonly { readonly baby: number; readonly state: UnitState }[],
): Result<KitContract, KitRefusal> {
  if (!contract) return err('unknown-contract');
  if (contract.state !== 'signed') return err('contract-not-signed');
  // By the day: a laboratory writes whole minutes, and its clock is not ours.
  if (contract.signedAt !== null && today(kit.at) < today(contract.signedAt))
    return err('kit-before-signing');
  if (!contract.firstOrderPaid) return err('first-payment-missing');
  if (kit.product !== contract.product) return err('other-product');
  if (kit.baby > contract.babies) return err('no-such-baby');
  if (others.some((unit) => unit.baby === kit.baby && unit.state !== 'not-collected'))
    return err('baby-has-a-unit');
  return ok(contract);
}
