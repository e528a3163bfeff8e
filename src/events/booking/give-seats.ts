/** Seats for those whose turn it is: one seat at a booking, or as many as the free seats carry down the list. */
import { randomInt } from 'node:crypto';
import type { EventsPolicy } from '../../content/policies.ts';
import type { Actor } from '../../shared/actor.ts';
import type { Instant } from '../../shared/clock.ts';
import { next } from '../../shared/machines/machine.ts';
import type { BankEvent } from '../event.ts';
import type { EventStores } from '../ports.ts';
import { considerate, replyBy } from '../telling/when-to-tell.ts';
import { bookingFacts, bookingTable, headFits } from './booking.ts';
import type { BookingStore } from './booking-store.ts';
import { CODES, completeCode } from './check-in-code.ts';

export const LIST: Actor = { kind: 'system', id: 'waiting-list' };

/** A code nobody has at this event. Inside the one write transaction, so nobody takes it meanwhile. */
export async function freeCode(bookings: BookingStore, eventId: string): Promise<string> {
  for (;;) {
    const code = completeCode(randomInt(CODES));
    if (!(await bookings.codeTaken(eventId, code))) return code;
  }
}

/**
 * Moves the waiting list up: as long as the first on it has room, and not past one who has none. Runs inside the
 * transaction that freed the seats, so nobody slips in between. Does nothing once the event has begun.
 */
export async function moveUp(
  { events, bookings, audit, outbox }: EventStores,
  event: BankEvent,
  { now, rules }: { readonly now: Instant; readonly rules: EventsPolicy },
): Promise<BankEvent> {
  let current = event;
  while (current.waiting > 0) {
    const head = await bookings.head(current.id);
    if (!head || !headFits(current, head)) break;
    const to = next(bookingTable, head.state, 'give-seat', 'system', bookingFacts(current, now));
    if (!to.ok) break;
    await bookings.save(head, {
      state: to.value,
      code: await freeCode(bookings, current.id),
      confirmedAt: now,
      movedUpAt: now,
      replyBy: replyBy(now, current.startsAt, rules),
    });
    current = await events.count(current.id, { seatsTaken: head.people, waiting: -1 });
    await audit.record({
      action: 'event-booking.moved-up',
      actor: LIST,
      object: { kind: 'event-booking', id: head.id },
      details: { eventId: current.id, turn: head.turn, people: head.people },
    });
    await outbox.add(
      'events.tell',
      { bookingId: head.id, what: 'moved-up' },
      { notBefore: considerate(now, current.startsAt, rules) },
    );
  }
  return current;
}
