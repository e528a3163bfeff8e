/** The units of the named demo families, as the laboratory would report them. */
import { DAY, HOUR } from '../../../src/shared/clock.ts';
import { seeded } from './random.ts';
import { lifeOf, type Ending, type FeedEvent } from './unit-life.ts';

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
export function eventsFor({ din, contractNumber, baby, story, now }: FamilyUnit): FeedEvent[] {
  const { ending, bornBefore } = STORIES[story];
  const seed = [...din].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) >>> 0, 7);
  return lifeOf(seeded(seed), {
    din,
    contractNumber,
    baby,
    ending,
    bornAt: now - bornBefore,
    until: now,
    tankGroup: 'C',
    hospital: '济南市妇幼保健院',
  });
}
