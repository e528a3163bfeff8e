/**
 * Lighthouse on every public page, as a phone on a slow network: the median of three, because the machine is shared. A page
 * with less than 100 anywhere has a row of its own, and what cost it is printed.
 */
import { CATEGORIES, withLighthouse, type Measured } from '../../support/lighthouse.ts';
import { bankOf, CHROMIUM, median, SMALL, type Case } from '../case.ts';
import { startSite } from '../processes.ts';
import { allPublicPages } from '../public-pages.ts';
import { atLeast, exactly, type Row } from '../rows.ts';

const RUNS = Number(process.env['BENCH_LIGHTHOUSE_RUNS'] ?? 3);

export const lighthousePages: Case = async () => {
  const bank = await bankOf(SMALL);
  const site = await startSite(bank.dataDir);
  const pages = allPublicPages();
  const rows: Row[] = [];
  let perfect = 0;
  try {
    await withLighthouse(CHROMIUM, async (measure) => {
      for (const path of pages) {
        const runs: Measured[] = [];
        for (let run = 0; run < RUNS; run += 1) runs.push(await measure(site.origin + path));
        const below = CATEGORIES.map((name) => ({
          name,
          score: median(runs.map(({ scores }) => scores[name])),
        })).filter(({ score }) => score < 100);
        if (below.length === 0) perfect += 1;
        else console.log(`  ${path}: ${[...new Set(runs.flatMap(({ costly }) => costly))].join('; ')}`);
        for (const { name, score } of below)
          rows.push(atLeast(`lighthouse: ${path} ${name}`, score, 'points', 100));
      }
    });
  } finally {
    await site.stop();
  }
  return [exactly('lighthouse: pages with 100 in all four', perfect, 'pages', 'of', pages.length), ...rows];
};
