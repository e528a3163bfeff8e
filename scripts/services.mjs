// @ts-check
/**
 * The processes of a running house: prepared database, sandbox payments, site, feed. Used by the demo, the development
 * server and the end-to-end tests, which differ only in ports, folders and how long they live.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fail, houseEnv, houseNode, ROOT } from './house.mjs';

/**
 * @typedef {{ mode: 'demo' | 'test', port: number, sandboxPort: number, dataDir: string, env?: NodeJS.ProcessEnv }} House
 * @typedef {{ name: string, stop: () => Promise<void>, ended: Promise<number>, output: () => string }} Service
 */

/** @param {House} house */
export const originOf = ({ port }) => `http://localhost:${port}`;

/** @param {House} house @returns {NodeJS.ProcessEnv} */
export const settingsOf = (house) =>
  houseEnv({
    APP_MODE: house.mode,
    PORT: String(house.port),
    PUBLIC_ORIGIN: originOf(house),
    DATA_DIR: house.dataDir,
    SANDBOX_PORT: String(house.sandboxPort),
    SANDBOX_ORIGIN: `http://localhost:${house.sandboxPort}`,
    ...house.env,
  });

/**
 * Runs a script of the house to its end and gives back what it printed.
 * @param {string} script @param {House} house @returns {string}
 */
function runScript(script, house) {
  const done = spawnSync(houseNode(), [path.join(ROOT, script)], {
    cwd: ROOT,
    env: settingsOf(house),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (done.status !== 0) {
    process.stderr.write(done.stdout);
    fail(`${script} failed; the reason is above.`);
  }
  return done.stdout;
}

/**
 * Once per data folder, puts the named families in. Returns how to sign in, as the seed printed it.
 * @param {House} house
 */
export function prepareData(house) {
  mkdirSync(path.resolve(ROOT, house.dataDir), { recursive: true });
  const kept = path.resolve(ROOT, house.dataDir, 'sign-ins.txt');
  if (!existsSync(kept) && existsSync(path.join(ROOT, 'db/seed/demo.ts')))
    writeFileSync(kept, runScript('db/seed/demo.ts', house));
  return existsSync(kept) ? readFileSync(kept, 'utf8') : '';
}

/**
 * Starts a process and resolves once it says it is ready: by a message, by a line on its output, or at once.
 * @param {{ name: string, args: string[], house: House, ready: 'message' | 'now' | RegExp, show?: boolean, timeout?: number }} options
 * @returns {Promise<Service>}
 */
export function startService({ name, args, house, ready, show = false, timeout = 30_000 }) {
  const child = spawn(houseNode(), args, {
    cwd: ROOT,
    env: settingsOf(house),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) =>
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 130 : 1))),
  );
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    const hurry = setTimeout(() => child.kill('SIGKILL'), 25_000);
    await ended;
    clearTimeout(hurry);
  };
  return new Promise((resolve, reject) => {
    const service = { name, stop, ended, output: () => output };
    const tooLong = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`${name} was not ready after ${timeout / 1000} s.\n${output}`));
    }, timeout);
    const settle = () => {
      clearTimeout(tooLong);
      resolve(service);
    };
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (/** @type {Buffer} */ chunk) => {
        const text = chunk.toString();
        output = (output + text).slice(-200_000);
        if (show) process.stdout.write(text);
        if (ready instanceof RegExp && ready.test(output)) settle();
      });
    child.on('message', (message) => {
      if (ready === 'message' && message === 'ready') settle();
    });
    void ended.then((code) => {
      clearTimeout(tooLong);
      reject(new Error(`${name} ended with code ${code} before it was ready.\n${output}`));
    });
    if (ready === 'now') settle();
  });
}

/** @param {House} house */
export const startSandbox = (house) =>
  startService({
    name: 'sandbox payments',
    args: ['src/platform/payments/sandbox/main.ts'],
    house,
    ready: /Sandbox payments, not real money/,
  });

/** @param {House} house */
export const startSite = (house) =>
  startService({ name: 'site', args: ['src/main.ts'], house, ready: 'message', timeout: 60_000 });
