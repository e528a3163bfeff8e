import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  book,
  bookingOf,
  draft,
  EDITOR,
  eventOf,
  mobileOf,
  publishedEvent,
} from '../../../tests/support/events.ts';
import { testHouse, type House } from '../../../tests/support/house.ts';
import { VISITOR } from '../../shared/actor.ts';
import { asCivilDate } from '../../shared/civil-date.ts';
import { HOUR, MINUTE } from '../../shared/clock.ts';
import { expectOk } from '../../shared/result.ts';
import { cancelBooking, reduceParty } from '../booking/change-booking.ts';
import { changeCapacity } from '../editing/change-capacity.ts';
import { cancelEvent } from '../editing/move-event.ts';
import { editEvent } from '../editing/save-event.ts';
import { remindDue } from './remind.ts';
import { tellBooking } from './tell-booking.ts';
import { tellEverybody } from './tell-everybody.ts';
import { considerate, reminderAt, replyBy } from './when-to-tell.ts';

let house: House;
beforeEach(async () => void (house = await testHouse()));
afterEach(() => house.close());

const said = (n: number): string[] =>
  house.messages.filter(({ to }) => to === mobileOf(n)).map(({ text }) => text);
const cancel = async (id: string, n: number) => {
  const { token } = await bookingOf(house, id, n);
  return cancelBooking(house.deps, { which: { token: token ?? '' }, actor: VISITOR });
};
const rules = () => house.deps.policies.events.current('2026-11-20');
const DAY_BEFORE = '2026-12-04T17:00:00+08:00';

describe('whoever books', () => {
  test('is told at once: the seat with its code and link, or the place on the list', async () => {
    const id = await publishedEvent(house, { capacity: 1 });
    const first = expectOk(await book(house, id, 1));
    expectOk(await book(house, id, 2));
    expectOk(await book(house, id, 3));
    await house.runJobs();
    const { code } = await bookingOf(house, id, 1);
    expect(said(1)).toEqual([expect.stringContaining(`签到码${code?.slice(0, 3)} ${code?.slice(3)}`)]);
    expect(said(1)[0]).toContain(`/events/booking/${first.token}`);
    expect(said(1)[0]).toContain('12月5日（周六）14:00');
    expect(said(2)[0]).toContain('候补第1位');
    expect(said(3)[0]).toContain('候补第2位');
  });

  test('is written to in their own language, by mail too when they left an address; no name stands in either', async () => {
    const id = await publishedEvent(house, { capacity: 1 });
    expectOk(await book(house, id, 1, { locale: 'en', email: 'amy@example.com' }));
    await house.runJobs();
    const [sms, mail] = [said(1)[0] ?? '', house.messages.find(({ channel }) => channel === 'mail')];
    expect(sms).toContain('Saturday 5 December, 14:00');
    expect(sms).toContain('/en/events/booking/');
    expect(mail).toMatchObject({
      to: 'amy@example.com',
      subject: 'Shandong Cord Blood Bank: Eating well in pregnancy',
    });
    expect(sms + (mail?.text ?? '')).not.toMatch(/\p{Script=Han}/u);
  });
});

describe('a job that runs twice', () => {
  test('tells nobody twice: neither one person nor everybody', async () => {
    const id = await publishedEvent(house, { capacity: 2 });
    const { bookingId } = expectOk(await book(house, id, 1));
    expectOk(await book(house, id, 2));
    await house.runJobs();
    for (let n = 0; n < 2; n++) {
      await tellBooking(house.deps, { bookingId, what: 'confirmed' });
      await tellEverybody(house.deps, { eventId: id, what: 'reminder:0', states: ['confirmed', 'waiting'] });
      await house.runJobs();
    }
    expect([said(1).length, said(2).length]).toEqual([2, 2]);
  });
});

