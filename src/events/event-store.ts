/** The only SQL about events and series. */
import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  gt,
  gte,
  inArray,
  isNull,
  lte,
  sql,
  type SQL,
} from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { events, eventSeries } from '#db/schema/index.ts';
import type { Vault } from '../platform/crypto/vault.ts';
import type { Instant } from '../shared/clock.ts';
import type { BankEvent, EventState } from './event.ts';
import type { SeriesRule } from './editing/series.ts';

const LINK = 'event.online-link';
export const EVENT_PAGE = 20;

/** The link stays closed, and what only the store counts with stays here. */
const {
  onlineLink: _link,
  lastTurn: _turn,
  createdAt: _created,
  cancelledAt: _cancelled,
  heldAt: _held,
  ...SHOWN
} = getTableColumns(events);

/** Where a page of a list begins; opaque to the page. */
export interface EventKey {
  readonly at: Instant;
  readonly id: string;
}
export interface EventPage {
  readonly rows: readonly BankEvent[];
  readonly next: EventKey | null;
}
export interface EventFilter {
  /** Code of a city, or `online`. */
  readonly city?: string | undefined;
  readonly kind?: string | undefined;
}
export type NewEvent = Omit<
  BankEvent,
  | 'seatsTaken'
  | 'waiting'
  | 'attended'
  | 'updatedAt'
  | 'publishedAt'
  | 'remindedAt'
  | 'erasedAt'
  | 'version'
  | 'cancelReason'
  | 'sequence'
> & { readonly createdAt: Instant; readonly onlineLink: string | null };

export type EventChange = Partial<
  Pick<
    BankEvent,
    | 'kind'
    | 'state'
    | 'listed'
    | 'city'
    | 'startsAt'
    | 'endsAt'
    | 'content'
    | 'capacity'
    | 'confirmed'
    | 'sequence'
    | 'cancelReason'
    | 'publishedAt'
    | 'remindedAt'
  >
> & {
  readonly onlineLink?: string | null;
  readonly cancelledAt?: Instant;
  readonly heldAt?: Instant;
};

