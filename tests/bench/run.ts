/**
 * `npm run bench`: every case, a table, `bench-results.json`, and exit code 1 when a bar is missed.
 * `npm run bench -- NAME` runs one case. BENCH_FAMILIES sets the size of the full bank (200,000 unless told).
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { ROOT, buildIfStale } from '../../scripts/house.mjs';
import path from 'node:path';
import { WORK, type Case } from './case.ts';
import { buildOfManyArticles } from './cases/build.ts';
import { contractPdfs } from './cases/contract-pdf.ts';
import { enrolmentStep } from './cases/enrolment-step.ts';
import { eventBookings } from './cases/events.ts';
import { feedEvents } from './cases/feed.ts';
import { growth } from './cases/growth.ts';
import { lighthousePages } from './cases/lighthouse.ts';
import { pageWeight } from './cases/page-weight.ts';
import { coldStart, memory } from './cases/process.ts';
import { searchAnswers } from './cases/search.ts';
import { signedInHome } from './cases/signed-in-home.ts';
import { staticPages } from './cases/static.ts';
import { notMeasured, printTable, type Row } from './rows.ts';

const CASES: Readonly<Record<string, Case>> = {
  static: staticPages,
  'signed-in-home': signedInHome,
  'contract-pdf': contractPdfs,
  'enrolment-step': enrolmentStep,
  'feed-events-per-second': feedEvents,
  events: eventBookings,
  growth,
  memory,
  'cold-start': coldStart,
  'page-weight': pageWeight,
  search: searchAnswers,
  'build-200': buildOfManyArticles,
  lighthouse: lighthousePages,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in CASES));
if (unknown.length > 0) {
  console.error(`No case is called ${unknown.join(', ')}. There are: ${Object.keys(CASES).join(', ')}.`);
  process.exit(2);
}
if (process.platform !== 'linux') {
  console.error('CPU time is read from /proc: the bench runs on Linux.');
  process.exit(2);
}

buildIfStale();
rmSync(WORK, { recursive: true, force: true });
mkdirSync(WORK, { recursive: true });
const rows: Row[] = [];
for (const [name, run] of Object.entries(CASES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`${name} …`);
  const started = performance.now();
  try {
    rows.push(...(await run()));
  } catch (error) {
    console.error(error);
    rows.push(notMeasured(name));
  }
  console.log(`  ${Math.round((performance.now() - started) / 1000)} s`);
}
// A full bank is many gigabytes.
rmSync(WORK, { recursive: true, force: true });
console.log('');
printTable(rows);
writeFileSync(path.join(ROOT, 'bench-results.json'), `${JSON.stringify(rows, null, 2)}\n`);
const missed = rows.filter((row) => !row.ok).length;
console.log(`\n${rows.length - missed} of ${rows.length} bars met.`);
process.exitCode = missed === 0 ? 0 : 1;
