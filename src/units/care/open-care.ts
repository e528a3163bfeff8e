/** What bad news asks of staff, read for the console: calls and second looks by their day, and money that has to go back. */
import type { HeldStore } from '../../fees/index.ts';
import { today } from '../../shared/civil-date.ts';
import type { Clock } from '../../shared/clock.ts';
import { ROLE_FOR, TASK_KINDS, taskKey, type TaskCursor } from './care.ts';
import type { TaskRow, UnitTaskStore } from './task-store.ts';

export interface OpenCare {
  /** Calls and second looks this person may do, the nearest day first. */
  readonly tasks: readonly TaskRow[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
  /** Of this page: their day has passed. */
  readonly late: number;
  /** Refunds nobody has settled yet; only for finance. The cases themselves are under `/staff/money`. */
  readonly refunds: readonly {
    readonly id: string;
    readonly orderNumber: string;
    readonly amountFen: number;
  }[];
}

const PAGE = 25;
/** Beyond this the list of held money is the place to look. */
const REFUNDS = 25;

/** `roles` are those of whoever asks: a counsellor sees calls, the laboratory second looks, finance what has to go back. */
export async function openCare(
  deps: {
    readonly now: Clock;
    readonly read: { readonly unitTasks: UnitTaskStore; readonly heldMoney: HeldStore };
  },
  who: { readonly roles: readonly string[]; readonly after?: TaskCursor | null },
): Promise<OpenCare> {
  const kinds = TASK_KINDS.filter((kind) => who.roles.includes(ROLE_FOR[kind]));
  const [found, held] = await Promise.all([
    Promise.all(kinds.map((kind) => deps.read.unitTasks.page(kind, who.after ?? null, PAGE + 1))),
    who.roles.includes('finance') ? deps.read.heldMoney.refundsToSettle(REFUNDS) : [],
  ]);
  const all = found.flat().toSorted((a, b) => (taskKey(a) < taskKey(b) ? -1 : 1));
  const tasks = all.slice(0, PAGE);
  const last = tasks.at(-1);
  const on = today(deps.now());
  return {
    tasks,
    next: all.length > PAGE && last ? taskKey(last) : null,
    late: tasks.filter((task) => task.dueOn < on).length,
    refunds: held.map(({ id, orderNumber, receivedAmount }) => ({
      id,
      orderNumber,
      amountFen: receivedAmount,
    })),
  };
}
