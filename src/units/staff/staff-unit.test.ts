import { describe, expect, it } from 'vitest';
import { loadPolicies } from '../../content/policies.ts';
import { eventLine, eventName } from './staff-event-words.ts';
import { EVENT_KINDS } from '../unit.ts';

const tests = loadPolicies().thresholds.version('2026-01-01').products['cord-blood'];

describe('what staff read of an event', () => {
  it('names every kind of event in words', () => {
    for (const kind of EVENT_KINDS) {
      expect(eventName({ kind }, 'zh')).toMatch(/\p{Script=Han}/u);
      expect(eventName({ kind }, 'en')).toMatch(/^[A-Z][a-z]/);
    }
  });

  it('leaves out the child’s sex and the minute of birth', () => {
    const data = {
      bornAt: Date.parse('2026-06-08T03:42:00+08:00'),
      sex: 'male',
      hospital: '济南市妇幼保健院',
      motherSample: true,
    };
    expect(eventLine({ data }, tests, 'zh')).toBe('出生2026年6月8日 · 医院：济南市妇幼保健院 · 母亲血样：有');
    expect(eventLine({ data }, tests, 'en')).not.toMatch(/male|03:42|3:42|motherSample|true/);
  });

  it('gives results and reasons in words, with their unit', () => {
    expect(eventLine({ data: { test: 'volume', value: 92.24 } }, tests, 'zh')).toBe(
      '项目：采集量 · 数值92.2毫升',
    );
    expect(eventLine({ data: { test: 'bacteria', outcome: 'negative' } }, tests, 'en')).toBe(
      'test: Bacterial culture · outcome: negative',
    );
    expect(eventLine({ data: { reason: 'low-volume' } }, tests, 'zh')).toBe('原因：采到的量不够');
  });
});