describe('whoever moves up', () => {
  test('hears of it, with a time by which to say they cannot come', async () => {
    const id = await publishedEvent(house, { capacity: 1 });
    expectOk(await book(house, id, 1));
    expectOk(await book(house, id, 2));
    await house.runJobs();
    expectOk(await cancel(id, 1));
    await house.runJobs();
    expect(said(2)).toHaveLength(2);
    expect(said(2)[1]).toContain('有座位了');
    expect(said(2)[1]).toContain('11月21日（周六）10:00前取消');
    expect((await bookingOf(house, id, 2)).replyBy).toBe(house.clock.now() + 24 * HOUR);
  });

  test('is left to sleep, and hears nothing when they have cancelled before morning', async () => {
    const id = await publishedEvent(house, { capacity: 1 });
    for (const n of [1, 2, 3]) expectOk(await book(house, id, n));
    await house.runJobs();
    house.clock.set('2026-11-21T02:00:00+08:00');
    expectOk(await cancel(id, 1));
    await house.runJobs();
    expect(said(2)).toHaveLength(1);
    expectOk(await cancel(id, 2));
    house.clock.set('2026-11-21T08:00:00+08:00');
    await house.runJobs();
    expect(said(2).join('\n'), 'only what they did themselves').not.toContain('有座位了');
    expect(said(2).at(-1)).toContain('已经按您说的取消报名');
    expect(said(3)[1]).toContain('有座位了');
  });

  test('in the night before the event is woken, because it cannot wait', () => {
    const startsAt = Date.parse('2026-12-05T09:00:00+08:00');
    const night = Date.parse('2026-12-05T02:00:00+08:00');
    expect(considerate(night, startsAt, rules())).toBe(night);
    expect(considerate(night - 48 * HOUR, startsAt, rules())).toBe(Date.parse('2026-12-03T08:00:00+08:00'));
    const evening = Date.parse('2026-12-01T22:30:00+08:00');
    expect(considerate(evening, startsAt, rules())).toBe(Date.parse('2026-12-02T08:00:00+08:00'));
  });

  test('is asked to answer before the start, however late the seat comes', () => {
    const startsAt = Date.parse('2026-12-05T14:00:00+08:00');
    expect(replyBy(startsAt - 72 * HOUR, startsAt, rules())).toBe(startsAt - 48 * HOUR);
    expect(replyBy(startsAt - 10 * HOUR, startsAt, rules())).toBe(startsAt - 3 * HOUR);
    expect(replyBy(startsAt - HOUR, startsAt, rules())).toBe(startsAt);
  });
});

