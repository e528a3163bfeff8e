/** What people do in the house, click by click: journeys are written in these words. Works with and without JavaScript. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type APIRequestContext, type Page } from '@playwright/test';
import { eventsFor, type Story } from '../../db/seed/feed/families.ts';
import { inventedResidentId } from '../../db/seed/families/person.ts';
import { startOfDay, today } from '../../src/shared/civil-date.ts';
import { HEALTH_QUESTIONS } from '../../src/enrolment/form/health.ts';
import { dinCheckCharacter } from '../../src/shared/identifiers/index.ts';
import type { Outbox } from './e2e.ts';

export type Typed = Readonly<Record<string, string>>;

/** Types answers into whatever of them the page asks for; a value of `-` unticks a box. */
export async function fillIn(page: Page, answers: Typed): Promise<void> {
  // The address changes before the page is there; half a page has half its boxes.
  await page.waitForLoadState('domcontentloaded');
  const names = await page
    .locator('main [name]')
    .evaluateAll((controls) => [...new Set(controls.map((one) => (one as HTMLInputElement).name))]);
  for (const name of names) {
    const [field, part] = name.split('.') as [string, string | undefined];
    const answer = answers[name] ?? (part === undefined ? undefined : answers[field]);
    if (answer === undefined) continue;
    const controls = page.locator(`main [name="${name}"]`);
    const kind = await controls
      .first()
      .evaluate((one) => (one instanceof HTMLSelectElement ? 'select' : (one as HTMLInputElement).type));
    if (kind === 'hidden') continue;
    if (kind === 'radio') await page.locator(`main [name="${name}"][value="${answer}"]`).check();
    else if (kind === 'checkbox') await controls.setChecked(answer !== '-');
    else if (kind === 'select') await controls.selectOption(answer);
    else if (part !== undefined && ['year', 'month', 'day'].includes(part))
      await controls.fill(answer.split('-')[['year', 'month', 'day'].indexOf(part)] ?? '');
    else await controls.fill(answer);
  }
}

/** Presses the one solid button of the step. */
export const goOn = (page: Page): Promise<void> => page.locator('button[form="step-form"]').click();

export async function signIn(page: Page, outbox: Outbox, lang: string, phone: string): Promise<void> {
  if (!/\/sign-in/.test(page.url())) await page.goto(`${lang}/sign-in`);
  await outbox.skip(phone);
  await page.locator('input[type="tel"]').fill(phone);
  await page.locator('main form button').first().click();
  await page.waitForURL(/\/sign-in\/code/);
  await page.locator('input[autocomplete="one-time-code"]').fill(await outbox.code(phone));
  await page.locator('main form button').first().click();
  await page.waitForURL((url) => !url.pathname.includes('/sign-in'));
}

/** A due date twelve weeks from today, as typed. */
export const dueDate = (): string => {
  const date = new Date(Date.now() + 84 * 86_400_000);
  return `${date.getUTCFullYear()}-${date.getUTCMonth() + 1}-${date.getUTCDate()}`;
};

/** Everything a couple types; override what the journey is about. */
export function couple(mobile: string, otherMobile: string, changes: Typed = {}): Typed {
  return {
    birthCity: '370100',
    dueDate: dueDate(),
    babies: '1',
    applicant: 'mother',
    motherName: '林样例',
    motherIdKind: 'resident-id',
    motherIdNumber: inventedResidentId('370102', '1994-03-08', 901),
    motherMobile: mobile,
    otherPresent: 'present',
    otherName: '欧阳·样例',
    otherIdKind: 'resident-id',
    otherIdNumber: inventedResidentId('371202', '1992-11-30', 902),
    otherMobile,
    homeCity: '370100',
    homeDistrict: '370102',
    homeLine: '样例路1号样例小区2号楼301',
    hospital: 'jinan-mch',
    ...Object.fromEntries(HEALTH_QUESTIONS.map(({ name }) => [name, 'no'])),
    plan: 'yearly',
    'consent-collection': 'yes',
    'consent-identity-documents': 'yes',
    'consent-health-data': 'yes',
    'consent-child-data': 'yes',
    'consent-hospital-and-courier': 'yes',
    ...changes,
  };
}

