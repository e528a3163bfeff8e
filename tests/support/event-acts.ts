/** What people do with events, click by click. Works with and without JavaScript. */
import { expect, type Page } from '@playwright/test';
import { aClass } from './a-class.ts';
import { fillIn, type Typed } from './acts.ts';
import type { Outbox } from './e2e.ts';
import { beEditor } from './staff-acts.ts';

/** The editor makes and publishes one; answers its id. */
export async function publishClass(page: Page, lang: string, changes: Typed = {}): Promise<string> {
  await beEditor(page);
  await page.goto(`${lang}/staff/events/new`);
  await fillIn(page, aClass(changes));
  await page.locator('main .actions button').last().click();
  await page.waitForURL(/\/staff\/events\/eve_/);
  const id = /eve_\w+/.exec(page.url())?.[0] ?? '';
  await page.locator('form[action*="events.publish"] button').click();
  await page.waitForURL(/done=published/);
  return id;
}

/** Somebody books; leaves them on their booking's page. */
export async function bookClass(
  page: Page,
  outbox: Outbox,
  lang: string,
  id: string,
  who: { readonly phone: string; readonly people: number; readonly name: string },
): Promise<void> {
  await page.goto(`${lang}/events/${id}`);
  await page.locator(`main a[href$="/book"]`).click();
  await page.waitForURL(/\/book$/);
  await fillIn(page, { name: who.name, phone: who.phone, people: String(who.people) });
  await outbox.skip(who.phone);
  await page.locator('main form button').first().click();
  await page.waitForURL(/\/code$/);
  await page.locator('input[autocomplete="one-time-code"]').fill(await outbox.code(who.phone));
  await page.locator('main form button').first().click();
  await page.waitForURL(/\/events\/booking\//);
}

/** The check-in code on the booking's page. */
export async function codeOnTicket(page: Page): Promise<string> {
  const code = (await page.locator('.ticket .code').innerText()).replace(/\s/g, '');
  expect(code).toMatch(/^\d{5}$/);
  return code;
}
