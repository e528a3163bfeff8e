// @ts-check
/** Format, lint and types, side by side. A check whose inputs have not changed since it last passed is not run again. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { contentHash, houseEnv, houseNode, install, onHouseNode, ROOT, say } from './house.mjs';

const SOURCES = [
  'src',
  'db',
  'tests',
  'scripts',
  'public',
  'docs',
  'README.md',
  'package.json',
  'package-lock.json',
];
const CONFIGS = [
  'astro.config.mjs',
  'eslint.config.js',
  'tsconfig.json',
  'vitest.config.ts',
  'playwright.config.ts',
  '.prettierrc.json',
];

const CHECKS = [
  {
    name: 'format',
    args: [
      'node_modules/prettier/bin/prettier.cjs',
      '--check',
      '.',
      '--cache',
      '--cache-location',
      '.cache/prettier',
      '--log-level',
      'warn',
    ],
  },
  {
    name: 'lint',
    args: [
      'node_modules/eslint/bin/eslint.js',
      '.',
      '--cache',
      '--cache-strategy',
      'content',
      '--cache-location',
      // The cache knows the configuration but not the rule it loads.
      `.cache/eslint-${contentHash(['scripts/import-rules.mjs', 'eslint.config.js']).slice(0, 12)}`,
      '--max-warnings',
      '0',
    ],
  },
  { name: 'types', args: ['node_modules/astro/bin/astro.mjs', 'check', '--minimumSeverity', 'error'] },
];

/** @param {string[]} args @returns {Promise<{ code: number, output: string }>} */
const run = (args) =>
  new Promise((resolve) => {
    const child = spawn(houseNode(), args, {
      cwd: ROOT,
      env: houseEnv({ FORCE_COLOR: '0' }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });

/** @returns {Promise<{ passed: number, failed: number, skipped: number }>} */
export async function check() {
  const hash = contentHash([...SOURCES, ...CONFIGS], { tests: true });
  mkdirSync(path.join(ROOT, '.cache'), { recursive: true });
  const results = await Promise.all(
    CHECKS.map(async ({ name, args }) => {
      const stamp = path.join(ROOT, `.cache/checked-${name}`);
      if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return { name, code: 0, output: '' };
      rmSync(stamp, { force: true });
      const result = await run(args);
      if (result.code === 0) writeFileSync(stamp, hash);
      return { name, ...result };
    }),
  );
  for (const { name, code, output } of results) {
    if (code !== 0) say(output.trimEnd());
    say(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}`);
  }
  const passed = results.filter(({ code }) => code === 0).length;
  return { passed, failed: results.length - passed, skipped: 0 };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  install();
  await onHouseNode();
  const { failed } = await check();
  process.exit(failed === 0 ? 0 : 1);
}
