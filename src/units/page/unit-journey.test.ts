import { describe, expect, it } from 'vitest';
import { loadPolicies } from '../../content/policies.ts';
import { HOUR, MINUTE } from '../../shared/clock.ts';
import { journeyOf } from './unit-journey.ts';
import type { EventKind } from '../unit.ts';

const { transport } = loadPolicies().enrolment.version('2026-01-01');
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
    transport,
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
