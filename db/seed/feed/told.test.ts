import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../../src/shared/clock.ts';
import { startOfDay, today } from '../../../src/shared/civil-date.ts';
import { eventsFor, type Story } from './families.ts';
import { feedDin } from './generate.ts';
import { storiesAfter, tellOn, type Told } from './told.ts';

const NOW = Date.parse('2026-11-22T10:00:00+08:00');
const whole = (story: Story, after?: number) =>
  eventsFor({
    din: feedDin(2026, 1),
    contractNumber: 'HT-2026-000123-7',
    baby: 1,
    story,
    now: NOW,
    ...(after === undefined ? {} : { after }),
  });
const times = (told: Told): number[] => told.events.map(({ at }) => Date.parse(at));

describe('the stories the laboratory of the demo tells', () => {
  it('go on from one another: from the kit to the tank, each event told once and never before the last', () => {
    let told: Told | null = null;
    for (const story of [
      'kit-on-its-way',
      'collected',
      'in-lab',
      'stored',
      'rejected-contamination',
    ] as const) {
      const next: Told | null = tellOn(told, story, whole(story), NOW);
      expect(next, story).not.toBeNull();
      if (told) expect(next?.events.slice(0, told.events.length)).toEqual(told.events);
      told = next;
    }
    if (!told) throw new Error('nothing told');
    expect(times(told)).toEqual(times(told).toSorted((a, b) => a - b));
    expect(Math.max(...times(told))).toBeLessThanOrEqual(NOW);
    const ids = told.events.map(({ sourceId }) => sourceId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(told.events.filter(({ kind }) => kind === 'collected')).toHaveLength(1);
    expect(told.events.at(-1)?.kind).toBe('rejected');
  });

  it('do not take back what happened, and say what can still follow', () => {
    const stored: Told = { story: 'stored', events: whole('stored') };
    expect(tellOn(stored, 'collected', whole('collected'), NOW)).toBeNull();
    expect(storiesAfter('stored')).toEqual(['rejected-contamination']);
    expect(storiesAfter('rejected-low-volume')).toEqual([]);
    expect(tellOn(stored, 'stored', whole('stored'), NOW)).toBe(stored);
  });

  it('are told in fast motion when the contract was signed after they began', () => {
    const after = startOfDay(today(NOW));
    const events = whole('stored', after);
    expect(events.map(({ kind }) => kind)).toEqual(whole('stored').map(({ kind }) => kind));
    expect(Math.min(...events.map(({ at }) => Date.parse(at)))).toBeGreaterThanOrEqual(after);
    expect(Math.max(...events.map(({ at }) => Date.parse(at)))).toBeLessThanOrEqual(NOW);
    const [kit] = whole('stored', NOW - 100 * DAY);
    expect(Date.parse(kit?.at ?? ''), 'a kit in time leaves the rest as it was').toBe(NOW - 100 * DAY);
    expect(Date.parse(kit?.at ?? '')).toBeLessThan(NOW - 95 * DAY - HOUR);
  });
});
