/** What staff do in the console. */
import type { Page } from '@playwright/test';

/** Lets a page be somebody who signed in once for all journeys: an authenticator's code opens one door only. */
export async function be(page: Page, cookies: string): Promise<void> {
  const pairs = cookies.split('; ').filter(Boolean);
  await page.context().addCookies(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      const cookie = { name: pair.slice(0, at), value: pair.slice(at + 1) };
      return { ...cookie, domain: 'localhost', path: '/', secure: true, httpOnly: true };
    }),
  );
}

export const beCounsellor = (page: Page): Promise<void> => be(page, process.env['COUNSELLOR_SESSION'] ?? '');
export const beAuditor = (page: Page): Promise<void> => be(page, process.env['AUDITOR_SESSION'] ?? '');
export const beEditor = (page: Page): Promise<void> => be(page, process.env['EDITOR_SESSION'] ?? '');

/** Opens a case from the queue by its number. */
export async function openCase(page: Page, lang: string, number: string): Promise<void> {
  await beCounsellor(page);
  await page.goto(`${lang}/staff/enrolments`);
  await page.locator(`main a:has-text("${number}")`).click();
  await page.waitForURL(/\/staff\/enrolments\/enr_/);
}

const decide = (page: Page, decision: string) =>
  page.locator('form', { has: page.locator(`input[name="decision"][value="${decision}"]`) });

export async function accept(page: Page): Promise<void> {
  await decide(page, 'accept').locator('button').click();
  await page.waitForURL(/done=yes/);
}

/** Returns single steps, each with its reason. */
export async function returnFor(page: Page, reasons: Readonly<Record<string, string>>): Promise<void> {
  const form = decide(page, 'return');
  await page.locator('details', { has: form }).locator('summary').click();
  for (const [step, reason] of Object.entries(reasons))
    await form.locator(`[name="reason-${step}"]`).fill(reason);
  await form.locator('button').click();
  await page.waitForURL(/done=yes/);
}
