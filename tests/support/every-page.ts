/** Every page of one language with an address and the eyes that may see it; throws when one cannot be found. */
import { ADMINISTRATOR, everybody } from '../../db/seed/families/staff.ts';
import { AddressBook, type Address } from './addresses.ts';
import { FAMILIES, type Sessions } from './people.ts';
import { Visitor } from './visitor.ts';

const tokenPath = (link: string): string => new URL(link).pathname;
const LINK = (room: string): RegExp => new RegExp(`https?://[^\\s]*/${room}/[\\w-]+`);

/** What is only sent to somebody: asked for, and read in the outbox. */
async function askForWhatIsSent(
  book: AddressBook,
  visitorOf: (cookies?: string) => Visitor,
  lang: '' | '/en',
  administrator: string,
  newPhone: () => string,
): Promise<void> {
  const mine = lang === '' ? 'zh' : 'en';
  const note = (visitor: Visitor, path: string): void => book.arrivedAt(path, visitor);

  const signing = visitorOf();
  const asked = await signing.send(await signing.get(`${lang}/sign-in`), 'accounts.sendSignInCode', {
    phone: newPhone(),
  });
  note(signing, asked.path);

  const registering = visitorOf();
  const email = `new-${newPhone()}@example.invalid`;
  await registering.send(await registering.get(`${lang}/register`), 'accounts.register', { email });
  note(registering, tokenPath(await registering.message(email, LINK('register'))));

  const forgetful = visitorOf();
  const known = everybody.find(({ locale }) => locale === mine)?.email ?? '';
  await forgetful.send(await forgetful.get(`${lang}/reset-password`), 'accounts.requestReset', {
    email: known,
  });
  note(forgetful, tokenPath(await forgetful.message(known, LINK('reset-password'))));

  const office = visitorOf(administrator);
  const hired = `hired-${newPhone()}@example.invalid`;
  await office.send(await office.get(`${lang}/staff/team`), 'staff.invite', {
    name: mine === 'zh' ? '新同事' : 'A colleague',
    email: hired,
    roles: 'lab',
    locale: mine,
  });
  note(visitorOf(), tokenPath(await office.message(hired, LINK('set-up'))));

  const invited = visitorOf();
  note(invited, lang + tokenPath(await invited.message('13900000055', LINK('invitation'))));

  const guest = visitorOf();
  const event = book.of('/[...lang]/events/[id]/book') ?? '';
  const mobile = newPhone();
  const booking = await guest.send(await guest.get(event), 'events.book', {
    name: 'Li',
    phone: mobile,
    people: '1',
  });
  note(guest, booking.path);
  const code = await guest.message(mobile, /(?<!\d)\d{6}(?!\d)/);
  // Another browser goes on, so that the page that asks for the code stays as it is.
  const ticket = visitorOf(guest.cookies);
  const seated = await ticket.send(booking, 'events.enterCode', { code });
  await book.follow(ticket, [seated.path.slice(lang.length)], /^\/events\/booking/);
}

export async function everyPage(
  origin: string,
  lang: '' | '/en',
  sessions: Sessions,
  newPhone: () => string,
): Promise<readonly Address[]> {
  const book = new AddressBook(origin, lang);
  const visitorOf = (cookies = ''): Visitor => new Visitor(origin, cookies);
  await book.follow(visitorOf(), ['/', '/staff/sign-in']);
  for (const name of Object.keys(FAMILIES))
    await book.follow(visitorOf(sessions[name]), ['/family', '/enrol'], /^\/(family|enrol)/);
  // Whoever has no family yet is shown what invites them, or that nothing does.
  await book.follow(visitorOf(sessions['halfFilled']), ['/family/invitation'], /^\/family/);
  const submitted = book.of('/[...lang]/family/enrolments/[id]')?.split('/').at(-1);
  await book.follow(visitorOf(sessions['submitted']), [`/enrol/submitted/${submitted}`], /^\/enrol/);
  const din = book.of('/[...lang]/family/units/[din]')?.split('/').at(-1);
  // A signed contract is led to as a file; its page is the one it was signed on.
  const stored = visitorOf(sessions['stored']);
  const contract = /ctr_\w+/.exec((await stored.get('/family/documents')).html)?.[0];
  await book.follow(stored, [`/family/contracts/${contract}`], /^\/family/);
  const order = book.of('/[...lang]/family/orders/[id]')?.split('/').at(-1);
  for (const name of Object.keys(FAMILIES))
    await book.follow(visitorOf(sessions[name]), [`/family/orders/${order}/return`], /^\/family/);
  for (const name of ['rejected', 'submitted']) book.also(`${lang}/family`, visitorOf(sessions[name]));
  const unhappy = visitorOf(sessions['rejected']);
  const unit = /units\/(G\w+)/.exec((await unhappy.get('/family')).html)?.[1];
  book.also(`${lang}/family/units/${unit}`, unhappy);
  for (const { email } of everybody)
    await book.follow(visitorOf(sessions[email]), ['/staff', `/staff/units/${din}`], /^\/staff/);
  await askForWhatIsSent(book, visitorOf, lang, sessions[ADMINISTRATOR.email] ?? '', newPhone);
  const { pages, missing } = book.close();
  if (missing.length > 0)
    throw new Error(
      `No address is known for ${missing.join(', ')}: lead there in tests/support/every-page.ts.`,
    );
  return pages;
}
