/** An editor makes events, one or a series of dates, and changes one or all that follow. */
import type { Actor } from '../../shared/actor.ts';
import { MAINLAND } from '../../shared/calendar/mainland.ts';
import { addDays, daysBetween, today, type CivilDate } from '../../shared/civil-date.ts';
import { newId } from '../../shared/ids.ts';
import { next } from '../../shared/machines/machine.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { eventTable, factsOf, type BankEvent } from '../event.ts';
import type { EventDeps } from '../ports.ts';
import { isMoved, spanOn, type EventDraft } from './event-draft.ts';
import { sellingWords } from './plain-words.ts';
import { datesOf, ruleFrom, unknownYears, type SeriesRule } from './series.ts';

export type SaveRefusal =
  | 'not-found'
  | 'wrong-state'
  | 'not-yours-to-do'
  | 'already-started'
  | 'already-over'
  | 'sells'
  | 'starts-in-past'
  | 'no-dates'
  | 'hits-holiday'
  | 'changed-meanwhile';

export interface Made {
  /** In the order of their dates. */
  readonly ids: readonly string[];
  /** Holidays the rule would have met. */
  readonly skipped: readonly CivilDate[];
  /** Years whose holidays are not announced yet. */
  readonly unknownYears: readonly number[];
}

/** Drafts: one, or one for each date of the rule that begins with the draft's own. */
export const createEvents = (
  deps: EventDeps,
  cmd: {
    readonly actor: Actor;
    readonly draft: EventDraft;
    readonly capacity: number;
    readonly repeat: Pick<SeriesRule, 'every' | 'interval' | 'until'> | null;
  },
): Promise<Result<Made, SaveRefusal>> =>
  deps.transaction(async ({ events, audit }): Promise<Result<Made, SaveRefusal>> => {
    const now = deps.now();
    const { draft, repeat } = cmd;
    if (spanOn(draft.date, draft).startsAt <= now) return err('starts-in-past');
    const rule = repeat && ruleFrom(draft.date, repeat);
    const { dates, skipped } = rule ? datesOf(rule, MAINLAND) : { dates: [draft.date], skipped: [] };
    if (dates.length === 0) return err('no-dates');
    const seriesId = rule ? newId('eventSeries', now) : null;
    if (seriesId && rule) await events.insertSeries(seriesId, rule, now);
    const ids: string[] = [];
    for (const date of dates) {
      const id = newId('event', now);
      const { kind, city, content, onlineLink, confirmed } = draft;
      await events.insert({
        id,
        seriesId,
        kind,
        city,
        content,
        onlineLink,
        confirmed,
        capacity: cmd.capacity,
        ...spanOn(date, draft),
        state: 'draft',
        listed: false,
        createdAt: now,
      });
      await audit.record({
        action: 'event.created',
        actor: cmd.actor,
        object: { kind: 'event', id },
        details: { date, ...(seriesId ? { seriesId } : {}) },
      });
      ids.push(id);
    }
    return ok({ ids, skipped, unknownYears: rule ? unknownYears(dates, MAINLAND) : [] });
  });

export interface EditEvent {
  readonly actor: Actor;
  readonly id: string;
  /** The version on the editor's screen. */
  readonly version: number;
  readonly draft: EventDraft;
  /** Only this one, or this and those of its series that follow. */
  readonly following: boolean;
}

/** What a refusal names: the words that sell, or the holiday. */
type Named = { readonly words?: string; readonly date?: CivilDate } | undefined;
type Edited = Result<{ readonly changed: number }, SaveRefusal, Named>;

/**
 * Saves what an editor wrote. Whoever has booked an event whose time or place moved is told, each once; its calendar file
 * counts up. With `following`, later ones take the same words and hours, and move by as many days as this one.
 */
export const editEvent = (deps: EventDeps, cmd: EditEvent): Promise<Edited> =>
  deps.transaction(async ({ events, audit, outbox }): Promise<Edited> => {
    const now = deps.now();
    const { draft } = cmd;
    const event = await events.byId(cmd.id);
    if (!event) return err('not-found');
    if (event.version !== cmd.version) return err('changed-meanwhile');
    const days = daysBetween(today(event.startsAt), draft.date);
    const all = cmd.following && event.seriesId !== null ? await events.following(event) : [event];
    const words = sellingWords(draft.content);
    for (const one of all) {
      const to = next(eventTable, one.state, 'edit', 'staff', {
        ...factsOf(one, now),
        plain: words.length === 0,
      });
      if (!to.ok) return err(to.code as SaveRefusal, { words: words.join('、') });
      const date = addDays(today(one.startsAt), days);
      if (one.id !== event.id && days !== 0 && MAINLAND.daysOff.has(date))
        return err('hits-holiday', { date });
      const span = spanOn(date, draft);
      if (span.startsAt <= now) return err('starts-in-past');
      const moved = one.state === 'published' && isMoved(one, span, draft);
      const sequence = one.sequence + (moved ? 1 : 0);
      const { kind, city, content, onlineLink, confirmed } = draft;
      const change = { kind, city, content, onlineLink, confirmed, ...span, sequence };
      // Another day is reminded of anew.
      const again = moved && span.startsAt !== one.startsAt ? { remindedAt: null } : {};
      if (!(await events.save(one, { ...change, ...again }, now))) return err('changed-meanwhile');
      await audit.record({
        action: 'event.changed',
        actor: cmd.actor,
        object: { kind: 'event', id: one.id },
        details: { moved, sequence },
      });
      if (moved) await outbox.add('events.tell-everybody', tellMoved(one, sequence));
    }
    return ok({ changed: all.length });
  });

const tellMoved = ({ id }: BankEvent, sequence: number): Record<string, unknown> => ({
  eventId: id,
  what: `changed:${sequence}`,
  states: ['confirmed', 'waiting'],
});
