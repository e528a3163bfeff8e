import { laboratoryReports, signIn } from '../support/acts.ts';
import { expect, test } from '../support/e2e.ts';

test('rejected-unit: the page says what happened, what it does not mean, and what comes next @en', async ({
  page,
  lang,
  outbox,
  request,
  anotherPage,
  newPhone,
  checkAccess,
  picture,
}) => {
  const mother = lang === '' ? '13900000008' : '13900000018';
  await signIn(page, outbox, lang, mother);
  await page.locator('main a[href*="/family/documents"]').first().click();
  const text = await page.locator('main').innerText();
  const contractNumber = /HT-\d{4}-\d{6}-[\dX]/.exec(text)?.[0] ?? '';
  await outbox.skip(mother);
  const din = await laboratoryReports(request, { contractNumber, story: 'rejected-low-volume' });
  const { body } = await outbox.next(mother);
  expect(body, 'a text message carries no result').not.toMatch(/毫升|ml|量少|volume/i);

  await page.goto(`${lang}/family`);
  await picture('family-rejected');
  await page.locator(`main a[href*="/family/units/${din}"]`).first().click();
  await expect(page.locator('h1')).toContainText(lang === '' ? '抱歉' : 'sorry');
  await checkAccess();
  await picture('unit-rejected');
  await expect(
    page.locator('main form input[type="radio"]:checked'),
    'nothing is chosen for them',
  ).toHaveCount(0);

  const call = page.locator('section.call');
  await call.locator('form.slots button').click();
  await expect(page.locator('[data-error-summary]'), 'a time of day is missing').toBeVisible();
  await checkAccess();
  await call.locator('input[value="evening"]').check();
  await call.locator('form.slots button').click();
  const masked = `${mother.slice(0, 3)}****${mother.slice(-4)}`;
  await expect(call.locator('[role="status"]')).toContainText(masked);
  await checkAccess();
  await picture('unit-rejected-call');
  await call.locator('button.quiet').click();
  await expect(call.locator('[role="status"]'), 'the wish is taken back').toHaveCount(0);

  await page.goto(`${lang}/family/fees`);
  await expect(page.locator('h1')).toContainText('¥');
  await expect(page.locator('main')).toContainText(
    lang === '' ? '退款在15天以内原路退回' : 'Refunds go back the way they came within 15 days',
  );
  await checkAccess();
  await picture('fees-rejected');
  await page.goto(`${lang}/family/units/${din}`);
  await page.locator('main form.choices input[type="radio"]').first().check();
  await page.locator('main form button').last().click();
  await page.waitForLoadState();
  await checkAccess();
  await picture('unit-rejected-decided');

  const stranger = await anotherPage();
  await signIn(stranger, outbox, lang, newPhone());
  expect((await stranger.goto(`${lang}/family/units/${din}`))?.status()).toBe(404);
});
