import { couple, enrolUntil, fillIn, goOn, signIn } from '../support/acts.ts';
import { expect, test } from '../support/e2e.ts';
import { accept, beCounsellor, openCase, returnFor } from '../support/staff-acts.ts';

test('resume-on-another-device: half a form waits for her on the tablet @en @no-js', async ({
  page,
  lang,
  outbox,
  newPhone,
  anotherPage,
}) => {
  const mother = newPhone();
  const answers = couple(mother, newPhone());
  await page.goto(`${lang}/enrol/pregnancy`);
  await signIn(page, outbox, lang, mother);
  await enrolUntil(page, answers, 'other-person');

  const tablet = await anotherPage();
  await tablet.goto(`${lang}/enrol/pregnancy`);
  await signIn(tablet, outbox, lang, mother);
  await tablet.goto(`${lang}/enrol`);
  await tablet.locator('main a[href*="/enrol/"]').first().click();
  await expect(tablet).toHaveURL(/\/enrol\/other-person$/);
  await tablet.goto(`${lang}/enrol/mother`);
  await expect(tablet.locator('[name="motherName"]')).toHaveValue(answers['motherName'] ?? '');
  expect(await tablet.content(), 'an identity number is never sent back to a browser').not.toContain(
    answers['motherIdNumber'] ?? 'x',
  );

  // Two devices at once: whoever saves a page that was saved elsewhere since is told, and loses nothing.
  await page.goto(`${lang}/enrol/mother`);
  await fillIn(tablet, { motherName: '林样例甲' });
  await goOn(tablet);
  await expect(tablet).toHaveURL(/\/enrol\/other$/);
  await fillIn(page, { motherName: '林样例乙' });
  await goOn(page);
  await expect(page).toHaveURL(/\/enrol\/mother/);
  await expect(page.locator('[name="motherName"]')).toHaveValue('林样例乙');
  await goOn(page);
  await expect(page).toHaveURL(/\/enrol\/other$/);
});

test('a wrong answer is explained beside it, and everything typed stays @en @no-js', async ({
  page,
  lang,
  outbox,
  newPhone,
  checkAccess,
  picture,
}) => {
  const mother = newPhone();
  await page.goto(`${lang}/enrol/pregnancy`);
  await signIn(page, outbox, lang, mother);
  await fillIn(page, { birthCity: 'elsewhere', dueDate: '2027-2-30', babies: '2' });
  await goOn(page);
  await expect(page.locator('[role="alert"], .errs').first()).toBeVisible();
  await expect(page.locator('.fork'), 'a birth elsewhere is a fork, not one of the mistakes').toBeVisible();
  await expect(page.locator('.errs')).not.toContainText(lang === '' ? '哪个市' : 'Which city');
  await page.reload();
  await expect(page.locator('.errs')).toBeVisible();
  await expect(page.locator('[name="dueDate.day"]')).toHaveValue('30');
  await expect(page.locator('[name="babies"][value="2"]')).toBeChecked();
  await checkAccess();
  await picture('enrol-pregnancy-wrong');

  const answers = couple(mother, mother, { motherIdNumber: '370102199002301234' });
  await fillIn(page, answers);
  await goOn(page);
  await expect(page).toHaveURL(/\/enrol\/mother/);
  await fillIn(page, answers);
  await goOn(page);
  await expect(page.locator('main')).toContainText(lang === '' ? '没有这一天' : 'doesn’t exist');
  // She compares what she typed with the document; nobody does in another session.
  await expect(page.locator('[name="motherIdNumber"]')).toHaveValue('370102199002301234');
  await expect(page.locator('[name="motherName"]')).toHaveValue(answers['motherName'] ?? '');
  await picture('enrol-mother-wrong');

  // Without her consent the document is not kept: closing the page here leaves nothing of it behind.
  await fillIn(page, couple(mother, mother, { 'consent-identity-documents': '-' }));
  await goOn(page);
  await expect(page.locator('main')).toContainText(
    lang === '' ? '证件资料没有保存' : 'nothing about the document',
  );
  await page.goto(`${lang}/enrol/mother`);
  await expect(page.locator('[name="consent-identity-documents"]')).not.toBeChecked();
  await expect(page.locator('.kept')).toHaveCount(0);
});

