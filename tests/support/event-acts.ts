/** What people do with events, click by click. Works with and without JavaScript. */
import { expect, type Page } from '@playwright/test';
import { fillIn, type Typed } from './acts.ts';
import type { Outbox } from './e2e.ts';
import { beEditor } from './staff-acts.ts';

/** `YYYY-M-D` so many days from today, as typed. */
export const inDays = (days: number): string => {
  const date = new Date(Date.now() + days * 86_400_000);
  return `${date.getUTCFullYear()}-${date.getUTCMonth() + 1}-${date.getUTCDate()}`;
};

/** A class in Jinan as an editor types it. */
export const aClass = (changes: Typed = {}): Typed => ({
  kind: 'class',
  date: inDays(9),
  starts: '14:00',
  ends: '15:30',
  city: '370100',
  capacity: '2',
  titleZh: '样例课堂',
  titleEn: 'A sample class',
  summaryZh: '给怀孕的妈妈和家里人。',
  summaryEn: 'For expectant mothers and those at home with them.',
  coversZh: '第一件\n第二件',
  coversEn: 'One thing\nAnother',
  speakerZh: '助产士',
  speakerEn: 'A midwife',
  language: 'zh',
  placeZh: '样例教室',
  placeEn: 'Sample Room',
  addressZh: '历下区样例路1号',
  addressEn: '1 Sample Road, Lixia',
  accessZh: '有电梯。',
  accessEn: 'There is a lift.',
  confirmed: 'no',
  repeat: 'no',
  ...changes,
});

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
