import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { book, draft, EDITOR, eventOf, publishedEvent } from '../../../tests/support/events.ts';
import { testHouse, type House } from '../../../tests/support/house.ts';
import { calendarFile } from '../../platform/calendar/calendar-file.ts';
import { expectOk } from '../../shared/result.ts';
import { titleKey } from '../booking/booking-words.ts';
import { cancelEvent } from '../editing/move-event.ts';
import { editEvent } from '../editing/save-event.ts';
import { momentOf, whenOf } from '../event-words.ts';
import { calendarEntry } from './calendar-entry.ts';
import { eventFacts } from './event-facts.ts';
import { keyText, listQuery, readFilter, readKey } from './list-query.ts';
import { standing } from './standing.ts';

let house: House;
beforeAll(async () => void (house = await testHouse()));
afterAll(() => house.close());

describe('how an event stands', () => {
  test('is said in words: seats, one seat, full, a list, a list that comes first, begun, over', async () => {
    const id = await publishedEvent(house, { capacity: 3 });
    const said = async (at = house.clock.now()) => {
      const event = await eventOf(house, id);
      return [standing(event, at, 'zh').text, standing(event, at, 'en').text];
    };
    expect(await said()).toEqual(['还有3个座位', '3 seats left']);
    expectOk(await book(house, id, 1, { people: 2 }));
    expect(await said()).toEqual(['还有1个座位', '1 seat left']);
    expectOk(await book(house, id, 2, { people: 2 }));
    expect(await said()).toEqual([
      '空着的座位先留给候补的人，1组在候补',
      'Free seats go to the waiting list first; waiting: 1',
    ]);
    const full = await publishedEvent(house, { capacity: 1 });
    expectOk(await book(house, full, 1));
    const text = async () => standing(await eventOf(house, full), house.clock.now(), 'en').text;
    expect(await text()).toBe('Full; the waiting list is open');
    for (const n of [2, 3]) expectOk(await book(house, full, n));
    expect(await text()).toBe('Full, with 2 bookings waiting');
    const { startsAt, endsAt } = await eventOf(house, id);
    expect((await said(startsAt))[0]).toBe('正在进行');
    expect((await said(endsAt))[1]).toBe('Over');
  });

  test('is told with the weekday, on a clock in Shandong', async () => {
    const event = await eventOf(house, await publishedEvent(house, { capacity: 3 }));
    expect(whenOf(event, 'zh')).toBe('2026年12月5日（周六）14:00–15:30');
    expect(whenOf(event, 'en')).toBe('Saturday 5 December 2026, 14:00–15:30');
    const late = Date.parse('2026-12-31T16:30:00Z');
    expect(momentOf(late, 'zh')).toBe('1月1日（周五）00:30');
    expect(momentOf(late, 'en')).toBe('Friday 1 January, 00:30');
  });

  test('is what the page of a booking says first, also to whoever waited in vain', async () => {
    const event = await eventOf(house, await publishedEvent(house, { capacity: 3 }));
    const { startsAt, endsAt } = event;
    const key = (state: 'waiting' | 'confirmed' | 'attended' | 'cancelled', at: number, people = 2) =>
      titleKey({ state, people }, event, at);
    expect(key('waiting', startsAt - 1)).toBe('waitingTitle');
    expect(key('waiting', startsAt)).toBe('missedTitle');
    expect(key('confirmed', startsAt)).toBe('confirmedTitle');
    expect(key('confirmed', startsAt, 1)).toBe('confirmedTitle1');
    expect(key('confirmed', endsAt)).toBe('overTitle');
    expect(key('attended', endsAt)).toBe('attendedTitle');
    expect(key('cancelled', startsAt)).toBe('cancelledTitle');
  });
});

