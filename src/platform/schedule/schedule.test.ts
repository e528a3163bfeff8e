import { Cron } from 'croner';
import { describe, expect, it } from 'vitest';
import { createLog } from '../log/log.ts';
import { schedule } from './schedule.ts';

const log = createLog({ level: 'silent' });

describe('the schedule', () => {
  it('runs what is due, goes on after a failure, and is quiet once stopped', async () => {
    let ran = 0;
    let reached = (): void => undefined;
    const twice = new Promise<void>((resolve) => (reached = resolve));
    const clock = schedule(
      [
        {
          name: 'test.count',
          when: '* * * * * *',
          run: async () => {
            ran += 1;
            if (ran === 2) reached();
            throw new Error('a task that fails');
          },
        },
      ],
      log,
    );
    clock.start();
    clock.start();
    await twice;
    await clock.stop();
    expect(ran).toBe(2);
  });

  it('waits for the task in hand when it is stopped', async () => {
    let begun = (): void => undefined;
    const first = new Promise<void>((resolve) => (begun = resolve));
    let finish = (): void => undefined;
    const gate = new Promise<void>((resolve) => (finish = resolve));
    let done = false;
    const clock = schedule(
      [
        {
          name: 'test.slow',
          when: '* * * * * *',
          run: async () => {
            begun();
            await gate;
            done = true;
          },
        },
      ],
      log,
    );
    clock.start();
    await first;
    const stopped = clock.stop();
    finish();
    await stopped;
    expect(done).toBe(true);
  });

  it('reads its times on a clock in Shandong', () => {
    const next = new Cron('20 3 * * *', { timezone: 'Asia/Shanghai' }).nextRun(
      new Date('2026-11-20T10:00:00+08:00'),
    );
    expect(next?.toISOString()).toBe('2026-11-20T19:20:00.000Z');
  });
});
