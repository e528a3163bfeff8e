/** What happens by the clock rather than after a commit. Times are those of Shandong. */
import { Cron } from 'croner';
import type { Log } from '../log/log.ts';

export interface Task {
  /** `events.remind`: the capability, then what it does. */
  readonly name: string;
  /** Five fields of cron, in the time of Shandong. */
  readonly when: string;
  /** Must stand being run twice, and being missed: it looks at what is due, not at the time. */
  readonly run: () => Promise<unknown>;
}

export interface Schedule {
  start(): void;
  /** Lets what runs now come to its end. */
  stop(): Promise<void>;
}

/** A message of an error may quote what it choked on, so only its kind is kept. */
const reasonOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** Runs each task at its times, never twice at once; a failure is logged and tried again at the next time. */
export function schedule(tasks: readonly Task[], log: Log): Schedule {
  let running: readonly Cron[] = [];
  const atWork = new Set<Promise<void>>();
  const run = async (task: Task): Promise<void> => {
    try {
      await task.run();
    } catch (error) {
      log.error({ task: task.name, reason: reasonOf(error) }, 'a scheduled task failed');
    }
  };
  return {
    start() {
      if (running.length > 0) return;
      running = tasks.map(
        (task) =>
          new Cron(task.when, { timezone: 'Asia/Shanghai', protect: true, unref: true }, async () => {
            const work = run(task);
            atWork.add(work);
            await work;
            atWork.delete(work);
          }),
      );
    },
    async stop() {
      for (const cron of running) cron.stop();
      running = [];
      await Promise.all(atWork);
    },
  };
}
