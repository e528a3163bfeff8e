import { payByCard, payByWallet, signByName, signIn, waitUntilPaid } from '../support/acts.ts';
import { expect, test } from '../support/e2e.ts';
import { faultsOf } from '../support/well-made.ts';

/** People of the demo's cast (db/seed/families/cast.ts): one family for each language, since a journey changes them. */
const phoneOf = (index: number): string => `1390000${String(index).padStart(4, '0')}`;

test('both-guardians-sign: each on their own phone, and nobody twice @en', async ({
  page,
  lang,
  outbox,
  anotherPage,
  checkAccess,
  picture,
}) => {
  const family =
    lang === ''
      ? { mother: 5, other: 55, motherName: '叶疏影', otherName: '欧阳朔', motherSigns: true }
      : { mother: 6, other: 56, motherName: 'Amelia Hartmann', otherName: '秦屿', motherSigns: false };
  const [mother, father] = [phoneOf(family.mother), phoneOf(family.other)];
  const invitation = await outbox.link(father);

  await signIn(page, outbox, lang, mother);
  await page.locator('main a[href*="/family/contracts/"]').first().click();
  await page.waitForURL(/\/family\/contracts\//);
  const contract = new URL(page.url()).pathname;
  if (family.motherSigns) {
    await page.goto(`${contract}/sign`);
    // Nothing ticked, nothing typed, no code: each thing that is missing is named, and nothing is signed.
    await page.locator('button[form="sign-form"]').click();
    await expect(page.locator('.errs')).toBeVisible();
    await checkAccess();
    expect(await faultsOf(page)).toEqual([]);
    await picture('sign-missing');
    await signByName(page, outbox, mother, family.motherName);
  }
  await page.goto(`${contract}/sign`);
  await expect(page, 'who has signed is not asked again').toHaveURL(new RegExp(`${contract}$`));

  const his = await anotherPage();
  await his.goto(invitation);
  await outbox.skip(father);
  await his.locator('main form button').first().click();
  await his.locator('input[autocomplete="one-time-code"]').fill(await outbox.code(father));
  await his.locator('input[name="consent-identity-documents"]').check();
  await his.locator('main form button').first().click();
  await his.waitForURL(/\/family/);
  await his.goto(`${contract}/sign`);
  await signByName(his, outbox, father, family.otherName);
  await picture('contract-both-signed', his);
  await page.goto(contract);
  await expect
    .poll(async () => {
      await page.reload();
      return page.locator('main a[href$=".pdf"]').count();
    })
    .toBeGreaterThan(0);
});

test('declined-card-then-alipay: a refused card is no dead end, and money moves once @en', async ({
  page,
  lang,
  outbox,
  checkAccess,
  picture,
}) => {
  const mother = phoneOf(lang === '' ? 7 : 17);
  await signIn(page, outbox, lang, mother);
  await page.locator('main a[href*="/family/orders/"]').first().click();
  await page.waitForURL(/\/family\/orders\//);
  const order = new URL(page.url()).pathname;
  await page.locator('form:has(input[name="order"]) button').click();
  await page.waitForURL(/\/pay\//);
  await payByCard(page, '4000000000000002');
  await expect(page.locator('[role="alert"]')).toBeVisible();
  await checkAccess();
  await picture('checkout-declined');

  // She leaves, and comes back: the same checkout is still there.
  await page.locator('a.cancel').first().click();
  await page.waitForURL(/\/family\/orders\//);
  await picture('order-cancelled');
  await page.locator('form:has(input[name="order"]) button').click();
  await page.waitForURL(/\/pay\//);
  await payByWallet(page, 'alipay');
  await waitUntilPaid(page);
  await page.goto(order);
  await expect(
    page.locator('form:has(input[name="order"])'),
    'what is paid cannot be paid again',
  ).toHaveCount(0);
  await picture('order-paid-alipay');
});
