// @ts-check
/**
 * The whole house on one machine, with named families and sandbox payments: installs, builds, prepares the data, starts
 * everything and says where it is and how to sign in. Ctrl-C ends all of it. `npm run demo -- --fresh` starts over.
 */
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildIfStale, fail, install, isFree, onHouseNode, ROOT, say } from './house.mjs';
import { originOf, prepareData, startSandbox, startService, startSite } from './services.mjs';

install();
await onHouseNode();

const house = /** @type {const} */ ({
  mode: 'demo',
  port: Number(process.env['PORT'] ?? 4321),
  sandboxPort: Number(process.env['SANDBOX_PORT'] ?? 4322),
  dataDir: process.env['DATA_DIR'] ?? '.data/demo',
});
for (const [what, port, setting] of /** @type {const} */ ([
  ['site', house.port, 'PORT'],
  ['sandbox payments', house.sandboxPort, 'SANDBOX_PORT'],
]))
  if (!(await isFree(port)))
    fail(
      `Port ${port}, where the ${what} should answer, is taken by another program. End it, or set ${setting} to another port.`,
    );

if (process.argv.includes('--fresh'))
  rmSync(path.resolve(ROOT, house.dataDir), { recursive: true, force: true });
buildIfStale();
const signIns = prepareData(house);

/** @type {import('./services.mjs').Service[]} */
const running = [];
let ending = false;
/** @param {number} code */
async function end(code) {
  if (ending) return;
  ending = true;
  // The feed first, then the site (it finishes its requests), then the payments the site speaks to.
  for (const service of [...running].reverse()) await service.stop();
  process.exit(code);
}
process.on('SIGINT', () => void end(0));
process.on('SIGTERM', () => void end(0));
process.on('SIGHUP', () => void end(0));

/** @param {Promise<import('./services.mjs').Service>} starting @param {boolean} [mayEnd] */
async function keep(starting, mayEnd = false) {
  const service = await starting.catch((/** @type {Error} */ error) => {
    process.stderr.write(`\n${error.message}\n`);
    return null;
  });
  if (!service) return end(1);
  running.push(service);
  void service.ended.then((code) => {
    if (ending || (mayEnd && code === 0)) return;
    process.stderr.write(
      `\nThe ${service.name} ended by itself (code ${code}). Its last words:\n${service.output().slice(-4000)}\n`,
    );
    if (!mayEnd) void end(1);
  });
}

await keep(startSandbox(house));
await keep(startSite(house));
if (!ending) {
  say(`
The house is open.

  Site            ${originOf(house)}        English: ${originOf(house)}/en
  Staff           ${originOf(house)}/staff
  SMS and mail    ${originOf(house)}/dev/outbox
  Payments        http://localhost:${house.sandboxPort}  (sandbox, not real money)
${signIns ? `\n${signIns.trimEnd()}\n` : ''}
Ctrl-C ends everything. The data stays in ${house.dataDir}; npm run demo -- --fresh starts over.`);
  if (existsSync(path.join(ROOT, 'db/seed/feed/send.ts')))
    await keep(
      startService({ name: 'laboratory feed', args: ['db/seed/feed/send.ts'], house, ready: 'now' }),
      true,
    );
}