test('saves-itself: what is typed is kept without pressing anything, and nothing is called saved that is not', async ({
  page,
  outbox,
  newPhone,
  browser,
  baseURL,
  contextOptions,
}) => {
  const mother = newPhone();
  await page.goto('/enrol/pregnancy');
  await signIn(page, outbox, '', mother);
  await expect(page.locator('draft-saver')).toContainText('边填边自动保存');
  await fillIn(page, couple(mother, newPhone()));
  await goOn(page);
  await expect(page).toHaveURL(/\/enrol\/mother$/);
  await fillIn(page, { motherName: '林样例' });
  await expect(page.locator('draft-saver')).toContainText('已保存');
  await page.goto('/enrol/resume');
  await expect(page).toHaveURL(/\/enrol\/mother$/);
  await expect(page.locator('[name="motherName"]')).toHaveValue('林样例');

  // Without a connection the browser itself complains, so this page is not watched for complaints.
  const away = await browser.newContext({
    ...contextOptions,
    ...(baseURL === undefined ? {} : { baseURL }),
    storageState: await page.context().storageState(),
  });
  const train = await away.newPage();
  await train.goto('/enrol/mother');
  await away.setOffline(true);
  await fillIn(train, { motherName: '林样例在隧道里' });
  await expect(train.locator('draft-saver')).toContainText('还没有保存');
  await goOn(train);
  await expect(train.locator('[name="motherName"]'), 'pressing loses nothing').toHaveValue('林样例在隧道里');
  await away.setOffline(false);
  await expect(train.locator('draft-saver')).toContainText('已保存');
  await page.goto('/enrol/mother');
  await expect(page.locator('[name="motherName"]')).toHaveValue('林样例在隧道里');
  await away.close();
});

