import { expect, test } from '../support/e2e.ts';
import {
  couple,
  enrolUntil,
  goOn,
  laboratoryReports,
  payByWallet,
  signByName,
  signIn,
  waitUntilPaid,
} from '../support/acts.ts';
import { accept, openCase } from '../support/staff-acts.ts';

test('a couple goes from the first visit to a stored unit @en @no-js', async ({
  page,
  lang,
  outbox,
  newPhone,
  anotherPage,
  request,
  checkAccess,
  picture,
}) => {
  test.setTimeout(360_000);
  const [mother, father] = [newPhone(), newPhone()];
  const answers = couple(mother, father);
  const look = async (name: string): Promise<void> => {
    await checkAccess();
    await picture(name);
  };

  let number = '';
  await test.step('she finds her way from the home page to the form', async () => {
    await page.goto(lang || '/');
    await page.goto(`${lang}/enrol`);
    await look('enrol-start');
    await page.goto(`${lang}/enrol/pregnancy`);
    await signIn(page, outbox, lang, mother);
    await expect(page).toHaveURL(/\/enrol\/pregnancy/);
  });

  await test.step('she answers one page after the other, and checks', async () => {
    await enrolUntil(page, answers, 'review', (step) => look(`enrol-${step}`));
    await look('enrol-review');
    await goOn(page);
    await page.waitForURL(/\/enrol\/submitted\//);
    await look('enrol-submitted');
    number = /BM-\d{4}-\d{6}-[\dX]/.exec(await page.locator('h1').innerText())?.[0] ?? '';
  });

  await test.step('a counsellor accepts', async () => {
    await outbox.skip(mother);
    const desk = await anotherPage();
    await openCase(desk, lang, number);
    await checkAccess(desk);
    await picture('staff-case', desk);
    await accept(desk);
    await outbox.next(mother);
  });

  let contractPath = '';
  await test.step('she reads and signs', async () => {
    await page.goto(`${lang}/family`);
    await look('family-to-sign');
    await page.locator('main a[href*="/family/contracts/"]').first().click();
    await page.waitForURL(/\/family\/contracts\//);
    contractPath = new URL(page.url()).pathname;
    await look('contract');
    await page.goto(`${contractPath}/sign`);
    await look('sign');
    await signByName(page, outbox, mother, answers['motherName'] ?? '');
    await look('contract-one-signed');
  });

  await test.step('he joins by his link, and signs on his own phone', async () => {
    const his = await anotherPage();
    await his.goto(await outbox.link(father));
    await checkAccess(his);
    await picture('invitation', his);
    await outbox.skip(father);
    await his.locator('main form button').first().click();
    await his.locator('input[autocomplete="one-time-code"]').fill(await outbox.code(father));
    await his.locator('input[name="consent-identity-documents"]').check();
    await his.locator('main form button').first().click();
    await his.waitForURL(/\/family/);
    await his.goto(`${contractPath}/sign`);
    await signByName(his, outbox, father, answers['otherName'] ?? '');
    await checkAccess(his);
    await picture('contract-signed', his);
  });

  await test.step('she pays, and the receipt comes', async () => {
    await expect
      .poll(async () => {
        await page.goto(`${lang}/family`);
        return page.locator('main a[href*="/family/orders/"]').count();
      })
      .toBeGreaterThan(0);
    await page.locator('main a[href*="/family/orders/"]').first().click();
    await page.waitForURL(/\/family\/orders\//);
    await look('order');
    await page.locator('form:has(input[name="order"]) button').click();
    await page.waitForURL(/\/pay\//);
    await picture('checkout');
    await payByWallet(page, 'wechat');
    await waitUntilPaid(page);
    await look('order-paid');
    await page.goto(`${lang}/family/fees`);
    await look('fees');
  });

  await test.step('the laboratory reports, and she sees where it is', async () => {
    await page.goto(contractPath);
    const contractNumber = /HT-\d{4}-\d{6}-[\dX]/.exec(await page.locator('main').innerText())?.[0] ?? '';
    const din = await laboratoryReports(request, { contractNumber, story: 'stored' });
    await page.goto(`${lang}/family`);
    await expect(page.locator('main')).toContainText(lang === '' ? '液氮罐组' : 'tank group');
    await look('family-stored');
    await page.goto(`${lang}/family/units/${din}`);
    await look('unit-stored');
    await page.goto(`${lang}/family/documents`);
    await expect
      .poll(async () => {
        await page.reload();
        return page.locator('main a[href$=".pdf"]').count();
      })
      .toBeGreaterThan(1);
    await look('documents');
    const pdf = await page.request.get(
      (await page.locator('main a[href$=".pdf"]').first().getAttribute('href')) ?? '',
    );
    expect(pdf.status()).toBe(200);
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  });

  await test.step('another family sees none of it', async () => {
    const stranger = await anotherPage();
    await signIn(stranger, outbox, lang, newPhone());
    const answer = await stranger.goto(contractPath);
    expect(answer?.status()).toBe(404);
  });
});
