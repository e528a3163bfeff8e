import type { Result } from './result.ts';

/**
 * Runs `work` in one database transaction: `ok` commits, `err` rolls everything back, a throw rolls back and is rethrown.
 * Nothing slow inside: no network, no PDF, no mail.
 */
export type Transact<Needs> = <T, E extends string, D>(
  work: (tx: Needs) => Promise<Result<T, E, D>>,
) => Promise<Result<T, E, D>>;
