import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  book,
  bookingOf,
  bookingsOf,
  EDITOR,
  eventOf,
  mobileOf,
  publishedEvent,
} from '../../../tests/support/events.ts';
import { testHouse, type House } from '../../../tests/support/house.ts';
import { VISITOR } from '../../shared/actor.ts';
import { MINUTE } from '../../shared/clock.ts';
import { expectOk } from '../../shared/result.ts';
import { changeCapacity } from '../editing/change-capacity.ts';
import { cancelEvent } from '../editing/move-event.ts';
import { cancelBooking, reduceParty } from './change-booking.ts';
import { readCode } from './check-in-code.ts';

let house: House;
beforeAll(async () => void (house = await testHouse()));
afterAll(() => house.close());

const states = async (id: string): Promise<string[]> =>
  (await bookingsOf(house, id)).map(({ state, people }) => `${state} ${people}`);
const tokenOf = async (id: string, n: number): Promise<string> => (await bookingOf(house, id, n)).token ?? '';
const cancel = async (id: string, n: number) =>
  cancelBooking(house.deps, { which: { token: await tokenOf(id, n) }, actor: VISITOR });
const reduce = async (id: string, n: number, people: number) =>
  reduceParty(house.deps, { which: { token: await tokenOf(id, n) }, people, actor: VISITOR });

describe('seats', () => {
  test('are given once each when sixty people ask at once for twelve, and the others wait in the order they came', async () => {
    const id = await publishedEvent(house, { capacity: 12 });
    const asked = await Promise.all(Array.from({ length: 60 }, (_, n) => book(house, id, 100 + n)));
    const booked = asked.map((one) => expectOk(one));
    expect(booked.filter(({ state }) => state === 'confirmed')).toHaveLength(12);
    expect(booked.filter(({ state }) => state === 'waiting')).toHaveLength(48);
    const all = await bookingsOf(house, id);
    expect(all.map(({ turn }) => turn)).toEqual(Array.from({ length: 60 }, (_, n) => n + 1));
    expect(all.map(({ state }) => state)).toEqual([
      ...Array.from({ length: 12 }, () => 'confirmed'),
      ...Array.from({ length: 48 }, () => 'waiting'),
    ]);
    expect(await eventOf(house, id)).toMatchObject({ seatsTaken: 12, waiting: 48 });
    const codes = all.flatMap(({ code }) => code ?? []);
    expect(new Set(codes).size).toBe(12);
    expect(codes.every((code) => readCode(code) === code)).toBe(true);
  });

  test('are not oversold by parties of one, two and three who all ask at once', async () => {
    const id = await publishedEvent(house, { capacity: 25 });
    await Promise.all(
      Array.from({ length: 40 }, (_, n) => book(house, id, 200 + n, { people: 1 + (n % 3) })),
    );
    const all = await bookingsOf(house, id);
    const seated = all.filter(({ state }) => state === 'confirmed');
    const people = seated.reduce((sum, one) => sum + one.people, 0);
    expect(people).toBeLessThanOrEqual(25);
    expect(await eventOf(house, id)).toMatchObject({ seatsTaken: people, waiting: 40 - seated.length });
    // Nobody with a seat came after somebody who waits.
    const firstWaiting = all.find(({ state }) => state === 'waiting')?.turn ?? 0;
    expect(seated.every(({ turn }) => turn < firstWaiting)).toBe(true);
  });

  test('cannot be oversold even by a mistake: the database refuses the row', async () => {
    const id = await publishedEvent(house, { capacity: 2 });
    await expect(
      house.deps.database.db.run(sql`UPDATE events SET seats_taken = 3 WHERE id = ${id}`),
    ).rejects.toThrow();
  });

  test('go to one booking of a mobile: the second time, and twenty times at once, it is the same booking', async () => {
    const id = await publishedEvent(house, { capacity: 5 });
    const first = expectOk(await book(house, id, 1));
    const again = await Promise.all(Array.from({ length: 20 }, () => book(house, id, 1, { people: 2 })));
    for (const one of again) expect(expectOk(one)).toEqual({ ...first, already: true });
    expect(await states(id)).toEqual(['confirmed 1']);
    expect(await eventOf(house, id)).toMatchObject({ seatsTaken: 1 });
  });

  test('are for parties the event can hold, of at most three', async () => {
    const id = await publishedEvent(house, { capacity: 2 });
    expect(await book(house, id, 1, { people: 3 })).toMatchObject({ code: 'party-size' });
    const large = await publishedEvent(house, { capacity: 20 });
    for (const people of [0, 4, 1.5, Number.NaN])
      expect(await book(house, large, 1, { people })).toMatchObject({ code: 'party-size' });
  });
});

