/** What the public does: book with a proved mobile, find a booking again, make it smaller, cancel it. */
import type { ActionAPIContext } from 'astro:actions';
import { defineAction } from 'astro:actions';
import { accountDoor, checkCode, sendCode, type Refused } from '../../accounts/index.ts';
import { guarded, type Admitted } from '../../accounts/guard.ts';
import { answerOf, echoable, postedText, type Answers, type Step } from '../../shared/form.ts';
import { parseMobile } from '../../shared/identifiers/index.ts';
import type { Text } from '../../shared/i18n.ts';
import { err, expectOk, ok, type Err } from '../../shared/result.ts';
import { eventRules } from '../ports.ts';
import { bookSeats } from './book-seats.ts';
import { takesBookings } from './booking.ts';
import { bookingAnswers, bookingStep, findStep, type BookingAnswers } from './booking-form.ts';
import { bookingMessages } from './booking-messages.ts';
import { cancelBooking, reduceParty } from './change-booking.ts';

const { codeStep, forgetFlow, readFlow, readForm, refusalText, rememberFlow } = accountDoor;

const textOf = (code: string): Text =>
  (bookingMessages as Readonly<Record<string, Text>>)[code] ?? refusalText(code);

const refuse = <const E extends string>(code: E, field = '', values: Answers = {}): Err<E, Refused> =>
  err(code, { fields: { [field]: textOf(code) }, values }) as Err<E, Refused>;

type Context = ActionAPIContext;

/** Texts a code and keeps, sealed in the browser, what is to happen once it is entered. */
async function askForCode(
  context: Context,
  asked: {
    readonly eventId: string;
    readonly phone: string;
    readonly carried: Readonly<Record<string, string>>;
  },
) {
  const { deps, locale, clientAddress } = context.locals;
  const subject = `${asked.eventId}:${deps.vault.token()}`;
  // Alike for every number: whether it has booked is told only to whoever holds it.
  const sent = await sendCode(deps, {
    purpose: 'book-event',
    phone: asked.phone,
    subject,
    locale,
    address: clientAddress,
  });
  if (!sent.ok) return sent;
  rememberFlow(deps.vault, context.cookies, {
    purpose: 'book-event',
    to: asked.phone,
    subject,
    sentAt: deps.now(),
    next: null,
    carried: { ...asked.carried, eventId: asked.eventId },
  });
  return ok();
}

async function book(context: Context, person: Admitted, eventId: string, answers: BookingAnswers) {
  const { deps, locale } = context.locals;
  const booked = await bookSeats(deps, {
    actor: person.actor,
    eventId,
    ...answers,
    locale: person.sessionKind === 'family' ? (person.locale ?? locale) : locale,
  });
  if (!booked.ok) return booked;
  const { token, already } = booked.value;
  return ok({ to: `/events/booking/${token}?${already ? 'already' : 'new'}=yes` });
}

/** A signed-in person's own number is proved. */
async function isProved(context: Context, person: Admitted, phone: string): Promise<boolean> {
  if (person.sessionKind !== 'family') return false;
  const account = await context.locals.deps.read.accounts.byId(person.accountId);
  return account?.phone === phone;
}

const stepFor = (context: Context): Step => bookingStep(eventRules(context.locals.deps).maxParty);

