import type { Page } from '@playwright/test';
import { signIn } from '../support/acts.ts';
import { expect, test } from '../support/e2e.ts';
import { beAuditor, beCounsellor, beEditor } from '../support/staff-acts.ts';

/** Where nobody needs to be signed in, pages that are not there among them. */
const OPEN = [
  '/',
  '/enrol',
  '/sign-in',
  '/sign-in/password',
  '/register',
  '/register/too-old',
  '/reset-password',
  '/invitation/too-old',
  '/events',
  '/events/past',
  '/staff/sign-in',
  '/nowhere',
  '/staff/nowhere',
];
/** The demo's cast: half-way through the form; stored, with all results; contaminated, not stored. */
const FAMILIES = ['13900000001', '13900000012', '13900000014'];
const MOST_PAGES = 14;

/** What stands beyond the right edge, named so that it can be found. */
const beyondTheEdge = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    document.documentElement.scrollWidth <= window.innerWidth
      ? []
      : [...document.querySelectorAll('body *')]
          .filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1)
          .map(
            (one) =>
              `${one.tagName}.${one.getAttribute('class') ?? ''} ${one.textContent.trim().slice(0, 40)}`,
          )
          .slice(0, 5),
  );

/** One page of each kind: the second contract is laid out like the first. */
const kindOf = (path: string): string => path.replace(/[?#].*$/, '').replace(/[\w-]*\d[\w-]*/g, '#');

async function expectAllToFit(page: Page, lang: string, start: readonly string[], follow: boolean) {
  const todo = start.map((path) => `${lang}${path}`.replace(/(.)\/$/, '$1'));
  const seen = new Set<string>();
  while (todo.length > 0 && seen.size < MOST_PAGES) {
    const path = todo.shift() ?? '';
    if (seen.has(kindOf(path))) continue;
    seen.add(kindOf(path));
    await page.goto(path, { waitUntil: 'domcontentloaded' });
    expect(await beyondTheEdge(page), path).toEqual([]);
    if (!follow) continue;
    const links = await page
      .locator('main a[href]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    todo.push(
      ...links.filter((href) => /^(\/en)?\/(family|enrol|staff)/.test(href) && !href.includes('.pdf')),
    );
  }
  return seen.size;
}

test('every-page-fits-a-small-phone: 320 px wide with large text, nothing stands beyond the edge @en', async ({
  page,
  lang,
  outbox,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.addInitScript(() => {
    localStorage.setItem('large-text', 'on');
  });
  expect(await expectAllToFit(page, lang, OPEN, false)).toBe(OPEN.length);
  for (const phone of FAMILIES) {
    await page.context().clearCookies();
    await signIn(page, outbox, lang, phone);
    expect(await expectAllToFit(page, lang, ['/family'], true)).toBeGreaterThan(2);
  }
  await page.context().clearCookies();
  await beCounsellor(page);
  expect(
    await expectAllToFit(page, lang, ['/staff', '/staff/find', '/staff/enrolments', '/staff/units'], true),
  ).toBeGreaterThan(3);
  await page.context().clearCookies();
  await beAuditor(page);
  expect(await expectAllToFit(page, lang, ['/staff/audit'], false)).toBe(1);
  await page.context().clearCookies();
  await beEditor(page);
  const rooms = ['/staff/events', '/staff/events/new'];
  // One of them opened, its form and its door among them.
  expect(await expectAllToFit(page, lang, rooms, true)).toBeGreaterThan(4);
});