describe('the waiting list', () => {
  test('moves up one booking when one seat comes free, and that is the first', async () => {
    const id = await publishedEvent(house, { capacity: 2 });
    for (const n of [1, 2, 3, 4]) expectOk(await book(house, id, n));
    expectOk(await cancel(id, 1));
    expect(await states(id)).toEqual(['cancelled 1', 'confirmed 1', 'confirmed 1', 'waiting 1']);
    const third = await bookingOf(house, id, 3);
    expect(third.code).not.toBeNull();
    expect(third.movedUpAt).toBe(house.clock.now());
    expect(await eventOf(house, id)).toMatchObject({ seatsTaken: 2, waiting: 1 });
  });

  test('lets nobody overtake: a party of three keeps its turn while one seat is free', async () => {
    const id = await publishedEvent(house, { capacity: 3 });
    expectOk(await book(house, id, 1, { people: 1 }));
    expectOk(await book(house, id, 2, { people: 1 }));
    expectOk(await book(house, id, 3, { people: 3 }));
    expect(expectOk(await book(house, id, 4, { people: 1 })).state).toBe('waiting');
    expectOk(await cancel(id, 1));
    expect(await states(id)).toEqual(['cancelled 1', 'confirmed 1', 'waiting 3', 'waiting 1']);
    expectOk(await cancel(id, 2));
    expect(await states(id)).toEqual(['cancelled 1', 'cancelled 1', 'confirmed 3', 'waiting 1']);
  });

  test('moves several up when a large party leaves, as far as the seats go', async () => {
    const id = await publishedEvent(house, { capacity: 3 });
    expectOk(await book(house, id, 1, { people: 3 }));
    for (const n of [2, 3, 4]) expectOk(await book(house, id, n, { people: n === 3 ? 2 : 1 }));
    expectOk(await cancel(id, 1));
    expect(await states(id)).toEqual(['cancelled 3', 'confirmed 1', 'confirmed 2', 'waiting 1']);
  });

  test('moves up when the party in front makes itself small enough, and when it leaves', async () => {
    const id = await publishedEvent(house, { capacity: 4 });
    expectOk(await book(house, id, 1, { people: 3 }));
    expectOk(await book(house, id, 2, { people: 3 }));
    expectOk(await book(house, id, 3, { people: 1 }));
    expectOk(await reduce(id, 2, 1));
    expect(await states(id)).toEqual(['confirmed 3', 'confirmed 1', 'waiting 1']);
    const other = await publishedEvent(house, { capacity: 4 });
    expectOk(await book(house, other, 1, { people: 3 }));
    expectOk(await book(house, other, 2, { people: 3 }));
    expectOk(await book(house, other, 3, { people: 1 }));
    expectOk(await cancel(other, 2));
    expect(await states(other)).toEqual(['confirmed 3', 'cancelled 3', 'confirmed 1']);
  });

  test('gives the seats a smaller party leaves to the next', async () => {
    const id = await publishedEvent(house, { capacity: 3 });
    expectOk(await book(house, id, 1, { people: 3 }));
    expectOk(await book(house, id, 2, { people: 2 }));
    expectOk(await reduce(id, 1, 1));
    expect(await states(id)).toEqual(['confirmed 1', 'confirmed 2']);
    expect(await reduce(id, 1, 1)).toMatchObject({ code: 'not-smaller' });
    expect(await reduce(id, 2, 0)).toMatchObject({ code: 'not-smaller' });
  });

  test('stays exact when thirty cancel and thirty book at the same moment', async () => {
    const id = await publishedEvent(house, { capacity: 30 });
    for (let n = 0; n < 60; n++) expectOk(await book(house, id, 300 + n));
    await Promise.all(
      Array.from({ length: 30 }, (_, n) => [cancel(id, 300 + n), book(house, id, 400 + n)]).flat(),
    );
    const all = await bookingsOf(house, id);
    const confirmed = all.filter(({ state }) => state === 'confirmed');
    expect(confirmed).toHaveLength(30);
    expect(confirmed.map(({ turn }) => turn)).toEqual(Array.from({ length: 30 }, (_, n) => n + 31));
    expect(await eventOf(house, id)).toMatchObject({ seatsTaken: 30, waiting: 30 });
  });

  test('never moves once the event has begun, and nothing is booked or cancelled then', async () => {
    const late = await testHouse();
    const id = await publishedEvent(late, { capacity: 1 });
    expectOk(await book(late, id, 1));
    expectOk(await book(late, id, 2));
    late.clock.set((await eventOf(late, id)).startsAt);
    const first = await bookingOf(late, id, 1);
    const asked = { which: { token: first.token ?? '' }, actor: VISITOR };
    expect(await cancelBooking(late.deps, asked)).toMatchObject({ code: 'event-started' });
    expect(await reduceParty(late.deps, { ...asked, people: 1 })).toMatchObject({ code: 'event-started' });
    expect(await book(late, id, 3)).toMatchObject({ code: 'event-started' });
    const more = { actor: EDITOR, id, version: 2, capacity: 5 };
    expect(expectOk(await changeCapacity(late.deps, more))).toEqual({ movedUp: 0 });
    expect((await bookingOf(late, id, 2)).state).toBe('waiting');
    late.clock.set((await eventOf(late, id)).startsAt - MINUTE);
    expectOk(await cancelBooking(late.deps, asked));
    expect((await bookingOf(late, id, 2)).state).toBe('confirmed');
    await late.close();
  });
});

