/** What the laboratory of the demo has told about a unit so far, and which story may follow. Pure. */
import { inFastMotion, type Story } from './families.ts';
import type { FeedEvent } from './unit-life.ts';

export interface Told {
  readonly story: Story;
  readonly events: readonly FeedEvent[];
}

/** The stories a story can go on from: what happened to a bag cannot be taken back. */
const GOES_ON_FROM: Readonly<Record<Story, readonly Story[]>> = {
  'kit-on-its-way': [],
  collected: ['kit-on-its-way'],
  'in-lab': ['kit-on-its-way', 'collected'],
  stored: ['kit-on-its-way', 'collected', 'in-lab'],
  'stored-long-ago': [],
  'rejected-low-volume': ['kit-on-its-way', 'collected'],
  'rejected-contamination': ['kit-on-its-way', 'collected', 'in-lab', 'stored', 'stored-long-ago'],
};

/** Stories that can still be told of a unit. */
export const storiesAfter = (told: Story): Story[] =>
  (Object.keys(GOES_ON_FROM) as Story[]).filter((story) => GOES_ON_FROM[story].includes(told));

/** One event of a unit, whenever it was; a culture read again with another outcome is another event. */
const what = ({ kind, data }: FeedEvent): string =>
  [kind, data?.['test'], data?.['outcome']].filter((part) => part !== undefined).join(' ');

/**
 * The unit's events with `story` told after `told`: those already sent stay as they were, the others follow them. Null when the
 * one cannot follow the other. The same story again is the same events again.
 */
export function tellOn(
  told: Told | null,
  story: Story,
  whole: readonly FeedEvent[],
  now: number,
): Told | null {
  if (told === null) return { story, events: whole };
  if (told.story === story) return told;
  if (!storiesAfter(told.story).includes(story)) return null;
  const known = new Set(told.events.map(what));
  const rest = whole.filter((event) => !known.has(what(event)));
  const last = Math.max(...told.events.map(({ at }) => Date.parse(at)));
  const later = rest.every(({ at }) => Date.parse(at) >= last)
    ? rest
    : inFastMotion(rest, last, Math.max(last, now));
  const din = told.events[0]?.din ?? '';
  return {
    story,
    events: [
      ...told.events,
      ...later.map((event, at) => ({
        ...event,
        sourceId: `lims:${din.slice(0, 13)}:${String(told.events.length + at + 1).padStart(2, '0')}`,
      })),
    ],
  };
}
