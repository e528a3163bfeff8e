// @ts-check
/**
 * Completes package-lock.json. A registry mirror may lack binaries for other platforms; npm then leaves them out of the
 * lock, and `npm ci` refuses the lock everywhere. A stub (version, optional, os, cpu) per missing binary is enough: it is
 * only fetched on its own platform. Run it after adding a package: `node scripts/lock.mjs` (with --check it only looks).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { fail, ROOT, say } from './house.mjs';

/** @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[], resolved?: string, optionalDependencies?: Record<string, string> }} Locked */

const FILE = path.join(ROOT, 'package-lock.json');
const SYSTEMS = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'openharmony',
  'win32',
  'sunos',
  'openbsd',
  'netbsd',
  'aix',
];
const PROCESSORS = [
  'arm64',
  'arm',
  'x64',
  'ia32',
  'riscv64',
  'ppc64',
  's390x',
  'loong64',
  'mips64el',
  'wasm32',
];

/** Where Node would look for `name` from the package at `from`, nearest first. @param {string} from @param {string} name */
function lookUps(from, name) {
  const places = [`${from === '' ? '' : `${from}/`}node_modules/${name}`];
  for (let at = from; at !== '';) {
    at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')));
    places.push(`${at === '' ? '' : `${at}/`}node_modules/${name}`);
  }
  return places;
}

/** @param {string} name @param {string} version @returns {Locked} */
function stub(name, version) {
  const words = name.split(/[-/@_]/);
  const os = SYSTEMS.filter((one) => words.includes(one) || (one === 'win32' && words.includes('win')));
  const cpu = PROCESSORS.filter((one) => words.includes(one));
  const libc = words.includes('musl')
    ? ['musl']
    : words.some((one) => one.startsWith('gnu'))
      ? ['glibc']
      : [];
  return {
    version,
    optional: true,
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(libc.length > 0 && os.includes('linux') ? { libc } : {}),
    ...(os.length > 0 ? { os } : {}),
  };
}

/** Adds what is missing to `packages` and names it. @param {Record<string, Locked>} packages */
export function completeLock(packages) {
  const added = [];
  for (const [from, { optionalDependencies }] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(optionalDependencies ?? {})) {
      const version = range.replace(/^[\^~]/, '');
      const places = lookUps(from, name);
      const nearest = places.map((place) => packages[place]).find((found) => found !== undefined);
      if (nearest && (nearest.version === version || range !== version)) continue;
      if (nearest) {
        // Another version sits where Node would look first: this one goes right beneath its parent.
        packages[/** @type {string} */ (places[0])] = stub(name, version);
      } else packages[`node_modules/${name}`] = stub(name, version);
      added.push(`${name}@${version}`);
    }
  }
  return added;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const lock = JSON.parse(readFileSync(FILE, 'utf8'));
  const added = completeLock(lock.packages);
  if (process.argv.includes('--check')) {
    if (added.length > 0) fail(`package-lock.json lacks ${added.join(', ')}: run node scripts/lock.mjs.`);
  } else if (added.length > 0) {
    const [root = ['', {}], ...rest] = Object.entries(/** @type {Record<string, Locked>} */ (lock.packages));
    rest.sort(([a], [b]) => a.localeCompare(b, 'en'));
    lock.packages = Object.fromEntries([root, ...rest]);
    writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
  }
  say(added.length > 0 ? `Added ${added.length}: ${added.join(', ')}` : 'The lock is complete.');
}
