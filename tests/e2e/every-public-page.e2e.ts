import { builtRoutes } from '../../scripts/built-routes.mjs';
import { routes } from '../../src/accounts/permissions.ts';
import { LIVE_PAGES } from '../../src/found/index.ts';
import { expect, test } from '../support/e2e.ts';
import { elementsIn, OUT_DIR, pagesOfBuild } from '../support/html.ts';

/** Every public page in one language: what the build wrote, and what the server makes for each visit. */
const publicPages = (lang: string): readonly string[] => [
  ...pagesOfBuild()
    .filter(({ indexed, locale }) => indexed && locale === (lang === '' ? 'zh' : 'en'))
    .map(({ address }) => address),
  ...LIVE_PAGES.map(({ path }) => lang + path),
];

test('every-public-page: axe finds nothing, and at 320 px with large text nothing stands beyond the edge @en', async ({
  page,
  lang,
  baseURL,
  checkAccess,
}) => {
  test.setTimeout(300_000);
  const size = page.viewportSize() ?? { width: 390, height: 844 };
  const pages = publicPages(lang);
  expect(pages.length).toBeGreaterThan(8);
  for (const path of pages) {
    await page.goto(path, { waitUntil: 'load' });
    await checkAccess();
    const canonical = await page.locator('link[rel="canonical"]').getAttribute('href');
    expect(canonical, path).toBe(new URL(path, baseURL).href.replace(/(?<=.)\/$/, path === '/' ? '/' : ''));
    await page.setViewportSize({ width: 320, height: 640 });
    const width = await page.evaluate(() => {
      document.documentElement.dataset['text'] = 'large';
      return document.documentElement.scrollWidth;
    });
    expect(width, `${path} is wider than a small phone`).toBeLessThanOrEqual(320);
    await page.setViewportSize(size);
  }
});

test('every page the server makes for anybody is known to the maps and the search, by the words it says itself @en', async ({
  request,
  lang,
  baseURL,
}) => {
  const addresses = builtRoutes(OUT_DIR)
    .filter(({ prerendered, type, pattern }) => {
      const rest = pattern.replace(/^\/\[\.\.\.lang\]/, '');
      return (
        !prerendered &&
        type === 'page' &&
        pattern !== rest &&
        !rest.includes('[') &&
        routes[pattern]?.GET === 'anyone'
      );
    })
    .map(({ pattern }) => pattern.replace(/^\/\[\.\.\.lang\]/, ''));
  const open: unknown[] = [];
  for (const path of addresses) {
    const answer = await request.get(lang + path, { maxRedirects: 0 });
    if (answer.status() !== 200) continue;
    const all = elementsIn(await answer.text());
    const meta = (name: string): string | undefined =>
      all.find(
        ({ tag, attributes }) => tag === 'meta' && (attributes['property'] ?? attributes['name']) === name,
      )?.attributes['content'];
    if (meta('robots')?.includes('noindex')) continue;
    expect(meta('og:url')).toBe(`${baseURL}${lang}${path}`);
    open.push({ path, title: meta('og:title'), description: meta('description') });
  }
  const known = LIVE_PAGES.map(({ path, title, description }) =>
    lang === ''
      ? { path, title: title.zh, description: description.zh }
      : { path, title: title.en, description: description.en },
  );
  const byPath = (a: unknown, b: unknown): number =>
    (a as { path: string }).path < (b as { path: string }).path ? -1 : 1;
  expect(open.toSorted(byPath)).toEqual(known.toSorted(byPath));
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
