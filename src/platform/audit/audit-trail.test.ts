import { sql } from 'drizzle-orm';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testHouse, type House } from '../../../tests/support/house.ts';
import { err, ok } from '../../shared/result.ts';
import { verifyChain } from './audit-trail.ts';

let house: House;
beforeEach(async () => void (house = await testHouse()));
afterEach(() => house.close());

const entry = (id: string) => ({
  action: 'contract.signed',
  actor: { kind: 'family', id: 'acc_1' } as const,
  object: { kind: 'contract', id },
  details: { version: 2, nothing: undefined, when: new Date(0), nested: { b: 1, a: ['二'] } },
});
const record = (id: string) =>
  house.deps.transaction(async ({ audit }) => {
    await audit.record(entry(id));
    return ok();
  });
const tamper = async (statement: string): Promise<void> => {
  const { db } = house.deps.database;
  await db.run(sql.raw('DROP TRIGGER audit_log_refuses_update'));
  await db.run(sql.raw('DROP TRIGGER audit_log_refuses_delete'));
  await db.run(sql.raw(statement));
};

describe('the audit log', () => {
  it('is one unbroken chain, however many write at once', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, i) => record(`ctr_${i}`)));
    expect(await verifyChain(house.deps.database.db)).toMatchObject({ intact: true, rows: 40 });
  });
  it('is walked by the operator’s command, which fails when a row was changed', async () => {
    await record('ctr_1');
    await record('ctr_2');
    const walk = () => {
      const done = spawnSync(process.execPath, ['db/verify-audit.ts'], {
        env: { ...process.env, APP_MODE: 'test', DATA_DIR: copy },
        encoding: 'utf8',
      });
      return [done.status, done.stdout];
    };
    const copy = mkdtempSync(path.join(tmpdir(), 'portal-audit-'));
    const copied = () => house.deps.database.db.run(sql.raw(`VACUUM INTO '${copy}/portal.db'`));
    try {
      await copied();
      expect(walk()).toEqual([0, expect.stringContaining('whole: 2 rows')]);
      await tamper(`UPDATE audit_log SET actor_id = 'acc_2' WHERE seq = 2`);
      rmSync(path.join(copy, 'portal.db'));
      await copied();
      expect(walk()).toEqual([1, expect.stringContaining('broken at row 2')]);
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  });
  it('keeps nothing of a transaction that was refused', async () => {
    await house.deps.transaction(async ({ audit }) => {
      await audit.record(entry('ctr_1'));
      return err('offer-ended');
    });
    await record('ctr_2');
    expect(await verifyChain(house.deps.database.db)).toMatchObject({ intact: true, rows: 1 });
  });
  it('cannot be changed or shortened through the database', async () => {
    await record('ctr_1');
    const { client } = house.deps.database;
    await expect(client.execute(`UPDATE audit_log SET action = 'x'`)).rejects.toThrow(/append-only/);
    await expect(client.execute('DELETE FROM audit_log')).rejects.toThrow(/append-only/);
  });
  it.each([
    ['a changed detail', `UPDATE audit_log SET details = '{"version":3}' WHERE seq = 2`, 2],
    ['a changed actor', `UPDATE audit_log SET actor_id = 'acc_2' WHERE seq = 1`, 1],
    ['a row taken out of the middle', 'DELETE FROM audit_log WHERE seq = 2', 3],
    ['the newest row cut off', 'DELETE FROM audit_log WHERE seq = 3', 3],
    ['everything cut off', 'DELETE FROM audit_log', 1],
  ])('shows %s', async (_what, statement, brokenAt) => {
    for (const id of ['ctr_1', 'ctr_2', 'ctr_3']) await record(id);
    await tamper(statement);
    expect(await verifyChain(house.deps.database.db)).toMatchObject({ intact: false, brokenAt });
  });
});
