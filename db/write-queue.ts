import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * One write at a time. The libSQL binding is synchronous: a second writer in the same process would busy-wait on the event
 * loop and freeze every visitor, so writers queue here as promises instead.
 */
export interface WriteQueue {
  /** Waits for the turn; whoever gets it must call the returned function exactly once. */
  acquire(): Promise<() => void>;
  /** Holds the turn while `work` runs. */
  run<T>(work: () => Promise<T>): Promise<T>;
}

export function writeQueue(): WriteQueue {
  let tail: Promise<void> = Promise.resolve();
  const holding = new AsyncLocalStorage<true>();

  async function acquire(): Promise<() => void> {
    // Waiting for oneself never ends; a stack trace now is worth more than a silent house later.
    if (holding.getStore())
      throw new Error(
        'A write outside the transaction was started inside one: use the stores the transaction gives.',
      );
    const before = tail;
    let release = (): void => undefined;
    tail = new Promise<void>((resolve) => (release = resolve));
    await before;
    return release;
  }

  return {
    acquire,
    async run(work) {
      const release = await acquire();
      try {
        return await holding.run(true, work);
      } finally {
        release();
      }
    },
  };
}
