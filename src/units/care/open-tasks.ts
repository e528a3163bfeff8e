/** Bad news becomes somebody's task in the transaction that brings it. */
import type { Policies } from '../../content/policies.ts';
import type { AuditTrail } from '../../platform/audit/audit-trail.ts';
import { today } from '../../shared/civil-date.ts';
import type { Clock } from '../../shared/clock.ts';
import { newId } from '../../shared/ids.ts';
import { next } from '../../shared/machines/machine.ts';
import { dueFrom, promisedIn, taskTable, type TaskKind, type TaskReason, type UnitTask } from './care.ts';
import type { UnitTaskStore } from './task-store.ts';

export interface TaskTx {
  readonly unitTasks: UnitTaskStore;
  readonly audit: AuditTrail;
}
export interface TaskDeps {
  readonly now: Clock;
  readonly policies: Pick<Policies, 'care'>;
}

const SYSTEM = { kind: 'system', id: 'units' } as const;

/** Opens a task of this kind, or leaves the one that is open as it is. */
export async function openTask(
  tx: TaskTx,
  deps: TaskDeps,
  about: {
    readonly unitId: string;
    readonly familyId: string;
    readonly kind: TaskKind;
    readonly why: TaskReason;
  },
  asked: Partial<Pick<UnitTask, 'slot' | 'askedBy' | 'askedAt'>> = {},
): Promise<UnitTask> {
  const open = await tx.unitTasks.openOf(about.unitId, about.kind);
  if (open) return open;
  const now = deps.now();
  const task: UnitTask = {
    id: newId('unitTask', now),
    ...about,
    state: taskTable.initial,
    slot: null,
    askedBy: null,
    askedAt: null,
    openedAt: now,
    dueOn: dueFrom(now, promisedIn(deps.policies.care.current(today(now)), about.kind)),
    triedAt: null,
    closedAt: null,
    closedBy: null,
    version: 1,
    ...asked,
  };
  await tx.unitTasks.add(task);
  await tx.audit.record({
    action: 'unit-task.opened',
    actor: SYSTEM,
    object: { kind: 'unit-task', id: task.id },
    details: { unit: about.unitId, kind: about.kind, why: about.why, dueOn: task.dueOn },
  });
  return task;
}

/** Nobody needs to do this any more. */
export async function overtake(tx: TaskTx, now: Clock, unitId: string, kind: TaskKind): Promise<void> {
  const task = await tx.unitTasks.openOf(unitId, kind);
  if (!task) return;
  const to = next(taskTable, task.state, 'overtaken', 'system', { kind, why: task.why, roles: [] });
  if (!to.ok || !(await tx.unitTasks.save(task, { state: to.value, closedAt: now() }))) return;
  await tx.audit.record({
    action: 'unit-task.overtaken',
    actor: SYSTEM,
    object: { kind: 'unit-task', id: task.id },
    details: { unit: unitId, kind },
  });
}
