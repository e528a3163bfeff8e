import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  book,
  bookingOf,
  bookingsOf,
  EDITOR,
  eventOf,
  publishedEvent,
} from '../../../tests/support/events.ts';
import { testHouse, type House } from '../../../tests/support/house.ts';
import { VISITOR } from '../../shared/actor.ts';
import { MINUTE } from '../../shared/clock.ts';
import { expectOk } from '../../shared/result.ts';
import { cancelBooking } from '../booking/change-booking.ts';
import { holdOver } from '../editing/move-event.ts';
import { exportRegistrants, revealRegistrant } from '../staff/registrants.ts';
import { checkIn, findAtDoor, undoCheckIn, walkIn } from './check-in.ts';

let house: House;
let id: string;
let startsAt: number;
beforeEach(async () => {
  house = await testHouse();
  id = await publishedEvent(house, { capacity: 4 });
  startsAt = (await eventOf(house, id)).startsAt;
});
afterEach(() => house.close());

const come = async (n: number, people: number) =>
  checkIn(house.deps, { actor: EDITOR, eventId: id, bookingId: (await bookingOf(house, id, n)).id, people });
const walk = (people: number) => walkIn(house.deps, { actor: EDITOR, eventId: id, people });

describe('at the door', () => {
  test('a code finds its booking, and only at its own event', async () => {
    expectOk(await book(house, id, 1));
    const { code, id: bookingId } = await bookingOf(house, id, 1);
    const typed = `${code?.slice(0, 3)} ${code?.slice(3)}`;
    expect(expectOk(await findAtDoor(house.deps, { eventId: id, typed })).id).toBe(bookingId);
    const other = await publishedEvent(house, { capacity: 4 });
    expect(await findAtDoor(house.deps, { eventId: other, typed })).toMatchObject({ code: 'code-unknown' });
    expect(await findAtDoor(house.deps, { eventId: id, typed: '1234' })).toMatchObject({
      code: 'code-unreadable',
    });
  });

  test('a booking is let in once: the second time says when it was, also for two at the same moment', async () => {
    expectOk(await book(house, id, 1, { people: 2 }));
    house.clock.set(startsAt - 10 * MINUTE);
    const both = await Promise.all([come(1, 2), come(1, 2)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    house.clock.advance(MINUTE);
    expect(await come(1, 2)).toMatchObject({ code: 'already-in', detail: { at: startsAt - 10 * MINUTE } });
    expect(await eventOf(house, id)).toMatchObject({ attended: 2, seatsTaken: 2 });
  });

  test('fewer than booked may come, and more may not', async () => {
    expectOk(await book(house, id, 1, { people: 2 }));
    expect(await come(1, 3)).toMatchObject({ code: 'party-size' });
    expectOk(await come(1, 1));
    expect(await eventOf(house, id)).toMatchObject({ attended: 1, seatsTaken: 2 });
  });

  test('a slip is undone and the booking can come in after all', async () => {
    expectOk(await book(house, id, 1, { people: 2 }));
    expectOk(await come(1, 1));
    const { id: bookingId } = await bookingOf(house, id, 1);
    expectOk(await undoCheckIn(house.deps, { actor: EDITOR, eventId: id, bookingId }));
    expect(await eventOf(house, id)).toMatchObject({ attended: 0 });
    expectOk(await come(1, 2));
    expect(await eventOf(house, id)).toMatchObject({ attended: 2 });
  });

  test('a cancelled booking, one still waiting and one of another event are not let in', async () => {
    for (const n of [1, 2, 3]) expectOk(await book(house, id, n, { people: 2 }));
    const first = await bookingOf(house, id, 1);
    expect(await come(3, 1)).toMatchObject({ code: 'wrong-state' });
    expectOk(await cancelBooking(house.deps, { which: { token: first.token ?? '' }, actor: VISITOR }));
    const asked = { actor: EDITOR, bookingId: first.id, people: 1 };
    expect(await checkIn(house.deps, { ...asked, eventId: id })).toMatchObject({ code: 'wrong-state' });
    const other = await publishedEvent(house, { capacity: 4 });
    expect(await checkIn(house.deps, { ...asked, eventId: other })).toMatchObject({ code: 'not-found' });
  });

  test('people without a booking come in while seats are left, and take a seat nobody else can book then', async () => {
    expectOk(await book(house, id, 1, { people: 2 }));
    house.clock.set(startsAt - 5 * MINUTE);
    expect(await walk(3)).toMatchObject({ code: 'room-full' });
    expectOk(await walk(2));
    expect(await walk(1)).toMatchObject({ code: 'room-full' });
    expect(expectOk(await book(house, id, 2)).state).toBe('waiting');
    expect(await eventOf(house, id)).toMatchObject({ attended: 2, seatsTaken: 4 });
  });

  test('until the start free seats are for the waiting list; after it for who stands at the door', async () => {
    expectOk(await book(house, id, 1, { people: 3 }));
    expectOk(await book(house, id, 2, { people: 3 }));
    house.clock.set(startsAt - MINUTE);
    expect(await walk(1)).toMatchObject({ code: 'room-full' });
    house.clock.set(startsAt);
    expectOk(await walk(1));
  });

  test('seats of the late are kept a quarter of an hour, then given away; the room is never overfull', async () => {
    expectOk(await book(house, id, 1, { people: 3 }));
    expectOk(await book(house, id, 2, { people: 1 }));
    house.clock.set(startsAt + 15 * MINUTE - 1);
    expect(await walk(1)).toMatchObject({ code: 'room-full' });
    house.clock.advance(1);
    expectOk(await walk(3));
    expect(await come(1, 3)).toMatchObject({ code: 'room-full' });
    expectOk(await come(2, 1));
    expect(await walk(1)).toMatchObject({ code: 'room-full' });
    expect(await eventOf(house, id)).toMatchObject({ attended: 4, seatsTaken: 4 });
  });

  test('a walk-in let in by a slip gives the seat back, to the list if it can', async () => {
    house.clock.set(startsAt - 5 * MINUTE);
    const { bookingId } = expectOk(await walk(3));
    expectOk(await walk(1));
    expectOk(await book(house, id, 1, { people: 2 }));
    expectOk(await undoCheckIn(house.deps, { actor: EDITOR, eventId: id, bookingId }));
    expect((await bookingOf(house, id, 1)).state).toBe('confirmed');
    expect(await eventOf(house, id)).toMatchObject({ attended: 1, seatsTaken: 3, waiting: 0 });
  });

  test('who was forgotten is still counted after the event', async () => {
    expectOk(await book(house, id, 1, { people: 2 }));
    house.clock.set((await eventOf(house, id)).endsAt);
    await holdOver(house.deps);
    expectOk(await come(1, 2));
    expect(await eventOf(house, id)).toMatchObject({ state: 'held', attended: 2 });
  });
});

describe('the registrants', () => {
  test('are shown whole only for a purpose, as much as it takes, and it is written down', async () => {
    expectOk(await book(house, id, 1, { email: 'a@example.cn' }));
    const { id: bookingId } = await bookingOf(house, id, 1);
    const asked = { actor: EDITOR, eventId: id, bookingId } as const;
    expect(expectOk(await revealRegistrant(house.deps, { ...asked, purpose: 'check-at-door' }))).toEqual({
      bookingId,
      name: '样例1',
      phone: null,
      email: null,
    });
    expect(
      expectOk(await revealRegistrant(house.deps, { ...asked, purpose: 'call-registrant' })),
    ).toMatchObject({
      phone: '13810000001',
      email: 'a@example.cn',
    });
    const { rows } = await house.deps.read.auditLog.page({ about: { kind: 'object', id: bookingId } });
    expect(rows.slice(0, 2).map(({ action, details }) => [action, details['purpose']])).toEqual([
      ['event-booking.revealed', 'call-registrant'],
      ['event-booking.revealed', 'check-at-door'],
    ]);
    const other = await publishedEvent(house, { capacity: 4 });
    expect(
      await revealRegistrant(house.deps, { ...asked, eventId: other, purpose: 'call-registrant' }),
    ).toMatchObject({ code: 'not-found' });
  });

  test('are exported masked for the door and whole to be called, sixty of them, each export written down', async () => {
    const large = await publishedEvent(house, { capacity: 80 });
    for (let n = 1; n <= 60; n++) expectOk(await book(house, large, n));
    const words = {
      heads: {
        turn: '#',
        state: 's',
        people: 'p',
        code: 'c',
        name: 'n',
        phone: 't',
        email: 'e',
        booked: 'b',
        came: 'a',
      },
      state: (state: string) => state,
    };
    const take = async (purpose: 'door-list' | 'call-registrants') =>
      expectOk(await exportRegistrants(house.deps, { actor: EDITOR, eventId: large, purpose, words }));
    const door = await take('door-list');
    expect(door.trim().split('\r\n')).toHaveLength(61);
    expect(door).not.toContain('13810000001');
    expect(door).toContain('138****0001');
    expect(await take('call-registrants')).toContain('13810000060');
    const { rows } = await house.deps.read.auditLog.page({ about: { kind: 'object', id: large } });
    expect(rows.slice(0, 2).map(({ action, details }) => [action, details])).toEqual([
      ['event.registrants-exported', { purpose: 'call-registrants', rows: 60 }],
      ['event.registrants-exported', { purpose: 'door-list', rows: 60 }],
    ]);
    expect(await bookingsOf(house, large)).toHaveLength(60);
  });
});