export const eventStore = (db: Db, vault: Vault) => {
  const sealedLink = (link: string | null): string | null => (link === null ? null : vault.seal(link, LINK));
  const one = async (where: SQL | undefined): Promise<BankEvent | null> =>
    (await db.select(SHOWN).from(events).where(where).limit(1))[0] ?? null;

  /** A row value, so that SQLite seeks in the index instead of walking an OR. */
  const beyond = (
    column: typeof events.endsAt | typeof events.startsAt,
    key: EventKey | null,
    forward: boolean,
  ) =>
    key === null
      ? undefined
      : forward
        ? sql`(${column}, ${events.id}) > (${key.at}, ${key.id})`
        : sql`(${column}, ${events.id}) < (${key.at}, ${key.id})`;

  /** One of the four indexes on (listed, …filter, ends_at, id) answers, whatever is filtered. */
  const listed = async (
    { city, kind }: EventFilter,
    side: SQL | undefined,
    key: EventKey | null,
    forward: boolean,
  ): Promise<EventPage> => {
    const order = forward ? asc : desc;
    const found = await db
      .select(SHOWN)
      .from(events)
      .where(
        and(
          eq(events.listed, true),
          city === undefined ? undefined : eq(events.city, city),
          kind === undefined ? undefined : eq(events.kind, kind),
          key === null ? side : beyond(events.endsAt, key, forward),
        ),
      )
      .orderBy(order(events.endsAt), order(events.id))
      .limit(EVENT_PAGE + 1);
    return pageOf(found, ({ endsAt, id }) => ({ at: endsAt, id }));
  };

  return {
    byId: (id: string): Promise<BankEvent | null> => one(eq(events.id, id)),
    /** What the public may see; a draft is no better than an invented id. */
    listedById: (id: string): Promise<BankEvent | null> =>
      one(and(eq(events.id, id), eq(events.listed, true))),
    /** The address of an online event: for those who have a seat, and for staff. */
    async linkOf(id: string): Promise<string | null> {
      const [row] = await db
        .select({ link: events.onlineLink })
        .from(events)
        .where(eq(events.id, id))
        .limit(1);
      return row?.link ? vault.open(row.link, LINK) : null;
    },
    /** Those not over yet, the next one first. */
    upcoming: (filter: EventFilter, now: Instant, after: EventKey | null): Promise<EventPage> =>
      listed(filter, gt(events.endsAt, now), after, true),
    /** Those that are over, the latest first. */
    past: (filter: EventFilter, now: Instant, after: EventKey | null): Promise<EventPage> =>
      listed(filter, lte(events.endsAt, now), after, false),
    /** For staff, by state: what is to come in the order it comes, the rest the latest first. */
    async inState(state: EventState, after: EventKey | null): Promise<EventPage> {
      const forward = state === 'draft' || state === 'published';
      const order = forward ? asc : desc;
      const found = await db
        .select(SHOWN)
        .from(events)
        .where(and(eq(events.state, state), beyond(events.startsAt, after, forward)))
        .orderBy(order(events.startsAt), order(events.id))
        .limit(EVENT_PAGE + 1);
      return pageOf(found, ({ startsAt, id }) => ({ at: startsAt, id }));
    },
    /** How many are still drafts, up to 1,000. */
    async drafts(): Promise<number> {
      const [row] = await db.all<{ n: number }>(
        sql`select count(*) as n from (select 1 from ${events} where ${events.state} = 'draft' limit 1000)`,
      );
      return row?.n ?? 0;
    },
    /** This and the later ones of a series that may still change. A series has at most some dozens. */
    following: (event: Pick<BankEvent, 'seriesId' | 'startsAt'>): Promise<readonly BankEvent[]> =>
      event.seriesId === null
        ? Promise.resolve([])
        : db
            .select(SHOWN)
            .from(events)
            .where(
              and(
                eq(events.seriesId, event.seriesId),
                gte(events.startsAt, event.startsAt),
                inArray(events.state, ['draft', 'published']),
              ),
            )
            .orderBy(asc(events.startsAt)),
    ruleOf: async (seriesId: string): Promise<SeriesRule | null> =>
      ((
        await db
          .select({ rule: eventSeries.rule })
          .from(eventSeries)
          .where(eq(eventSeries.id, seriesId))
          .limit(1)
      )[0]?.rule as SeriesRule | undefined) ?? null,

    /** Published ones that begin within a span and whose reminder has not gone out. */
    toRemind: (from: Instant, to: Instant): Promise<readonly BankEvent[]> =>
      db
        .select(SHOWN)
        .from(events)
        .where(
          and(
            eq(events.state, 'published'),
            gt(events.startsAt, from),
            lte(events.startsAt, to),
            isNull(events.remindedAt),
          ),
        )
        .orderBy(asc(events.startsAt))
        .limit(200),
    /** Published ones that began before an instant: candidates to be over. */
    begunBefore: (at: Instant): Promise<readonly BankEvent[]> =>
      db
        .select(SHOWN)
        .from(events)
        .where(and(eq(events.state, 'published'), lte(events.startsAt, at)))
        .orderBy(asc(events.startsAt))
        .limit(200),
    /** Ended before an instant, personal data still there. */
    toErase: (endedBefore: Instant): Promise<readonly BankEvent[]> =>
      db
        .select(SHOWN)
        .from(events)
        .where(and(isNull(events.erasedAt), lte(events.endsAt, endedBefore)))
        .orderBy(asc(events.endsAt))
        .limit(100),

    async insertSeries(id: string, rule: SeriesRule, at: Instant): Promise<void> {
      await db.insert(eventSeries).values({ id, rule, createdAt: at });
    },
    async insert(event: NewEvent): Promise<void> {
      await db.insert(events).values({
        ...event,
        onlineLink: sealedLink(event.onlineLink),
        updatedAt: event.createdAt,
      });
    },
    /** Saves what staff changed under the version that was read; false when somebody else saved meanwhile. */
    async save(was: BankEvent, { onlineLink, ...set }: EventChange, at: Instant): Promise<boolean> {
      const saved = await db
        .update(events)
        .set({
          ...set,
          ...(onlineLink === undefined ? {} : { onlineLink: sealedLink(onlineLink) }),
          updatedAt: at,
          version: was.version + 1,
        })
        .where(and(eq(events.id, was.id), eq(events.version, was.version)))
        .returning({ id: events.id });
      return saved.length === 1;
    },
    /** The next turn of an event: order of arrival. */
    async nextTurn(id: string): Promise<number> {
      const [row] = await db
        .update(events)
        .set({ lastTurn: sql`${events.lastTurn} + 1` })
        .where(eq(events.id, id))
        .returning({ turn: events.lastTurn });
      if (!row) throw new Error('no turn without an event');
      return row.turn;
    },
    /**
     * Moves the counters of an event by so much, and answers it as it is then. They are no matter of versions: a booking
     * does not make an editor's work stale. The table's checks refuse what would oversell.
     */
    async count(
      id: string,
      by: { readonly seatsTaken?: number; readonly waiting?: number; readonly attended?: number },
    ): Promise<BankEvent> {
      const [row] = await db
        .update(events)
        .set({
          seatsTaken: sql`${events.seatsTaken} + ${by.seatsTaken ?? 0}`,
          waiting: sql`${events.waiting} + ${by.waiting ?? 0}`,
          attended: sql`${events.attended} + ${by.attended ?? 0}`,
        })
        .where(eq(events.id, id))
        .returning(SHOWN);
      if (!row) throw new Error('no counters without an event');
      return row;
    },
    /** True for whoever comes first: the reminder of this date goes out once. */
    async markReminded(event: Pick<BankEvent, 'id' | 'sequence'>, at: Instant): Promise<boolean> {
      const marked = await db
        .update(events)
        .set({ remindedAt: at })
        .where(
          and(
            eq(events.id, event.id),
            eq(events.state, 'published'),
            eq(events.sequence, event.sequence),
            isNull(events.remindedAt),
          ),
        )
        .returning({ id: events.id });
      return marked.length === 1;
    },
    async markErased(id: string, at: Instant): Promise<void> {
      await db.update(events).set({ erasedAt: at }).where(eq(events.id, id));
    },
  };
};
export type EventStore = ReturnType<typeof eventStore>;

function pageOf(found: readonly BankEvent[], keyOf: (event: BankEvent) => EventKey): EventPage {
  const rows = found.slice(0, EVENT_PAGE);
  const last = rows.at(-1);
  return { rows, next: found.length > EVENT_PAGE && last ? keyOf(last) : null };
}