export const bookingActions = {
  /** Form fields of `bookingStep`. Answers where to go: the code, or the booking of who is signed in. */
  book: defineAction({
    accept: 'form',
    handler: guarded('events.book', async (form, context, person) => {
      const eventId = context.params['id'] ?? '';
      const step = stepFor(context);
      const read = readForm(step, form);
      if (!read.ok) return read;
      const answers = bookingAnswers(read.value);
      const values = echoable(step, read.value);
      if (await isProved(context, person, answers.phone)) {
        const booked = await book(context, person, eventId, answers);
        return booked.ok ? booked : refuse(booked.code, booked.code === 'party-size' ? 'people' : '', values);
      }
      const { deps } = context.locals;
      const event = await deps.read.events.listedById(eventId);
      if (!event) return err('not-found');
      // No code is texted for what is closed; the page leads to the event, which says why.
      if (!takesBookings(event, deps.now())) return refuse('event-closed', '', values);
      if (answers.people > event.capacity) return refuse('party-size', 'people', values);
      const { name, phone, email, people } = answers;
      const carried = { what: 'book', name, email: email ?? '', people: String(people) };
      const sent = await askForCode(context, { eventId, phone, carried });
      return sent.ok ? ok({ to: `/events/${eventId}/code` }) : refuse(sent.code, 'phone', values);
    }),
  }),

  /** Form field `phone`: to open a booking again. */
  find: defineAction({
    accept: 'form',
    handler: guarded('events.find', async (form, context) => {
      const eventId = context.params['id'] ?? '';
      const read = readForm(findStep, form);
      if (!read.ok) return read;
      const phone = expectOk(parseMobile(answerOf(read.value, 'phone')));
      if (!(await context.locals.deps.read.events.listedById(eventId))) return err('not-found');
      const sent = await askForCode(context, { eventId, phone, carried: { what: 'find' } });
      return sent.ok ? ok({ to: `/events/${eventId}/code` }) : refuse(sent.code, 'phone', read.value);
    }),
  }),

  /** Another code for what waits in the browser. */
  sendAgain: defineAction({
    accept: 'form',
    handler: guarded('events.sendAgain', async (_form, context) => {
      const { deps } = context.locals;
      const flow = readFlow(deps.vault, context.cookies, 'book-event', deps.now());
      if (!flow?.carried) return refuse('codeGone');
      const { eventId = '', ...carried } = flow.carried;
      const sent = await askForCode(context, { eventId, phone: flow.to, carried });
      return sent.ok ? ok({ to: `/events/${eventId}/code?again=yes` }) : refuse(sent.code);
    }),
  }),

  /** Form field `code`. Books, or finds, and answers the booking's page. */
  enterCode: defineAction({
    accept: 'form',
    handler: guarded('events.enterCode', async (form, context, person) => {
      const { deps } = context.locals;
      const flow = readFlow(deps.vault, context.cookies, 'book-event', deps.now());
      if (!flow?.carried) return refuse('codeGone');
      const read = readForm(codeStep, form);
      if (!read.ok) return read;
      const { eventId = '', what, name = '', email = '', people = '' } = flow.carried;
      const checked = await checkCode(deps, {
        purpose: 'book-event',
        phone: flow.to,
        subject: flow.subject,
        code: answerOf(read.value, 'code'),
      });
      if (!checked.ok) return refuse(checked.code, 'code');
      forgetFlow(context.cookies);
      if (what === 'find') {
        const found = await deps.read.bookings.ofMobile(eventId, flow.to);
        return found?.token
          ? ok({ to: `/events/booking/${found.token}` })
          : ok({ to: `/events/${eventId}/find?none=yes` });
      }
      const answers = { name, phone: flow.to, email: email === '' ? null : email, people: Number(people) };
      const booked = await book(context, person, eventId, answers);
      return booked.ok ? booked : refuse(booked.code);
    }),
  }),

  /** Form field `people`. */
  reduce: defineAction({
    accept: 'form',
    handler: guarded('events.reduce', async (form, context, person) => {
      const token = context.params['token'] ?? '';
      const people = postedText(form, 'people');
      if (people === '')
        return err('invalid', { fields: { people: bookingMessages.fewerMissing } } as Refused);
      const reduced = await reduceParty(context.locals.deps, {
        which: { token },
        people: Number(people),
        actor: person.actor,
      });
      return reduced.ok ? ok() : refuse(reduced.code, reduced.code === 'not-smaller' ? 'people' : '');
    }),
  }),

  cancel: defineAction({
    accept: 'form',
    handler: guarded('events.cancel', async (_form, context, person) => {
      const token = context.params['token'] ?? '';
      const cancelled = await cancelBooking(context.locals.deps, { which: { token }, actor: person.actor });
      return cancelled.ok ? ok() : refuse(cancelled.code);
    }),
  }),
};
