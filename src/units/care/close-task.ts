/** Staff do what is owed, and say so: each with a row in the log. */
import type { Actor } from '../../shared/actor.ts';
import { next } from '../../shared/machines/machine.ts';
import { err, ok, type Err, type Result } from '../../shared/result.ts';
import type { Transact } from '../../shared/transaction.ts';
import { dueFrom, taskTable, type UnitTask } from './care.ts';
import { openTask, type TaskDeps, type TaskTx } from './open-tasks.ts';

/** `reached`: spoke with the family. `nobody`: they did not answer. `stands`: a second person found the same. */
export const OUTCOMES = { call: ['reached', 'nobody'], recheck: ['stands'] } as const;

export interface CloseDeps extends TaskDeps {
  readonly transaction: Transact<TaskTx>;
}
export interface CloseTask {
  readonly id: string;
  readonly version: number;
  readonly actor: Actor;
  readonly roles: readonly string[];
  readonly outcome: string;
}
export type CloseRefusal =
  'not-found' | 'bad-request' | 'wrong-state' | 'not-yours-to-do' | 'changed-meanwhile';

/** One working day later, and again until somebody answers. */
const TRY_AGAIN = 1;

export const closeTask = (deps: CloseDeps, cmd: CloseTask): Promise<Result<undefined, CloseRefusal>> =>
  deps.transaction(async (tx): Promise<Result<undefined, CloseRefusal>> => {
    const task = await tx.unitTasks.byId(cmd.id);
    if (!task) return err('not-found');
    if (!(OUTCOMES[task.kind] as readonly string[]).includes(cmd.outcome)) return err('bad-request');
    const nobody = cmd.outcome === 'nobody';
    const facts = { kind: task.kind, why: task.why, roles: cmd.roles };
    const to = next(taskTable, task.state, nobody ? 'reach-nobody' : 'close', 'staff', facts);
    if (!to.ok) return to as Err<CloseRefusal>;
    if (task.version !== cmd.version) return err('changed-meanwhile');
    const now = deps.now();
    const change: Partial<UnitTask> = nobody
      ? { triedAt: now, dueOn: dueFrom(now, TRY_AGAIN) }
      : { state: to.value, closedAt: now, closedBy: cmd.actor.id };
    if (!(await tx.unitTasks.save(task, change))) return err('changed-meanwhile');
    await tx.audit.record({
      action: nobody ? 'unit-task.nobody-answered' : 'unit-task.done',
      actor: cmd.actor,
      object: { kind: 'unit-task', id: task.id },
      details: { unit: task.unitId, kind: task.kind, outcome: cmd.outcome },
    });
    // What the second look found is told by a person before the family decides.
    if (task.kind === 'recheck' && !nobody)
      await openTask(tx, deps, {
        unitId: task.unitId,
        familyId: task.familyId,
        kind: 'call',
        why: 'rechecked',
      });
    return ok();
  });

interface Guardians {
  guardiansOf(
    familyId: string,
  ): Promise<readonly { readonly phone: string | null; readonly accountId: string | null }[]>;
}

/** The number to call, shown once: who looked is written down first. */
export const showNumber = (
  deps: { readonly transaction: Transact<TaskTx & { readonly families: Guardians }> },
  cmd: Pick<CloseTask, 'id' | 'actor' | 'roles'>,
): Promise<Result<{ id: string; phone: string }, CloseRefusal>> =>
  deps.transaction(async (tx): Promise<Result<{ id: string; phone: string }, CloseRefusal>> => {
    const task = await tx.unitTasks.byId(cmd.id);
    if (!task || task.kind !== 'call') return err('not-found');
    const may = next(taskTable, task.state, 'close', 'staff', {
      kind: task.kind,
      why: task.why,
      roles: cmd.roles,
    });
    if (!may.ok) return may as Err<CloseRefusal>;
    const guardians = await tx.families.guardiansOf(task.familyId);
    const asked = guardians.find(
      (guardian) => guardian.accountId === task.askedBy && guardian.phone !== null,
    );
    const phone = (asked ?? guardians.find((guardian) => guardian.phone !== null))?.phone;
    if (!phone) return err('not-found');
    await tx.audit.record({
      action: 'unit-task.number-shown',
      actor: cmd.actor,
      object: { kind: 'unit-task', id: task.id },
      details: { unit: task.unitId, purpose: 'call-the-family' },
    });
    return ok({ id: task.id, phone });
  });
