import type { Page } from '@playwright/test';
import type { Address } from '../support/addresses.ts';
import { everyPage } from '../support/every-page.ts';
import { expect, test } from '../support/e2e.ts';
import type { Sessions } from '../support/people.ts';
import { be } from '../support/staff-acts.ts';
import { faultsOf, keyboardFaultsOf } from '../support/well-made.ts';

const sessions = (): Sessions => JSON.parse(process.env['SESSIONS'] ?? '{}') as Sessions;

// A picture of every step of eighty pages would take longer than the steps.
test.use({ trace: 'off' });

/** Opens it with the eyes that may see it. */
async function open(page: Page, { path, cookies }: Address): Promise<void> {
  await page.context().clearCookies();
  await be(page, cookies);
  await page.goto(path, { waitUntil: 'load' });
}

/** All faults at once: a list to work off rather than the first of it. */
async function expectNoFaults(
  page: Page,
  pages: readonly Address[],
  faultsIn: (page: Page) => Promise<readonly string[]>,
): Promise<void> {
  const faults: string[] = [];
  for (const address of pages) {
    await open(page, address);
    faults.push(...(await faultsIn(page)).map((fault) => `${address.pattern} ${fault}`));
  }
  expect(faults).toEqual([]);
}

test('every-page: 320 px with large text, forced colours, no motion and paper @en', async ({
  page,
  lang,
  baseURL,
  newPhone,
}) => {
  test.setTimeout(240_000);
  await page.addInitScript(() => {
    localStorage.setItem('large-text', 'on');
  });
  const pages = await everyPage(baseURL ?? '', lang, sessions(), newPhone);
  expect(pages.length).toBeGreaterThan(70);
  await expectNoFaults(page, pages, faultsOf);
});

test('every-page-by-keyboard: Tab reaches everything, shows where it is, and is caught nowhere @en @only', async ({
  page,
  lang,
  baseURL,
  newPhone,
}) => {
  test.setTimeout(240_000);
  const pages = await everyPage(baseURL ?? '', lang, sessions(), newPhone);
  await expectNoFaults(page, pages, keyboardFaultsOf);
});
