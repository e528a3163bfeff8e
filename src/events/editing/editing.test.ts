import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { book, bookingsOf, draft, EDITOR, eventOf, publishedEvent } from '../../../tests/support/events.ts';
import { testHouse, type House } from '../../../tests/support/house.ts';
import { asCivilDate, today } from '../../shared/civil-date.ts';
import { DAY } from '../../shared/clock.ts';
import { formatTime } from '../../shared/format.ts';
import { expectOk } from '../../shared/result.ts';
import { eraseRegistrants } from '../erase-registrants.ts';
import { changeCapacity } from './change-capacity.ts';
import { cancelEvent, holdOver, publishEvent } from './move-event.ts';
import { sellingWords } from './plain-words.ts';
import { createEvents, editEvent } from './save-event.ts';

let house: House;
beforeEach(async () => void (house = await testHouse()));
afterEach(() => house.close());

const day = asCivilDate;
const one = { actor: EDITOR, following: false } as const;
const REASON = { zh: '下大雪', en: 'heavy snow' };

/** Saturdays 28 November to 26 December 2026. */
async function series(): Promise<readonly string[]> {
  const { ids } = expectOk(
    await createEvents(house.deps, {
      actor: EDITOR,
      draft: draft({ date: day('2026-11-28') }),
      capacity: 10,
      repeat: { every: 'week', interval: 1, until: day('2026-12-26') },
    }),
  );
  return ids;
}
const version = async (id: string): Promise<number> => (await eventOf(house, id)).version;

describe('an event', () => {
  test('is a draft nobody sees until it is published', async () => {
    const made = await createEvents(house.deps, { actor: EDITOR, draft: draft(), capacity: 5, repeat: null });
    const [id = ''] = expectOk(made).ids;
    expect(await house.deps.read.events.listedById(id)).toBeNull();
    expect((await house.deps.read.events.upcoming({}, house.clock.now(), null)).rows).toEqual([]);
    expectOk(await publishEvent(house.deps, { ...one, id, version: 1 }));
    expect((await house.deps.read.events.listedById(id))?.id).toBe(id);
  });

  test('is not made, moved or published into the past', async () => {
    const past = draft({ date: day('2026-11-19') });
    expect(
      await createEvents(house.deps, { actor: EDITOR, draft: past, capacity: 5, repeat: null }),
    ).toMatchObject({
      code: 'starts-in-past',
    });
    const id = await publishedEvent(house, { capacity: 5 });
    expect(await editEvent(house.deps, { ...one, id, version: 2, draft: past })).toMatchObject({
      code: 'starts-in-past',
    });
    const [late = ''] = await series();
    house.clock.set('2026-11-28T14:00:00+08:00');
    expect(await publishEvent(house.deps, { ...one, id: late, version: 1 })).toMatchObject({
      code: 'already-started',
    });
  });

  test('is not published while its words sell: the words are named', async () => {
    const summary = { zh: '现在报名优惠500元。', en: 'A special offer.' };
    const selling = draft({ content: { ...draft().content, summary } });
    const made = await createEvents(house.deps, { actor: EDITOR, draft: selling, capacity: 5, repeat: null });
    const [id = ''] = expectOk(made).ids;
    const refused = await publishEvent(house.deps, { ...one, id, version: 1 });
    expect(refused).toMatchObject({ code: 'sells', detail: { words: '500元、优惠、special offer' } });
    expect(sellingWords(draft().content)).toEqual([]);
  });

  test('that is cancelled stays to be seen with its reason; a dropped draft does not', async () => {
    const id = await publishedEvent(house, { capacity: 5 });
    expect(await cancelEvent(house.deps, { ...one, id, version: 2, reason: null })).toMatchObject({
      code: 'reason-missing',
    });
    expectOk(await cancelEvent(house.deps, { ...one, id, version: 2, reason: REASON }));
    expect(await house.deps.read.events.listedById(id)).toMatchObject({
      state: 'cancelled',
      cancelReason: REASON,
    });
    expect(await eventOf(house, id)).toMatchObject({ sequence: 1 });
    const [draftId = ''] = await series();
    expectOk(await cancelEvent(house.deps, { ...one, id: draftId, version: 1, reason: null }));
    expect(await house.deps.read.events.listedById(draftId)).toBeNull();
    expect(await cancelEvent(house.deps, { ...one, id, version: 3, reason: REASON })).toMatchObject({
      code: 'wrong-state',
    });
  });

  test('changed by somebody else meanwhile is not overwritten; a booking is no such change', async () => {
    const id = await publishedEvent(house, { capacity: 5 });
    expectOk(await book(house, id, 1));
    expectOk(await editEvent(house.deps, { ...one, id, version: 2, draft: draft() }));
    for (const refused of [
      await editEvent(house.deps, { ...one, id, version: 2, draft: draft() }),
      await cancelEvent(house.deps, { ...one, id, version: 2, reason: REASON }),
      await changeCapacity(house.deps, { actor: EDITOR, id, version: 2, capacity: 6 }),
    ])
      expect(refused).toMatchObject({ code: 'changed-meanwhile' });
  });

  test('is held once it is over, by the clock, and moves to the archive', async () => {
    const id = await publishedEvent(house, { capacity: 5 });
    house.clock.set((await eventOf(house, id)).endsAt - 1);
    expect(await holdOver(house.deps)).toBe(0);
    house.clock.advance(1);
    const now = house.clock.now();
    expect((await house.deps.read.events.upcoming({}, now, null)).rows).toEqual([]);
    expect((await house.deps.read.events.past({}, now, null)).rows.map((row) => row.id)).toEqual([id]);
    expect(await holdOver(house.deps)).toBe(1);
    expect(await holdOver(house.deps)).toBe(0);
    expect(await eventOf(house, id)).toMatchObject({ state: 'held' });
    const { rows } = await house.deps.read.auditLog.page({ about: { kind: 'object', id } });
    expect(rows.map(({ action }) => action)).toEqual(['event.held', 'event.published', 'event.created']);
  });
});

