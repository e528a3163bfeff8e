/** What a person does with their booking by the link, and staff for a person who calls: fewer people, or none. */
import type { Actor } from '../../shared/actor.ts';
import { next, type ActorKind } from '../../shared/machines/machine.ts';
import { err, ok, type Err, type Result } from '../../shared/result.ts';
import type { BankEvent } from '../event.ts';
import { eventRules, type EventDeps, type EventStores } from '../ports.ts';
import { bookingFacts, bookingTable, type Booking } from './booking.ts';
import { moveUp } from './give-seats.ts';

/** By the link's token; staff by the booking of an event. */
export type WhichBooking =
  { readonly token: string } | { readonly eventId: string; readonly bookingId: string };

export type ChangeRefusal =
  | 'not-found'
  | 'wrong-state'
  | 'not-yours-to-do'
  | 'event-closed'
  | 'event-started'
  | 'not-smaller'
  | 'changed-meanwhile';

/** To the machine a person with a link is family; `actor` says who it was. */
const kindOf = (actor: Actor): ActorKind => (actor.kind === 'staff' ? 'staff' : 'family');

async function find(
  { events, bookings }: Pick<EventStores, 'events' | 'bookings'>,
  which: WhichBooking,
): Promise<{ readonly booking: Booking; readonly event: BankEvent } | null> {
  const booking =
    'token' in which ? await bookings.byToken(which.token) : await bookings.byId(which.bookingId);
  if (!booking || ('eventId' in which && booking.eventId !== which.eventId)) return null;
  const event = await events.byId(booking.eventId);
  return event ? { booking, event } : null;
}

/** Gives the seats or the place back; whoever waits moves up in the same breath. */
export const cancelBooking = (
  deps: EventDeps,
  cmd: { readonly which: WhichBooking; readonly actor: Actor },
): Promise<Result<{ readonly bookingId: string }, ChangeRefusal>> =>
  deps.transaction(async (tx): Promise<Result<{ readonly bookingId: string }, ChangeRefusal>> => {
    const found = await find(tx, cmd.which);
    if (!found) return err('not-found');
    const { booking, event } = found;
    const now = deps.now();
    const to = next(bookingTable, booking.state, 'cancel', kindOf(cmd.actor), bookingFacts(event, now));
    if (!to.ok) return to as Err<ChangeRefusal>;
    if (!(await tx.bookings.save(booking, { state: to.value, cancelledAt: now })))
      return err('changed-meanwhile');
    const seated = booking.state === 'confirmed';
    const freed = await tx.events.count(event.id, seated ? { seatsTaken: -booking.people } : { waiting: -1 });
    await tx.audit.record({
      action: 'event-booking.cancelled',
      actor: cmd.actor,
      object: { kind: 'event-booking', id: booking.id },
      details: { eventId: event.id, was: booking.state, turn: booking.turn, people: booking.people },
    });
    await tx.outbox.add('events.tell', { bookingId: booking.id, what: 'left' });
    // A place given up on the list frees the next too: the one in front of them may have been too large a party.
    await moveUp(tx, freed, { now, rules: eventRules(deps) });
    return ok({ bookingId: booking.id });
  });

/** Fewer people on the same booking: its turn stays, and the seats it leaves go to whoever waits. */
export const reduceParty = (
  deps: EventDeps,
  cmd: { readonly which: WhichBooking; readonly people: number; readonly actor: Actor },
): Promise<Result<{ readonly bookingId: string }, ChangeRefusal>> =>
  deps.transaction(async (tx): Promise<Result<{ readonly bookingId: string }, ChangeRefusal>> => {
    const found = await find(tx, cmd.which);
    if (!found) return err('not-found');
    const { booking, event } = found;
    const { people } = cmd;
    const now = deps.now();
    const to = next(bookingTable, booking.state, 'reduce', kindOf(cmd.actor), {
      ...bookingFacts(event, now),
      smaller: Number.isInteger(people) && people >= 1 && people < booking.people,
    });
    if (!to.ok) return to as Err<ChangeRefusal>;
    if (!(await tx.bookings.save(booking, { people }))) return err('changed-meanwhile');
    const freed =
      booking.state === 'confirmed'
        ? await tx.events.count(event.id, { seatsTaken: people - booking.people })
        : event;
    await tx.audit.record({
      action: 'event-booking.reduced',
      actor: cmd.actor,
      object: { kind: 'event-booking', id: booking.id },
      details: { eventId: event.id, from: booking.people, to: people },
    });
    await tx.outbox.add('events.tell', { bookingId: booking.id, what: `fewer:${people}` });
    await moveUp(tx, freed, { now, rules: eventRules(deps) });
    return ok({ bookingId: booking.id });
  });
