import { loadAbout } from '../../src/content/about.ts';
import { expect, test } from '../support/e2e.ts';

/** Axe and the smallest phones are looked at for every public page in every-public-page; here: that they do their job. */
const PAGES = [
  '/about',
  '/about/licence',
  '/about/laboratory',
  '/about/research',
  '/about/immune-cells',
  '/about/quality',
  '/news',
  '/contact',
  '/hospitals',
  '/privacy',
  '/privacy/children',
  '/terms',
  '/accessibility',
] as const;

test('about-and-trust: every page opens, answers first, and leads to the others of its kind @en @no-js', async ({
  page,
  lang,
  picture,
}) => {
  expect(PAGES.length).toBe(loadAbout().names.length + 1);
  for (const path of PAGES) {
    const answer = await page.goto(`${lang}${path}`);
    expect(answer?.status(), path).toBe(200);
    await expect(page.locator('h1')).toHaveCount(1);
    await expect(page.locator('h1 + .lead')).toBeVisible();
    await expect(page.locator(`.ft a[href="${lang}/about"]`)).toHaveCount(1);
    await picture(`trust${path.replaceAll('/', '-')}`);
  }
});

test('a citation leads to its source, and back @en', async ({ page, lang }) => {
  await page.goto(`${lang}/about/research`);
  const first = page.locator('#cite-1');
  await first.click();
  await expect(page.locator('#source-1')).toBeInViewport();
  await page.locator('#source-1 a[href="#cite-1"]').click();
  await expect(first).toBeInViewport();
});

test('what the operator has not supplied stays visibly open on the licence and beside the phone @en', async ({
  page,
  lang,
}) => {
  const open = lang === '' ? '待运营方填写' : 'to be supplied by the operator';
  await page.goto(`${lang}/about/licence`);
  await expect(page.locator('.plate .slot')).toHaveText([open, open, open, open]);
  await page.goto(`${lang}/contact`);
  await expect(page.locator('.reach .slot')).toHaveText([open, open, open]);
  await expect(page.locator('main a[href^="tel:"]')).toHaveCount(0);
});

test('a family in Zibo chooses its city, is told what to do, and goes back @en', async ({
  page,
  lang,
  checkAccess,
}) => {
  await page.goto(`${lang}/hospitals`);
  const cities = page.locator('section[data-city]');
  await expect(cities).toHaveCount(16);
  await expect(cities.locator('visible=true')).not.toHaveCount(0);
  await page.locator('a.chip[href="#city-370300"]').click();
  await expect(page.locator('section[data-city]:visible')).toHaveCount(1);
  await expect(page.locator('.nobody:has(#city-370300)')).toContainText(
    lang === '' ? '不等于不能办' : 'does not mean',
  );
  await expect(page.getByRole('status')).toContainText(lang === '' ? '淄博市' : 'Zibo');
  await expect(page).toHaveURL(/#city-370300$/);
  await checkAccess();

  await page.goBack();
  await expect(page.locator('section[data-city]:visible')).toHaveCount(16);

  await page.goto(`${lang}/hospitals#city-370100`);
  await expect(page.locator('section[data-city]:visible')).toHaveCount(1);
  await expect(page.locator('#city-370100 li')).toHaveCount(4);
  await expect(page.locator('.nobody')).toBeHidden();
  await page.locator('[data-all] a').click();
  await expect(page.locator('section[data-city]:visible')).toHaveCount(16);
});

test('hospitals: without scripts the links lead to the city on the same page @no-js @only', async ({
  page,
}) => {
  await page.goto('/hospitals');
  await expect(page.locator('section[data-city]:visible')).toHaveCount(16);
  await expect(page.locator('[data-all]')).toBeHidden();
  await page.locator('a.chip[href="#city-370800"]').click();
  await expect(page.locator('#city-370800')).toBeInViewport();
  await expect(page.locator('#city-370800')).toContainText('济宁医学院附属医院');
});

test('privacy: a kind of data says its law, who gets it and how long it stays @en @no-js', async ({
  page,
  lang,
}) => {
  await page.goto(`${lang}/privacy`);
  const kind = page.locator('#kind-health-answers');
  await expect(kind.locator('dl')).toBeHidden();
  await kind.locator('summary').click();
  await expect(kind.locator('dl')).toContainText(lang === '' ? '您单独同意' : 'separate consent');
  await expect(kind.locator('dl')).toContainText(
    lang === '' ? '至少和那一份一样久' : 'At least as long as the unit is kept',
  );
  await expect(page.locator('#retention')).toContainText(lang === '' ? '90天' : '90 days');
});

test('on paper what was folded is read, and no menu is printed', async ({ page }) => {
  await page.goto('/privacy');
  await expect(page.locator('#kind-account dl')).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#kind-account dl')).toBeVisible();
  await expect(page.locator('.hd .menu')).toBeHidden();
  await expect(page.locator('.ft .legal')).toBeVisible();
});

test('news: from the list into an item, with its day and its source @en @no-js', async ({
  page,
  lang,
  picture,
}) => {
  await page.goto(`${lang}/news`);
  await page.locator('a[href$="/news/order-818-in-force"]').click();
  await expect(page.locator('time')).toHaveText(lang === '' ? '2026年5月1日' : '1 May 2026');
  await expect(page.locator('#source-1')).toBeVisible();
  await picture('news-item');
});

test('a machine finds where weaknesses are reported', async ({ request, baseURL }) => {
  const answer = await request.get('/.well-known/security.txt');
  expect(answer.headers()['content-type']).toBe('text/plain; charset=utf-8');
  const text = await answer.text();
  expect(text).toContain(`Canonical: ${baseURL}/.well-known/security.txt`);
  expect(text).toContain(`Contact: ${baseURL}/contact`);
});
