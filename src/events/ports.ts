/** What events need of the outside; each use case asks for the part it uses. */
import type { EventsPolicy, Versions } from '../content/policies.ts';
import type { AuditTrail } from '../platform/audit/audit-trail.ts';
import type { Vault } from '../platform/crypto/vault.ts';
import type { Outbox } from '../platform/outbox/outbox.ts';
import { today } from '../shared/civil-date.ts';
import type { Clock } from '../shared/clock.ts';
import type { Transact } from '../shared/transaction.ts';
import type { BookingStore } from './booking/booking-store.ts';
import type { EventStore } from './event-store.ts';

export interface EventStores {
  readonly events: EventStore;
  readonly bookings: BookingStore;
  readonly audit: AuditTrail;
  readonly outbox: Outbox;
}

export interface EventDeps {
  readonly now: Clock;
  readonly vault: Vault;
  readonly config: { readonly origin: string };
  readonly policies: { readonly events: Versions<EventsPolicy> };
  readonly transaction: Transact<EventStores>;
}

/** Reads for pages and jobs. */
export interface EventReads {
  readonly read: Pick<EventStores, 'events' | 'bookings'>;
}

/** The rules of today: parties, reminders, how long a seat is held, when names are erased. */
export const eventRules = (deps: Pick<EventDeps, 'now' | 'policies'>): EventsPolicy =>
  deps.policies.events.current(today(deps.now()));
