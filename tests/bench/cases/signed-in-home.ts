/**
 * The signed-in home of a family with a unit, contract and fees, by CPU time: against the same statements the way drizzle
 * and the stock client run them by default, and against the bare binding. Both baselines send the page we made, as a
 * constant, and compress it alike; so what is compared is the reading, and on our side also the making of the page.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { drizzle } from 'drizzle-orm/libsql';
import { createClient } from '@libsql/client';
import * as schema from '#db/schema/index.ts';
import { createDeps } from '#src/deps.ts';
import { readSession } from '#src/accounts/session.ts';
import { loadConfig } from '#src/platform/config/config.ts';
import { createLog } from '#src/platform/log/log.ts';
import { familyOverview } from '#src/home/index.ts';
import { as, bankOf, expectOnly, median, scaled, SMALL, WORK, type Case } from '../case.ts';
import { drive } from '../drive.ts';
import type { Bank } from '../generate.ts';
import { homeQueries, sessionQuery } from '../home-queries.ts';
import { startBaseline, startSite, type Running } from '../processes.ts';
import { atLeastAsGood, exactly } from '../rows.ts';

const ROUNDS = 3;

/** What the product sends to the database for one home page, heard at the driver. */
async function statementsFor(bank: Bank, token: string): Promise<string[]> {
  const heard: string[] = [];
  const config = loadConfig({ APP_MODE: 'test', DATA_DIR: bank.dataDir });
  const deps = await createDeps(config, {
    log: createLog({ level: 'silent' }),
    onStatement: (sql) => void heard.push(sql),
  });
  try {
    heard.length = 0;
    const found = await readSession(deps, { get: () => ({ value: token }), set: () => {}, delete: () => {} });
    if (!found?.familyId) throw new Error('the session opens nothing');
    const { accountId, familyId, guardianId } = found;
    await familyOverview(deps, { accountId, familyId, guardianId }, 'zh');
    return [...heard];
  } finally {
    await deps.close();
  }
}

function expectSameStatements(heard: readonly string[]): void {
  const db = drizzle({ client: createClient({ url: ':memory:' }), schema });
  const asked = { idHash: '', accountId: '', familyId: '' };
  const copied = [sessionQuery(db, asked), ...homeQueries(db, asked)].map((query) => query.toSQL().sql);
  const missing = heard.filter((sql) => !copied.includes(sql));
  const extra = copied.filter((sql) => !heard.includes(sql));
  if (missing.length + extra.length > 0)
    throw new Error(
      `tests/bench/home-queries.ts no longer says what the home page asks.\nOnly the product:\n${missing.join('\n')}\nOnly the copy:\n${extra.join('\n')}`,
    );
}

export const signedInHome: Case = async () => {
  const bank = await bankOf(SMALL);
  const one = await statementsFor(bank, bank.withOneUnit);
  const five = await statementsFor(bank, bank.withFiveUnits);
  expectSameStatements(one);

  const site = await startSite(bank.dataDir);
  const page = path.join(WORK, 'home.html');
  const spent = { ours: [] as number[], drizzle: [] as number[], raw: [] as number[] };
  const running: Running[] = [site];
  try {
    const shown = await fetch(`${site.origin}/family`, {
      headers: { cookie: `__Host-session=${bank.withOneUnit}`, 'accept-encoding': 'identity' },
      redirect: 'manual',
    });
    const html = await shown.text();
    if (shown.status !== 200 || !html.includes('/family/units/'))
      throw new Error(`/family answered ${shown.status} without a unit`);
    writeFileSync(page, html);
    const stock = await startBaseline('home-drizzle.ts', bank.file, page);
    running.push(stock);
    const raw = await startBaseline('home-raw.ts', bank.file, page);
    running.push(raw);
    const measure = async (into: number[], { origin, pid }: Running, round: number): Promise<void> => {
      const { stored } = bank.tokens;
      const shot = (index: number) => as(stored[index % stored.length], '/family');
      const run = await drive(origin, pid, shot, {
        requests: scaled(3000),
        warm: scaled(round === 0 ? 2000 : 300),
        connections: 8,
      });
      expectOnly(200, run.statuses);
      into.push(run.cpuMicrosPerRequest);
    };
    for (let round = 0; round < ROUNDS; round++) {
      await measure(spent.ours, site, round);
      await measure(spent.drizzle, stock, round);
      await measure(spent.raw, raw, round);
    }
  } finally {
    for (const each of running) await each.stop();
  }
  const ours = median(spent.ours);
  const unit = 'µs CPU per request';
  const stockName = 'node:http, the same SQL through drizzle and the stock client';
  const rawName = 'node:http, the same SQL prepared, a constant page';
  return [
    atLeastAsGood('signed-in-home', ours, unit, stockName, median(spent.drizzle), 1.2),
    atLeastAsGood('signed-in-home', ours, unit, rawName, median(spent.raw), 0.4),
    exactly('signed-in-home: statements with five units', five.length, 'statements', 'one unit', one.length),
  ];
};
