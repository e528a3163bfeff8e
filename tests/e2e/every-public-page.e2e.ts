import { atHome } from '../../src/shared/public-origin.ts';
import { expect, test } from '../support/e2e.ts';
import { allPages, elementsIn, isLive } from '../support/html.ts';

/** Every public page in one language: what the build wrote, and what the server makes for each visit. */
const publicPages = (lang: string): readonly string[] =>
  allPages()
    .filter(({ indexed, locale }) => indexed && locale === (lang === '' ? 'zh' : 'en'))
    .map(({ address }) => address);

// A picture of every step of a hundred pages would take longer than the steps.
test.use({ trace: 'off' });

test('every-public-page: axe finds nothing, and at 320 px with large text nothing stands beyond the edge @en', async ({
  page,
  lang,
  baseURL,
  accessFaults,
}) => {
  test.setTimeout(300_000);
  const size = page.viewportSize() ?? { width: 390, height: 844 };
  /** All of them at the end: one broken page hides no other. */
  const faults: string[] = [];
  const pages = publicPages(lang);
  expect(pages.length).toBeGreaterThan(8);
  for (const path of pages) {
    await page.goto(path, { waitUntil: 'load' });
    faults.push(...(await accessFaults()).map((fault) => `${path} ${fault}`));
    const canonical = await page.locator('link[rel="canonical"]').getAttribute('href');
    const own = new URL(path, baseURL).href.replace(/(?<=.)\/$/, path === '/' ? '/' : '');
    if (canonical !== own) faults.push(`${path} names ${canonical} as its address`);
    await page.setViewportSize({ width: 320, height: 640 });
    const width = await page.evaluate(() => {
      document.documentElement.dataset['text'] = 'large';
      return document.documentElement.scrollWidth;
    });
    if (width > 320) faults.push(`${path} is wider than a small phone: ${width}`);
    await page.setViewportSize(size);
  }
  expect(faults).toEqual([]);
});

test('a page the server makes for each visit says the same of itself with and without data @en', async ({
  request,
  lang,
  baseURL,
}) => {
  const locale = lang === '' ? 'zh' : 'en';
  const seenByBuild = allPages().filter((page) => page.locale === locale && isLive(page.address));
  expect(seenByBuild.length).toBeGreaterThan(3);
  const said = (html: string): readonly (string | undefined)[] =>
    ['og:title', 'description', 'article:section', 'og:url'].map(
      (name) =>
        elementsIn(html).find(
          ({ tag, attributes }) => tag === 'meta' && (attributes['property'] ?? attributes['name']) === name,
        )?.attributes['content'],
    );
  for (const { address, html } of seenByBuild) {
    const answer = await request.get(address);
    expect(answer.status(), address).toBe(200);
    expect(said(await answer.text()), address).toEqual(said(atHome(html, baseURL ?? '')));
  }
});

test('robots, maps and feeds lead to this house', async ({ request, baseURL }) => {
  const text = async (path: string): Promise<string> => (await request.get(path)).text();
  expect(await text('/robots.txt')).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
  expect(await text('/sitemap.xml')).toContain(`<loc>${baseURL}/sitemap-en.xml</loc>`);
  expect(await text('/sitemap-en.xml')).toContain(`<loc>${baseURL}/en/learn</loc>`);
  expect(await text('/rss.xml')).toContain(`<link>${baseURL}/</link>`);
  const home = await text('/');
  const picture = /og:image" content="([^"]+)"/.exec(home)?.[1] ?? '';
  expect(picture.startsWith(`${baseURL}/_astro/`)).toBe(true);
  const answer = await request.get(picture);
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/png']);
});
