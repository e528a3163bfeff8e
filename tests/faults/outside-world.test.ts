/** Mail server, disk and clock fail as they do: for a while, at the worst moment. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { outbox as outboxTable } from '#db/schema/index.ts';
import { verifyChain } from '#src/platform/audit/audit-trail.ts';
import { createLog } from '#src/platform/log/log.ts';
import { smtpMailer } from '#src/platform/mail/mail.ts';
import { message, outbox, outboxQueue, type JobHandler } from '#src/platform/outbox/outbox.ts';
import { outboxWorker } from '#src/platform/outbox/worker.ts';
import { HOUR, MINUTE } from '#src/shared/clock.ts';
import { ok } from '#src/shared/result.ts';
import { testHouse, type House } from '../support/house.ts';

let house: House | undefined;
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
  await house?.close();
  house = undefined;
});

/** A mail server on a port of its own; `hangUp` makes it go in the middle of a letter. */
async function mailServer(port: number, options: { readonly hangUp?: boolean } = {}) {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      if (options.hangUp) {
        for (const one of server.connections) one.close();
        return;
      }
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
      stream.on('end', () => {
        received.push(text);
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const close = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  return { received, port: (server.server.address() as AddressInfo).port, close };
}

describe('a mail server that is down', () => {
  it('keeps a letter waiting, through a lost connection too, and delivers it once when it is back', async () => {
    const first = await mailServer(0);
    await first.close();
    const mail = smtpMailer({ url: `smtp://127.0.0.1:${first.port}`, from: 'portal@example.cn' });
    house = await testHouse({ parts: { mail } });
    const { deps, clock } = house;
    const waiting = (): Promise<{ waiting: number; dead: number }> =>
      outboxQueue(deps.database.db, clock.now).counts();
    await deps.transaction(async (tx) => {
      await tx.outbox.add('mail.send', message.mail(deps.vault, 'a@example.cn', '有新进展', '请登录查看。'));
      return ok();
    });
    await house.runJobs();
    expect(await waiting()).toEqual({ waiting: 1, dead: 0 });

    clock.advance(HOUR);
    const shaky = await mailServer(first.port, { hangUp: true });
    await house.runJobs();
    await shaky.close();
    expect(await waiting()).toEqual({ waiting: 1, dead: 0 });

    clock.advance(HOUR);
    const back = await mailServer(first.port);
    closing.push(back.close);
    await house.runJobs();
    clock.advance(HOUR);
    await house.runJobs();
    expect(back.received).toHaveLength(1);
    expect(await waiting()).toEqual({ waiting: 0, dead: 0 });
  });
});

describe('a disk that is full', () => {
  it('refuses a file, leaves no half of it, and takes the next that fits', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'portal-full-'));
    try {
      const child = spawnSync(
        'bash',
        [
          '-c',
          'ulimit -f 128 && exec "$@"',
          'bash',
          process.execPath,
          path.join(import.meta.dirname, 'fill-the-disk.ts'),
          folder,
        ],
        { encoding: 'utf8' },
      );
      expect(child.stderr).not.toMatch(/Error/);
      expect(JSON.parse(child.stdout)).toEqual({ reason: 'EFBIG', left: 0, small: 'still room for this' });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('rolls a whole transaction back, promises included, and the house goes on when there is room', async () => {
    house = await testHouse();
    const { deps } = house;
    const { client, db } = deps.database;
    const pages = Number((await client.execute('PRAGMA page_count')).rows[0]?.[0]);
    await client.execute(`PRAGMA max_page_count = ${pages + 2}`);
    const write = () =>
      deps.transaction(async (tx) => {
        await tx.audit.record({
          action: 'sample.kept',
          actor: { kind: 'system', id: 'faults' },
          object: { kind: 'sample', id: 'one' },
          details: { long: 'x'.repeat(200_000) },
        });
        await tx.outbox.add('sms.send', message.sms(deps.vault, '13800138000', '已经记下。'));
        return ok();
      });
    await expect(write()).rejects.toThrow();
    expect(await db.select().from(outboxTable)).toEqual([]);
    expect(await deps.database.integrityCheck()).toEqual(['ok']);

    await client.execute('PRAGMA max_page_count = 1000000');
    expect((await write()).ok).toBe(true);
    await house.runJobs();
    expect(house.messages).toHaveLength(1);
    expect(await verifyChain(db)).toMatchObject({ intact: true, rows: 1 });
  });
});

describe('a clock that jumps', () => {
  /** Two workers on one queue, with a job of our own. */
  const post = ({ deps, clock }: House, handler: JobHandler) => {
    const { db } = deps.database;
    const add = outbox(db, clock.now, { of: () => ['test'] }).add;
    const worker = (id: string) =>
      outboxWorker({
        queue: outboxQueue(db, clock.now),
        handler: () => handler,
        now: clock.now,
        log: createLog({ level: 'silent' }),
        id,
      });
    return { add, worker, queue: outboxQueue(db, clock.now) };
  };

  it('forwards past a lease lets a second worker take the job, and it ends done, not lost and not waiting', async () => {
    house = await testHouse();
    const here = house;
    let ran = 0;
    const { add, worker, queue } = post(here, async () => {
      ran += 1;
      if (ran > 1) return;
      // While the first works, the clock jumps and the second believes it dead.
      here.clock.advance(10 * MINUTE);
      await worker('second').drain();
    });
    await add('x', {});
    await worker('first').drain();
    expect(ran).toBe(2);
    expect(await queue.counts()).toEqual({ waiting: 0, dead: 0 });
    here.clock.advance(HOUR);
    expect(await worker('third').drain()).toBe(0);
  });

  it('backwards delays what was promised, and neither forgets nor repeats it', async () => {
    house = await testHouse();
    let ran = 0;
    const { add, worker } = post(house, async () => void (ran += 1));
    await add('x', {});
    house.clock.advance(-HOUR);
    await house.deps.transaction(async ({ audit }) => {
      await audit.record({
        action: 'sample.kept',
        actor: { kind: 'system', id: 'faults' },
        object: { kind: 'sample', id: 'earlier' },
      });
      return ok();
    });
    await worker('w').drain();
    expect(ran).toBe(0);
    house.clock.advance(HOUR);
    await worker('w').drain();
    await worker('w').drain();
    expect(ran).toBe(1);
    expect(await verifyChain(house.deps.database.db)).toMatchObject({ intact: true });
  });
});
