import { expect, test } from '../support/e2e.ts';

test('large text is offered only where the next page remembers it', async ({ page, browser, baseURL }) => {
  await page.goto('/');
  await page.locator('.hd .large-text').click();
  await page.goto('/about');
  await expect(page.locator('html')).toHaveAttribute('data-text', 'large');

  const without = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const plain = await without.newPage();
  for (const path of ['/', '/en/about', '/charity/eligibility']) {
    await plain.goto(path);
    await expect(plain.locator('[data-large-text]').first()).toBeHidden();
    await expect(plain.locator('.hd .large-text')).toBeHidden();
  }
  await without.close();
});