const stepOf = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? '';

/** Fills the enrolment from wherever it is until `until` is on the screen; `seen` is called on each step. */
export async function enrolUntil(
  page: Page,
  answers: Typed,
  until: string,
  seen: (step: string) => Promise<void> = async () => undefined,
): Promise<void> {
  for (let steps = 0; steps < 16 && stepOf(page) !== until; steps++) {
    const before = stepOf(page);
    await seen(before);
    await fillIn(page, answers);
    await goOn(page);
    await expect.poll(() => stepOf(page), { message: `after step ${before}` }).not.toBe(before);
  }
  expect(stepOf(page)).toBe(until);
}

/** Signs the contract on the screen with a typed name; `name` as in the contract. */
export async function signByName(page: Page, outbox: Outbox, phone: string, name: string): Promise<void> {
  for (const box of await page.locator('main input[type="checkbox"][name^="confirm."]').all())
    await box.check();
  const typed = page.locator('main [name="method"][value="typed"]');
  if ((await typed.count()) > 0 && (await typed.getAttribute('type')) === 'radio') await typed.check();
  await page.locator('main [name="name"]').fill(name);
  await outbox.skip(phone);
  await page.locator('main button[formaction]').click();
  await page.locator('main [name="code"]').fill(await outbox.code(phone));
  await page.locator('button[form="sign-form"]').click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign'));
}

/** On the sandbox's page: the card numbers it knows are Stripe's test cards. */
export async function payByCard(page: Page, number: string): Promise<void> {
  await page.locator('#number').fill(number);
  await page.locator('#expiry').fill('12/34');
  await page.locator('#cvc').fill('123');
  await page.locator('form[action$="/card"] button').click();
}

export async function payByWallet(page: Page, wallet: 'alipay' | 'wechat'): Promise<void> {
  const link = page.locator(`a[href$="/${wallet}"]`);
  await page.locator('details', { has: link }).locator('summary').click();
  await link.click();
  await page.locator('button[name="outcome"][value="paid"]').click();
}

/** Waits behind the return page until the webhook has done its work; reloads as its link would. */
export async function waitUntilPaid(page: Page): Promise<void> {
  await page.waitForURL(/\/family\/orders\//);
  await expect
    .poll(
      async () => {
        await page.reload();
        return page.locator('main a[href*="/receipts/"]').count();
      },
      { message: 'the receipt appears once the webhook has arrived' },
    )
    .toBeGreaterThan(0);
}

const laboratory = (): { apiKey: string } =>
  JSON.parse(readFileSync(path.join(process.env['SITE_DATA_DIR'] ?? '', 'laboratory.json'), 'utf8')) as {
    apiKey: string;
  };

/** Each worker process numbers its own kits: two kits with one number would be one unit. */
let serial = 100_000 + Number(process.env['TEST_WORKER_INDEX'] ?? 0) * 1000;

/** The laboratory reports a whole story about one baby's unit over the API; answers its number. */
export async function laboratoryReports(
  request: APIRequestContext,
  unit: { contractNumber: string; baby?: number; story: Story },
): Promise<string> {
  const body = `G987526${String((serial += 1)).padStart(6, '0')}`;
  const din = `${body}${dinCheckCharacter(body)}`;
  const now = Date.now();
  // Contracts of a journey are signed today; a story that began earlier is told in fast motion.
  const events = eventsFor({ din, baby: 1, now, after: startOfDay(today(now)), ...unit });
  const answer = await request.post(`${process.env['SITE_ORIGIN']}/api/v1/unit-events`, {
    headers: { authorization: `Bearer ${laboratory().apiKey}`, 'content-type': 'application/x-ndjson' },
    data: events.map((event) => JSON.stringify(event)).join('\n'),
  });
  expect(answer.status()).toBe(200);
  const rows = (await answer.text())
    .trim()
    .split('\n')
    .map((row) => JSON.parse(row) as { line?: number; outcome?: string });
  const refused = rows.filter(({ line, outcome }) => line !== undefined && outcome !== 'applied');
  expect(refused, 'every row of the story is taken').toEqual([]);
  return body;
}
