/** Google's own measure of a page, in a browser of its own: a phone on a slow network, simulated. */
import { chromium } from '@playwright/test';
import lighthouse, { type Result } from 'lighthouse';
import { createServer, type AddressInfo } from 'node:net';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof CATEGORIES)[number];

export interface Measured {
  /** 0 to 100. */
  readonly scores: Readonly<Record<Category, number>>;
  /** Audits that count and are not perfect, with what they cost. */
  readonly costly: readonly string[];
  /** Over the wire without pictures. */
  readonly bytes: number;
  readonly blockingScripts: readonly string[];
  readonly otherOrigins: readonly string[];
  readonly layoutShift: number;
}

/** On a busy machine its trace sometimes has no beginning (NO_NAVSTART): then there is no measurement, good or bad. */
const ATTEMPTS = 3;

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

interface Request {
  readonly url: string;
  readonly transferSize: number;
  readonly resourceType: string;
}
const itemsOf = <T>(lhr: Result, audit: string): readonly T[] =>
  (lhr.audits[audit]?.details as { items?: readonly T[] } | undefined)?.items ?? [];

function read(lhr: Result): Measured {
  const origin = new URL(lhr.finalDisplayedUrl).origin;
  const requests = itemsOf<Request>(lhr, 'network-requests');
  return {
    scores: Object.fromEntries(
      CATEGORIES.map((name) => [name, Math.round((lhr.categories[name]?.score ?? 0) * 100)]),
    ) as Record<Category, number>,
    costly: CATEGORIES.flatMap((name) =>
      (lhr.categories[name]?.auditRefs ?? []).flatMap(({ id, weight }) => {
        const audit = lhr.audits[id];
        if (weight === 0 || audit?.score === null || audit?.score === undefined || audit.score >= 1)
          return [];
        return [`${name}: ${id} ${audit.displayValue ?? audit.score}`];
      }),
    ),
    bytes: requests
      .filter(({ resourceType }) => resourceType !== 'Image')
      .reduce((sum, { transferSize }) => sum + transferSize, 0),
    blockingScripts: itemsOf<{ url?: string }>(lhr, 'render-blocking-insight')
      .flatMap(({ url }) => url ?? [])
      .filter((url) => new URL(url).pathname.endsWith('.js')),
    otherOrigins: requests.flatMap(({ url }) =>
      url.startsWith(origin) || /^(data|blob):/.test(url) ? [] : [url],
    ),
    layoutShift: lhr.audits['cumulative-layout-shift']?.numericValue ?? Number.NaN,
  };
}

/** Opens a browser, lets `use` measure as many pages as it likes one after another, and closes it. */
export async function withLighthouse<T>(
  executablePath: string,
  use: (measure: (url: string) => Promise<Measured>) => Promise<T>,
): Promise<T> {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
      `--remote-debugging-port=${port}`,
    ],
  });
  try {
    return await use(async (url) => {
      let failure = '';
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const result = await lighthouse(url, { port, logLevel: 'silent', onlyCategories: [...CATEGORIES] });
        if (result && !result.lhr.runtimeError) return read(result.lhr);
        failure = result?.lhr.runtimeError?.message ?? 'it measured nothing';
      }
      throw new Error(`Lighthouse at ${url}: ${failure}`);
    });
  } finally {
    await browser.close();
  }
}
