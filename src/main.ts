/**
 * The house opens: configuration, wiring, the server in front of Astro, and the worker that does what was promised to
 * happen after a commit. One process owns the database file (docs/decisions).
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createDeps } from './deps.ts';
import { keyBeforeBody } from './integration/index.ts';
import { loadConfig, type Config } from './platform/config/config.ts';
import { createSite, type AstroHandler } from './platform/http/server.ts';
import { loadStaticFiles } from './platform/http/static-files.ts';
import { ensureFirstAdministrator } from './staff/index.ts';

/** What an operator has done or left out is one sentence, not a stack. */
function refuseToStart(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

let config: Config;
try {
  config = loadConfig(process.env);
} catch (error) {
  refuseToStart(error);
}
const outDir = path.resolve(process.env['OUT_DIR'] ?? 'dist');
const entry = path.join(outDir, 'server/entry.mjs');
if (!existsSync(entry))
  refuseToStart(`The site has not been built: ${entry} is missing. Run npm run build first.`);
const deps = await createDeps(config, { outDir }).catch(refuseToStart);
const { log } = deps;

const settings = {
  origin: config.origin,
  https: config.mode === 'production',
  formTargets: config.checkoutOrigins,
  hosts: config.hosts,
  proxies: config.proxies,
  maxInFlight: 120,
};
const { handler } = (await import(pathToFileURL(entry).href)) as {
  handler: AstroHandler;
};
const files = loadStaticFiles(outDir, settings);
const site = createSite({
  settings,
  files,
  handler,
  deps,
  log,
  ready: deps.ready,
  beforeBody: (announced) => keyBeforeBody(deps, announced),
});

deps.startWorker();
await new Promise<void>((resolve, reject) => {
  site.server.once('error', reject);
  site.server.listen(config.port, config.address, resolve);
});
log.info({ origin: config.origin, files: files.count }, 'open');
// To the operator's screen, not to the log: whoever holds this link becomes the administrator.
const setUpLink = await ensureFirstAdministrator(deps);
if (setUpLink !== null)
  process.stdout.write(
    `Nobody can sign in to the console yet. Set up the first administrator: ${setUpLink}\n`,
  );
// Scripts that start this process wait for this line.
process.send?.('ready');

let closing = false;
async function close(signal: string): Promise<void> {
  if (closing) return;
  closing = true;
  log.info({ signal }, 'closing');
  await site.stop();
  await deps.close();
  process.exit(0);
}
process.on('SIGTERM', (signal) => void close(signal));
process.on('SIGINT', (signal) => void close(signal));
// A parent that dies without a signal (a closed terminal) must not leave the house running.
process.on('disconnect', () => void close('disconnect'));
