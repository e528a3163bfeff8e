/** The search in a real browser with a processor slowed down to a phone's: from a letter to its answer on the screen. */
import { chromium } from '@playwright/test';
import { LOCALES, localPath, type Locale } from '../../../src/shared/i18n.ts';
import { bankOf, CHROMIUM, SMALL, type Case } from '../case.ts';
import { startSite } from '../processes.ts';
import { atMost, type Row } from '../rows.ts';
import { scales } from '../wire.ts';

/** A mid-range phone is about four times slower than this. */
const SLOWER = 4;
const LIMIT = 100;
const QUERIES: Readonly<Record<Locale, readonly string[]>> = {
  zh: [
    '脐',
    '脐血',
    '地贫',
    '自闭症',
    '能存多久',
    '白血病能用自己的脐带血吗',
    '配型',
    'HLA',
    '退费',
    '的',
    '双胞胎要交两份钱吗',
    '龘',
    '捐',
    '移植',
    '概率',
  ],
  en: [
    'a',
    'au',
    'autism',
    'thalassemia',
    'how likely is it to be used',
    'leukemia own blood',
    'HLA',
    'refund',
    'the',
    'twins',
    'matcing',
    'xyzzyx',
    'donate',
    'transplant',
    'bank closes',
  ],
};

/** Runs in the page: types a query and waits until what was found is laid out. */
async function answerTime(query: string): Promise<number> {
  const box = document.querySelector<HTMLInputElement>('input[name="q"]');
  const list = document.querySelector('[data-results]');
  if (!box || !list) throw new Error('no search page');
  const shown = new Promise<void>((resolve) => {
    new MutationObserver((_, observer) => {
      observer.disconnect();
      resolve();
    }).observe(document.head, { subtree: true, childList: true, characterData: true });
  });
  box.value = query;
  const started = performance.now();
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await shown;
  document.body.getBoundingClientRect();
  return performance.now() - started;
}

export const searchAnswers: Case = async () => {
  const bank = await bankOf(SMALL);
  const site = await startSite(bank.dataDir);
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  const rows: Row[] = [];
  try {
    const weigh = scales(site.origin);
    for (const locale of LOCALES) {
      const path = localPath(locale, '/search');
      const { bytes } = await weigh(path);
      rows.push(
        atMost(`search: page before the first letter in ${locale}`, bytes / 1024, 'KB over the wire', 40),
      );
      const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
      const session = await page.context().newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
      await page.goto(site.origin + path, { waitUntil: 'load' });
      let loaded = 0;
      session.on('Network.loadingFinished', ({ encodedDataLength }) => (loaded += encodedDataLength));
      const first = await page.evaluate(answerTime, 'xx');
      rows.push(atMost(`search: first answer in ${locale}, loading included`, first, 'ms', 1500));
      rows.push(
        atMost(`search: loaded with the first letter in ${locale}`, loaded / 1024, 'KB over the wire', 150),
      );
      const times: number[] = [];
      for (const query of QUERIES[locale]) {
        const time = await page.evaluate(answerTime, query);
        if (time > LIMIT) console.log(`  ${query}: ${Math.round(time)} ms`);
        times.push(time);
      }
      rows.push(
        atMost(
          `search: slowest of ${times.length} answers in ${locale}, processor ${SLOWER} × slower`,
          Math.max(...times),
          'ms',
          LIMIT,
        ),
      );
      await page.close();
    }
    return rows;
  } finally {
    await browser.close();
    await site.stop();
  }
};
