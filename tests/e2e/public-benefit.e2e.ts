import { expect, test } from '../support/e2e.ts';

const PAGES = ['', '/aid-fund', '/kindling', '/public-bank', '/research-fund', '/ledger'];

for (const path of PAGES)
  test(`public benefit${path}: axe finds nothing, nothing asks for money, and the emblem is nowhere @en`, async ({
    page,
    lang,
    checkAccess,
    picture,
  }) => {
    await page.goto(`${lang}/charity${path}`);
    await expect(page.locator('h1')).toBeVisible();
    for (const summary of await page.locator('main details > summary').all()) await summary.click();
    await checkAccess();
    await picture(`charity${path.replace('/', '-')}`);
    // No button, field or picture that takes money; no image at all from elsewhere.
    expect(await page.locator('main img, main iframe, main [name*="amount"]').count()).toBe(0);
    const buttons = await page.locator('main .btn, main button').allInnerTexts();
    for (const words of buttons) expect(words).not.toMatch(/捐|donate|pay|付款/i);
  });

for (const path of PAGES)
  test(`public benefit${path}: fits 320 px with large text @en`, async ({ page, lang }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.addInitScript(() => {
      localStorage.setItem('large-text', 'on');
    });
    await page.goto(`${lang}/charity${path}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

test('public benefit: the page says why there is no donate button, and what one can do @en @no-js', async ({
  page,
  lang,
}) => {
  await page.goto(`${lang}/charity`);
  const why = page.locator('#why-no-donate-button');
  await expect(why).toContainText(lang === '' ? '慈善法第26、27条' : 'Charity Law, articles 26 and 27');
  await expect(why.locator('a[href$="/charity/public-bank"]')).toBeVisible();
});

test('public benefit: an empty ledger says what will appear and when, and its file has only a heading @en @no-js', async ({
  page,
  lang,
  request,
}) => {
  await page.goto(`${lang}/charity/ledger?programme=kindling&year=2031&after=999999999999`);
  await expect(page.locator('.empty')).toContainText(
    lang === '' ? /\d{4}年第\d季度发放的，\d{4}年\d+月\d+日起/ : /in Q\d of \d{4} appears from \d+ \w+ \d{4}/,
  );
  const file = await request.get(`${lang}/charity/ledger.csv`);
  expect(file.headers()['content-disposition']).toContain('ledger.csv');
  expect((await file.text()).trim().split('\r\n')).toHaveLength(1);
});