describe('the calendar file of an event', () => {
  test('keeps its name, counts a moved time and the cancelling, and nothing else', async () => {
    const id = await publishedEvent(house, { capacity: 3 });
    const file = async (locale: 'zh' | 'en' = 'zh') => {
      const to = { locale, origin: 'https://portal.test' };
      return calendarFile(calendarEntry(await eventOf(house, id), to)).replaceAll(/\r\n[ \t]/g, '');
    };
    const one = { actor: EDITOR, id, following: false } as const;
    expect(await file()).toContain(`UID:${id}@portal.test`);
    expect(await file('en')).toContain(`UID:${id}@portal.test`);
    expect(await file('en')).toContain('LOCATION:Sample Hall\\, Jinan\\, 1 Sample Road\\, Lixia');
    expect(await file()).toContain('SEQUENCE:0');
    expectOk(await editEvent(house.deps, { ...one, version: 2, draft: draft() }));
    expect(await file()).toContain('SEQUENCE:0');
    const later = draft({ starts: '16:00', ends: '17:00' });
    expectOk(await editEvent(house.deps, { ...one, version: 3, draft: later }));
    expect(await file()).toMatch(/SEQUENCE:1[\s\S]*DTSTART;TZID=Asia\/Shanghai:20261205T160000/);
    const reason = { zh: '下雪', en: 'snow' };
    expectOk(await cancelEvent(house.deps, { ...one, version: 4, reason }));
    expect(await file()).toMatch(/SEQUENCE:2[\s\S]*STATUS:CANCELLED/);
    expect(await file()).toContain(`UID:${id}@portal.test`);
  });

  test('takes the entry out again for who gave up their seat, and never carries the key to their booking', async () => {
    const id = await publishedEvent(house, { capacity: 3 });
    const { token } = expectOk(await book(house, id, 1));
    const event = await eventOf(house, id);
    const file = (left: number | null) =>
      calendarFile(calendarEntry(event, { locale: 'zh', origin: 'https://portal.test', left })).replaceAll(
        /\r\n[ \t]/g,
        '',
      );
    expect(file(null)).toContain('STATUS:CONFIRMED');
    expect(file(null)).toContain(`URL;VALUE=URI:https://portal.test/events/${id}`);
    expect(file(null)).not.toContain(token);
    expect(file(house.clock.now())).toMatch(/SEQUENCE:1[\s\S]*STATUS:CANCELLED/);
  });
});

describe('what search engines are told', () => {
  test('is the time with its offset, the place, and whether seats are left', async () => {
    const id = await publishedEvent(house, { capacity: 1 });
    const place = 'Sample Hall, Jinan';
    const facts = async (now = house.clock.now()) =>
      eventFacts(await eventOf(house, id), { locale: 'en', place, now });
    expect(await facts()).toMatchObject({
      starts: '2026-12-05T14:00:00+08:00',
      ends: '2026-12-05T15:30:00+08:00',
      place: { name: place, address: '1 Sample Road, Lixia' },
      seatsLeft: true,
      cancelled: false,
    });
    expectOk(await book(house, id, 1));
    expect((await facts()).seatsLeft).toBe(false);
    const { startsAt } = await eventOf(house, id);
    expect((await facts(startsAt)).seatsLeft, 'nothing is on offer once it has begun').toBeNull();
  });

  test('is not the way into an online event', async () => {
    const content = { ...draft().content, place: null, address: null };
    const onlineLink = 'https://live.example.cn/secret-room';
    const id = await publishedEvent(house, { capacity: 1, city: 'online', onlineLink, content });
    const event = await eventOf(house, id);
    expect(eventFacts(event, { locale: 'zh', place: '线上', now: house.clock.now() }).place).toBe('online');
    expect(JSON.stringify(event), 'the event itself does not carry it').not.toContain('secret-room');
    expect(await house.deps.read.events.linkOf(id)).toBe(onlineLink);
  });
});

describe('the address of a list', () => {
  const kinds = [{ id: 'class' }];
  test('says city, kind and where the page begins, and back', () => {
    const filter = readFilter(new URLSearchParams('city=370200&kind=class'), kinds);
    const key = { at: 5, id: `eve_${'0'.repeat(26)}` };
    expect(listQuery(filter, key)).toBe(`?city=370200&kind=class&after=5.eve_${'0'.repeat(26)}`);
    expect(readKey(keyText(key))).toEqual(key);
    expect(listQuery({})).toBe('');
  });
  test('that makes no sense shows everything from the top', () => {
    expect(readFilter(new URLSearchParams('city=999999&kind=party'), kinds)).toEqual({
      city: undefined,
      kind: undefined,
    });
    for (const raw of [null, '', 'x', '5.enr_1', "5.eve_' or 1=1"]) expect(readKey(raw)).toBeNull();
  });
});
