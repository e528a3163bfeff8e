import { expect, test } from '../support/e2e.ts';

test('compare-prices: every charge over the whole term, twins, and what comes back after five years @en @no-js', async ({
  page,
  lang,
  checkAccess,
  picture,
}) => {
  const en = lang === '/en';
  await page.goto(`${lang}/prices`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // The answer comes first, both ways to pay, before any question.
  await expect(page.locator('.lead')).toContainText('¥18,150');
  await expect(page.locator('.lead')).toContainText('¥16,800');
  await expect(page.locator('article.plan')).toHaveCount(4);
  await expect(page.locator('article.plan.sample')).toHaveCount(4);
  await picture('prices');
  await checkAccess();

  await page.getByLabel(en ? 'How many babies' : '几个宝宝').fill('2');
  await page.getByLabel(en ? 'How many years to store' : '打算存几年').fill('５');
  await page.getByRole('button', { name: en ? 'Work it out' : '算一下' }).click();
  await expect(page).toHaveURL(/babies=2&years=/);
  const once = page
    .locator('article.plan')
    .filter({ has: page.getByRole('heading', { name: en ? 'Pay once' : '一次缴清' }) });
  await expect(once).toContainText('¥33,600');
  await expect(once).toContainText('−¥25,200');
  await expect(once).toContainText('¥8,400');
  // Which is least is said as a sentence about money, and no plan wears a badge.
  await expect(page.locator('#result')).toContainText(en ? 'By money alone' : '只看钱');
  await picture('prices-twins-five-years');

  // A link somebody was sent opens with the same answers, and back leads to the usual ones.
  await page.goBack();
  await expect(once).toContainText('¥16,800');
});

test('a year that is no year of the term is explained beside its box, and stays there @en @no-js', async ({
  page,
  lang,
  checkAccess,
  picture,
}) => {
  await page.goto(`${lang}/prices?babies=two&years=40`);
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.locator('#f-years')).toHaveValue('40');
  await expect(page.locator('#f-babies')).toHaveValue('two');
  await expect(page.locator('.em')).toHaveCount(2);
  await expect(page.locator('article.plan')).toHaveCount(4);
  await picture('prices-wrong-answers');
  await checkAccess();
});
