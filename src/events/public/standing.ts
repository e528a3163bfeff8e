/** How an event stands, in words: seats, waiting list, over. Pure. */
import type { Instant } from '../../shared/clock.ts';
import { translator, type Locale } from '../../shared/i18n.ts';
import { seatsLeft } from '../booking/booking.ts';
import { hasStarted, isOver, type BankEvent } from '../event.ts';
import { eventMessages } from '../event-messages.ts';

export interface Standing {
  /** `open`: seats; `list`: the waiting list; the others take no bookings. */
  readonly kind: 'open' | 'list' | 'now' | 'over' | 'cancelled';
  readonly tag: 'ok' | 'wait' | 'off' | 'info';
  readonly text: string;
}

export function standing(event: BankEvent, now: Instant, locale: Locale): Standing {
  const t = translator(eventMessages, locale);
  if (event.state === 'cancelled') return { kind: 'cancelled', tag: 'off', text: t('state.cancelled') };
  if (event.state === 'held' || isOver(event, now))
    return { kind: 'over', tag: 'off', text: t('state.over') };
  if (hasStarted(event, now)) return { kind: 'now', tag: 'info', text: t('state.now') };
  const left = seatsLeft(event);
  const { waiting } = event;
  if (waiting > 0 && left > 0)
    return { kind: 'list', tag: 'wait', text: t('seats.keptFor', { count: waiting }) };
  if (waiting > 0)
    return {
      kind: 'list',
      tag: 'wait',
      text: waiting === 1 ? t('seats.waiting1') : t('seats.waitingN', { count: waiting }),
    };
  if (left === 0) return { kind: 'list', tag: 'wait', text: t('seats.none') };
  return { kind: 'open', tag: 'ok', text: left === 1 ? t('seats.1') : t('seats.n', { count: left }) };
}
