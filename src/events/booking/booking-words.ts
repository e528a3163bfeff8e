/** What the page behind a booking's link says first. Pure. */
import type { Instant } from '../../shared/clock.ts';
import { hasStarted, isOver, type BankEvent } from '../event.ts';
import type { Booking } from './booking.ts';

export function titleKey(
  { state, people }: Pick<Booking, 'state' | 'people'>,
  event: BankEvent,
  now: Instant,
) {
  if (event.state === 'cancelled') return 'eventCancelledTitle';
  if (state === 'cancelled') return 'cancelledTitle';
  if (state === 'attended') return 'attendedTitle';
  if (state === 'waiting') return hasStarted(event, now) ? 'missedTitle' : 'waitingTitle';
  if (isOver(event, now)) return 'overTitle';
  return people === 1 ? 'confirmedTitle1' : 'confirmedTitle';
}

const NOTES = { fewer: 'fewerDone', already: 'alreadyLine', new: 'newLine' } as const;

/** What has just been done, from the address it led to. */
export const noteKey = (query: URLSearchParams): (typeof NOTES)[keyof typeof NOTES] | null =>
  Object.entries(NOTES).find(([name]) => query.has(name))?.[1] ?? null;
