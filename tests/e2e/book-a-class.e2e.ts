import { readFileSync } from 'node:fs';
import { bookClass, codeOnTicket, publishClass } from '../support/event-acts.ts';
import { signIn } from '../support/acts.ts';
import { expect, test } from '../support/e2e.ts';

test('book-a-class: two seats, a waiting list that moves up, and a check-in at the door @en @no-js', async ({
  page,
  lang,
  outbox,
  newPhone,
  anotherPage,
  checkAccess,
  picture,
}) => {
  const desk = await anotherPage();
  const id = await publishClass(desk, lang);
  await checkAccess(desk);
  await picture('event-staff', desk);

  await page.goto(`${lang}/events`);
  await expect(page.locator(`main a[href$="/events/${id}"]`)).toBeVisible();
  await checkAccess();
  await page.goto(`${lang}/events/${id}`);
  await checkAccess();
  await picture('event');

  // Nothing filled in: each thing that is missing is named.
  await page.goto(`${lang}/events/${id}/book`);
  await page.locator('main form button').first().click();
  await expect(page.locator('.errs')).toBeVisible();
  await checkAccess();

  const [first, second] = [newPhone(), newPhone()];
  await bookClass(page, outbox, lang, id, { phone: first, people: 2, name: '王女士' });
  const firstCode = await codeOnTicket(page);
  await checkAccess();
  await picture('booking-confirmed');
  const told = await outbox.next(first);
  expect(told.body).toContain(`${firstCode.slice(0, 3)} ${firstCode.slice(3)}`);
  const booking = new URL(page.url()).pathname;
  expect(told.body).toContain(booking);

  const other = await anotherPage();
  await bookClass(other, outbox, lang, id, { phone: second, people: 1, name: 'Amy' });
  await expect(other.locator('.ticket.waiting')).toBeVisible();
  await checkAccess(other);
  await picture('booking-waiting', other);
  await outbox.skip(second);

  // One of the two stays at home: the other seat is no longer needed, and goes to whoever waits.
  await page.goto(booking);
  await page.locator('main details summary').click();
  await page.locator('main [name="people"][value="1"]').check();
  await page.locator('form[action*="events.reduce"] button').click();
  await page.waitForURL(/fewer=yes/);
  const movedUp = await outbox.link(second);
  await other.goto(movedUp);
  const secondCode = await codeOnTicket(other);
  await picture('booking-moved-up', other);

  // Then she cannot come at all.
  await page.goto(booking);
  await page.locator('main a[href$="/cancel"]').click();
  await page.waitForURL(/\/cancel$/);
  await checkAccess();
  await picture('booking-cancel');
  await page.locator('main form button').click();
  await page.waitForURL((url) => url.pathname === booking);
  await expect(page.locator('.ticket')).toHaveCount(0);

  // At the door: hers is void, the other comes in once, and somebody without a booking takes the seat that is left.
  await desk.goto(`${lang}/staff/events/${id}/door`);
  const type = async (code: string): Promise<void> => {
    await desk.locator('#f-code').fill(code);
    await desk.locator('form[action*="events.findAtDoor"] button').click();
  };
  await type('12340');
  await expect(desk.locator('[role="alert"]')).toBeVisible();
  await type(firstCode);
  await expect(desk.locator('form[action*="events.checkIn"]')).toHaveCount(0);
  await type(secondCode);
  await expect(desk.locator('main')).toContainText('A***');
  await expect(desk.locator('main')).not.toContainText(second);
  await checkAccess(desk);
  await picture('door', desk);
  await desk.locator('form[action*="events.checkIn"] button').first().click();
  await desk.waitForURL(/[?&]in=bkg_/);
  await picture('door-done', desk);
  await type(secondCode);
  await expect(desk.locator('.note.wait', { hasText: /\d\d:\d\d/ })).toBeVisible();
  await expect(desk.locator('form[action*="events.checkIn"]')).toHaveCount(0);
  await desk.locator('form[action*="events.walkIn"] button').first().click();
  await desk.waitForURL(/[?&]in=bkg_/);
  await expect(desk.locator('form[action*="events.walkIn"]'), 'the room is full').toHaveCount(0);
  await checkAccess(desk);

  await other.goto(movedUp);
  await expect(other.locator('main a[href$="/cancel"]'), 'who is inside cancels nothing').toHaveCount(0);
});

test('a signed-in family needs no code, and a second booking is the first one', async ({
  page,
  lang,
  outbox,
  newPhone,
  anotherPage,
}) => {
  const id = await publishClass(await anotherPage(), lang, { capacity: '5' });
  const phone = newPhone();
  await signIn(page, outbox, lang, phone);
  for (const note of ['new', 'already']) {
    await page.goto(`${lang}/events/${id}/book`);
    await expect(page.locator('[name="phone"]')).toHaveValue(phone);
    await page.locator('[name="people"][value="1"]').check();
    await page.locator('[name="name"]').fill('林女士');
    await page.locator('main form button').first().click();
    await page.waitForURL(new RegExp(`/events/booking/[\\w-]+\\?${note}=yes`));
  }
});

