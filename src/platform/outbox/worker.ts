import { setTimeout as pause } from 'node:timers/promises';
import { MINUTE, SECOND, type Clock } from '../../shared/clock.ts';
import type { Log } from '../log/log.ts';
import { MAX_ATTEMPTS, type Job, type JobHandler, type OutboxQueue } from './outbox.ts';

export interface Worker {
  start(): void;
  /** There may be something to do now. */
  wake(): void;
  /** Runs everything that is due now, including what that adds, and returns how many jobs ran. */
  drain(): Promise<number>;
  /** Finishes the job in hand and stops. */
  stop(): Promise<void>;
}

const LEASE = 2 * MINUTE;
const BATCH = 20;
const EVERY = SECOND;

/** 2 s, 4 s, 8 s … up to half an hour, spread so that a hundred failed mails do not all come back at once. */
export const backoff = (attempts: number, random: number = Math.random()): number =>
  Math.min(30 * MINUTE, 2 ** attempts * SECOND) * (0.5 + random / 2);

/** A message of an error may quote what it choked on, so only its kind is kept. */
const reasonOf = (error: unknown): string =>
  error instanceof Error
    ? `${error.name}${'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''}`
    : 'unknown';

export function outboxWorker(options: {
  readonly queue: OutboxQueue;
  /** Looks up `<topic>#<capability>`. */
  readonly handler: (name: string) => JobHandler | undefined;
  readonly now: Clock;
  readonly log: Log;
  readonly id?: string;
}): Worker {
  const { queue, handler, now, log } = options;
  const id = options.id ?? `worker-${process.pid}-${Math.random().toString(36).slice(2, 8)}`;
  let stopped = false;
  let running: Promise<void> | null = null;
  let awake = (): void => undefined;

  async function run(job: Job): Promise<void> {
    const work = handler(job.topic);
    try {
      if (!work) throw Object.assign(new Error('no handler'), { code: 'NO_HANDLER' });
      await work(job.payload, { id: job.id, attempts: job.attempts });
      await queue.done(id, job.id);
    } catch (error) {
      const state = await queue.failed(id, job, reasonOf(error), now() + backoff(job.attempts));
      const facts = { job: job.id, topic: job.topic, attempts: job.attempts, reason: reasonOf(error) };
      if (state === 'dead') log.error(facts, `given up after ${MAX_ATTEMPTS} tries`);
      else log.warn(facts, 'will be tried again');
    }
  }

  async function round(): Promise<number> {
    const jobs = await queue.lease(id, BATCH, LEASE);
    const until = performance.now() + LEASE / 2;
    // One after the other: they share one database writer, and their order is the order of events.
    let ran = 0;
    for (const job of jobs) {
      // When slow deliveries ate the lease, another worker may soon believe that this one died.
      if ((stopped && running) || performance.now() > until) break;
      await run(job);
      ran += 1;
    }
    await queue.giveBack(
      id,
      jobs.slice(ran).map((job) => job.id),
    );
    return ran;
  }

  async function loop(): Promise<void> {
    while (!stopped) {
      try {
        if ((await round()) > 0) continue;
      } catch (error) {
        log.error({ reason: reasonOf(error) }, 'the outbox could not be read');
      }
      const sleep = new AbortController();
      awake = () => sleep.abort();
      await pause(EVERY, undefined, { signal: sleep.signal, ref: false }).catch(() => undefined);
    }
  }

  return {
    start() {
      running ??= loop();
    },
    wake: () => awake(),
    async drain() {
      let total = 0;
      for (;;) {
        const ran = await round();
        if (ran === 0) return total;
        total += ran;
      }
    },
    async stop() {
      stopped = true;
      awake();
      await running;
      running = null;
    },
  };
}
