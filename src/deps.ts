/**
 * The wiring: every port gets its adapter here and nowhere else. The server builds one `Deps` and hands it to each request
 * as `Astro.locals.deps`; tests build one on a database of their own.
 */
import type { Clock } from './shared/clock.ts';
import type { Transact } from './shared/transaction.ts';

/** One line per store; the same set exists inside a transaction and, for reads, outside one. */
export interface Stores {}

export interface Deps {
  readonly now: Clock;
  /** Reads outside a transaction. */
  readonly read: Stores;
  readonly transaction: Transact<Stores>;
}
