/** One piece of news for everybody of an event: a row in the outbox for each, a page at a time. */
import { ok } from '../../shared/result.ts';
import type { Transact } from '../../shared/transaction.ts';
import type { BookingState } from '../booking/booking.ts';
import type { BookingStore } from '../booking/booking-store.ts';
import type { Outbox } from '../../platform/outbox/outbox.ts';
import type { Tidings } from './tell-booking.ts';

const AT_ONCE = 200;
export type ToldState = Exclude<BookingState, 'cancelled'>;

export interface TellEverybodyDeps {
  readonly read: { readonly bookings: BookingStore };
  readonly transaction: Transact<{ readonly outbox: Outbox }>;
}

/** May be run again: `tellBooking` tells each of them once. */
export async function tellEverybody(
  deps: TellEverybodyDeps,
  cmd: {
    readonly eventId: string;
    readonly what: Tidings;
    readonly states: readonly ToldState[];
  },
): Promise<void> {
  for (const state of cmd.states)
    for (let after = 0; ;) {
      const page = await deps.read.bookings.idsIn(cmd.eventId, state, after, AT_ONCE);
      const last = page.at(-1);
      if (!last) break;
      await deps.transaction(async ({ outbox }) => {
        for (const { id } of page) await outbox.add('events.tell', { bookingId: id, what: cmd.what });
        return ok();
      });
      after = last.turn;
    }
}