test('a lost link is found again by the mobile, and by nobody else', async ({
  page,
  lang,
  outbox,
  newPhone,
  anotherPage,
  checkAccess,
}) => {
  const id = await publishClass(await anotherPage(), lang, { capacity: '5' });
  const [mine, stranger] = [newPhone(), newPhone()];
  await bookClass(page, outbox, lang, id, { phone: mine, people: 1, name: '林女士' });
  const booking = new URL(page.url()).pathname;
  for (const [phone, expected] of [
    [stranger, /find\?none=yes/],
    [mine, new RegExp(`${booking}$`)],
  ] as const) {
    const visitor = await anotherPage();
    await visitor.goto(`${lang}/events/${id}/find`);
    await checkAccess(visitor);
    await visitor.locator('[name="phone"]').fill(phone);
    await outbox.skip(phone);
    await visitor.locator('main form button').first().click();
    await visitor.waitForURL(/\/code$/);
    await visitor.locator('[name="code"]').fill(await outbox.code(phone));
    await visitor.locator('main form button').first().click();
    await visitor.waitForURL(expected);
    await checkAccess(visitor);
  }
  const wrong = await page.goto(`${booking.slice(0, -4)}AAAA`);
  expect(wrong?.status()).toBe(410);
});

test('a cancelled event tells everybody why, in the calendar file too', async ({
  page,
  lang,
  outbox,
  newPhone,
  anotherPage,
  checkAccess,
}) => {
  const desk = await anotherPage();
  const id = await publishClass(desk, lang, { capacity: '5' });
  const phone = newPhone();
  await bookClass(page, outbox, lang, id, { phone, people: 1, name: '林女士' });
  await outbox.skip(phone);
  const file = async (): Promise<string> => (await page.request.get(`${lang}/events/${id}.ics`)).text();
  expect(await file()).toContain('STATUS:CONFIRMED');

  await desk.goto(`${lang}/staff/events/${id}`);
  const cancel = desk.locator('details', { has: desk.locator('form[action*="events.cancelEvent"]') });
  await cancel.locator('summary').click();
  await cancel.locator('button').click();
  await expect(desk.locator('.errs'), 'a reason is asked for').toBeVisible();
  await checkAccess(desk);
  await desk.locator('[name="reasonZh"]').fill('讲的人病了');
  await desk.locator('[name="reasonEn"]').fill('the speaker is ill');
  await cancel.locator('button').click();
  await desk.waitForURL(/done=cancelled/);

  expect((await outbox.next(phone)).body).toContain('讲的人病了');
  await page.reload();
  await expect(page.locator('main')).toContainText('讲的人病了');
  await page.goto(`${lang}/events/${id}`);
  await expect(page.locator('main a[href$="/book"]')).toHaveCount(0);
  await checkAccess();
  expect(await file()).toMatch(/SEQUENCE:1[\s\S]*STATUS:CANCELLED/);
});

test('the editor sees registrants masked, shows one for a purpose, and takes the list away', async ({
  page,
  lang,
  outbox,
  newPhone,
  anotherPage,
  checkAccess,
}) => {
  const desk = await anotherPage();
  const id = await publishClass(desk, lang, { capacity: '5' });
  const phone = newPhone();
  await bookClass(page, outbox, lang, id, { phone, people: 1, name: '=林女士' });
  await desk.goto(`${lang}/staff/events/${id}`);
  const spaced = phone.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3');
  await expect(desk.locator('main')).not.toContainText(spaced);
  await desk.locator('button[form="reveal"]').first().click();
  await expect(desk.locator('.errs'), 'a purpose is asked for').toBeVisible();
  await desk.locator('#reveal [name="purpose"]').selectOption('call-registrant');
  await desk.locator('button[form="reveal"]').first().click();
  await expect(desk.locator('tr.sel')).toContainText(spaced);
  await checkAccess(desk);

  const form = desk.locator('form[action$="/registrants.csv"]');
  await desk.locator('details', { has: form }).locator('summary').click();
  await form.locator('[name="purpose"]').selectOption('call-registrants');
  const download = desk.waitForEvent('download');
  await form.locator('button').click();
  const text = readFileSync(await (await download).path(), 'utf8');
  expect(text).toContain(phone);
  expect(text, 'a name is no formula').toContain(`"'=林女士"`);
});

test('nothing is sold where a class is announced @en', async ({ page, lang }) => {
  await page.goto(`${lang}/events`);
  const one = await page.locator('main ol a').first().getAttribute('href');
  for (const path of [`${lang}/events`, `${lang}/events/past`, one ?? '']) {
    await page.goto(path);
    expect(await page.locator('a[href*="/enrol"], a[href*="/prices"], a[href^="tel:"]').count(), path).toBe(
      0,
    );
  }
});
