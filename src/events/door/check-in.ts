/** At the door: who came. Each booking is let in once; who comes without one is let in while seats are left. */
import type { Actor } from '../../shared/actor.ts';
import { MINUTE, type Instant } from '../../shared/clock.ts';
import { newId } from '../../shared/ids.ts';
import { next } from '../../shared/machines/machine.ts';
import { err, ok, type Err, type Result } from '../../shared/result.ts';
import type { EventsPolicy } from '../../content/policies.ts';
import { bookingFacts, bookingTable, seatsLeft, type Booking } from '../booking/booking.ts';
import { moveUp } from '../booking/give-seats.ts';
import { readCode } from '../booking/check-in-code.ts';
import type { BankEvent } from '../event.ts';
import { eventRules, type EventDeps, type EventReads } from '../ports.ts';

export type DoorRefusal =
  | 'not-found'
  | 'wrong-state'
  | 'not-yours-to-do'
  | 'already-in'
  | 'event-closed'
  | 'room-full'
  | 'party-size'
  | 'changed-meanwhile';

/** The booking a code stands for. `code-unreadable`: a digit is wrong; `code-unknown`: right, but not of this event. */
export async function findAtDoor(
  { read }: EventReads,
  cmd: { readonly eventId: string; readonly typed: string },
): Promise<Result<Booking, 'code-unreadable' | 'code-unknown'>> {
  const code = readCode(cmd.typed);
  if (code === null) return err('code-unreadable');
  const found = await read.bookings.byCode(cmd.eventId, code);
  return found ? ok(found) : err('code-unknown');
}

type CheckedIn = Result<{ readonly people: number }, DoorRefusal, { readonly at: Instant } | undefined>;

/** Lets a booking in, with as many of the party as came. `already-in` says when, in its detail. */
export const checkIn = (
  deps: EventDeps,
  cmd: {
    readonly actor: Actor;
    readonly eventId: string;
    readonly bookingId: string;
    readonly people: number;
  },
): Promise<CheckedIn> =>
  deps.transaction(async ({ events, bookings, audit }): Promise<CheckedIn> => {
    const booking = await bookings.byId(cmd.bookingId);
    const event = booking?.eventId === cmd.eventId ? await events.byId(cmd.eventId) : null;
    if (!booking || !event) return err('not-found');
    if (booking.state === 'attended' && booking.attendedAt !== null)
      return err('already-in', { at: booking.attendedAt });
    const { people } = cmd;
    if (!Number.isInteger(people) || people < 1 || people > booking.people) return err('party-size');
    const now = deps.now();
    const to = next(bookingTable, booking.state, 'check-in', 'staff', {
      ...bookingFacts(event, now),
      room: event.attended + people <= event.capacity,
    });
    if (!to.ok) return err(to.code as DoorRefusal);
    if (!(await bookings.save(booking, { state: to.value, attendedAt: now, attendedPeople: people })))
      return err('changed-meanwhile');
    await events.count(event.id, { attended: people });
    await audit.record({
      action: 'event-booking.attended',
      actor: cmd.actor,
      object: { kind: 'event-booking', id: booking.id },
      details: { eventId: event.id, people },
    });
    return ok({ people });
  });

/** Takes a check-in back that was a slip of the finger. A walk-in has no booking to go back to: it is cancelled. */
export const undoCheckIn = (
  deps: EventDeps,
  cmd: { readonly actor: Actor; readonly eventId: string; readonly bookingId: string },
): Promise<Result<undefined, DoorRefusal>> =>
  deps.transaction(async (tx): Promise<Result<undefined, DoorRefusal>> => {
    const { events, bookings, audit } = tx;
    const booking = await bookings.byId(cmd.bookingId);
    const event = booking?.eventId === cmd.eventId ? await events.byId(cmd.eventId) : null;
    if (!booking || !event) return err('not-found');
    const now = deps.now();
    const rules = eventRules(deps);
    const undo = booking.walkIn ? 'undo-walk-in' : 'undo-check-in';
    const to = next(bookingTable, booking.state, undo, 'staff', bookingFacts(event, now));
    if (!to.ok) return to as Err<DoorRefusal>;
    const came = booking.attendedPeople ?? 0;
    const tookSeats = booking.walkIn && !areSeatsLetGo(event, booking.attendedAt ?? now, rules);
    const change = { state: to.value, attendedAt: null, attendedPeople: null };
    if (!(await bookings.save(booking, { ...change, ...(booking.walkIn ? { cancelledAt: now } : {}) })))
      return err('changed-meanwhile');
    const freed = await events.count(event.id, {
      attended: -came,
      ...(tookSeats ? { seatsTaken: -booking.people } : {}),
    });
    await audit.record({
      action: 'event-booking.attendance-undone',
      actor: cmd.actor,
      object: { kind: 'event-booking', id: booking.id },
      details: { eventId: event.id, people: came },
    });
    await moveUp(tx, freed, { now, rules });
    return ok();
  });

/** Some minutes after the start the seats of those who have not come are for whoever stands at the door. */
const areSeatsLetGo = (event: BankEvent, at: Instant, rules: EventsPolicy): boolean =>
  at >= event.startsAt + rules.seatsHeldMinutes * MINUTE;

/**
 * Seats for people without a booking. Until the start they wait behind the waiting list, and until the seats of the late
 * are let go they get only what is nobody's; after that, every seat nobody sits on.
 */
export function walkInSeats(event: BankEvent, now: Instant, rules: EventsPolicy): number {
  if (areSeatsLetGo(event, now, rules)) return event.capacity - event.attended;
  return event.waiting > 0 && now < event.startsAt ? 0 : seatsLeft(event);
}

/** Lets people in who did not book. Nothing is kept about them but how many they were. */
export const walkIn = (
  deps: EventDeps,
  cmd: { readonly actor: Actor; readonly eventId: string; readonly people: number },
): Promise<Result<{ readonly bookingId: string; readonly people: number }, DoorRefusal>> =>
  deps.transaction(
    async ({
      events,
      bookings,
      audit,
    }): Promise<Result<{ readonly bookingId: string; readonly people: number }, DoorRefusal>> => {
      const event = await events.byId(cmd.eventId);
      if (!event) return err('not-found');
      const now = deps.now();
      const rules = eventRules(deps);
      const { people } = cmd;
      if (!Number.isInteger(people) || people < 1 || people > rules.maxParty) return err('party-size');
      const to = next(bookingTable, 'waiting', 'walk-in', 'staff', {
        ...bookingFacts(event, now),
        room: people <= walkInSeats(event, now, rules),
      });
      if (!to.ok) return to as Err<DoorRefusal>;
      const id = newId('eventBooking', now);
      await bookings.insert({
        id,
        eventId: event.id,
        turn: await events.nextTurn(event.id),
        state: to.value,
        people,
        locale: 'zh',
        createdAt: now,
        name: null,
        phone: null,
        email: null,
        token: null,
        walkIn: true,
        confirmedAt: now,
        attendedAt: now,
        attendedPeople: people,
      });
      // A seat of somebody who is late stays promised on paper; who sits in the room is counted by `attended`.
      await events.count(event.id, {
        attended: people,
        ...(areSeatsLetGo(event, now, rules) ? {} : { seatsTaken: people }),
      });
      await audit.record({
        action: 'event-booking.walked-in',
        actor: cmd.actor,
        object: { kind: 'event-booking', id },
        details: { eventId: event.id, people },
      });
      return ok({ bookingId: id, people });
    },
  );
