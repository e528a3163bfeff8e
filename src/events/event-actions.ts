/** What staff do with events: make, change, publish, cancel; seats and registrants; the door. */
import { defineAction } from 'astro:actions';
import { accountDoor, type Refused } from '../accounts/index.ts';
import { guarded } from '../accounts/guard.ts';
import { answerOf, echoable, postedText, type Answers, type Step } from '../shared/form.ts';
import { fill, type Text } from '../shared/i18n.ts';
import { err, ok, type Err } from '../shared/result.ts';
import { bookSeats } from './booking/book-seats.ts';
import { bookingAnswers, bookingStep } from './booking/booking-form.ts';
import { cancelBooking } from './booking/change-booking.ts';
import { checkIn, findAtDoor, undoCheckIn, walkIn } from './door/check-in.ts';
import { changeCapacity } from './editing/change-capacity.ts';
import { eventDraft, eventStep, repeatOf } from './editing/event-form.ts';
import { cancelEvent, publishEvent } from './editing/move-event.ts';
import { createEvents, editEvent } from './editing/save-event.ts';
import { eventRules } from './ports.ts';
import { isRevealPurpose, revealRegistrant } from './staff/registrants.ts';
import { staffEventMessages } from './staff/staff-event-messages.ts';

const { readForm, refusalText } = accountDoor;
/** A text message has to hold it beside the rest. */
const LONGEST_REASON = 100;

/** Our own sentence for a code, with what it names filled in; else the house's. */
function wordsFor(code: string, params: Readonly<Record<string, string | number>> = {}): Text {
  const own = (staffEventMessages as Readonly<Record<string, Text>>)[code];
  return own ? { zh: fill(own.zh, params), en: fill(own.en, params) } : refusalText(code);
}

const refuse = <const E extends string>(
  code: E,
  field = '',
  values: Answers = {},
  params: Readonly<Record<string, string | number>> = {},
): Err<E, Refused> => err(code, { fields: { [field]: wordsFor(code, params) }, values }) as Err<E, Refused>;

/** Where on the event's form a refusal belongs. */
const FIELDS: Readonly<Record<string, string>> = {
  'starts-in-past': 'date',
  'no-dates': 'until',
  'hits-holiday': 'date',
  sells: 'summaryZh',
};

const params = (detail: object | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(detail ?? {}).map(([name, value]) => [name, String(value)]));

const isFollowing = (form: FormData): boolean => postedText(form, 'scope') === 'following';
const textsOf = (form: FormData, ...names: readonly string[]): Answers =>
  Object.fromEntries(names.map((name) => [name, postedText(form, name)]));

