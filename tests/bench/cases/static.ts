/** The front page by CPU time: against one nginx worker serving the same files, and against Node writing a constant. */
import path from 'node:path';
import { startNginx, ensureNginx } from '../baselines/nginx.ts';
import { bankOf, expectOnly, median, scaled, SMALL, WORK, type Case } from '../case.ts';
import { drive } from '../drive.ts';
import { freePort, OUT_DIR, startBaseline, startSite } from '../processes.ts';
import { atLeastAsGood } from '../rows.ts';

const ROUNDS = 3;

export const staticPages: Case = async () => {
  const bank = await bankOf(SMALL);
  const site = await startSite(bank.dataDir);
  const constant = await startBaseline('constant.ts', path.join(OUT_DIR, 'client/index.html.br'));
  const nginx = ensureNginx()
    ? await startNginx(path.join(OUT_DIR, 'client'), path.join(WORK, 'nginx'), await freePort())
    : null;
  const spent: { ours: number[]; constant: number[]; nginx: number[] } = {
    ours: [],
    constant: [],
    nginx: [],
  };
  const measure = async (into: number[], origin: string, pid: number): Promise<void> => {
    const run = await drive(origin, pid, () => ({ path: '/' }), {
      requests: scaled(12_000),
      warm: scaled(3000),
    });
    expectOnly(200, run.statuses);
    into.push(run.cpuMicrosPerRequest);
  };
  try {
    for (let round = 0; round < ROUNDS; round++) {
      await measure(spent.ours, site.origin, site.pid);
      await measure(spent.constant, constant.origin, constant.pid);
      if (nginx) await measure(spent.nginx, nginx.origin, nginx.workerPid);
    }
  } finally {
    nginx?.stop();
    await constant.stop();
    await site.stop();
  }
  const ours = median(spent.ours);
  const unit = 'µs CPU per request';
  return [
    atLeastAsGood('static', ours, unit, 'one nginx worker', nginx ? median(spent.nginx) : null, 0.4),
    atLeastAsGood('static', ours, unit, 'bare node:http, a constant', median(spent.constant), 0.7),
  ];
};
