/** From JSON to a checked event of a known number, or the refusal for that row. */
import { parseDin, type Din } from '../shared/identifiers/index.ts';
import type { Instant } from '../shared/clock.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { eventMessages, parseUnitEvent, type Delivered, type EventAnswer } from '../units/index.ts';
import type { Refused } from './problem.ts';

export type ReadEvent = Result<Delivered, 'refused', Refused>;

const refused = (refusal: Refused): ReadEvent => err('refused', refusal);

export function readEvent(raw: unknown, din: Din, now: Instant): ReadEvent {
  const parsed = parseUnitEvent(raw, now);
  if (parsed.ok) return ok({ ...parsed.value, din });
  const errors = (parsed.detail ?? []).map(({ pointer, message }) => ({
    pointer,
    text: eventMessages[message],
  }));
  return refused({ code: 'invalid-event', params: { count: errors.length }, errors });
}

export const readDin = (raw: unknown): Din | null => {
  if (typeof raw !== 'string') return null;
  const din = parseDin(raw);
  return din.ok ? din.value : null;
};

/** One line of a bulk delivery: the event with its `din` beside the other fields. */
export function readLine(line: string, now: Instant): ReadEvent {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    return refused({ code: 'not-json' });
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return refused({
      code: 'invalid-event',
      params: { count: 1 },
      errors: [{ pointer: '', text: eventMessages['not-an-object'] }],
    });
  const { din: printed, ...event } = raw as Record<string, unknown>;
  const din = readDin(printed);
  if (din === null)
    return refused({
      code: 'invalid-event',
      params: { count: 1 },
      errors: [{ pointer: '/din', text: eventMessages.din }],
    });
  return readEvent(event, din, now);
}

/** Why a checked event was not applied, with the facts its sentence names. */
export function refusalOf(answer: Extract<EventAnswer, { ok: false }>, event: Delivered): Refused {
  const detail = (answer.detail ?? {}) as { kind?: string; state?: string };
  return {
    code: answer.code,
    params: {
      kind: detail.kind ?? event.kind,
      state: detail.state ?? '',
      baby: Number(event.data['baby'] ?? 1),
    },
  };
}
