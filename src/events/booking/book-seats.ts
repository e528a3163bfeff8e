/** Books seats, or a place on the waiting list. Seats are never given twice, whoever asks at once. */
import type { Actor } from '../../shared/actor.ts';
import { newId } from '../../shared/ids.ts';
import type { Locale } from '../../shared/i18n.ts';
import { next } from '../../shared/machines/machine.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { hasStarted } from '../event.ts';
import { eventRules, type EventDeps } from '../ports.ts';
import { bookingFacts, bookingTable, fits, type BookingState } from './booking.ts';
import { freeCode } from './give-seats.ts';

export interface BookSeats {
  readonly actor: Actor;
  readonly eventId: string;
  /** What to call them at the door. */
  readonly name: string;
  /** Proved by a code, by the account, or by a caller staff speak with; 11 digits. */
  readonly phone: string;
  readonly email: string | null;
  readonly people: number;
  /** Messages and the page behind the link are in this language. */
  readonly locale: Locale;
}

export interface Booked {
  readonly bookingId: string;
  /** Opens the booking's page. */
  readonly token: string;
  readonly state: BookingState;
  /** This mobile had booked before: nothing was changed. */
  readonly already: boolean;
}

export type BookRefusal = 'not-found' | 'event-closed' | 'event-started' | 'party-size';

/**
 * One transaction, one writer: what is read here is still true when it is written, and the database refuses a row that
 * would oversell. The second booking of a mobile answers the first. Call it only for a mobile that is proved.
 */
export const bookSeats = (deps: EventDeps, cmd: BookSeats): Promise<Result<Booked, BookRefusal>> =>
  deps.transaction(async ({ events, bookings, audit, outbox }): Promise<Result<Booked, BookRefusal>> => {
    const event = await events.listedById(cmd.eventId);
    if (!event) return err('not-found');
    const known = await bookings.ofMobile(event.id, cmd.phone);
    if (known?.token)
      return ok({ bookingId: known.id, token: known.token, state: known.state, already: true });
    const now = deps.now();
    if (event.state !== 'published') return err('event-closed');
    if (hasStarted(event, now)) return err('event-started');
    const { people } = cmd;
    const most = Math.min(eventRules(deps).maxParty, event.capacity);
    if (!Number.isInteger(people) || people < 1 || people > most) return err('party-size');
    const seated = fits(event, people)
      ? next(bookingTable, 'waiting', 'give-seat', 'system', bookingFacts(event, now))
      : null;
    const state = seated?.ok ? seated.value : 'waiting';
    const confirmed = state === 'confirmed';
    const turn = await events.nextTurn(event.id);
    const id = newId('eventBooking', now);
    const token = deps.vault.token();
    await bookings.insert({
      id,
      eventId: event.id,
      turn,
      state,
      people,
      locale: cmd.locale,
      createdAt: now,
      name: cmd.name,
      phone: cmd.phone,
      email: cmd.email,
      token,
      code: confirmed ? await freeCode(bookings, event.id) : null,
      confirmedAt: confirmed ? now : null,
    });
    await events.count(event.id, confirmed ? { seatsTaken: people } : { waiting: 1 });
    await audit.record({
      action: 'event-booking.made',
      actor: cmd.actor,
      object: { kind: 'event-booking', id },
      details: { eventId: event.id, state, turn, people },
    });
    await outbox.add('events.tell', { bookingId: id, what: state });
    return ok({ bookingId: id, token, state, already: false });
  });
