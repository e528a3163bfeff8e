/**
 * A state machine is one readable table. A use case asks `next()` before it changes a state; a page asks the same
 * `next()` which buttons to show and prints the reason when one is off.
 */
import { err, ok, type Result } from '../result.ts';

/** Who may cause a transition. `system` is a clock, a webhook or the laboratory feed. */
export type ActorKind = 'family' | 'staff' | 'system';

/** A pure rule: facts in, `null` when allowed, else the refusal's code (worded in the capability's messages). */
export type Guard<Facts> = (facts: Facts) => string | null;

export interface Transition<State extends string, Action extends string, Facts> {
  readonly from: State | readonly State[];
  readonly on: Action;
  readonly to: State;
  readonly by: ActorKind | readonly ActorKind[];
  readonly guards?: readonly Guard<Facts>[];
}

export interface Machine<State extends string = string, Action extends string = string, Facts = never> {
  readonly name: string;
  readonly initial: State;
  readonly states: readonly State[];
  /** States nothing leaves, on purpose. */
  readonly final: readonly State[];
  readonly transitions: readonly Transition<State, Action, Facts>[];
}

export type Refusal = 'wrong-state' | 'not-yours-to-do' | (string & {});

const includes = <T>(one: T | readonly T[], item: T): boolean =>
  Array.isArray(one) ? (one as readonly T[]).includes(item) : one === item;

/**
 * The state after `action`, or why not: `wrong-state` when no row starts here, `not-yours-to-do` when the row belongs to
 * another kind of actor, else the code of the first guard that refused.
 */
export function next<State extends string, Action extends string, Facts>(
  machine: Machine<State, Action, Facts>,
  state: State,
  action: Action,
  actor: ActorKind,
  facts: Facts,
): Result<State, Refusal> {
  const here = machine.transitions.filter((row) => row.on === action && includes(row.from, state));
  if (here.length === 0) return err('wrong-state', { state, action });
  const mine = here.filter((row) => includes(row.by, actor));
  if (mine.length === 0) return err('not-yours-to-do', { state, action });
  let reason: string | null = null;
  for (const row of mine) {
    const refused = (row.guards ?? []).map((guard) => guard(facts)).find((code) => code !== null) ?? null;
    if (refused === null) return ok(row.to);
    reason ??= refused;
  }
  return err(reason as string, { state, action });
}
