import type { Page } from '@playwright/test';
import { fillIn } from '../support/acts.ts';
import { expect, test } from '../support/e2e.ts';

/** Numbers of sources that stand on one another, so that neither can be read. */
const overprinted = (page: Page): Promise<readonly string[]> =>
  page.locator('.cite').evaluateAll((all) =>
    all.flatMap((cite) => {
      const numbers = [...cite.querySelectorAll('a')];
      return numbers.flatMap((one, at) => {
        const next = numbers[at + 1]?.getBoundingClientRect();
        const box = one.getBoundingClientRect();
        const apart = !next || next.top >= box.bottom || next.left >= box.right - 0.5;
        return apart ? [] : [cite.textContent];
      });
    }),
  );

test('on paper every source’s number can be read, and what is folded is open @en', async ({ page, lang }) => {
  await page.emulateMedia({ media: 'print' });
  for (const path of ['/learn/established-uses', '/about/research', '/about/quality']) {
    await page.goto(`${lang}${path}`);
    expect(await page.locator('.cite a').count(), path).toBeGreaterThan(5);
    expect(await overprinted(page), path).toEqual([]);
  }
  await page.goto(`${lang}/about/quality`);
  await expect(page.locator('#cordlife p').first()).toBeVisible();
  await page.goto(`${lang}/prices`);
  await expect(page.locator('details tbody tr').last()).toBeVisible();
});

test('the answer of the check, printed, has every criterion and what to prepare @en', async ({
  page,
  lang,
}) => {
  await page.goto(`${lang}/charity/eligibility`);
  for (let step = 0; step < 3; step++) {
    await fillIn(page, {
      birth: '2017-5-20',
      place: 'shandong',
      stage: 'not-yet',
      treatment: 'cord-transplant',
      diagnosis: 'not-yet',
      insurance: 'insured',
      means: 'beyond',
      help: 'none',
    });
    await page.locator('main button[value="on"]').click();
  }
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('main details')).toHaveCount(1);
  await expect(page.locator('.findings > li')).toHaveCount(8);
  for (const criterion of await page.locator('.findings > li').all()) await expect(criterion).toBeVisible();
  await expect(page.locator('#how')).toBeVisible();
  await expect(page.locator('#send li').first()).toBeVisible();
});