describe('the reminder', () => {
  test('goes out the day before, once, however often the clock strikes, to those with a seat', async () => {
    const id = await publishedEvent(house, { capacity: 2 });
    for (const n of [1, 2, 3]) expectOk(await book(house, id, n));
    await house.runJobs();
    house.clock.set(Date.parse(DAY_BEFORE) - MINUTE);
    expect(await remindDue(house.deps)).toBe(0);
    house.clock.set(DAY_BEFORE);
    for (let n = 0; n < 5; n++) {
      await remindDue(house.deps);
      await house.runJobs();
      house.clock.advance(5 * MINUTE);
    }
    expect([1, 2, 3].map((n) => said(n).filter((text) => text.includes('提醒：')).length)).toEqual([1, 1, 0]);
  });

  test('goes out once when two run at the same moment', async () => {
    const id = await publishedEvent(house, { capacity: 2 });
    expectOk(await book(house, id, 1));
    await house.runJobs();
    house.clock.set(DAY_BEFORE);
    await Promise.all([remindDue(house.deps), remindDue(house.deps), remindDue(house.deps)]);
    await Promise.all([house.runJobs(), house.runJobs()]);
    expect(said(1).filter((text) => text.includes('提醒：'))).toHaveLength(1);
  });

  test('is not sent to who cancelled, even between the bell and the sending', async () => {
    const id = await publishedEvent(house, { capacity: 3 });
    for (const n of [1, 2, 3]) expectOk(await book(house, id, n));
    await house.runJobs();
    expectOk(await cancel(id, 1));
    house.clock.set(DAY_BEFORE);
    const what = `reminder:0` as const;
    await tellEverybody(house.deps, { eventId: id, what, states: ['confirmed'] });
    expectOk(await cancel(id, 2));
    await house.runJobs();
    expect([1, 2, 3].map((n) => said(n).filter((text) => text.includes('提醒：')).length)).toEqual([0, 0, 1]);
  });

  test('is not sent for an event that is cancelled, nor after it has begun', async () => {
    const id = await publishedEvent(house, { capacity: 3 });
    const other = await publishedEvent(house, { capacity: 3 });
    expectOk(await book(house, id, 1));
    expectOk(await book(house, other, 2));
    await house.runJobs();
    const reason = { zh: '讲的医生病了', en: 'the speaker is ill' };
    expectOk(await cancelEvent(house.deps, { actor: EDITOR, id, version: 2, following: false, reason }));
    house.clock.set(await eventOf(house, other).then(({ startsAt }) => startsAt));
    expect(await remindDue(house.deps)).toBe(0);
    await house.runJobs();
    expect([...said(1), ...said(2)].filter((text) => text.includes('提醒：'))).toEqual([]);
  });

  test('goes out again for the new day when an event is put off after it', async () => {
    const id = await publishedEvent(house, { capacity: 3 });
    expectOk(await book(house, id, 1));
    house.clock.set(DAY_BEFORE);
    await remindDue(house.deps);
    await house.runJobs();
    const later = draft({ date: asCivilDate('2026-12-12') });
    expectOk(await editEvent(house.deps, { actor: EDITOR, id, version: 2, draft: later, following: false }));
    await house.runJobs();
    house.clock.set('2026-12-11T17:00:00+08:00');
    await remindDue(house.deps);
    await house.runJobs();
    const reminders = said(1).filter((text) => text.includes('提醒：'));
    expect(reminders).toHaveLength(2);
    expect(reminders[1]).toContain('12月12日（周六）');
  });

  test('of an online event gives the way in instead of a place', async () => {
    const id = await publishedEvent(house, {
      capacity: 3,
      city: 'online',
      onlineLink: 'https://live.example.cn/room',
      content: { ...draft().content, place: null, address: null },
    });
    expectOk(await book(house, id, 1));
    house.clock.set(DAY_BEFORE);
    await remindDue(house.deps);
    await house.runJobs();
    expect(said(1).at(-1)).toContain('线上');
    expect(said(1).join(), 'the address itself stays behind the link').not.toContain('live.example.cn');
  });

  test('is due at the hour of the policy, on a clock in Shandong', () => {
    const startsAt = Date.parse('2026-12-05T00:30:00+08:00');
    expect(reminderAt(startsAt, rules())).toBe(Date.parse(DAY_BEFORE));
  });
});