describe('the number of seats', () => {
  test('cannot go below those who have one; the refusal says how many', async () => {
    const id = await publishedEvent(house, { capacity: 5 });
    for (const n of [1, 2]) expectOk(await book(house, id, n, { people: 2 }));
    const lower = (capacity: number) =>
      changeCapacity(house.deps, { actor: EDITOR, id, version: 2, capacity });
    expect(await lower(3)).toMatchObject({ code: 'below-booked', detail: { taken: 4 } });
    expect(await lower(0)).toMatchObject({ code: 'capacity-size' });
    expect(await lower(Number.NaN)).toMatchObject({ code: 'capacity-size' });
    expectOk(await lower(4));
    expect((await eventOf(house, id)).capacity).toBe(4);
  });
});

describe('a series', () => {
  test('makes a draft for each date, all of one series', async () => {
    const ids = await series();
    const all = await Promise.all(ids.map((id) => eventOf(house, id)));
    expect(all.map(({ startsAt }) => today(startsAt))).toEqual([
      '2026-11-28',
      '2026-12-05',
      '2026-12-12',
      '2026-12-19',
      '2026-12-26',
    ]);
    expect(new Set(all.map(({ seriesId }) => seriesId)).size).toBe(1);
  });

  test('changes one date alone, or that and all that follow', async () => {
    const ids = await series();
    const [first = '', second = '', third = '', fourth = ''] = ids;
    const later = draft({ date: day('2026-12-05'), starts: '16:00', ends: '17:00' });
    expectOk(await editEvent(house.deps, { ...one, id: second, version: 1, draft: later }));
    const times = async () =>
      Promise.all(ids.map(async (id) => formatTime((await eventOf(house, id)).startsAt)));
    expect(await times()).toEqual(['14:00', '16:00', '14:00', '14:00', '14:00']);
    const sunday = draft({ date: day('2026-12-13'), starts: '09:30', ends: '11:00' });
    const all = await editEvent(house.deps, {
      actor: EDITOR,
      id: third,
      version: 1,
      draft: sunday,
      following: true,
    });
    expect(expectOk(all)).toEqual({ changed: 3 });
    expect(await times()).toEqual(['14:00', '16:00', '09:30', '09:30', '09:30']);
    expect(today((await eventOf(house, fourth)).startsAt)).toBe('2026-12-20');
    expect(today((await eventOf(house, first)).startsAt)).toBe('2026-11-28');
  });

  test('is published and cancelled as a whole from a date on; each is told only what is theirs', async () => {
    const ids = await series();
    const [, second = ''] = ids;
    const published = await publishEvent(house.deps, {
      actor: EDITOR,
      id: second,
      version: 1,
      following: true,
    });
    expect(expectOk(published)).toEqual({ changed: 4 });
    expect(await Promise.all(ids.map(async (id) => (await eventOf(house, id)).state))).toEqual([
      'draft',
      'published',
      'published',
      'published',
      'published',
    ]);
    const third = ids[2] ?? '';
    const asked = {
      actor: EDITOR,
      id: third,
      version: await version(third),
      following: true,
      reason: REASON,
    };
    expect(expectOk(await cancelEvent(house.deps, asked))).toEqual({ changed: 3 });
    expect(await Promise.all(ids.map(async (id) => (await eventOf(house, id)).state))).toEqual([
      'draft',
      'published',
      'cancelled',
      'cancelled',
      'cancelled',
    ]);
  });
});

