// @ts-check
/**
 * Everything that decides right or wrong: checks, build, unit and integration tests, and journeys in a real browser.
 * The last line adds up what each runner itself counted. A runner that ran nothing, and any skipped test, is a failure.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { check } from './check.mjs';
import { install, isBuilt, onHouseNode, ROOT, runNode, say } from './house.mjs';
import { provideTestTools } from './test-tools.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

const RESULTS = path.join(ROOT, '.cache/results');

/** @param {string} name @returns {any} */
function readResult(name) {
  const file = path.join(RESULTS, `${name}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** A runner that ends badly without naming a failed test still failed. @param {number} code @param {Counts} counts @returns {Counts} */
const honest = (code, counts) => (code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts);

/** @returns {Counts} */
function runVitest() {
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json'];
  const code = runNode([...args, `--outputFile.json=${path.join(RESULTS, 'vitest.json')}`]);
  const result = readResult('vitest');
  return honest(code, {
    passed: result?.numPassedTests ?? 0,
    failed: result?.numFailedTests ?? 0,
    skipped: (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0),
  });
}

/** @returns {Counts} */
function build() {
  const code = isBuilt() ? 0 : runNode(['scripts/build.mjs']);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/** @returns {Counts} */
function runPlaywright() {
  const code = runNode(['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: path.join(RESULTS, 'playwright.json') },
  });
  const stats = readResult('playwright')?.stats;
  return honest(code, {
    passed: stats?.expected ?? 0,
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped ?? 0,
  });
}

install();
await onHouseNode();
provideTestTools();
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

/** @type {{ name: string, counts: Counts }[]} */
const runners = [];
for (const { name, run } of [
  { name: 'check', run: check },
  { name: 'build', run: build },
  { name: 'vitest', run: runVitest },
  { name: 'playwright', run: runPlaywright },
]) {
  say(`\n── ${name}`);
  const started = Date.now();
  const counts = await run();
  if (counts.passed + counts.failed === 0) {
    say(`${name} ran nothing.`);
    counts.failed = 1;
  }
  runners.push({ name, counts });
  say(`── ${name}: ${Math.round((Date.now() - started) / 1000)} s`);
}

say('');
for (const { name, counts } of runners)
  say(`${name.padEnd(12)}${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
const sum = runners.reduce(
  (all, { counts }) => ({
    passed: all.passed + counts.passed,
    failed: all.failed + counts.failed,
    skipped: all.skipped + counts.skipped,
  }),
  { passed: 0, failed: 0, skipped: 0 },
);
say(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exitCode = sum.failed === 0 && sum.skipped === 0 ? 0 : 1;
