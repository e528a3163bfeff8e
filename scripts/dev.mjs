// @ts-check
/** Pages rebuilt as they change, with sandbox payments and a data folder of their own. Not the server that runs in earnest. */
import { fail, houseNode, install, isFree, onHouseNode, ROOT, say } from './house.mjs';
import { originOf, prepareData, settingsOf, startSandbox } from './services.mjs';
import { spawn } from 'node:child_process';

install();
await onHouseNode();
const house = /** @type {const} */ ({
  mode: 'demo',
  port: Number(process.env['PORT'] ?? 4321),
  sandboxPort: Number(process.env['SANDBOX_PORT'] ?? 4322),
  dataDir: process.env['DATA_DIR'] ?? '.data/dev',
});
for (const port of [house.port, house.sandboxPort])
  if (!(await isFree(port)))
    fail(`Port ${port} is taken by another program. End it, or set PORT or SANDBOX_PORT.`);

say(prepareData(house).trimEnd());
const sandbox = await startSandbox(house);
say(`\nSite ${originOf(house)} · SMS and mail ${originOf(house)}/dev/outbox\n`);
const astro = spawn(houseNode(), ['node_modules/astro/bin/astro.mjs', 'dev', '--port', String(house.port)], {
  cwd: ROOT,
  env: settingsOf(house),
  stdio: 'inherit',
});
const end = () => astro.kill('SIGTERM');
process.on('SIGINT', end);
process.on('SIGTERM', end);
astro.on('exit', (code) => void sandbox.stop().then(() => process.exit(code ?? 0)));
