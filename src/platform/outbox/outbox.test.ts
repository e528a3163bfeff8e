import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outbox as table } from '../../../db/schema/platform.ts';
import { testHouse, type House } from '../../../tests/support/house.ts';
import { DAY, HOUR, MINUTE } from '../../shared/clock.ts';
import { err, ok } from '../../shared/result.ts';
import { createLog } from '../log/log.ts';
import { MAX_ATTEMPTS, message, outbox, outboxQueue, type JobHandler } from './outbox.ts';
import { backoff, outboxWorker } from './worker.ts';

let house: House;
beforeEach(async () => void (house = await testHouse()));
afterEach(() => house.close());

const log = createLog({ level: 'silent' });
const PHONE = '13800138000';

/** An outbox and a worker with listeners of our own, on the house's database. */
function post(handlers: Record<string, JobHandler>) {
  const { db } = house.deps.database;
  const of = (topic: string) =>
    Object.keys(handlers).flatMap((name) =>
      name.startsWith(`${topic}#`) ? [name.slice(topic.length + 1)] : [],
    );
  const worker = (id: string) =>
    outboxWorker({
      queue: outboxQueue(db, house.clock.now),
      handler: (name) => handlers[name],
      now: house.clock.now,
      log,
      id,
    });
  return { add: outbox(db, house.clock.now, { of }).add, worker };
}
const rows = () => house.deps.database.db.select().from(table);

describe('the outbox', () => {
  it('sends after commit, and nothing when the transaction was refused', async () => {
    const { deps } = house;
    const text = message.sms(deps.vault, PHONE, '您的报名已提交。');
    await deps.transaction(async (tx) => {
      await tx.outbox.add('sms.send', text);
      return err('changed-meanwhile');
    });
    expect(await house.runJobs()).toBe(0);
    await deps.transaction(async (tx) => {
      await tx.outbox.add('sms.send', text);
      await tx.outbox.add('mail.send', message.mail(deps.vault, 'a@example.cn', '有新进展', '请登录查看。'));
      return ok();
    });
    expect(house.messages).toEqual([]);
    expect(await house.runJobs()).toBe(2);
    expect(house.messages.map(({ to, text: said }) => [to, said]).sort()).toEqual([
      [PHONE, '您的报名已提交。'],
      ['a@example.cn', '请登录查看。'],
    ]);
    expect(await house.runJobs()).toBe(0);
  });

  it('keeps neither phone nor words readable while they wait', async () => {
    await house.deps.transaction(async (tx) => {
      await tx.outbox.add('sms.send', message.sms(house.deps.vault, PHONE, '验证码123456'));
      return ok();
    });
    expect(JSON.stringify(await rows())).not.toMatch(/13800138000|123456/);
  });

  it('gives an event to every listener on its own: one in trouble does not repeat the other', async () => {
    const heard: string[] = [];
    let broken = true;
    const { add, worker } = post({
      'contract.signed#contracts': async () => void heard.push('contracts'),
      'contract.signed#fees': async () => {
        if (broken) throw new Error('later');
        heard.push('fees');
      },
    });
    await add('contract.signed', { contractId: 'ctr_1' });
    await worker('w').drain();
    expect(heard).toEqual(['contracts']);
    broken = false;
    house.clock.advance(HOUR);
    await worker('w').drain();
    expect(heard).toEqual(['contracts', 'fees']);
  });

  it('waits until the time it was told to', async () => {
    let ran = 0;
    const { add, worker } = post({ 'reminder#fees': async () => void ran++ });
    await add('reminder', {}, { notBefore: house.clock.now() + DAY });
    await worker('w').drain();
    expect(ran).toBe(0);
    house.clock.advance(DAY);
    await worker('w').drain();
    expect(ran).toBe(1);
  });

  it('does each of 300 jobs once when two workers take them', async () => {
    const done = new Map<unknown, number>();
    const { add, worker } = post({
      'count#test': async ({ n }) => {
        await Promise.resolve();
        done.set(n, (done.get(n) ?? 0) + 1);
      },
    });
    for (let n = 0; n < 300; n++) await add('count', { n });
    const ran = await Promise.all([worker('one').drain(), worker('two').drain()]);
    expect(ran[0] + ran[1]).toBe(300);
    expect([...done.values()].every((times) => times === 1)).toBe(true);
    expect(done.size).toBe(300);
  });

  it('takes over the job of a worker that died once its lease is over, and not before', async () => {
    let ran = 0;
    const { add, worker } = post({ 'x#test': async () => void ran++ });
    await add('x', {});
    await outboxQueue(house.deps.database.db, house.clock.now).lease('dead', 20, 2 * MINUTE);
    await worker('living').drain();
    expect(ran).toBe(0);
    house.clock.advance(2 * MINUTE);
    await worker('living').drain();
    expect(ran).toBe(1);
  });

  it('gives up after eight tries and keeps the dead letter, without the words of the error', async () => {
    const { add, worker } = post({
      'x#test': async () => {
        throw new TypeError(`no such number ${PHONE}`);
      },
    });
    await add('x', {});
    for (let i = 0; i < MAX_ATTEMPTS + 2; i++) {
      await worker('w').drain();
      house.clock.advance(HOUR);
    }
    expect(await rows()).toMatchObject([{ state: 'dead', attempts: MAX_ATTEMPTS, lastError: 'TypeError' }]);
    const queue = outboxQueue(house.deps.database.db, house.clock.now);
    expect(await queue.counts()).toEqual({ waiting: 0, dead: 1 });
    await queue.revive((await rows())[0]?.id ?? '');
    expect(await queue.counts()).toEqual({ waiting: 1, dead: 0 });
  });

  it('pauses longer after each failure, but never over half an hour', () => {
    expect([1, 2, 3, 20].map((tries) => backoff(tries, 1))).toEqual([2000, 4000, 8000, 30 * MINUTE]);
    expect(backoff(3, 0)).toBe(4000);
  });

  it('finishes the job in hand when it is stopped and leaves the rest as if untouched', async () => {
    let begun = (): void => undefined;
    const first = new Promise<void>((resolve) => (begun = resolve));
    let finish = (): void => undefined;
    const gate = new Promise<void>((resolve) => (finish = resolve));
    const { add, worker } = post({
      'x#test': async () => {
        begun();
        await gate;
      },
    });
    for (let n = 0; n < 3; n++) await add('x', { n });
    const running = worker('w');
    running.start();
    await first;
    const stopped = running.stop();
    finish();
    await stopped;
    const left = await house.deps.database.db.select().from(table).where(eq(table.state, 'waiting'));
    expect(left).toHaveLength(2);
    expect(left.every((job) => job.leasedBy === null && job.attempts === 0)).toBe(true);
    expect(
      await house.deps.database.db.get(sql`SELECT count(*) AS n FROM outbox WHERE state = 'done'`),
    ).toEqual({ n: 1 });
  });
});
