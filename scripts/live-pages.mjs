// @ts-check
/**
 * Public pages the server makes for each visit (prices, the charity ledger …), as a stranger sees them. The build asks the
 * house it has just built, on an empty database of its own that is thrown away, with none of the operator's settings.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pageOf } from './built-pages.mjs';
import { builtRoutes } from './built-routes.mjs';
import { houseEnv, houseNode, ROOT } from './house.mjs';

const READY_WITHIN = 60_000;
/** How a route begins that exists in both languages. */
const TRANSLATED = '/[...lang]';
const KEPT = 'live-pages.json';

/** Pages without parameters that anybody may see. @param {string} outDir @returns {Promise<string[]>} */
async function addressesIn(outDir) {
  const { routes } = await import('../src/accounts/permissions.ts');
  return builtRoutes(outDir)
    .filter(
      ({ pattern, type, prerendered }) =>
        type === 'page' &&
        !prerendered &&
        routes[pattern]?.GET === 'anyone' &&
        pattern.startsWith(TRANSLATED) &&
        !pattern.slice(TRANSLATED.length).includes('['),
    )
    .map(({ pattern }) => pattern.slice(TRANSLATED.length));
}

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });

/** Only what a program needs to run at all: no database, no mail, no secret of the operator's reaches this house. */
const bareEnv = () => {
  const kept = [
    'PATH',
    'HOME',
    'TMPDIR',
    'TEMP',
    'TMP',
    'SystemRoot',
    'NODE_COMPILE_CACHE',
    'ASTRO_TELEMETRY_DISABLED',
  ];
  return Object.fromEntries(Object.entries(houseEnv()).filter(([name]) => kept.includes(name)));
};

/**
 * @template T @param {string} outDir @param {(origin: string) => Promise<T>} use @returns {Promise<T>}
 */
async function withHouse(outDir, use) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portal-build-'));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const child = spawn(houseNode(), ['src/main.ts'], {
    cwd: ROOT,
    env: {
      ...bareEnv(),
      APP_MODE: 'test',
      PORT: String(port),
      PUBLIC_ORIGIN: origin,
      SANDBOX_PORT: String(port),
      DATA_DIR: dataDir,
      OUT_DIR: outDir,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    await new Promise((resolve, reject) => {
      const tooLong = setTimeout(
        () => reject(new Error(`the built house did not open:\n${output}`)),
        READY_WITHIN,
      );
      const settle = (/** @type {() => void} */ done) => {
        clearTimeout(tooLong);
        done();
      };
      child.once('message', () => settle(() => resolve(null)));
      child.once('exit', () => settle(() => reject(new Error(`the built house ended:\n${output}`))));
    });
    return await use(origin);
  } finally {
    child.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/**
 * Asks for every such page in both languages and keeps what was answered beside the build, for the tests.
 * @param {string} outDir @returns {Promise<import('./built-pages.mjs').BuiltPage[]>}
 */
export async function askLivePages(outDir) {
  const { UNKNOWN_ORIGIN } = await import('../src/shared/public-origin.ts');
  const addresses = await addressesIn(outDir);
  const pages = await withHouse(outDir, async (origin) => {
    /** @type {import('./built-pages.mjs').BuiltPage[]} */
    const found = [];
    for (const address of addresses.flatMap((one) => [one, `/en${one}`])) {
      const answer = await fetch(origin + address, { redirect: 'manual' });
      if (answer.status >= 500) throw new Error(`${address} answered ${answer.status}`);
      if (answer.status !== 200) continue;
      const html = (await answer.text()).replaceAll(origin, UNKNOWN_ORIGIN);
      const page = pageOf(address, html);
      if (page.indexed) found.push(page);
    }
    return found;
  });
  writeFileSync(path.join(outDir, KEPT), `${JSON.stringify(pages, null, 1)}\n`);
  return pages;
}

/** What was answered when the house was built. @param {string} outDir @returns {import('./built-pages.mjs').BuiltPage[]} */
export const livePages = (outDir) => JSON.parse(readFileSync(path.join(outDir, KEPT), 'utf8'));
