/** A family asks to be phoned about its unit, at a time of day, and may take it back. */
import type { Actor } from '../../shared/actor.ts';
import { today, type CivilDate } from '../../shared/civil-date.ts';
import { next } from '../../shared/machines/machine.ts';
import { err, ok, type Err, type Result } from '../../shared/result.ts';
import type { Transact } from '../../shared/transaction.ts';
import type { UnitStore } from '../unit-store.ts';
import { dueFrom, isSlot, promisedIn, taskTable, type TaskAction, type UnitTask } from './care.ts';
import { openTask, type TaskDeps, type TaskTx } from './open-tasks.ts';

export interface AskDeps extends TaskDeps {
  readonly transaction: Transact<TaskTx & { readonly units: UnitStore }>;
}
export interface AskCommand {
  readonly din: string;
  readonly familyId: string;
  readonly accountId: string;
  readonly actor: Actor;
}
export type AskRefusal = 'not-found' | 'wrong-state' | 'slot-missing' | 'our-own-call' | 'changed-meanwhile';

const factsOf = (task: UnitTask) => ({ kind: task.kind, why: task.why, roles: [] });
const allowed = (task: UnitTask, action: TaskAction): Result<UnitTask['state'], AskRefusal> => {
  const to = next(taskTable, task.state, action, 'family', factsOf(task));
  return to.ok ? to : (to as Err<AskRefusal>);
};

/**
 * One call for a unit, however often it is asked for: the same wish twice is one wish, another time of day replaces the first.
 * Only a family that had bad news is offered this.
 */
export const askForCall = (
  deps: AskDeps,
  cmd: AskCommand & { readonly slot: string },
): Promise<Result<{ dueOn: CivilDate }, AskRefusal>> =>
  deps.transaction(async (tx): Promise<Result<{ dueOn: CivilDate }, AskRefusal>> => {
    const unit = await tx.units.forFamily(cmd.din, cmd.familyId);
    if (!unit) return err('not-found');
    if (unit.state !== 'rejected' && unit.state !== 'disposed') return err('wrong-state');
    if (!isSlot(cmd.slot)) return err('slot-missing');
    const now = deps.now();
    const wish = { slot: cmd.slot, askedBy: cmd.accountId, askedAt: now };
    const open = await tx.unitTasks.openOf(unit.id, 'call');
    if (open?.slot === cmd.slot && open.askedBy === cmd.accountId) return ok({ dueOn: open.dueOn });
    let task = open;
    if (open) {
      const to = allowed(open, 'ask');
      if (!to.ok) return to;
      const dueOn = dueFrom(now, promisedIn(deps.policies.care.current(today(now)), 'call'));
      if (!(await tx.unitTasks.save(open, { ...wish, state: to.value, dueOn })))
        return err('changed-meanwhile');
      task = { ...open, ...wish, dueOn };
    } else
      task = await openTask(
        tx,
        deps,
        { unitId: unit.id, familyId: cmd.familyId, kind: 'call', why: 'asked' },
        wish,
      );
    if (!task) throw new Error('a call is open now');
    await tx.audit.record({
      action: 'unit-task.call-asked',
      actor: cmd.actor,
      object: { kind: 'unit-task', id: task.id },
      details: { unit: unit.id, slot: cmd.slot, dueOn: task.dueOn },
    });
    return ok({ dueOn: task.dueOn });
  });

/** Takes the wish back. A call we owe anyway stays, without a time of day. */
export const takeCallBack = (deps: AskDeps, cmd: AskCommand): Promise<Result<undefined, AskRefusal>> =>
  deps.transaction(async (tx): Promise<Result<undefined, AskRefusal>> => {
    const unit = await tx.units.forFamily(cmd.din, cmd.familyId);
    if (!unit) return err('not-found');
    const open = await tx.unitTasks.openOf(unit.id, 'call');
    // Taken back twice, or done meanwhile: there is nothing left to take back.
    if (!open || open.slot === null) return ok();
    const to = allowed(open, 'take-back');
    const change = to.ok
      ? { state: to.value, closedAt: deps.now(), closedBy: cmd.accountId }
      : { slot: null, askedBy: null, askedAt: null };
    if (!(await tx.unitTasks.save(open, change))) return err('changed-meanwhile');
    await tx.audit.record({
      action: 'unit-task.call-taken-back',
      actor: cmd.actor,
      object: { kind: 'unit-task', id: open.id },
      details: { unit: unit.id, stays: !to.ok },
    });
    return ok();
  });
