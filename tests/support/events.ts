/** Events and people for the tests of events. */
import { asCivilDate } from '../../src/shared/civil-date.ts';
import { expectOk } from '../../src/shared/result.ts';
import type { Actor } from '../../src/shared/actor.ts';
import {
  bookSeats,
  createEvents,
  publishEvent,
  type BankEvent,
  type Booking,
  type EventDraft,
} from '../../src/events/index.ts';
import { VISITOR } from '../../src/shared/actor.ts';
import type { House } from './house.ts';

export const EDITOR: Actor = { kind: 'staff', id: 'acc_editor' };

/** A class in Jinan on Saturday 5 December 2026, 14:00 to 15:30. */
export const draft = (changes: Partial<EventDraft> = {}): EventDraft => ({
  kind: 'class',
  city: '370100',
  date: asCivilDate('2026-12-05'),
  starts: '14:00',
  ends: '15:30',
  content: {
    title: { zh: '孕期营养', en: 'Eating well in pregnancy' },
    summary: { zh: '吃什么，吃多少。', en: 'What to eat, and how much.' },
    covers: { zh: ['铁和叶酸', '体重'], en: ['Iron and folic acid', 'Weight'] },
    speaker: { zh: '营养科医生', en: 'A dietitian' },
    access: { zh: '有电梯。', en: 'There is a lift.' },
    place: { zh: '样例礼堂', en: 'Sample Hall' },
    address: { zh: '历下区样例路1号', en: '1 Sample Road, Lixia' },
    language: 'zh',
  },
  onlineLink: null,
  confirmed: true,
  ...changes,
});

/** Published, as an editor does it. */
export async function publishedEvent(
  { deps }: Pick<House, 'deps'>,
  { capacity, ...changes }: { capacity: number } & Partial<EventDraft>,
): Promise<string> {
  const { ids } = expectOk(
    await createEvents(deps, { actor: EDITOR, draft: draft(changes), capacity, repeat: null }),
  );
  const [id = ''] = ids;
  expectOk(await publishEvent(deps, { actor: EDITOR, id, version: 1, following: false }));
  return id;
}

export const mobileOf = (n: number): string => `1381000${String(n).padStart(4, '0')}`;

/** Somebody books: the n-th mobile. */
export const book = (
  { deps }: Pick<House, 'deps'>,
  eventId: string,
  n: number,
  {
    people = 1,
    locale = 'zh',
    email = null,
  }: { people?: number; locale?: 'zh' | 'en'; email?: string | null } = {},
) =>
  bookSeats(deps, { actor: VISITOR, eventId, name: `样例${n}`, phone: mobileOf(n), email, people, locale });

export const eventOf = async ({ deps }: Pick<House, 'deps'>, id: string): Promise<BankEvent> => {
  const event = await deps.read.events.byId(id);
  if (!event) throw new Error('no such event');
  return event;
};

/** All bookings of an event, in order of arrival. */
export async function bookingsOf(
  { deps }: Pick<House, 'deps'>,
  eventId: string,
): Promise<readonly Booking[]> {
  const all: Booking[] = [];
  for (let after: number | null = 0; after !== null;) {
    const page: Awaited<ReturnType<typeof deps.read.bookings.page>> = await deps.read.bookings.page(
      eventId,
      after,
    );
    all.push(...page.rows);
    after = page.next;
  }
  return all;
}

export const bookingOf = async (house: Pick<House, 'deps'>, eventId: string, n: number): Promise<Booking> => {
  const booking = await house.deps.read.bookings.ofMobile(eventId, mobileOf(n));
  if (!booking) throw new Error(`no live booking of number ${n}`);
  return booking;
};
