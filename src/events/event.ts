/** 活动: lectures, classes and culture days. What they are, and what may happen to them. Pure. */
import type { Instant } from '../shared/clock.ts';
import type { Locale, Text } from '../shared/i18n.ts';
import type { Guard, Machine } from '../shared/machines/machine.ts';

export const EVENT_STATES = ['draft', 'published', 'cancelled', 'held'] as const;
export type EventState = (typeof EVENT_STATES)[number];
export type EventAction = 'edit' | 'change-capacity' | 'publish' | 'discard' | 'cancel' | 'hold';

/** The place of an event that has none. */
export const ONLINE = 'online';

export interface EventContent {
  readonly title: Text;
  readonly summary: Text;
  /** One line each. */
  readonly covers: Readonly<Record<Locale, readonly string[]>>;
  /** The speaker's role. No name: nobody's fame speaks for the bank. */
  readonly speaker: Text;
  /** How to get in and follow: steps, lift, seats to lie back in, subtitles. */
  readonly access: Text;
  /** Null online. */
  readonly place: Text | null;
  readonly address: Text | null;
  readonly language: Locale | 'both';
}

/** An event as everybody may see it; the link of an online one stays in the store. */
export interface BankEvent {
  readonly id: string;
  readonly seriesId: string | null;
  /** An id of the policy `events`. */
  readonly kind: string;
  readonly state: EventState;
  /** The public may see it. */
  readonly listed: boolean;
  /** Code of the city, `37xx00`, or `online`. */
  readonly city: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly content: EventContent;
  readonly capacity: number;
  readonly seatsTaken: number;
  /** Bookings on the waiting list. */
  readonly waiting: number;
  readonly attended: number;
  /** The operator stands behind it; else 示例. */
  readonly confirmed: boolean;
  readonly sequence: number;
  readonly cancelReason: Text | null;
  readonly updatedAt: Instant;
  readonly publishedAt: Instant | null;
  readonly remindedAt: Instant | null;
  readonly erasedAt: Instant | null;
  readonly version: number;
}

export const isOnline = ({ city }: Pick<BankEvent, 'city'>): boolean => city === ONLINE;
export const hasStarted = ({ startsAt }: Pick<BankEvent, 'startsAt'>, now: Instant): boolean =>
  now >= startsAt;
export const isOver = ({ endsAt }: Pick<BankEvent, 'endsAt'>, now: Instant): boolean => now >= endsAt;

export interface EventFacts {
  readonly started: boolean;
  readonly over: boolean;
  /** Why it is cancelled, in both languages. */
  readonly reasonGiven: boolean;
  /** Its words sell nothing and promise nothing. */
  readonly plain: boolean;
  /** The new capacity holds everybody who has a seat. */
  readonly holdsAll: boolean;
}
type Rule = Guard<EventFacts>;

const notStarted: Rule = (f) => (f.started ? 'already-started' : null);
const notOver: Rule = (f) => (f.over ? 'already-over' : null);
const over: Rule = (f) => (f.over ? null : 'not-over-yet');
const reasonGiven: Rule = (f) => (f.reasonGiven ? null : 'reason-missing');
/** 广告法 19: a page that educates is no advertisement in disguise. */
const plain: Rule = (f) => (f.plain ? null : 'sells');
const holdsAll: Rule = (f) => (f.holdsAll ? null : 'below-booked');

export const eventMachine = {
  name: 'event',
  initial: 'draft',
  states: EVENT_STATES,
  final: ['cancelled', 'held'],
  transitions: [
    { from: 'draft', on: 'edit', to: 'draft', by: 'staff' },
    { from: 'published', on: 'edit', to: 'published', by: 'staff', guards: [notStarted, plain] },
    { from: 'draft', on: 'change-capacity', to: 'draft', by: 'staff' },
    {
      from: 'published',
      on: 'change-capacity',
      to: 'published',
      by: 'staff',
      guards: [notOver, holdsAll],
    },
    { from: 'draft', on: 'publish', to: 'published', by: 'staff', guards: [notStarted, plain] },
    // Nobody has seen a draft: nobody is told and no reason is asked for.
    { from: 'draft', on: 'discard', to: 'cancelled', by: 'staff' },
    { from: 'published', on: 'cancel', to: 'cancelled', by: 'staff', guards: [notOver, reasonGiven] },
    { from: 'published', on: 'hold', to: 'held', by: 'system', guards: [over] },
  ],
} as const satisfies Machine<EventState, EventAction, EventFacts>;

/** The same table with its types kept for `next()`. */
export const eventTable: Machine<EventState, EventAction, EventFacts> = eventMachine;

/** What time says about an event; the rest is as harmless as can be, for whoever overrides what matters. */
export const factsOf = (event: BankEvent, now: Instant): EventFacts => ({
  started: hasStarted(event, now),
  over: isOver(event, now),
  reasonGiven: false,
  plain: true,
  holdsAll: true,
});
