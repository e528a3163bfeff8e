/** The only SQL about bookings and what was told to whom. */
import { and, asc, eq, gt, lt, ne, sql } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { eventBookings as bookings, eventMessages } from '#db/schema/index.ts';
import type { Vault } from '../../platform/crypto/vault.ts';
import type { Instant } from '../../shared/clock.ts';
import type { Booking, BookingState } from './booking.ts';

const NAME = 'booking.name';
const PHONE = 'booking.phone';
const EMAIL = 'booking.email';
const TOKEN = 'booking.token';
export const BOOKING_PAGE = 50;

export type NewBooking = Pick<
  Booking,
  | 'id'
  | 'eventId'
  | 'turn'
  | 'state'
  | 'people'
  | 'locale'
  | 'createdAt'
  | 'name'
  | 'phone'
  | 'email'
  | 'token'
> &
  Partial<Pick<Booking, 'code' | 'walkIn' | 'confirmedAt' | 'attendedAt' | 'attendedPeople'>>;

export type BookingChange = Partial<
  Pick<
    Booking,
    | 'state'
    | 'people'
    | 'code'
    | 'confirmedAt'
    | 'movedUpAt'
    | 'replyBy'
    | 'cancelledAt'
    | 'attendedAt'
    | 'attendedPeople'
  >
>;

export const bookingStore = (db: Db, vault: Vault) => {
  const seal = (value: string | null, purpose: string): string | null =>
    value === null ? null : vault.seal(value, purpose);
  const open = (value: string | null, purpose: string): string | null =>
    value === null ? null : vault.open(value, purpose);
  const opened = (row: typeof bookings.$inferSelect): Booking => {
    const { tokenHash: _hash, phoneIndex: _index, ...rest } = row;
    return {
      ...rest,
      name: open(row.name, NAME),
      phone: open(row.phone, PHONE),
      email: open(row.email, EMAIL),
      token: open(row.token, TOKEN),
    };
  };

  return {
    async byId(id: string): Promise<Booking | null> {
      const [row] = await db.select().from(bookings).where(eq(bookings.id, id)).limit(1);
      return row ? opened(row) : null;
    },
    /** The booking behind a link. Another person's link is no better than an invented one. */
    async byToken(token: string): Promise<Booking | null> {
      const [row] = await db
        .select()
        .from(bookings)
        .where(eq(bookings.tokenHash, vault.hash(token)))
        .limit(1);
      return row ? opened(row) : null;
    },
    async byCode(eventId: string, code: string): Promise<Booking | null> {
      const [row] = await db
        .select()
        .from(bookings)
        .where(and(eq(bookings.eventId, eventId), eq(bookings.code, code)))
        .limit(1);
      return row ? opened(row) : null;
    },
    async codeTaken(eventId: string, code: string): Promise<boolean> {
      const [row] = await db
        .select({ id: bookings.id })
        .from(bookings)
        .where(and(eq(bookings.eventId, eventId), eq(bookings.code, code)))
        .limit(1);
      return row !== undefined;
    },
    /** The live booking of a mobile, which is one at most. */
    async ofMobile(eventId: string, phone: string): Promise<Booking | null> {
      const [row] = await db
        .select()
        .from(bookings)
        .where(
          and(
            eq(bookings.eventId, eventId),
            eq(bookings.phoneIndex, vault.index(phone, 'phone')),
            sql`${bookings.state} <> 'cancelled'`,
          ),
        )
        .limit(1);
      return row ? opened(row) : null;
    },
    /** Whose turn it is on the waiting list. */
    async head(eventId: string): Promise<Booking | null> {
      const [row] = await db
        .select()
        .from(bookings)
        .where(and(eq(bookings.eventId, eventId), eq(bookings.state, 'waiting')))
        .orderBy(asc(bookings.turn))
        .limit(1);
      return row ? opened(row) : null;
    },
    /** How many wait before this turn. */
    async waitingBefore(eventId: string, turn: number): Promise<number> {
      const [row] = await db
        .select({ n: sql<number>`count(*)` })
        .from(bookings)
        .where(and(eq(bookings.eventId, eventId), eq(bookings.state, 'waiting'), lt(bookings.turn, turn)));
      return row?.n ?? 0;
    },
    /** In order of arrival. */
    async page(
      eventId: string,
      afterTurn: number,
    ): Promise<{ rows: readonly Booking[]; next: number | null }> {
      const found = await db
        .select()
        .from(bookings)
        .where(and(eq(bookings.eventId, eventId), gt(bookings.turn, afterTurn)))
        .orderBy(asc(bookings.turn))
        .limit(BOOKING_PAGE + 1);
      const rows = found.slice(0, BOOKING_PAGE).map(opened);
      return { rows, next: found.length > BOOKING_PAGE ? (rows.at(-1)?.turn ?? null) : null };
    },
    /** A page of those in some states, by turn, without opening anything: for messages to many. */
    async idsIn(
      eventId: string,
      state: BookingState,
      afterTurn: number,
      limit: number,
    ): Promise<readonly { readonly id: string; readonly turn: number }[]> {
      return db
        .select({ id: bookings.id, turn: bookings.turn })
        .from(bookings)
        .where(and(eq(bookings.eventId, eventId), eq(bookings.state, state), gt(bookings.turn, afterTurn)))
        .orderBy(asc(bookings.turn))
        .limit(limit);
    },

    async insert({ name, phone, email, token, ...rest }: NewBooking): Promise<void> {
      await db.insert(bookings).values({
        ...rest,
        name: seal(name, NAME),
        phone: seal(phone, PHONE),
        phoneIndex: phone === null ? null : vault.index(phone, 'phone'),
        email: seal(email, EMAIL),
        token: seal(token, TOKEN),
        tokenHash: token === null ? null : vault.hash(token),
      });
    },
    /** Saves under the version that was read; false when it changed meanwhile. */
    async save(was: Pick<Booking, 'id' | 'version'>, change: BookingChange): Promise<boolean> {
      const saved = await db
        .update(bookings)
        .set({ ...change, version: was.version + 1 })
        .where(and(eq(bookings.id, was.id), eq(bookings.version, was.version)))
        .returning({ id: bookings.id });
      return saved.length === 1;
    },
    /** Takes away who they were and leaves how many. Answers how many bookings had something to erase. */
    async erase(eventId: string): Promise<number> {
      const erased = await db
        .update(bookings)
        .set({ name: null, phone: null, phoneIndex: null, email: null, token: null, tokenHash: null })
        .where(and(eq(bookings.eventId, eventId), ne(bookings.walkIn, true)))
        .returning({ id: bookings.id });
      return erased.length;
    },
    /** True once per booking and message. */
    async tellOnce(bookingId: string, what: string, at: Instant): Promise<boolean> {
      const told = await db
        .insert(eventMessages)
        .values({ bookingId, what, at })
        .onConflictDoNothing()
        .returning({ what: eventMessages.what });
      return told.length === 1;
    },
  };
};
export type BookingStore = ReturnType<typeof bookingStore>;
