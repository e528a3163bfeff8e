import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { blindIndex, instant, json, sealed, version } from './columns.ts';

interface Both {
  readonly zh: string;
  readonly en: string;
}

/** What people read about an event; `place` and `address` are null online. */
export interface EventContentColumn {
  readonly title: Both;
  readonly summary: Both;
  readonly covers: { readonly zh: readonly string[]; readonly en: readonly string[] };
  readonly speaker: Both;
  readonly access: Both;
  readonly place: Both | null;
  readonly address: Both | null;
  /** What is spoken there. */
  readonly language: 'zh' | 'en' | 'both';
}

/** How dates repeat: data, from which dated events were made. */
export interface SeriesRuleColumn {
  readonly every: 'week' | 'month';
  readonly interval: number;
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number;
  /** Of a month: 1 to 4, or −1 for the last. Null for weeks. */
  readonly nth: number | null;
  /** Civil dates, both included. */
  readonly from: string;
  readonly until: string;
}

export const eventSeries = sqliteTable('event_series', {
  id: text('id').primaryKey(),
  rule: json<SeriesRuleColumn>('rule').notNull(),
  createdAt: instant('created_at').notNull(),
});

/** A lecture, class or culture day. The two checks make overselling impossible whatever the code above does. */
export const events = sqliteTable(
  'events',
  {
    id: text('id').primaryKey(),
    seriesId: text('series_id').references(() => eventSeries.id),
    /** An id of the policy `events`. */
    kind: text('kind').notNull(),
    state: text('state', { enum: ['draft', 'published', 'cancelled', 'held'] }).notNull(),
    /** The public may see it: published now or once. */
    listed: integer('listed', { mode: 'boolean' }).notNull().default(false),
    /** Code of the city, or `online`. */
    city: text('city').notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    content: json<EventContentColumn>('content').notNull(),
    onlineLink: sealed('online_link'),
    capacity: integer('capacity').notNull(),
    /** People with a seat. */
    seatsTaken: integer('seats_taken').notNull().default(0),
    /** Bookings on the waiting list. */
    waiting: integer('waiting').notNull().default(0),
    lastTurn: integer('last_turn').notNull().default(0),
    /** People who came, walk-ins among them. */
    attended: integer('attended').notNull().default(0),
    /** The operator has confirmed it; until then pages say 示例. */
    confirmed: integer('confirmed', { mode: 'boolean' }).notNull().default(false),
    /** RFC 5545 SEQUENCE: rises when time or place changes, and when it is cancelled. */
    sequence: integer('sequence').notNull().default(0),
    cancelReason: json<Both>('cancel_reason'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    publishedAt: instant('published_at'),
    cancelledAt: instant('cancelled_at'),
    heldAt: instant('held_at'),
    /** When the reminder for this date went out. */
    remindedAt: instant('reminded_at'),
    /** When the registrants' personal data was erased. */
    erasedAt: instant('erased_at'),
    version: version(),
  },
  (t) => [
    index('events_listed').on(t.listed, t.endsAt, t.id),
    index('events_city').on(t.listed, t.city, t.endsAt, t.id),
    index('events_kind').on(t.listed, t.kind, t.endsAt, t.id),
    index('events_city_kind').on(t.listed, t.city, t.kind, t.endsAt, t.id),
    index('events_state').on(t.state, t.startsAt, t.id),
    index('events_series').on(t.seriesId, t.startsAt),
    index('events_to_erase').on(t.erasedAt, t.endsAt),
    check('events_seats', sql`${t.seatsTaken} >= 0 and ${t.seatsTaken} <= ${t.capacity}`),
    check('events_attended', sql`${t.attended} >= 0 and ${t.attended} <= ${t.capacity}`),
  ],
);

/** One mobile holds one live booking of an event. After erasure a row is a number and nothing else. */
export const eventBookings = sqliteTable(
  'event_bookings',
  {
    id: text('id').primaryKey(),
    eventId: text('event_id')
      .notNull()
      .references(() => events.id),
    /** Order of arrival within the event; the waiting list goes by it. */
    turn: integer('turn').notNull(),
    state: text('state', { enum: ['waiting', 'confirmed', 'attended', 'cancelled'] }).notNull(),
    people: integer('people').notNull(),
    name: sealed('name'),
    phone: sealed('phone'),
    phoneIndex: blindIndex('phone_index'),
    email: sealed('email'),
    locale: text('locale', { enum: ['zh', 'en'] }).notNull(),
    /** The link is found by its hash; sealed it is kept for the messages that follow. */
    tokenHash: text('token_hash'),
    token: sealed('token'),
    /** Check-in code, given with the seat. */
    code: text('code'),
    walkIn: integer('walk_in', { mode: 'boolean' }).notNull().default(false),
    createdAt: instant('created_at').notNull(),
    confirmedAt: instant('confirmed_at'),
    movedUpAt: instant('moved_up_at'),
    /** Whoever moved up is asked to say by then if they cannot come. */
    replyBy: instant('reply_by'),
    cancelledAt: instant('cancelled_at'),
    attendedAt: instant('attended_at'),
    attendedPeople: integer('attended_people'),
    version: version(),
  },
  (t) => [
    uniqueIndex('event_bookings_turn').on(t.eventId, t.turn),
    index('event_bookings_state').on(t.eventId, t.state, t.turn),
    uniqueIndex('event_bookings_mobile')
      .on(t.eventId, t.phoneIndex)
      .where(sql`${t.state} <> 'cancelled'`),
    uniqueIndex('event_bookings_token').on(t.tokenHash),
    uniqueIndex('event_bookings_code').on(t.eventId, t.code),
    check('event_bookings_people', sql`${t.people} >= 1`),
  ],
);

/** What was told to whom: a row per message, so that none goes out twice. */
export const eventMessages = sqliteTable(
  'event_messages',
  {
    bookingId: text('booking_id')
      .notNull()
      .references(() => eventBookings.id),
    what: text('what').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.bookingId, t.what] })],
);
