/** What every public page weighs on the wire. The heaviest of each language has a row, and so has every page above the bar. */
import { LOCALES } from '../../../src/shared/i18n.ts';
import { bankOf, SMALL, type Case } from '../case.ts';
import { startSite } from '../processes.ts';
import { publicPages } from '../public-pages.ts';
import { atMost, type Row } from '../rows.ts';
import { scales } from '../wire.ts';

const LIMIT = 40;

export const pageWeight: Case = async () => {
  const bank = await bankOf(SMALL);
  const site = await startSite(bank.dataDir);
  try {
    const weigh = scales(site.origin);
    const rows: Row[] = [];
    for (const locale of LOCALES) {
      const pages: { path: string; kilobytes: number; foreign: readonly string[] }[] = [];
      for (const path of publicPages(locale)) {
        const { bytes, foreign } = await weigh(path);
        pages.push({ path, kilobytes: bytes / 1024, foreign });
      }
      const [heaviest, ...rest] = pages.toSorted((a, b) => b.kilobytes - a.kilobytes);
      for (const { path, kilobytes } of [
        ...(heaviest ? [heaviest] : []),
        ...rest.filter((page) => page.kilobytes > LIMIT),
      ])
        rows.push(
          atMost(
            `page-weight: heaviest of ${pages.length} in ${locale}, ${path}`,
            kilobytes,
            'KB over the wire',
            LIMIT,
          ),
        );
      const foreign = pages.flatMap((page) => page.foreign);
      for (const address of foreign) console.log(`  from elsewhere: ${address}`);
      rows.push(
        atMost(
          `page-weight: ${pages.length} pages in ${locale}, other origins`,
          foreign.length,
          'addresses',
          0,
        ),
      );
    }
    return rows;
  } finally {
    await site.stop();
  }
};
