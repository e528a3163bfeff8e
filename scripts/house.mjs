// @ts-check
/**
 * What every script needs before anything is installed: plain JavaScript without dependencies, for Node 20 and up.
 * Everything else runs on the Node that comes with the dependencies.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const OUT_DIR = process.env['OUT_DIR'] ?? 'dist';
const MODULES = path.join(ROOT, 'node_modules');
const NEEDED = [22, 12];

/** @param {string} text */
export const say = (text) => void process.stdout.write(`${text}\n`);

/** @param {string} text @returns {never} */
export function fail(text) {
  process.stderr.write(`\n${text}\n`);
  process.exit(1);
}

/** The Node of the dependencies, or this one when it is new enough (macOS brings its own). */
export function houseNode() {
  const platform = { linux: 'linux', win32: 'win' }[/** @type {string} */ (process.platform)];
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  const own = path.join(MODULES, `node-${platform}-${process.arch}`, file);
  if (existsSync(own)) return own;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [needMajor = 0, needMinor = 0] = NEEDED;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return process.execPath;
  return fail(
    `Node ${NEEDED.join('.')} or newer is needed and none came with the dependencies for ${process.platform}-${process.arch}.\n` +
      `This is Node ${process.versions.node}. Install a newer one and run the command again.`,
  );
}

/** @param {NodeJS.ProcessEnv} [more] @returns {NodeJS.ProcessEnv} */
export const houseEnv = (more = {}) => ({
  ...process.env,
  PATH: [path.dirname(houseNode()), path.join(MODULES, '.bin'), process.env['PATH']].join(path.delimiter),
  ASTRO_TELEMETRY_DISABLED: '1',
  OUT_DIR,
  // What has been compiled once is read back: a restart takes little more than half the time.
  NODE_COMPILE_CACHE: path.join(ROOT, '.cache/node'),
  ...more,
});

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} */
const lockedPackages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** Whether node_modules holds what the lock says; optional packages may be for another platform. */
function isInstalled() {
  const hidden = path.join(MODULES, '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const have = lockedPackages(hidden);
  return Object.entries(lockedPackages(path.join(ROOT, 'package-lock.json'))).every(
    ([name, { version, optional, devOptional }]) =>
      name === '' || optional || devOptional || have[name]?.version === version,
  );
}

/** Installs exactly what the lock says, if that is not there already. */
export function install() {
  if (isInstalled()) return;
  say('Installing the dependencies (npm ci) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: npm.endsWith('.cmd'),
  });
  if (done.status !== 0) fail('The dependencies could not be installed; npm says why above.');
}

/**
 * Goes on under the Node of the dependencies: returns there, and in an older Node runs the same script there and exits
 * with its code. Type stripping and the database binding need it.
 */
export async function onHouseNode() {
  const node = houseNode();
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (node === process.execPath || major >= 24) return;
  const child = spawn(node, process.argv.slice(1), { cwd: process.cwd(), env: houseEnv(), stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => child.kill(signal));
  await new Promise(() => child.on('exit', (code, signal) => process.exit(signal ? 130 : (code ?? 1))));
}

/** @param {string[]} args @param {{ env?: NodeJS.ProcessEnv }} [options] */
export function runNode(args, { env = {} } = {}) {
  return spawnSync(houseNode(), args, { cwd: ROOT, stdio: 'inherit', env: houseEnv(env) }).status ?? 1;
}

/** @param {string} folder @returns {string[]} */
function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/**
 * One hash over the contents of files and folders, by path relative to the house.
 * @param {string[]} parts @param {{ tests?: boolean }} [options] whether test files count
 */
export function contentHash(parts, { tests = false } = {}) {
  const hash = createHash('sha256');
  const files = parts.map((part) => path.join(ROOT, part));
  const all = files.flatMap((file) => (path.extname(file) && existsSync(file) ? [file] : filesUnder(file)));
  for (const file of [...new Set(all)].sort()) {
    if (!tests && file.endsWith('.test.ts')) continue;
    hash.update(path.relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

const BUILT_FROM = [
  'src',
  'public',
  'db/schema',
  'astro.config.mjs',
  'package-lock.json',
  'tsconfig.json',
  'scripts/build.mjs',
  'scripts/built-pages.mjs',
  'scripts/finish-build.mjs',
  'scripts/live-pages.mjs',
];
const stampFile = () => path.join(ROOT, OUT_DIR, '.built-from');

export const sourceHash = () => contentHash(BUILT_FROM);

export const isBuilt = (hash = sourceHash()) =>
  existsSync(stampFile()) && readFileSync(stampFile(), 'utf8') === hash;

/** @param {string} hash */
export function stampBuild(hash) {
  mkdirSync(path.dirname(stampFile()), { recursive: true });
  writeFileSync(stampFile(), hash);
}

/** Builds the site unless what is there was built from the same sources. */
export function buildIfStale() {
  if (isBuilt()) return;
  say('Building the site …');
  if (runNode(['scripts/build.mjs']) !== 0) fail('The site could not be built; the reason is above.');
}

/** @param {number} port @returns {Promise<boolean>} */
export const isFree = (port) =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
