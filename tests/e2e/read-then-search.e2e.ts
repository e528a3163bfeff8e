import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';

const words = {
  '': {
    synonym: '地贫',
    term: '/glossary#thalassemia',
    marked: '地中海贫血',
    read: '已读',
    found: /^找到\d+条。$/,
    none: '没有找到“龘靐”',
    nothing: '龘靐',
    notFound: '干细胞',
  },
  '/en': {
    synonym: 'thalassemia',
    term: '/en/glossary#thalassemia',
    marked: 'Thalassaemia',
    read: 'read',
    found: /^\d+ found\.$/,
    none: 'Nothing found for “xyzzyx”',
    nothing: 'xyzzyx',
    notFound: 'stem cells',
  },
} as const;

const results = (page: Page) => page.locator('[data-results] a');
const box = (page: Page) => page.locator('input[name="q"]');

test('read-then-search: a reader follows the reading order, and only this device remembers @en', async ({
  page,
  lang,
  picture,
}) => {
  await page.goto(`${lang}/learn`);
  const first = page.locator('[data-article]').first();
  const title = await first.locator('a').innerText();
  await first.locator('a').click();
  await expect(page.locator('h1')).toHaveText(title);
  await picture('article');
  await page.locator('#sources').scrollIntoViewIfNeeded();
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('read-articles')))
    .toMatch(/^\["[a-z0-9-]+"\]$/);
  await page.goto(`${lang}/learn`);
  await expect(first).toHaveClass(/done/);
  await expect(first).toContainText(words[lang].read);
  await expect(page.locator('[data-article]').nth(1)).not.toHaveClass(/done/);
});

test('a term leads to its meaning and back to the same line @en @no-js', async ({ page, lang }) => {
  await page.goto(`${lang}/learn`);
  await page.locator('[data-article] a').first().click();
  const article = page.url();
  await page.locator('a.term').first().click();
  await expect(page).toHaveURL(/\/glossary#[a-z0-9-]+$/);
  await expect(page.locator('.terms > div:target')).toBeInViewport();
  await page.goBack();
  await expect(page).toHaveURL(article);
});

test('a word finds what is called otherwise, with the keyboard alone @en', async ({
  page,
  lang,
  picture,
  checkAccess,
}) => {
  const { synonym, term, marked, found } = words[lang];
  await page.goto(`${lang}/search`);
  await page.keyboard.press('/');
  await expect(box(page)).toBeFocused();
  await page.keyboard.insertText(synonym);
  await expect(results(page).first()).toHaveAttribute('href', term);
  await expect(page.locator('[data-results] mark').first()).toContainText(marked);
  await expect(page.locator('[data-status]')).toHaveText(found);
  await expect(page.getByRole('status')).toHaveText(found);
  await picture('search');
  await checkAccess();

  await page.keyboard.press('ArrowDown');
  await expect(results(page).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(results(page).nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(box(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${term}$`));
  await page.goBack();
  await expect(box(page)).toHaveValue(synonym);
  await expect(results(page).first()).toHaveAttribute('href', term);

  await results(page).first().focus();
  await page.keyboard.press('Escape');
  await expect(box(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(box(page)).toHaveValue('');
  await expect(page.locator('[data-when="topics"]')).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`${lang}/search$`));
});

test('the back button leads through what was searched, and a link to a search can be sent @en', async ({
  page,
  lang,
}) => {
  const { synonym, term, nothing } = words[lang];
  await page.goto(`${lang}/search?q=${encodeURIComponent(synonym)}`);
  await expect(box(page)).toHaveValue(synonym);
  await expect(results(page).first()).toHaveAttribute('href', term);
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
  await page.goto(`${lang}/search`);
  await box(page).fill(nothing);
  await expect(page).toHaveURL(/\?q=/);
  await page.goBack();
  await expect(box(page)).toHaveValue('');
  await expect(page.locator('[data-when="none"]')).toBeHidden();
});

test('nothing found is not the end: other words, the glossary, all topics, a person @en @no-js', async ({
  page,
  lang,
  picture,
  checkAccess,
}) => {
  const { nothing, none } = words[lang === '/en' ? '/en' : ''];
  await page.goto(`${lang}/search`);
  await box(page).fill(nothing);
  await page.locator('form.search button').click();
  await expect(page.locator('[data-none]')).toHaveText(none);
  await expect(page.locator('[data-when="none"] a').first()).toHaveAttribute('href', `${lang}/glossary`);
  await expect(page.locator('[data-when="none"] .call')).toBeVisible();
  await expect(page.locator('[data-when="topics"]')).toBeVisible();
  await picture('search-nothing');
  await checkAccess();
});

test('without scripts the same words find the same pages @no-js', async ({ page, picture }) => {
  const { synonym, term } = words[''];
  await page.goto('/search');
  await expect(page.locator('[data-when="topics"] a').first()).toBeVisible();
  await box(page).fill(synonym);
  await page.locator('form.search button').click();
  await expect(page).toHaveURL(/\?q=/);
  await expect(results(page).first()).toHaveAttribute('href', term);
  await picture('search-results');
});

test('the / key can be switched off, and stays off on this device @en', async ({ page, lang }) => {
  await page.goto(`${lang}/search`);
  await page.locator('[data-keys]').evaluate((keys: HTMLDetailsElement) => {
    keys.open = true;
  });
  await page.locator('[data-slash]').evaluate((input: HTMLInputElement) => input.click());
  await page.reload();
  await page.locator('h1').click();
  await page.keyboard.press('/');
  await expect(box(page)).not.toBeFocused();
});

test('an address that is not there offers to look for its words @en', async ({ page, lang }) => {
  await page.goto(`${lang}/learn/${encodeURIComponent(words[lang].notFound.replace(' ', '-'))}`);
  await expect(box(page)).toHaveValue(words[lang].notFound);
  await page.locator('form.search button').click();
  await expect(page).toHaveURL(new RegExp(`${lang}/search\\?q=`));
  await expect(results(page).first()).toBeVisible();
});
