import { expect, test } from '../support/e2e.ts';

test('a first visitor reads the home page, and switches the language @en @no-js', async ({
  page,
  lang,
  picture,
}) => {
  await page.goto(lang || '/');
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', lang === '' ? 'zh-CN' : 'en');
  await picture('home');
});

test('an address that does not exist answers in the reader’s language @en', async ({
  page,
  lang,
  picture,
}) => {
  const answer = await page.goto(`${lang}/no-such-page`);
  expect(answer?.status()).toBe(404);
  await expect(page.locator('html')).toHaveAttribute('lang', lang === '' ? 'zh-CN' : 'en');
  await picture('not-found');
});

for (const path of ['', '/sign-in', '/register', '/reset-password', '/no-such-page'])
  test(`axe finds nothing on ${path || '/'} @en`, async ({ page, lang, checkAccess }) => {
    await page.goto(`${lang}${path}` || '/');
    await checkAccess();
  });