describe('personal data', () => {
  test('of those who booked is erased four weeks after, and the numbers stay', async () => {
    const id = await publishedEvent(house, { capacity: 2 });
    const { token } = expectOk(await book(house, id, 1, { people: 2, email: 'a@example.cn' }));
    expectOk(await book(house, id, 2));
    const { endsAt } = await eventOf(house, id);
    house.clock.set(endsAt + 28 * DAY - 1);
    expect(await eraseRegistrants(house.deps)).toBe(0);
    expect(await house.deps.read.bookings.byToken(token)).not.toBeNull();
    house.clock.advance(1);
    expect(await eraseRegistrants(house.deps)).toBe(1);
    expect(await eraseRegistrants(house.deps)).toBe(0);
    const all = await bookingsOf(house, id);
    expect(all.map(({ name, phone, email, token: link }) => [name, phone, email, link])).toEqual([
      [null, null, null, null],
      [null, null, null, null],
    ]);
    expect(all.map(({ state, people }) => [state, people])).toEqual([
      ['confirmed', 2],
      ['waiting', 1],
    ]);
    expect(await house.deps.read.bookings.byToken(token)).toBeNull();
    expect(await eventOf(house, id)).toMatchObject({ seatsTaken: 2, erasedAt: house.clock.now() });
  });
});

describe('the lists', () => {
  test('are paged by key in the order of the calendar, filtered by city and kind', async () => {
    for (let n = 0; n < 25; n++)
      await publishedEvent(house, {
        capacity: 5,
        date: day(`2026-12-${String(25 - n).padStart(2, '0')}`),
        city: n % 2 === 0 ? '370100' : '370200',
        kind: n % 5 === 0 ? 'lecture' : 'class',
      });
    const { events } = house.deps.read;
    const now = house.clock.now();
    const first = await events.upcoming({}, now, null);
    const second = await events.upcoming({}, now, first.next);
    expect([first.rows.length, second.rows.length, second.next]).toEqual([20, 5, null]);
    const all = [...first.rows, ...second.rows].map(({ startsAt }) => startsAt);
    expect(all).toEqual(all.toSorted((a, b) => a - b));
    expect((await events.upcoming({ city: '370100' }, now, null)).rows).toHaveLength(13);
    expect((await events.upcoming({ kind: 'lecture' }, now, null)).rows).toHaveLength(5);
    expect((await events.upcoming({ city: '370200', kind: 'lecture' }, now, null)).rows).toHaveLength(2);
    const later = Date.parse('2027-01-01T00:00:00+08:00');
    const past = await events.past({}, later, null);
    expect(past.rows[0]?.startsAt).toBe(all.at(-1));
    expect((await events.past({}, later, past.next)).rows.at(-1)?.startsAt).toBe(all[0]);
  });
});
