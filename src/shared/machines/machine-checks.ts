/** What is true of every state machine; `tests/integration/machines.test.ts` asks it of all of them. */
import type { ActorKind, Machine } from './machine.ts';

const ACTORS: readonly ActorKind[] = ['family', 'staff', 'system'];
/** A machine with its facts forgotten: these checks look at the table only. */
export type AnyMachine = Machine<string, string, never>;

const listOf = <T>(one: T | readonly T[]): readonly T[] =>
  Array.isArray(one) ? (one as readonly T[]) : [one as T];

/** One line per state × action × actor: where it leads, guards aside. Readable, and made for a snapshot. */
export function machineTable(machine: AnyMachine): readonly string[] {
  const actions = [...new Set(machine.transitions.map((row) => row.on))];
  return machine.states.flatMap((state) =>
    actions.flatMap((action) =>
      ACTORS.map((actor) => {
        const here = machine.transitions.filter(
          (row) => row.on === action && listOf(row.from).includes(state),
        );
        const mine = here.filter((row) => listOf(row.by).includes(actor));
        const answer =
          here.length === 0
            ? 'wrong-state'
            : mine.length === 0
              ? 'not-yours-to-do'
              : mine
                  .map((row) => row.to + (row.guards?.length ? ` (${row.guards.length} rules)` : ''))
                  .join(' | ');
        return `${state} × ${action} × ${actor} → ${answer}`;
      }),
    ),
  );
}

/** Sentences about what is wrong with the table; empty when nothing is. */
export function machineFaults(machine: AnyMachine): readonly string[] {
  const known = new Set(machine.states);
  const reached = new Set([machine.initial]);
  for (let grew = true; grew;) {
    grew = false;
    for (const row of machine.transitions)
      if (!reached.has(row.to) && listOf(row.from).some((state) => reached.has(state))) {
        reached.add(row.to);
        grew = true;
      }
  }
  const leaves = (state: string): boolean =>
    machine.transitions.some((row) => listOf(row.from).includes(state));
  return [
    ...machine.transitions.flatMap((row) =>
      [...listOf(row.from), row.to]
        .filter((state) => !known.has(state))
        .map((state) => `${machine.name}: ${row.on} names ${state}, which is not a state`),
    ),
    ...machine.states
      .filter((state) => !reached.has(state))
      .map((state) => `${machine.name}: nothing leads to ${state}`),
    ...machine.states
      .filter((state) => !leaves(state) && !machine.final.includes(state))
      .map((state) => `${machine.name}: ${state} is a dead end and not final`),
    ...machine.final
      .filter((state) => leaves(state))
      .map((state) => `${machine.name}: ${state} is final, yet something leaves it`),
  ];
}
