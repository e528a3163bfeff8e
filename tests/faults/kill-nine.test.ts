/** The process dies at any step of signing and of what follows; whoever comes after finds everything, once. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditLog, files, orders, signatures } from '#db/schema/index.ts';
import { FamilyInHouse } from '#db/seed/families/journey.ts';
import { createDeps, type Deps } from '#src/deps.ts';
import { verifyChain } from '#src/platform/audit/audit-trail.ts';
import { loadConfig } from '#src/platform/config/config.ts';
import { createLog } from '#src/platform/log/log.ts';
import { outboxQueue } from '#src/platform/outbox/outbox.ts';
import { MINUTE } from '#src/shared/clock.ts';
import { FAMILY, NOW, ticking, untilTheMotherSigns, type Scene } from './signing-scene.ts';

/** How many places of all there are; spread evenly, so that the same run dies at the same places. */
const PLACES = [1, 2, 3, 4, 5, 6, 7, 8];

const folder = mkdtempSync(path.join(tmpdir(), 'portal-killed-'));
const before = path.join(folder, 'before');
let scene: Scene;
let statements = 0;
let usualWords: readonly string[] = [];

const open = (dataDir: string, now: () => number): Promise<Deps> =>
  createDeps(loadConfig({ APP_MODE: 'test', DATA_DIR: dataDir }), {
    now,
    log: createLog({ level: 'silent' }),
  });

/** Runs the signing in a process of its own, on a copy. */
function sign(
  name: string,
  dieAt: number,
): { readonly dataDir: string; readonly killed: boolean; readonly said: string } {
  const dataDir = path.join(folder, name);
  cpSync(before, dataDir, { recursive: true });
  const child = spawnSync(
    process.execPath,
    [path.join(import.meta.dirname, 'until-killed.ts'), JSON.stringify({ ...scene, dataDir, dieAt })],
    { encoding: 'utf8' },
  );
  if (child.status !== 0 && child.signal !== 'SIGKILL') throw new Error(child.stderr);
  return { dataDir, killed: child.signal === 'SIGKILL', said: child.stdout.trim() };
}

/** What both guardians were told, without the codes, which differ. */
async function wordsTo(deps: Deps): Promise<readonly string[]> {
  const { mother, other } = FAMILY;
  const phones = [mother.mobile, ...('absent' in other ? [] : [other.mobile])];
  const all = await Promise.all(
    phones.map((recipient) => deps.read.devMessages.newest({ recipient, limit: 50 })),
  );
  return all.flatMap((messages) =>
    messages.map(({ body }) => body).filter((body) => !/(?<!\d)\d{6}(?!\d)/.test(body)),
  );
}

beforeAll(async () => {
  const deps = await open(before, ticking(NOW));
  try {
    scene = await untilTheMotherSigns(deps, 'acc_counsellor');
  } finally {
    await deps.close();
  }
  const whole = sign('whole', 0);
  statements = Number(whole.said);
  const after = await open(whole.dataDir, ticking(scene.at + 5 * MINUTE));
  usualWords = await wordsTo(after);
  await after.close();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a process that dies while a contract is signed', () => {
  it('has very many places to die at', () => {
    expect(statements).toBeGreaterThan(60);
    expect(usualWords.length).toBeGreaterThan(1);
  });

  it.each(PLACES)(
    'in the %s. eighth leaves nothing half done, nothing lost and nothing twice',
    async (place) => {
      const dieAt = Math.ceil(((place - 0.5) / PLACES.length) * statements);
      const { dataDir, killed } = sign(`at-${dieAt}`, dieAt);
      expect(killed).toBe(true);

      // Somebody starts the house again, later than any lease; the mother looks whether her signature is there.
      const deps = await open(dataDir, ticking(scene.at + 10 * MINUTE));
      try {
        const { db } = deps.database;
        expect(await deps.database.integrityCheck()).toEqual(['ok']);
        const family = Object.assign(new FamilyInHouse(deps, FAMILY), scene);
        await deps.runJobs();
        const contract = await deps.read.contracts.byId(scene.contractId);
        if (contract?.state !== 'signed') await family.motherSigns();
        await deps.runJobs();

        const signed = await deps.read.contracts.byId(scene.contractId);
        expect(signed?.state).toBe('signed');
        expect(await db.select().from(signatures)).toHaveLength(2);
        const kept = await db.select().from(files).where(eq(files.subjectId, scene.contractId));
        expect(kept).toHaveLength(1);
        const bytes = await deps.files.get(kept[0]?.storageKey ?? '');
        expect(createHash('sha256').update(bytes).digest('hex')).toBe(kept[0]?.sha256);
        expect(await db.select().from(orders).where(eq(orders.contractId, scene.contractId))).toHaveLength(1);

        const said = await db.select({ action: auditLog.action }).from(auditLog);
        expect(said.filter(({ action }) => action === 'contract.filed')).toHaveLength(1);
        expect(await verifyChain(db)).toMatchObject({ intact: true });
        // What still waits is for another day.
        expect(await deps.runJobs()).toBe(0);
        expect((await outboxQueue(db, deps.now).counts()).dead).toBe(0);
        const words = await wordsTo(deps);
        expect(usualWords.filter((sentence) => !words.includes(sentence))).toEqual([]);
      } finally {
        await deps.close();
      }
    },
  );
});
