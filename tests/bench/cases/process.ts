/** What the process itself costs: memory when nobody is there, and the time from nothing to the first answer. */
import { bankOf, median, SMALL, type Case } from '../case.ts';
import { rssMegabytes } from '../drive.ts';
import { startSite } from '../processes.ts';
import { atMost } from '../rows.ts';

const STARTS = 5;
/** Long enough for what a start leaves behind to be collected. */
const SETTLES = 5000;

export const memory: Case = async () => {
  const bank = await bankOf(SMALL);
  const site = await startSite(bank.dataDir);
  try {
    await new Promise((resolve) => setTimeout(resolve, SETTLES));
    return [atMost('memory: resident, idle after start', rssMegabytes(site.pid), 'MB', 350)];
  } finally {
    await site.stop();
  }
};

export const coldStart: Case = async () => {
  const bank = await bankOf(SMALL);
  const times: number[] = [];
  for (let i = 0; i < STARTS; i++) {
    const site = await startSite(bank.dataDir);
    times.push(site.startedIn);
    await site.stop();
  }
  return [atMost('cold-start: process to first answer, median of 5', median(times), 'ms', 2000)];
};
