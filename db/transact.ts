import { isBusy, type Database, type Db } from './client.ts';
import type { Result } from '../src/shared/result.ts';
import type { Transact } from '../src/shared/transaction.ts';

class RolledBack extends Error {
  readonly outcome: Result<never>;
  constructor(outcome: Result<never>) {
    super('rolled back');
    this.outcome = outcome;
  }
}

const TRIES = 5;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * The one way to write: `ok` commits, `err` rolls back, a throw rolls back and is rethrown. A busy database is tried again
 * a few times, each time from the start, which is safe because nothing but the database is touched inside.
 */
export function transactOn<Stores>(
  database: Database,
  storesOn: (tx: Db) => Stores,
  afterCommit: () => void = () => undefined,
): Transact<Stores> {
  const built = new WeakMap<Db, Stores>();
  const stores = (tx: Db): Stores => {
    let found = built.get(tx);
    if (found === undefined) built.set(tx, (found = storesOn(tx)));
    return found;
  };
  return async <T, E extends string, D>(work: (tx: Stores) => Promise<Result<T, E, D>>) => {
    for (let attempt = 1; ; attempt++) {
      try {
        const outcome = await database.write(async (tx) => {
          const result = await work(stores(tx));
          if (!result.ok) throw new RolledBack(result as Result<never>);
          return result;
        });
        afterCommit();
        return outcome;
      } catch (error) {
        if (error instanceof RolledBack) return error.outcome as unknown as Result<T, E, D>;
        if (!isBusy(error) || attempt === TRIES) throw error;
        await pause(2 ** attempt * 10 * (0.5 + Math.random()));
      }
    }
  };
}
