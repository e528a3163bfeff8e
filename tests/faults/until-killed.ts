/**
 * The mother signs, the second of two, in a process of its own that dies by SIGKILL before its n-th statement; 0: it lives,
 * and says how many there were. Run by kill-nine.test.ts.
 */
import { FamilyInHouse } from '../../db/seed/families/journey.ts';
import { createDeps } from '../../src/deps.ts';
import { loadConfig } from '../../src/platform/config/config.ts';
import { createLog } from '../../src/platform/log/log.ts';
import { MINUTE } from '../../src/shared/clock.ts';
import { FAMILY, ticking, type Scene } from './signing-scene.ts';

const { dataDir, at, dieAt, ...known } = JSON.parse(process.argv[2] ?? '') as Scene & {
  readonly dataDir: string;
  readonly dieAt: number;
};

let statements = 0;
let counting = false;
const deps = await createDeps(loadConfig({ APP_MODE: 'test', DATA_DIR: dataDir }), {
  now: ticking(at + MINUTE),
  log: createLog({ level: 'silent' }),
  onStatement: () => {
    if (!counting) return;
    statements += 1;
    if (statements === dieAt) process.kill(process.pid, 'SIGKILL');
  },
});
const family = Object.assign(new FamilyInHouse(deps, FAMILY), known);
counting = true;
await family.motherSigns();
counting = false;
await deps.close();
console.log(statements);
