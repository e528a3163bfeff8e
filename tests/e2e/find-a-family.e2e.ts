import { laboratoryReports } from '../support/acts.ts';
import { expect, test } from '../support/e2e.ts';
import { beAuditor, beCounsellor } from '../support/staff-acts.ts';

test('find-a-family: from the phone in hand to the case, the unit, and back to the people @en', async ({
  page,
  lang,
  request,
  anotherPage,
  checkAccess,
  picture,
}) => {
  const mother = lang === '' ? '13900000009' : '13900000010';
  await beCounsellor(page);
  await page.goto(`${lang}/staff`);
  await expect(page.locator('.work a').first(), 'what waits stands on the first page').toBeVisible();
  await checkAccess();
  await picture('staff-home');
  const find = async (sought: string): Promise<void> => {
    await page.locator('[name="who"]').fill(sought);
    await page.locator('form:has([name="who"]) button').click();
    await page.waitForURL(/\/staff\/find/);
  };

  await find('林样例');
  await expect(page.locator('[role="alert"]')).toContainText(
    lang === '' ? '姓名加密保存' : 'Names cannot be',
  );
  await expect(page.locator('[name="who"]'), 'what was typed stays').toHaveValue('林样例');
  await checkAccess();

  await find(mother);
  expect(page.url(), 'a phone number has no place in an address').not.toContain(mother);
  await expect(page.locator('.found')).toContainText(`139****00${mother.slice(-2)}`);
  await checkAccess();
  await picture('staff-found');
  const contractNumber = /HT-\d{4}-\d{6}-[\dX]/.exec(await page.locator('.found').innerText())?.[0] ?? '';
  const din = await laboratoryReports(request, { contractNumber, story: 'in-lab' });

  await find(din);
  await page.locator(`main a[href$="/staff/units/${din}"]`).click();
  const family = page.locator('section.family');
  await expect(family).toContainText('139****');
  await expect(family).not.toContainText('139 0000');
  await checkAccess();
  await family.locator('summary').click();
  await family.locator('select').selectOption('call-the-family');
  await family.locator('form button').click();
  await expect(family).toContainText(`139 0000 00${mother.slice(-2)}`);
  await checkAccess();
  await picture('staff-unit-family');

  await page.locator('section.family a[href*="/staff/enrolments/"]').click();
  await expect(page.locator('#ties')).toContainText(contractNumber);
  await expect(page.locator(`#ties a[href$="/staff/units/${din}"]`)).toHaveCount(1);
  await checkAccess();

  const log = await anotherPage();
  await beAuditor(log);
  await log.goto(`${lang}/staff/audit?object=${din}`);
  await expect(log.locator('main ol').first()).toContainText(
    lang === '' ? '家属的姓名电话' : 'looked at the family behind unit',
  );
  await expect(log.locator('main ol').first()).toContainText(
    lang === '' ? '用途：给家属打电话' : 'purpose: to phone the family',
  );
  await checkAccess(log);
  await picture('staff-audit', log);
});