test('sent-meanwhile: an old window leads to the enrolment, and whoever is invited finds the invitation @no-js', async ({
  page,
  lang,
  outbox,
  newPhone,
  anotherPage,
  checkAccess,
  picture,
}) => {
  test.setTimeout(180_000);
  const [mother, father] = [newPhone(), newPhone()];
  await page.goto('/enrol/pregnancy');
  await signIn(page, outbox, lang, mother);
  await enrolUntil(page, couple(mother, father), 'review');
  const old = await page.context().newPage();
  await old.goto('/enrol/home-city');
  await goOn(page);
  await page.waitForURL(/\/enrol\/submitted\//);
  const number = /BM-\d{4}-\d{6}-[\dX]/.exec(await page.locator('h1').innerText())?.[0] ?? '';
  await fillIn(old, { homeCity: '370200' });
  await goOn(old);
  await expect(old).toHaveURL(/\/enrol\/submitted\/.*late=yes/);
  await expect(old.locator('main')).toContainText(number);
  await expect(old.locator('main')).toContainText('没有保存');
  await old.close();

  const desk = await anotherPage();
  await openCase(desk, lang, number);
  await accept(desk);
  const link = await outbox.link(father);
  const his = await anotherPage();
  await his.goto('/family');
  await signIn(his, outbox, lang, father);
  await his.goto('/family');
  await expect(his.locator('main')).toContainText('请您加入家庭');
  await expect(his.locator('main a[href$="/enrol"]'), 'he is not told to enrol').toHaveCount(0);
  await checkAccess(his);
  await picture('family-invited', his);
  await his.locator('main a[href$="/family/invitation"]').click();
  await checkAccess(his);
  await picture('family-invitation', his);
  await his.locator('[name="consent-identity-documents"]').check();
  await his.locator('main form button').first().click();
  await expect(his).toHaveURL(/\/family\/contracts\//);
  await his.goto(link);
  await expect(his.locator('h1')).toContainText('已经用过');
  await checkAccess(his);
});

test('a counsellor finds an enrolment by its number or its phone @en @no-js', async ({
  page,
  lang,
  outbox,
  newPhone,
  anotherPage,
  checkAccess,
  picture,
}) => {
  test.setTimeout(180_000);
  const mother = newPhone();
  await page.goto(`${lang}/enrol/pregnancy`);
  await signIn(page, outbox, lang, mother);
  await enrolUntil(page, couple(mother, newPhone()), 'review');
  await goOn(page);
  await page.waitForURL(/\/enrol\/submitted\//);
  const number = /BM-\d{4}-\d{6}-[\dX]/.exec(await page.locator('h1').innerText())?.[0] ?? '';

  const desk = await anotherPage();
  await beCounsellor(desk);
  const find = async (sought: string): Promise<void> => {
    await desk.goto(`${lang}/staff/enrolments`);
    await desk.locator('[name="sought"]').fill(sought);
    await desk.locator('form:has([name="sought"]) button').click();
  };
  for (const sought of [number, mother]) {
    await find(sought);
    await expect(desk.locator('.qt a')).toHaveText([number]);
    expect(desk.url(), 'a phone number has no place in an address').not.toContain(mother);
  }
  await checkAccess(desk);
  await find(newPhone());
  await expect(desk.locator('main')).toContainText(lang === '' ? '没有找到' : 'Nothing found');
  await checkAccess(desk);
  await picture('staff-enrolment-not-found', desk);
});

test('returned-enrolment: the family corrects only what the counsellor asks for @en', async ({
  page,
  lang,
  outbox,
  newPhone,
  anotherPage,
  checkAccess,
  picture,
}) => {
  test.setTimeout(180_000);
  const mother = newPhone();
  const answers = couple(mother, newPhone());
  await page.goto(`${lang}/enrol/pregnancy`);
  await signIn(page, outbox, lang, mother);
  await enrolUntil(page, answers, 'review');
  await goOn(page);
  await page.waitForURL(/\/enrol\/submitted\//);
  const number = /BM-\d{4}-\d{6}-[\dX]/.exec(await page.locator('h1').innerText())?.[0] ?? '';

  const desk = await anotherPage();
  await openCase(desk, lang, number);
  await outbox.skip(mother);
  const reason =
    lang === '' ? '这家医院已经搬迁，请确认在哪家生。' : 'This hospital has moved; please confirm which one.';
  await returnFor(desk, { hospital: reason });
  await outbox.next(mother);

  await page.goto(`${lang}/family`);
  await picture('family-returned');
  await page.locator('main a[href*="/family/enrolments/"]').first().click();
  await expect(page.locator('main')).toContainText(reason);
  await checkAccess();
  await picture('enrolment-returned');
  await page.locator('main a[href*="/enrol/hospital"]').first().click();
  await expect(page.locator('main'), 'the reason stands beside the questions').toContainText(reason);
  await goOn(page);
  await expect(page.locator('.errs'), 'as it was, it is not sent again').toBeVisible();
  await expect(page).toHaveURL(/\/enrol\/hospital/);
  await checkAccess();
  await picture('enrolment-returned-page');
  await fillIn(page, { hospital: 'sd-mch' });
  await goOn(page);
  await expect(page).toHaveURL(/\/enrol\/review/);
  await expect(
    page.locator('main a[href*="/enrol/plan"]'),
    'what was not returned stays as it was sent',
  ).toHaveCount(0);
  await goOn(page);
  await page.waitForURL(/\/family\/enrolments\//);
  await openCase(desk, lang, number);
  await expect(desk.locator('input[name="decision"][value="accept"]')).toHaveCount(1);
});

test('declining-takes-two: what the family will read is seen before it is proposed, and nobody confirms alone @en @no-js', async ({
  page,
  lang,
  outbox,
  newPhone,
  anotherPage,
  checkAccess,
  picture,
}) => {
  test.setTimeout(180_000);
  const mother = newPhone();
  await page.goto(`${lang}/enrol/pregnancy`);
  await signIn(page, outbox, lang, mother);
  await enrolUntil(page, couple(mother, newPhone()), 'review');
  await goOn(page);
  await page.waitForURL(/\/enrol\/submitted\//);
  const number = /BM-\d{4}-\d{6}-[\dX]/.exec(await page.locator('h1').innerText())?.[0] ?? '';

  const desk = await anotherPage();
  await openCase(desk, lang, number);
  const form = desk.locator('form', { has: desk.locator('[name="why"]') });
  const again = form.locator('[name="again"]');
  await desk.locator('details', { has: form }).locator('summary').click();
  await form.locator('[name="words"]').fill('…');
  await again.click();
  await expect(desk.locator('[role="alert"]').first(), 'a reason of the list is missing').toBeVisible();
  await expect(form.locator('[name="words"]'), 'what was written stays').toHaveValue('…');

  await form.locator('[name="why"]').selectOption('too-late');
  await form.locator('[name="words"]').fill('');
  await again.click();
  const words = lang === '' ? '采集包赶不到医院' : 'the kit cannot reach the hospital in time';
  await expect(desk.locator('.letter')).toContainText(words);
  await checkAccess(desk);
  await picture('staff-decline-preview', desk);
  await form.locator('button:not([name])').click();
  await desk.waitForURL(/done=proposed/);

  await expect(desk.locator('button[aria-disabled="true"]'), 'nobody confirms alone').toHaveCount(1);
  await checkAccess(desk);
  await picture('staff-decline-proposed', desk);
  await page.goto(`${lang}/family`);
  await page.locator('main a[href*="/family/enrolments/"]').first().click();
  await expect(page.locator('main'), 'the family hears nothing yet').not.toContainText(words);
  await desk.locator('[name="answer"][value="withdraw"]').click();
  await desk.waitForURL(/done=withdrawn/);
  await expect(desk.locator('input[name="decision"][value="accept"]')).toHaveCount(1);
});
