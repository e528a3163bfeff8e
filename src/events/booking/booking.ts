/** 报名: a booking of an event, seats and the order of the waiting list. Pure. */
import type { Instant } from '../../shared/clock.ts';
import type { Locale } from '../../shared/i18n.ts';
import type { Guard, Machine } from '../../shared/machines/machine.ts';
import { hasStarted, type BankEvent } from '../event.ts';

export const BOOKING_STATES = ['waiting', 'confirmed', 'attended', 'cancelled'] as const;
export type BookingState = (typeof BOOKING_STATES)[number];
export type BookingAction =
  'give-seat' | 'reduce' | 'cancel' | 'check-in' | 'walk-in' | 'undo-check-in' | 'undo-walk-in';

export interface Booking {
  readonly id: string;
  readonly eventId: string;
  /** Order of arrival within the event. */
  readonly turn: number;
  readonly state: BookingState;
  readonly people: number;
  readonly locale: Locale;
  /** Check-in code; null while waiting. */
  readonly code: string | null;
  readonly walkIn: boolean;
  readonly createdAt: Instant;
  readonly confirmedAt: Instant | null;
  readonly movedUpAt: Instant | null;
  readonly replyBy: Instant | null;
  readonly cancelledAt: Instant | null;
  readonly attendedAt: Instant | null;
  readonly attendedPeople: number | null;
  readonly version: number;
  /** Opened; all null for a walk-in and after erasure. */
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly token: string | null;
}

export interface BookingFacts {
  readonly started: boolean;
  /** The event takes place, or took place: it is not cancelled. */
  readonly open: boolean;
  /** Fewer than now, and at least one. */
  readonly smaller: boolean;
  /** Whoever comes in finds a seat. */
  readonly room: boolean;
}
type Rule = Guard<BookingFacts>;

const open: Rule = (f) => (f.open ? null : 'event-closed');
const notStarted: Rule = (f) => (f.started ? 'event-started' : null);
const smaller: Rule = (f) => (f.smaller ? null : 'not-smaller');
const room: Rule = (f) => (f.room ? null : 'room-full');

export const bookingMachine = {
  name: 'event-booking',
  initial: 'waiting',
  states: BOOKING_STATES,
  final: ['cancelled'],
  transitions: [
    // At once when there is room and nobody waits; else when it is their turn. Never once the event has begun.
    { from: 'waiting', on: 'give-seat', to: 'confirmed', by: 'system', guards: [open, notStarted] },
    {
      from: 'waiting',
      on: 'reduce',
      to: 'waiting',
      by: ['family', 'staff'],
      guards: [open, notStarted, smaller],
    },
    {
      from: 'confirmed',
      on: 'reduce',
      to: 'confirmed',
      by: ['family', 'staff'],
      guards: [open, notStarted, smaller],
    },
    {
      from: ['waiting', 'confirmed'],
      on: 'cancel',
      to: 'cancelled',
      by: ['family', 'staff'],
      guards: [open, notStarted],
    },
    { from: 'confirmed', on: 'check-in', to: 'attended', by: 'staff', guards: [open, room] },
    // Who comes without a booking gets one at the door, when seats are left.
    { from: 'waiting', on: 'walk-in', to: 'attended', by: 'staff', guards: [open, room] },
    { from: 'attended', on: 'undo-check-in', to: 'confirmed', by: 'staff' },
    { from: 'attended', on: 'undo-walk-in', to: 'cancelled', by: 'staff' },
  ],
} as const satisfies Machine<BookingState, BookingAction, BookingFacts>;

/** The same table with its types kept for `next()`. */
export const bookingTable: Machine<BookingState, BookingAction, BookingFacts> = bookingMachine;

export const bookingFacts = (event: BankEvent, now: Instant): BookingFacts => ({
  started: hasStarted(event, now),
  open: event.state === 'published' || event.state === 'held',
  smaller: true,
  room: true,
});

export type Room = Pick<BankEvent, 'capacity' | 'seatsTaken' | 'waiting'>;
export const seatsLeft = ({ capacity, seatsTaken }: Room): number => capacity - seatsTaken;

/**
 * First come, first served, by booking and not by person: while anybody waits, everybody who comes later waits behind
 * them, also one person whom the free seats would take where a party of three waits.
 */
export const fits = (event: Room, people: number): boolean =>
  event.waiting === 0 && people <= seatsLeft(event);

/** Whether the first on the list has a seat now. A later, smaller party does not overtake. */
export const headFits = (event: Room, head: Pick<Booking, 'people'>): boolean =>
  head.people <= seatsLeft(event);

/** Anybody may still book, if only the waiting list. */
export const takesBookings = (event: BankEvent, now: Instant): boolean =>
  event.state === 'published' && !hasStarted(event, now);
