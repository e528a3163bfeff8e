/** What staff see of those who booked: masked; more for a stated purpose, written down before it is shown. */
import type { Actor } from '../../shared/actor.ts';
import { formatInstant } from '../../shared/format.ts';
import { maskMobile, maskName } from '../../shared/identifiers/index.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Booking } from '../booking/booking.ts';
import type { EventDeps } from '../ports.ts';
import { csv } from './csv.ts';

export const REVEAL_PURPOSES = ['call-registrant', 'check-at-door'] as const;
export type RevealPurpose = (typeof REVEAL_PURPOSES)[number];
export const isRevealPurpose = (value: string): value is RevealPurpose =>
  (REVEAL_PURPOSES as readonly string[]).includes(value);

/** PIPL 6: each purpose shows only what it takes. */
export interface Revealed {
  readonly bookingId: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** One registrant, once: to ring them up, or to compare a name at the door. */
export const revealRegistrant = (
  deps: Pick<EventDeps, 'transaction'>,
  cmd: {
    readonly actor: Actor;
    readonly eventId: string;
    readonly bookingId: string;
    readonly purpose: RevealPurpose;
  },
): Promise<Result<Revealed, 'not-found'>> =>
  deps.transaction(async ({ bookings, audit }): Promise<Result<Revealed, 'not-found'>> => {
    const booking = await bookings.byId(cmd.bookingId);
    if (booking?.eventId !== cmd.eventId) return err('not-found');
    await audit.record({
      action: 'event-booking.revealed',
      actor: cmd.actor,
      object: { kind: 'event-booking', id: booking.id },
      details: { eventId: booking.eventId, purpose: cmd.purpose },
    });
    const calls = cmd.purpose === 'call-registrant';
    return ok({
      bookingId: booking.id,
      name: booking.name,
      phone: calls ? booking.phone : null,
      email: calls ? booking.email : null,
    });
  });

export interface RegistrantLine {
  readonly name: string;
  readonly phone: string;
}

/** As the list shows them. Null: a walk-in, or erased. */
export const masked = ({ name, phone }: Booking): RegistrantLine | null =>
  name === null || phone === null ? null : { name: maskName(name), phone: maskMobile(phone) };

export const EXPORT_PURPOSES = ['door-list', 'call-registrants'] as const;
export type ExportPurpose = (typeof EXPORT_PURPOSES)[number];
export const isExportPurpose = (value: string): value is ExportPurpose =>
  (EXPORT_PURPOSES as readonly string[]).includes(value);

export interface ExportWords {
  readonly heads: Readonly<
    Record<'turn' | 'state' | 'people' | 'code' | 'name' | 'phone' | 'email' | 'booked' | 'came', string>
  >;
  readonly state: (state: Booking['state']) => string;
}

/**
 * Everybody of an event as a file: for the door, names masked as on the list; to call them, names and numbers. Who took it,
 * what for and how many rows are written down first.
 */
export async function exportRegistrants(
  deps: Pick<EventDeps, 'transaction'>,
  cmd: {
    readonly actor: Actor;
    readonly eventId: string;
    readonly purpose: ExportPurpose;
    readonly words: ExportWords;
  },
): Promise<Result<string, 'not-found'>> {
  return deps.transaction(async ({ events, bookings, audit }): Promise<Result<string, 'not-found'>> => {
    if (!(await events.byId(cmd.eventId))) return err('not-found');
    const all: Booking[] = [];
    for (let after: number | null = 0; after !== null;) {
      const page: Awaited<ReturnType<typeof bookings.page>> = await bookings.page(cmd.eventId, after);
      all.push(...page.rows);
      after = page.next;
    }
    await audit.record({
      action: 'event.registrants-exported',
      actor: cmd.actor,
      object: { kind: 'event', id: cmd.eventId },
      details: { purpose: cmd.purpose, rows: all.length },
    });
    const calls = cmd.purpose === 'call-registrants';
    const { heads, state } = cmd.words;
    const instant = (at: number | null): string =>
      at === null ? '' : formatInstant(at, 'zh', { time: true });
    const rows = all.map((booking) => {
      const shown = calls ? booking : masked(booking);
      return [
        String(booking.turn),
        state(booking.state),
        String(booking.people),
        booking.code ?? '',
        shown?.name ?? '',
        shown?.phone ?? '',
        ...(calls ? [booking.email ?? ''] : []),
        instant(booking.createdAt),
        booking.attendedPeople === null ? '' : String(booking.attendedPeople),
      ];
    });
    const columns = [
      heads.turn,
      heads.state,
      heads.people,
      heads.code,
      heads.name,
      heads.phone,
      ...(calls ? [heads.email] : []),
      heads.booked,
      heads.came,
    ];
    return ok(csv([columns, ...rows]));
  });
}
