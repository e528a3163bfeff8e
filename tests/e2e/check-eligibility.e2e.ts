import type { Page } from '@playwright/test';
import { fillIn } from '../support/acts.ts';
import { expect, test } from '../support/e2e.ts';

const child = {
  birth: '2017-5-20',
  place: 'shandong',
  treatment: 'cord-transplant',
  stage: 'not-yet',
  diagnosis: 'have',
  insurance: 'insured',
  means: 'beyond',
  help: 'none',
};

const goOn = (page: Page): Promise<void> => page.locator('main button[value="on"]').click();

/** Fills in whatever the step shows and goes on, until the answer. */
async function answerAll(page: Page, answers: Readonly<Record<string, string>>): Promise<void> {
  for (let step = 0; step < 3; step++) {
    await fillIn(page, answers);
    await goOn(page);
  }
}

/** The address says nothing anybody else can read, the browser was given nothing to keep. */
async function expectNoTrace(page: Page, path: string): Promise<void> {
  const { pathname, searchParams } = new URL(page.url());
  expect(pathname).toBe(path);
  expect([...searchParams.keys()]).toEqual(['so-far']);
  expect(searchParams.get('so-far')).toMatch(/^v\d+\.[\w-]+$/);
  expect(await page.context().cookies()).toEqual([]);
}

test('check-eligibility: a mother learns that the fund may help, why, what to prepare and how to apply today @en @no-js', async ({
  page,
  lang,
  checkAccess,
  picture,
}) => {
  const zh = lang === '';
  await page.goto(`${lang}/charity`);
  await checkAccess();
  await page.locator('main a.btn').click();
  await expect(page).toHaveURL(`${lang}/charity/eligibility`);
  await checkAccess();
  await picture('eligibility-patient');
  await fillIn(page, child);
  await goOn(page);
  await expect(page.locator('[name="treatment"]').first()).toBeVisible();
  await checkAccess();
  await picture('eligibility-treatment');
  await fillIn(page, child);
  await goOn(page);
  await expect(page.locator('[name="means"]').first()).toBeVisible();
  await checkAccess();
  await picture('eligibility-household');
  await fillIn(page, child);
  await goOn(page);

  const main = page.locator('main');
  await expect(page.locator('h1')).toHaveText(zh ? '看起来可以申请救助基金' : 'Aid fund: you may qualify');
  await expect(main).toContainText(zh ? '这不是批准' : 'This is not an approval');
  await expect(main.locator('.findings > li')).toHaveCount(8);
  await expect(main).toContainText(zh ? '今天9周岁' : 'The patient is 9 today');
  await expect(main).toContainText(zh ? '诊断证明' : 'The diagnosis');
  await expect(main).toContainText(zh ? '网上申请还没有开通' : 'You cannot apply online here yet');
  await expect(main).toContainText(zh ? '火种工程' : 'The Kindling project');
  await expect(main).toContainText(zh ? '小天使基金' : 'Little Angel');
  await checkAccess();
  await picture('eligibility-likely');
  await expectNoTrace(page, `${lang}/charity/eligibility`);
  expect(await page.evaluate(() => Object.keys({ ...localStorage, ...sessionStorage }))).toEqual([]);

  // Changing one answer brings the rest back; a grown patient is shown the other way.
  await main.locator('button[value="change"]').click();
  await expect(page.locator('[name="birth.year"]')).toHaveValue('2017');
  await expect(page.locator('[name="place"][value="shandong"]')).toBeChecked();
  await answerAll(page, { birth: '1990-5-20' });
  await expect(page.locator('h1')).toHaveText(
    zh ? '看起来可以申请火种工程' : 'The Kindling project: you may qualify',
  );
  await expect(main).toContainText(zh ? '18周岁以下，或者60周岁以上' : '18 or younger, or 60 or older');
});

test('check-eligibility: open points are named one by one, and a no is no dead end @en @no-js', async ({
  page,
  lang,
  checkAccess,
  picture,
}) => {
  const zh = lang === '';
  await page.goto(`${lang}/charity/eligibility`);
  await answerAll(page, { ...child, place: 'foreign', diagnosis: 'not-yet', means: 'unsaid' });
  await expect(page.locator('h1')).toHaveText(
    zh ? '救助基金能不能申请，有几处要问' : 'Aid fund: some points to ask',
  );
  const open = page.locator('.findings').first().locator('li');
  await expect(open).toHaveCount(3);
  await expect(open.first()).toContainText(zh ? '诊断' : 'Diagnosis');
  await checkAccess();
  await picture('eligibility-ask');

  await page.locator('main button[value="change"]').click();
  await answerAll(page, { ...child, treatment: 'none', stage: 'not-yet', means: 'manage' });
  await expect(page.locator('h1')).toHaveText(
    zh ? '这两个项目，看起来都不符合' : 'Neither programme seems to fit',
  );
  await expect(page.locator('main')).toContainText(zh ? '医疗救助' : 'State medical aid');
  await expect(page.locator('main')).toContainText(zh ? '不是最后的决定' : 'no final decision');
  await checkAccess();
  await picture('eligibility-unlikely');
});