export const eventActions = {
  create: defineAction({
    accept: 'form',
    handler: guarded('events.create', async (form, context, { actor }) => {
      const { deps } = context.locals;
      const step = eventStep(eventRules(deps), true);
      const read = readForm(step, form);
      if (!read.ok) return read;
      const made = await createEvents(deps, {
        actor,
        draft: eventDraft(read.value),
        capacity: Number(answerOf(read.value, 'capacity')),
        repeat: repeatOf(read.value),
      });
      return made.ok ? made : refuse(made.code, FIELDS[made.code] ?? '', echoable(step, read.value));
    }),
  }),

  /** Form fields `version` and, in a series, `scope`. */
  edit: defineAction({
    accept: 'form',
    handler: guarded('events.edit', async (form, context, { actor }) => {
      const { deps } = context.locals;
      const step: Step = eventStep(eventRules(deps), false);
      const read = readForm(step, form);
      if (!read.ok) return read;
      const edited = await editEvent(deps, {
        actor,
        id: context.params['id'] ?? '',
        version: Number(postedText(form, 'version')),
        draft: eventDraft(read.value),
        following: isFollowing(form),
      });
      if (edited.ok) return edited;
      const values = echoable(step, read.value);
      return refuse(edited.code, FIELDS[edited.code] ?? '', values, params(edited.detail));
    }),
  }),

  publish: defineAction({
    accept: 'form',
    handler: guarded('events.publish', async (form, context, { actor }) => {
      const published = await publishEvent(context.locals.deps, {
        actor,
        id: context.params['id'] ?? '',
        version: Number(postedText(form, 'version')),
        following: isFollowing(form),
      });
      return published.ok ? published : refuse(published.code, '', {}, params(published.detail));
    }),
  }),

  /** Form fields `reasonZh` and `reasonEn`; a draft needs neither. */
  cancelEvent: defineAction({
    accept: 'form',
    handler: guarded('events.cancelEvent', async (form, context, { actor }) => {
      const values = textsOf(form, 'reasonZh', 'reasonEn');
      const [zh, en] = [answerOf(values, 'reasonZh').trim(), answerOf(values, 'reasonEn').trim()];
      const missing = zh === '' ? 'reasonZh' : 'reasonEn';
      const long =
        [...zh].length > LONGEST_REASON ? 'reasonZh' : [...en].length > LONGEST_REASON ? 'reasonEn' : null;
      if (long !== null) return refuse('reason-too-long', long, values);
      const cancelled = await cancelEvent(context.locals.deps, {
        actor,
        id: context.params['id'] ?? '',
        version: Number(postedText(form, 'version')),
        following: isFollowing(form),
        reason: zh === '' || en === '' ? null : { zh, en },
      });
      if (cancelled.ok) return cancelled;
      return refuse(cancelled.code, cancelled.code === 'reason-missing' ? missing : '', values);
    }),
  }),

  changeCapacity: defineAction({
    accept: 'form',
    handler: guarded('events.changeCapacity', async (form, context, { actor }) => {
      const { deps } = context.locals;
      const values = textsOf(form, 'capacity');
      const typed = answerOf(values, 'capacity').normalize('NFKC').trim();
      const changed = await changeCapacity(deps, {
        actor,
        id: context.params['id'] ?? '',
        version: Number(postedText(form, 'version')),
        capacity: /^\d{1,5}$/.test(typed) ? Number(typed) : Number.NaN,
      });
      if (changed.ok) return changed;
      const most = eventRules(deps).maxCapacity;
      return refuse(changed.code, 'capacity', values, { ...params(changed.detail), most });
    }),
  }),

  /** For people who ring up: staff speak with them, so no code is asked for. */
  bookForCaller: defineAction({
    accept: 'form',
    handler: guarded('events.bookForCaller', async (form, context, { actor }) => {
      const { deps } = context.locals;
      const step = bookingStep(eventRules(deps).maxParty);
      const read = readForm(step, form);
      if (!read.ok) return read;
      const answers = bookingAnswers(read.value);
      const booked = await bookSeats(deps, {
        actor,
        eventId: context.params['id'] ?? '',
        ...answers,
        locale: postedText(form, 'locale') === 'en' ? 'en' : 'zh',
      });
      const values = echoable(step, read.value);
      if (!booked.ok) return refuse(booked.code, booked.code === 'party-size' ? 'people' : '', values);
      return booked.value.already ? refuse('already', 'phone', values) : ok();
    }),
  }),

  cancelFor: defineAction({
    accept: 'form',
    handler: guarded('events.cancelFor', async (form, context, { actor }) => {
      const eventId = context.params['id'] ?? '';
      const cancelled = await cancelBooking(context.locals.deps, {
        which: { eventId, bookingId: postedText(form, 'booking') },
        actor,
      });
      return cancelled.ok ? ok() : refuse(cancelled.code);
    }),
  }),

  reveal: defineAction({
    accept: 'form',
    handler: guarded('events.reveal', async (form, context, { actor }) => {
      const purpose = postedText(form, 'purpose');
      if (!isRevealPurpose(purpose)) return refuse('purpose-missing', 'purpose');
      const shown = await revealRegistrant(context.locals.deps, {
        actor,
        eventId: context.params['id'] ?? '',
        bookingId: postedText(form, 'booking'),
        purpose,
      });
      return shown.ok ? shown : refuse(shown.code);
    }),
  }),

  /** Form field `code`. Answers the booking's id; the page shows it masked. */
  findAtDoor: defineAction({
    accept: 'form',
    handler: guarded('events.findAtDoor', async (form, context) => {
      const found = await findAtDoor(context.locals.deps, {
        eventId: context.params['id'] ?? '',
        typed: postedText(form, 'code'),
      });
      return found.ok ? ok({ bookingId: found.value.id }) : err(found.code);
    }),
  }),

  checkIn: defineAction({
    accept: 'form',
    handler: guarded('events.checkIn', async (form, context, { actor }) => {
      const bookingId = postedText(form, 'booking');
      const done = await checkIn(context.locals.deps, {
        actor,
        eventId: context.params['id'] ?? '',
        bookingId,
        people: Number(postedText(form, 'people')),
      });
      return done.ok ? ok({ bookingId }) : err(done.code, { bookingId });
    }),
  }),

  undoCheckIn: defineAction({
    accept: 'form',
    handler: guarded('events.undoCheckIn', async (form, context, { actor }) => {
      const bookingId = postedText(form, 'booking');
      const undone = await undoCheckIn(context.locals.deps, {
        actor,
        eventId: context.params['id'] ?? '',
        bookingId,
      });
      return undone.ok ? ok({ bookingId }) : err(undone.code, { bookingId });
    }),
  }),

  walkIn: defineAction({
    accept: 'form',
    handler: guarded('events.walkIn', async (form, context, { actor }) => {
      const done = await walkIn(context.locals.deps, {
        actor,
        eventId: context.params['id'] ?? '',
        people: Number(postedText(form, 'people')),
      });
      return done.ok ? ok({ bookingId: done.value.bookingId }) : err(done.code);
    }),
  }),
};