describe('when staff change something', () => {
  test('everybody with a seat or on the list hears the new time and place, once, in their language', async () => {
    const id = await publishedEvent(house, { capacity: 1 });
    expectOk(await book(house, id, 1));
    expectOk(await book(house, id, 2, { locale: 'en' }));
    expectOk(await book(house, id, 3));
    expectOk(await cancel(id, 3));
    await house.runJobs();
    const place = { zh: '样例图书馆', en: 'Sample Library' };
    const moved = draft({ starts: '15:00', ends: '16:30', content: { ...draft().content, place } });
    expectOk(await editEvent(house.deps, { actor: EDITOR, id, version: 2, draft: moved, following: false }));
    await house.runJobs();
    await house.runJobs();
    expect(said(1).filter((text) => text.includes('有变动'))).toHaveLength(1);
    expect(said(1).at(-1)).toContain('15:00，济南市样例图书馆');
    expect(said(2).at(-1)).toContain('Sample Library, Jinan');
    expect(said(3).join('\n')).not.toContain('15:00');
    expect(await eventOf(house, id)).toMatchObject({ sequence: 1 });
  });

  test('nobody is told of a corrected word', async () => {
    const id = await publishedEvent(house, { capacity: 1 });
    expectOk(await book(house, id, 1));
    await house.runJobs();
    const title = { zh: '孕期营养课', en: 'Eating well' };
    const reworded = draft({ content: { ...draft().content, title } });
    expectOk(
      await editEvent(house.deps, { actor: EDITOR, id, version: 2, draft: reworded, following: false }),
    );
    await house.runJobs();
    expect(said(1)).toHaveLength(1);
    expect(await eventOf(house, id)).toMatchObject({ sequence: 0, content: { title } });
  });

  test('only the latest of two changes is told, when the second comes before the first went out', async () => {
    const id = await publishedEvent(house, { capacity: 1 });
    expectOk(await book(house, id, 1));
    await house.runJobs();
    for (const [version, starts] of [
      [2, '15:00'],
      [3, '16:00'],
    ] as const)
      expectOk(
        await editEvent(house.deps, {
          actor: EDITOR,
          id,
          version,
          draft: draft({ starts, ends: '18:00' }),
          following: false,
        }),
      );
    await house.runJobs();
    expect(said(1).filter((text) => text.includes('有变动'))).toEqual([expect.stringContaining('16:00')]);
  });

  test('a cancelled event is told to everybody with its reason, in their language', async () => {
    const id = await publishedEvent(house, { capacity: 1 });
    expectOk(await book(house, id, 1));
    expectOk(await book(house, id, 2, { locale: 'en' }));
    await house.runJobs();
    const reason = { zh: '讲课的医生要值手术。', en: 'the speaker is needed in theatre' };
    expectOk(await cancelEvent(house.deps, { actor: EDITOR, id, version: 2, following: false, reason }));
    await house.runJobs();
    expect(said(1).at(-1)).toContain('原因：讲课的医生要值手术。您不用做什么');
    expect(said(2).at(-1)).toContain('The reason: the speaker is needed in theatre.');
  });

  test('more seats move the list up, and each hears of it', async () => {
    const id = await publishedEvent(house, { capacity: 1 });
    for (let n = 1; n <= 6; n++) expectOk(await book(house, id, n));
    await house.runJobs();
    const changed = await changeCapacity(house.deps, { actor: EDITOR, id, version: 2, capacity: 4 });
    expect(expectOk(changed)).toEqual({ movedUp: 3 });
    await house.runJobs();
    expect([2, 3, 4, 5].map((n) => said(n).some((text) => text.includes('有座位了')))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  test('whoever asked staff to cancel is told that it is done', async () => {
    const id = await publishedEvent(house, { capacity: 2 });
    const { bookingId } = expectOk(await book(house, id, 1));
    await house.runJobs();
    expectOk(await cancelBooking(house.deps, { which: { eventId: id, bookingId }, actor: EDITOR }));
    await house.runJobs();
    expect(said(1).at(-1)).toContain('按您说的取消');
  });
});

describe('who changes their own booking', () => {
  test('hears what was done, once: fewer people, then none', async () => {
    const id = await publishedEvent(house, { capacity: 6 });
    const { token } = expectOk(await book(house, id, 1, { people: 3 }));
    await house.runJobs();
    const reduce = (people: number) => reduceParty(house.deps, { which: { token }, people, actor: VISITOR });
    expectOk(await reduce(2));
    await house.runJobs();
    expect(said(1).at(-1)).toContain('现在是2人');
    expectOk(await reduce(1));
    expectOk(await cancel(id, 1));
    const before = said(1).length;
    await house.runJobs();
    expect(said(1).slice(before), 'a party of one is no longer true').toHaveLength(1);
    expect(said(1).at(-1)).toContain('已经按您说的取消报名');
  });
});
