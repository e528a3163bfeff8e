/**
 * Tells somebody about their booking, once. A job asks for it after the commit and it looks at how things stand then: who
 * cancelled in the meantime hears nothing more.
 */
import type { Vault } from '../../platform/crypto/vault.ts';
import { message } from '../../platform/outbox/outbox.ts';
import type { Clock, Instant } from '../../shared/clock.ts';
import { localPath, say, translator } from '../../shared/i18n.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Transact } from '../../shared/transaction.ts';
import type { Booking } from '../booking/booking.ts';
import { groupCode } from '../booking/check-in-code.ts';
import { hasStarted, isOnline, type BankEvent } from '../event.ts';
import { momentOf, placeLine } from '../event-words.ts';
import type { EventStores } from '../ports.ts';
import { tellMessages } from './tell-messages.ts';

/** `reminder:2` and `changed:2` are about the event's second version of time and place; `fewer:2` about a party of two. */
export type Tidings =
  | 'confirmed'
  | 'waiting'
  | 'moved-up'
  | 'cancelled'
  | 'left'
  | `fewer:${number}`
  | `reminder:${number}`
  | `changed:${number}`;

export interface TellDeps {
  readonly now: Clock;
  readonly vault: Vault;
  readonly config: { readonly origin: string };
  readonly transaction: Transact<EventStores>;
}

const coming = ({ state }: Booking): boolean => state === 'confirmed' || state === 'attended';

/** Whether it is still true, and still of use, at this moment. */
function stillTrue(what: Tidings, booking: Booking, event: BankEvent, now: Instant): boolean {
  const onTheWay = event.state === 'published' && !hasStarted(event, now);
  const [kind, sequence] = what.split(':');
  const ofThisVersion = Number(sequence) === event.sequence;
  switch (kind) {
    case 'confirmed':
    case 'moved-up':
      return onTheWay && coming(booking);
    case 'waiting':
      return onTheWay && booking.state === 'waiting';
    case 'reminder':
      return onTheWay && ofThisVersion && coming(booking);
    case 'changed':
      return onTheWay && ofThisVersion && booking.state !== 'cancelled';
    case 'cancelled':
      return event.state === 'cancelled' && booking.state !== 'cancelled';
    case 'left':
      return booking.state === 'cancelled';
    case 'fewer':
      return onTheWay && booking.state !== 'cancelled' && booking.people === Number(sequence);
    default:
      return false;
  }
}

/** The words, in the person's language. `position` is their place on the list. */
export function wordsOf(
  what: Tidings,
  booking: Booking,
  event: BankEvent,
  { origin, position }: { readonly origin: string; readonly position: number },
): string {
  const { locale, people } = booking;
  const t = translator(tellMessages, locale);
  const [kind] = what.split(':') as [Tidings | 'fewer' | 'reminder' | 'changed'];
  const about = {
    title: event.content.title[locale],
    when: momentOf(event.startsAt, locale),
    place: placeLine(event, locale),
    people,
    code: booking.code === null ? '' : groupCode(booking.code),
    link: origin + localPath(locale, `/events/booking/${booking.token ?? ''}`),
    position,
    replyBy: momentOf(booking.replyBy ?? event.startsAt, locale),
    reason: event.cancelReason ? say(event.cancelReason, locale).replace(/[。.]$/, '') : '',
  };
  if (kind === 'reminder') return t(isOnline(event) ? 'reminder-online' : 'reminder', about);
  return t(kind as 'confirmed', about);
}

/** Puts the message into the outbox, or nothing when it is no longer true or was told before. */
export const tellBooking = (
  deps: TellDeps,
  cmd: { readonly bookingId: string; readonly what: Tidings },
): Promise<Result<undefined>> =>
  deps.transaction(async ({ events, bookings, outbox }) => {
    const booking = await bookings.byId(cmd.bookingId);
    const event = booking && (await events.byId(booking.eventId));
    const now = deps.now();
    if (!booking?.phone || !event || !stillTrue(cmd.what, booking, event, now)) return ok();
    if (!(await bookings.tellOnce(booking.id, cmd.what, now))) return ok();
    const position =
      booking.state === 'waiting' ? (await bookings.waitingBefore(event.id, booking.turn)) + 1 : 0;
    const words = wordsOf(cmd.what, booking, event, { origin: deps.config.origin, position });
    const t = translator(tellMessages, booking.locale);
    await outbox.add('sms.send', message.sms(deps.vault, booking.phone, t('prefix') + words));
    if (booking.email !== null)
      await outbox.add(
        'mail.send',
        message.mail(
          deps.vault,
          booking.email,
          t('subject', { title: event.content.title[booking.locale] }),
          words,
        ),
      );
    return ok();
  });
