import { expect, test } from '../support/e2e.ts';
import { prerenderedPages } from '../support/html.ts';
import { withLighthouse } from '../support/lighthouse.ts';

/**
 * One page of each kind. What is asserted does not depend on how busy the machine is; how fast they are is a matter of
 * `npm run bench`, which measures every page.
 */
const SAMPLES = [
  '/',
  prerenderedPages().find(({ bare }) => bare.startsWith('/learn/'))?.address ?? '/learn',
  '/en/glossary',
  '/search?q=%E5%9C%B0%E8%B4%AB',
];

test('lighthouse finds nothing amiss on a page of each kind', async ({ baseURL }) => {
  test.setTimeout(180_000);
  const executable = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  await withLighthouse(executable, async (measure) => {
    for (const path of SAMPLES) {
      const found = await measure(`${baseURL}${path}`);
      const { accessibility, 'best-practices': practices, seo } = found.scores;
      // Answers to a query are kept out of search engines on purpose.
      const expected = [100, 100, path.includes('?') ? seo : 100];
      expect([accessibility, practices, seo], `${path}: ${found.costly.join('; ')}`).toEqual(expected);
      expect(found.bytes, `${path}: bytes without pictures`).toBeLessThanOrEqual(40 * 1024);
      expect(found.blockingScripts, path).toEqual([]);
      expect(found.otherOrigins, path).toEqual([]);
      expect(found.layoutShift, `${path}: layout shift`).toBe(0);
    }
  });
});
