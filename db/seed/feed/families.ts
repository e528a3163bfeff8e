/** The units of the named demo families, as the laboratory would report them. */
import { DAY, HOUR, MINUTE } from '../../../src/shared/clock.ts';
import { seeded } from './random.ts';
import { lifeOf, shanghai, type Ending, type FeedEvent } from './unit-life.ts';

export type Story =
  | 'kit-on-its-way'
  | 'collected'
  | 'in-lab'
  | 'stored'
  | 'rejected-low-volume'
  | 'rejected-contamination'
  | 'stored-long-ago';

export interface FamilyUnit {
  /** 13 characters, with or without the check character. */
  readonly din: string;
  readonly contractNumber: string;
  /** Which baby of the contract, from 1. */
  readonly baby: number;
  readonly story: Story;
  /** "Now" of the demo; the same value each time, so that a second replay changes nothing. */
  readonly now: number;
  /** No kit leaves before the day its contract was signed: a story that began earlier is told in fast motion from here to now. */
  readonly after?: number;
}

/** What a unit's story can be, by name. */
export const STORIES: Readonly<Record<Story, { readonly ending: Ending; readonly bornBefore: number }>> = {
  // Born in the future: the kit left some weeks ago.
  'kit-on-its-way': { ending: { kind: 'kit-on-its-way' }, bornBefore: -18 * DAY },
  collected: { ending: { kind: 'collected' }, bornBefore: 7 * HOUR },
  'in-lab': { ending: { kind: 'in-lab' }, bornBefore: 2 * DAY },
  stored: { ending: { kind: 'stored' }, bornBefore: 95 * DAY },
  'rejected-low-volume': { ending: { kind: 'rejected', reason: 'low-volume' }, bornBefore: 4 * DAY },
  'rejected-contamination': { ending: { kind: 'rejected', reason: 'contamination' }, bornBefore: 30 * DAY },
  'stored-long-ago': { ending: { kind: 'stored' }, bornBefore: 225 * DAY },
};

/** The events to send for one unit; the DIN decides the draws, so the same unit always tells the same story. */
export function eventsFor({ din, contractNumber, baby, story, now, after }: FamilyUnit): FeedEvent[] {
  const { ending, bornBefore } = STORIES[story];
  const seed = [...din].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) >>> 0, 7);
  const bornAt = now - bornBefore;
  const events = lifeOf(seeded(seed), {
    din,
    contractNumber,
    baby,
    ending,
    bornAt,
    until: now,
    tankGroup: 'C',
    hospital: '济南市妇幼保健院',
    // The kit has to be there before the birth.
    ...(after !== undefined && after < Math.min(now, bornAt - HOUR) ? { kitAfter: after } : {}),
  });
  const [first] = events;
  return first && after !== undefined && Date.parse(first.at) < Math.floor(after / MINUTE) * MINUTE
    ? inFastMotion(events, after, now)
    : events;
}

/** The same events in the same order, drawn together into the time from `from` to `to`. */
export function inFastMotion(events: readonly FeedEvent[], from: number, to: number): FeedEvent[] {
  const times = events.map((event) => Date.parse(event.at));
  const [start, end] = [Math.min(...times), Math.max(...times)];
  const moved = (at: string): string => {
    const share = end === start ? 1 : Math.max(0, (Date.parse(at) - start) / (end - start));
    return shanghai(Math.floor((from + share * (to - from)) / MINUTE) * MINUTE);
  };
  return events.map((event) => {
    const bornAt = event.data?.['bornAt'];
    return {
      ...event,
      at: moved(event.at),
      ...(typeof bornAt === 'string' ? { data: { ...event.data, bornAt: moved(bornAt) } } : {}),
    };
  });
}
