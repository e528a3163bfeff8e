/** What staff owe a family after bad news about its unit: a call, or another look at the records. Pure. */
import type { CarePolicy } from '../../content/policies.ts';
import { MAINLAND } from '../../shared/calendar/mainland.ts';
import { addWorkdays, today, type CivilDate } from '../../shared/civil-date.ts';
import type { Instant } from '../../shared/clock.ts';
import type { Guard, Machine } from '../../shared/machines/machine.ts';

export const TASK_KINDS = ['call', 'recheck'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];
export const TASK_STATES = ['open', 'done', 'withdrawn'] as const;
export type TaskState = (typeof TASK_STATES)[number];
/** Our own call after bad news, one the family asked for, or the call that tells what a second look found. */
export type TaskReason = 'not-stored' | 'asked' | 'rechecked';

export const SLOTS = ['morning', 'afternoon', 'evening'] as const;
export type Slot = (typeof SLOTS)[number];
export const isSlot = (value: string): value is Slot => (SLOTS as readonly string[]).includes(value);

export interface UnitTask {
  readonly id: string;
  readonly unitId: string;
  readonly familyId: string;
  readonly kind: TaskKind;
  readonly state: TaskState;
  readonly why: TaskReason;
  /** When the family likes to be phoned; null while it did not say. */
  readonly slot: Slot | null;
  /** Account of whoever asked: theirs is the number to call. */
  readonly askedBy: string | null;
  readonly askedAt: Instant | null;
  readonly openedAt: Instant;
  readonly dueOn: CivilDate;
  /** The last call that nobody answered. */
  readonly triedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly closedBy: string | null;
  readonly version: number;
}

export type TaskAction = 'ask' | 'take-back' | 'reach-nobody' | 'close' | 'overtaken';

export interface TaskFacts {
  readonly kind: TaskKind;
  readonly why: TaskReason;
  readonly roles: readonly string[];
}

/** A counsellor speaks with the family; a technician goes through the records. */
export const ROLE_FOR: Readonly<Record<TaskKind, string>> = { call: 'counsellor', recheck: 'lab' };

const theirRole: Guard<TaskFacts> = (facts) =>
  facts.roles.includes(ROLE_FOR[facts.kind]) ? null : 'not-yours-to-do';
const isCall: Guard<TaskFacts> = (facts) => (facts.kind === 'call' ? null : 'wrong-state');
/** Our own call is not the family's to take back; only what they asked for is. */
const theyAsked: Guard<TaskFacts> = (facts) => (facts.why === 'asked' ? null : 'our-own-call');

export const unitTaskMachine = {
  name: 'unit-task',
  initial: 'open',
  states: TASK_STATES,
  final: ['done', 'withdrawn'],
  transitions: [
    { from: 'open', on: 'ask', to: 'open', by: 'family', guards: [isCall] },
    { from: 'open', on: 'take-back', to: 'withdrawn', by: 'family', guards: [isCall, theyAsked] },
    { from: 'open', on: 'reach-nobody', to: 'open', by: 'staff', guards: [isCall, theirRole] },
    { from: 'open', on: 'close', to: 'done', by: 'staff', guards: [theirRole] },
    // The family decided without waiting for the second look.
    { from: 'open', on: 'overtaken', to: 'withdrawn', by: 'system' },
  ],
} as const satisfies Machine<TaskState, TaskAction, TaskFacts>;
export const taskTable: Machine<TaskState, TaskAction, TaskFacts> = unitTaskMachine;

/** The last day of a promise given now: working days after today. */
export const dueFrom = (now: Instant, workingDays: number): CivilDate =>
  addWorkdays(today(now), workingDays, MAINLAND);

export const promisedIn = (policy: CarePolicy, kind: TaskKind): number =>
  kind === 'call' ? policy.callWithinWorkingDays : policy.recheckWithinWorkingDays;

/** A place in the list: the last row of the page before. */
export interface TaskCursor {
  readonly dueOn: string;
  readonly id: string;
}
export const taskKey = (task: Pick<UnitTask, 'dueOn' | 'id'>): string => `${task.dueOn}.${task.id}`;
export function readTaskKey(raw: string | null): TaskCursor | null {
  const parts = /^(\d{4}-\d{2}-\d{2})\.(utk_[0-9a-z]{26})$/.exec(raw ?? '');
  return parts ? { dueOn: String(parts[1]), id: String(parts[2]) } : null;
}
