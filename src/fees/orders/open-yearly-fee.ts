/**
 * Asks for the next year's storage fee, sixty days before the paid year ends. Cover begins when a unit is stored, so the
 * day is only known then: the question is put again until it is.
 */
import { addDays, addMonths, startOfDay, today } from '../../shared/civil-date.ts';
import { DAY } from '../../shared/clock.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { createOrder, type CreateOrderDeps } from './create-order.ts';
import type { OrderStore } from './order-store.ts';
import { planOf } from '../prices/quote.ts';

export interface OpenYearlyFeeDeps extends CreateOrderDeps {
  readonly read: { readonly orders: OrderStore };
}

export interface NextYear {
  readonly contractId: string;
  /** The payment of the plan to ask for, from 2. */
  readonly sequence: number;
}

/** While nothing is stored, we look again this often. */
const LOOK_AGAIN = 30 * DAY;

/**
 * Twins share one contract and one yearly order, so the year of the unit stored first counts. Nothing is asked for a
 * contract that ended, that has no unit left to store, or whose term is over.
 */
export async function openYearlyFee(
  deps: OpenYearlyFeeDeps,
  cmd: NextYear,
): Promise<Result<'asked' | 'too-early' | 'never', 'not-found' | 'unknown-plan'>> {
  const billing = await deps.read.orders.billing(cmd.contractId);
  if (!billing) return err('not-found');
  const policy = deps.policies.fees.version(billing.policyVersion);
  const plan = planOf(policy, billing.plan);
  if (!plan) return err('unknown-plan');
  const term = plan.kind === 'yearly' ? policy.termYears : 0;
  const storage = await deps.read.orders.storageOf(cmd.contractId);
  if (billing.state !== 'signed' || cmd.sequence > term || storage === 'none-left') return ok('never');

  const now = deps.now();
  const dueOn =
    storage === 'not-yet' ? null : addMonths(today(storage.firstStoredAt), 12 * (cmd.sequence - 1));
  const [earliest = 0] = [...policy.reminderDaysBefore].sort((a, b) => b - a);
  const askAt = dueOn === null ? now + LOOK_AGAIN : startOfDay(addDays(dueOn, -earliest));
  if (dueOn === null || now < askAt) {
    await deps.transaction(async ({ outbox }) => {
      await outbox.add('fees.next-year', { ...cmd }, { notBefore: askAt });
      return ok();
    });
    return ok('too-early');
  }
  const made = await createOrder(deps, { ...cmd, dueOn });
  return made.ok ? ok('asked') : ok('never');
}
