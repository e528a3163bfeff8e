/** The laboratory's events, applied with this house's parts. */
import type { Deps } from '../../deps.ts';
import { coverOfUnit } from '../../fees/index.ts';
import type { Actor } from '../../shared/actor.ts';
import { applyUnitEvents, type Delivered, type EventAnswer } from './apply-unit-events.ts';
import { tellFamily } from './tell-family.ts';

/** Applies up to a few hundred events in one transaction; the answers are in the order of the events. */
export const deliver = (
  deps: Pick<Deps, 'now' | 'policies' | 'transaction'>,
  cmd: { readonly actor: Actor; readonly events: readonly Delivered[] },
): Promise<readonly EventAnswer[]> =>
  applyUnitEvents(
    {
      now: deps.now,
      thresholds: deps.policies.thresholds.all,
      transaction: deps.transaction,
      tell: tellFamily,
      paidThrough: (tx, cover) => coverOfUnit(tx.orders, deps.policies, cover),
    },
    cmd,
  );
