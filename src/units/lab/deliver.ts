/** The laboratory's events, applied with this house's parts. */
import type { Deps } from '../../deps.ts';
import { coverOfUnit, openRefunds } from '../../fees/index.ts';
import type { Actor } from '../../shared/actor.ts';
import { applyUnitEvents, type Delivered, type EventAnswer } from './apply-unit-events.ts';
import { openTask } from '../care/open-tasks.ts';
import type { UnitState } from '../unit.ts';
import { tellFamily } from './tell-family.ts';

/** States that change what a family has paid for. */
const MONEY: readonly UnitState[] = ['kit-dispatched', 'rejected', 'not-collected'];

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
      moved: async (tx, { unitId, familyId, contractId, state }) => {
        if (state === 'rejected')
          await openTask(tx, deps, { unitId, familyId, kind: 'call', why: 'not-stored' });
        // A new kit as well: it may take the place of one that came back unused.
        if (contractId !== null && MONEY.includes(state)) await openRefunds(tx, deps, contractId);
      },
      paidThrough: (tx, cover) => coverOfUnit(tx.orders, deps.policies, cover),
    },
    cmd,
  );
