import { describe, expect, it } from 'vitest';
import { loadPolicies } from '../../content/policies.ts';
import { HOUR, MINUTE } from '../../shared/clock.ts';
import { transitOf } from './transit.ts';
import { journeyOf } from './unit-journey.ts';
import type { EventKind } from '../unit.ts';

const policies = loadPolicies();
const { transport } = policies.enrolment.version('2026-01-01');
const hospitals = policies.hospitals.version('2026-01-01');
const START = Date.parse('2026-06-08T04:00:00+08:00');

function road(taken: number, locale: 'zh' | 'en' = 'zh'): string | undefined {
  const event = (kind: EventKind, at: number) => ({
    id: kind,
    unitId: 'u',
    kind,
    at,
    sourceId: kind,
    recordedAt: at,
    data: {},
  });
  const receivedAt = START + taken;
  return journeyOf(
    { state: 'received', tankGroup: null, collectedAt: START, receivedAt, lastEventAt: receivedAt },
    [event('kit.dispatched', START - HOUR), event('collected', START), event('received', receivedAt)],
    locale,
    { standing: 'pending', doneAt: null },
    { transport, hospitals },
  ).find((item) => item.temperature === '20')?.note;
}

describe('the way to the bank', () => {
  it('says plainly when it took longer than the goal', () => {
    expect(road(24 * HOUR)).toBe('从采集算起。');
    expect(road(25 * HOUR + 17 * MINUTE)).toMatch(/目标24小时，这一份用了25小时17分，在可以接收的48小时以内/);
    expect(road(25 * HOUR + 17 * MINUTE, 'en')).toMatch(/goal is 24 hours; this one took 25 h 17 min/);
    expect(road(50 * HOUR)).toMatch(/超过了可以接收的48小时/);
  });
});

describe('the line of a unit', () => {
  const event = (kind: EventKind, at: number, data: Record<string, unknown> = {}) => ({
    id: kind,
    unitId: 'u',
    kind,
    at,
    sourceId: kind,
    recordedAt: at,
    data,
  });
  const stored = [
    event('kit.dispatched', START - HOUR),
    event('collected', START, { hospital: '济南市妇幼保健院' }),
    event('picked-up', START + HOUR),
    event('received', START + 18 * HOUR, { logger: 'TL-0007', minCelsius: 18.2, maxCelsius: 21.6 }),
    event('identity-checked', START + 19 * HOUR),
    event('prepared', START + 20 * HOUR),
    event('frozen', START + 26 * HOUR),
    event('stored', START + 40 * HOUR, { tankGroup: 'C' }),
  ];
  const line = (events: typeof stored, locale: 'zh' | 'en') =>
    journeyOf(
      {
        state: 'stored',
        tankGroup: 'C',
        collectedAt: START,
        receivedAt: START + 18 * HOUR,
        lastEventAt: START + 40 * HOUR,
      },
      events,
      locale,
      { standing: 'met', doneAt: null },
      { transport, hospitals },
    );

  it('is in the order of custody whatever order the rows come in, with the hospital in the reader’s language', () => {
    expect(line(stored.toReversed(), 'zh')).toEqual(line(stored, 'zh'));
    expect(line(stored, 'zh')[0]?.note).toContain('济南市妇幼保健院');
    expect(line(stored, 'en')[0]?.note).toContain('Jinan Maternal and Child Health Hospital');
  });

  it('says what is known of the tank and since when, and claims no reading of today', () => {
    const now = line(stored, 'zh').find(({ state }) => state === 'now');
    expect(now?.when).toBe('2026年6月9日起');
    expect(now?.note).toMatch(/实验室报告放进液氮罐组C/);
    expect(`${now?.when} ${now?.title}`).not.toMatch(/今天|−196/);
  });

  it('shows the logger’s band only where it measured, and nothing without its two readings', () => {
    expect(transitOf(stored)).toMatchObject({
      pickedUpAt: START + HOUR,
      receivedAt: START + 18 * HOUR,
      lowest: 18.2,
      highest: 21.6,
      axis: { from: 15, to: 25 },
    });
    expect(transitOf(stored.map((one) => (one.kind === 'received' ? { ...one, data: {} } : one)))).toBeNull();
    expect(transitOf(stored.filter(({ kind }) => kind !== 'picked-up'))).toBeNull();
  });
});
