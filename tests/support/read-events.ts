/** Every question the pages about events ask, and what the console and the clock do, once: for the test of query plans. */
import type { Deps } from '../../src/deps.ts';
import {
  cancelBooking,
  changeCapacity,
  createEvents,
  editEvent,
  eraseRegistrants,
  exportRegistrants,
  holdOver,
  publishEvent,
  reduceParty,
  remindDue,
  revealRegistrant,
  undoCheckIn,
} from '../../src/events/index.ts';
import { EVENT_STATES } from '../../src/events/event.ts';
import { addDays, today } from '../../src/shared/civil-date.ts';
import { expectOk } from '../../src/shared/result.ts';
import { draft, EDITOR } from './events.ts';

export async function readEvents(deps: Deps): Promise<void> {
  const { events, bookings } = deps.read;
  const now = deps.now();
  const key = { at: now, id: 'eve_' };
  for (const filter of [{}, { city: '370100' }, { kind: 'class' }, { city: '370100', kind: 'class' }])
    for (const after of [null, key]) {
      await events.upcoming(filter, now, after);
      await events.past(filter, now, after);
    }
  for (const state of EVENT_STATES) for (const after of [null, key]) await events.inState(state, after);
  const { rows } = await events.upcoming({}, now, null);
  for (const event of rows) {
    await events.listedById(event.id);
    await events.linkOf(event.id);
    await events.following(event);
    if (event.seriesId) await events.ruleOf(event.seriesId);
    for (const booking of (await bookings.page(event.id, 0)).rows) {
      await bookings.byToken(booking.token ?? '');
      await bookings.byCode(event.id, booking.code ?? '');
      await bookings.ofMobile(event.id, booking.phone ?? '');
      await bookings.waitingBefore(event.id, booking.turn);
    }
    await bookings.idsIn(event.id, 'confirmed', 0, 10);
  }
}

/** Writes that no seed makes. */
export async function keepEvents(deps: Deps): Promise<void> {
  const from = addDays(today(deps.now()), 3);
  const { ids } = expectOk(
    await createEvents(deps, {
      actor: EDITOR,
      draft: draft({ date: from }),
      capacity: 4,
      repeat: { every: 'week', interval: 1, until: addDays(from, 20) },
    }),
  );
  const [id = ''] = ids;
  const one = { actor: EDITOR, id } as const;
  expectOk(await publishEvent(deps, { ...one, version: 1, following: true }));
  expectOk(await editEvent(deps, { ...one, version: 2, draft: draft({ date: from }), following: true }));
  expectOk(await changeCapacity(deps, { ...one, version: 3, capacity: 6 }));
  const nobody = { eventId: id, bookingId: 'bkg_' };
  await cancelBooking(deps, { which: nobody, actor: EDITOR });
  await reduceParty(deps, { which: nobody, people: 1, actor: EDITOR });
  await undoCheckIn(deps, { ...nobody, actor: EDITOR });
  await revealRegistrant(deps, { ...nobody, actor: EDITOR, purpose: 'check-at-door' });
  const heads = {
    turn: '',
    state: '',
    people: '',
    code: '',
    name: '',
    phone: '',
    email: '',
    booked: '',
    came: '',
  };
  const words = { heads, state: (state: string) => state };
  await exportRegistrants(deps, { actor: EDITOR, eventId: id, purpose: 'door-list', words });
  await remindDue(deps);
  await holdOver(deps);
  await eraseRegistrants(deps);
}