describe('a booking', () => {
  test('is opened by its own link and by no other: an invented one finds nothing', async () => {
    const id = await publishedEvent(house, { capacity: 5 });
    const mine = expectOk(await book(house, id, 1));
    expectOk(await book(house, id, 2));
    expect((await house.deps.read.bookings.byToken(mine.token))?.phone).toBe(mobileOf(1));
    for (const token of ['', 'x', mine.token.slice(1), house.deps.vault.token()]) {
      expect(await house.deps.read.bookings.byToken(token)).toBeNull();
      const asked = { which: { token }, actor: VISITOR };
      expect(await cancelBooking(house.deps, asked)).toMatchObject({ code: 'not-found' });
      expect(await reduceParty(house.deps, { ...asked, people: 1 })).toMatchObject({ code: 'not-found' });
    }
    expect(await states(id)).toEqual(['confirmed 1', 'confirmed 1']);
  });

  test('of one event is not found through another', async () => {
    const one = await publishedEvent(house, { capacity: 5 });
    const other = await publishedEvent(house, { capacity: 5 });
    const { bookingId } = expectOk(await book(house, one, 1));
    const asked = { which: { eventId: other, bookingId }, actor: EDITOR };
    expect(await cancelBooking(house.deps, asked)).toMatchObject({ code: 'not-found' });
  });

  test('cancelled once is not cancelled again, and the mobile may book anew, at the end of the list', async () => {
    const id = await publishedEvent(house, { capacity: 1 });
    const first = expectOk(await book(house, id, 1));
    expectOk(await book(house, id, 2));
    expectOk(await cancel(id, 1));
    const twice = { which: { token: first.token }, actor: VISITOR };
    expect(await cancelBooking(house.deps, twice)).toMatchObject({ code: 'wrong-state' });
    expect(expectOk(await book(house, id, 1))).toMatchObject({ state: 'waiting', already: false });
    expect(await states(id)).toEqual(['cancelled 1', 'confirmed 1', 'waiting 1']);
  });

  test('is not taken for a draft, which is no better than an invented event, nor for one that is cancelled', async () => {
    expect(await book(house, 'eve_none', 1)).toMatchObject({ code: 'not-found' });
    const id = await publishedEvent(house, { capacity: 5 });
    const reason = { zh: '下雪', en: 'snow' };
    expectOk(await cancelEvent(house.deps, { actor: EDITOR, id, version: 2, following: false, reason }));
    expect(await book(house, id, 1)).toMatchObject({ code: 'event-closed' });
  });

  test('keeps name, mobile, address and link unreadable in the database', async () => {
    const id = await publishedEvent(house, { capacity: 5 });
    const { token } = expectOk(await book(house, id, 7, { email: 'mei@example.cn' }));
    const rows = await house.deps.database.db.all(sql`SELECT * FROM event_bookings WHERE event_id = ${id}`);
    const text = JSON.stringify(rows);
    for (const secret of ['样例7', mobileOf(7), 'mei@example.cn', token]) expect(text).not.toContain(secret);
  });

  test('leaves an audit row for each thing that happens to it, without a name', async () => {
    const id = await publishedEvent(house, { capacity: 1 });
    const first = expectOk(await book(house, id, 1));
    const second = expectOk(await book(house, id, 2, { people: 1 }));
    expectOk(await cancel(id, 1));
    const about = async (objectId: string) =>
      (await house.deps.read.auditLog.page({ about: { kind: 'object', id: objectId } })).rows.map(
        ({ action }) => action,
      );
    expect((await about(first.bookingId)).toSorted()).toEqual([
      'event-booking.cancelled',
      'event-booking.made',
    ]);
    expect((await about(second.bookingId)).toSorted()).toEqual([
      'event-booking.made',
      'event-booking.moved-up',
    ]);
  });
});

describe('a check-in code', () => {
  test('is refused with any digit wrong, and read however it is typed', () => {
    for (const typed of ['0482', '048244', 'abcde', '']) expect(readCode(typed)).toBeNull();
    const good = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']
      .map((d) => `0482${d}`)
      .filter((c) => readCode(c));
    expect(good).toHaveLength(1);
    const [code = ''] = good;
    for (let at = 0; at < 5; at++)
      for (let digit = 0; digit < 10; digit++) {
        const wrong = code.slice(0, at) + digit + code.slice(at + 1);
        if (wrong !== code) expect(readCode(wrong)).toBeNull();
      }
    expect(readCode(` ${code.slice(0, 3)} ${code.slice(3)} `)).toBe(code);
    const wide = [...code].map((d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)).join('');
    expect(readCode(wide)).toBe(code);
  });
});