test('check-eligibility: a wrong day is explained, everything typed stays, and one may go back @en @no-js', async ({
  page,
  lang,
  checkAccess,
  picture,
}) => {
  const zh = lang === '';
  await page.goto(`${lang}/charity/aid-fund`);
  // The first step stands on the fund's own page.
  await fillIn(page, { birth: '2017-2-30', place: 'elsewhere-in-china' });
  await goOn(page);
  await expect(page.locator('.errs')).toContainText(zh ? '没有这一天' : 'no such day');
  await expect(page.locator('[name="birth.day"]')).toHaveValue('30');
  await expect(page.locator('[name="place"][value="elsewhere-in-china"]')).toBeChecked();
  await checkAccess();
  await picture('eligibility-wrong');
  await fillIn(page, { birth: '2017-2-28' });
  await goOn(page);
  await fillIn(page, { treatment: 'cord-transplant', stage: 'not-yet' });
  await goOn(page);
  await expect(page.locator('.errs')).toContainText(zh ? '请选一项' : 'Choose one');
  await page.locator('main button[value="back"]').click();
  await expect(page.locator('[name="birth.day"]')).toHaveValue('28');
  await goOn(page);
  await expect(page.locator('[name="treatment"][value="cord-transplant"]')).toBeChecked();
  await expectNoTrace(page, `${lang}/charity/eligibility`);
});

test('check-eligibility: Back and reload show the page again, ask nothing and lose nothing @en @no-js', async ({
  page,
  lang,
}) => {
  const zh = lang === '';
  await page.goto(`${lang}/charity/eligibility`);
  // A mistake stands in the history too.
  await fillIn(page, { birth: '2017-2-30', place: 'shandong' });
  await goOn(page);
  await answerAll(page, child);
  const title = zh ? '看起来可以申请救助基金' : 'Aid fund: you may qualify';
  await expect(page.locator('h1')).toHaveText(title);
  expect((await page.reload())?.request().method()).toBe('GET');
  await expect(page.locator('h1')).toHaveText(title);

  await page.goBack();
  await expect(page.locator('[name="means"][value="beyond"]')).toBeVisible();
  await page.goBack();
  await expect(page.locator('[name="treatment"]').first()).toBeVisible();
  await page.goBack();
  await expect(page.locator('.errs')).toContainText(zh ? '没有这一天' : 'no such day');
  await expect(page.locator('[name="birth.year"]')).toHaveValue('2017');
  await page.goForward();
  await page.goForward();
  await page.goForward();
  await expect(page.locator('h1')).toHaveText(title);

  // The other language goes on where this one was.
  await page
    .locator(`a[hreflang="${zh ? 'en' : 'zh-CN'}"]`)
    .first()
    .click();
  await expect(page.locator('h1')).toHaveText(zh ? 'Aid fund: you may qualify' : '看起来可以申请救助基金');
});

test('check-eligibility: a code that is made up or too old begins anew and says why @en @no-js', async ({
  page,
  lang,
}) => {
  await page.goto(`${lang}/charity/eligibility?so-far=v1.AAAAAAAA`);
  await expect(page.locator('main')).toContainText(
    lang === '' ? '请从头答一遍' : 'answer from the beginning',
  );
  await expect(page.locator('[name="birth.year"]')).toHaveValue('');
});

test('an answer is never kept by the browser or a cache', async ({ request, baseURL }) => {
  const answer = await request.post('/charity/eligibility', {
    headers: { origin: baseURL ?? '' },
    form: { step: 'patient', 'birth.year': '2017', 'birth.month': '5', 'birth.day': '20', place: 'shandong' },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
  const next = await request.get(answer.headers()['location'] ?? '');
  expect(next.status()).toBe(200);
  for (const one of [answer, next]) {
    expect(one.headers()['cache-control']).toContain('no-store');
    expect(one.headers()['set-cookie']).toBeUndefined();
  }
});
