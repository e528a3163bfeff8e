import { describe, expect, it } from 'vitest';
import { loadPolicies } from '../../content/policies.ts';
import { judge, thresholdsOn } from './judge-result.ts';
import { parseUnitEvent } from './unit-event.ts';
import { REJECT_REASONS, reasonWords } from '../rejected/reject-reasons.ts';

const thresholds = loadPolicies().thresholds;
const policy = thresholds.version('2026-01-01');
const verdict = (test: string, value: number | null, text: string | null = null) =>
  judge(policy, 'cord-blood', { test, value, text });

describe('a result and its requirement', () => {
  it.each([
    ['volume', 59.9, 'not-met'],
    ['volume', 60, 'met'],
    ['tnc', 499_999_999, 'not-met'],
    ['tnc', 500_000_000, 'met'],
    ['viability', 84.9, 'not-met'],
    ['viability', 85, 'met'],
    ['cd34-viability', 84.9, 'not-met'],
    ['cd34-viability', 85, 'met'],
    ['alt', 50, 'met'],
    ['alt', 50.1, 'not-met'],
    ['cd34', 300_000, 'information'],
  ] as const)('%s of %d is %s', (test, value, expected) => {
    expect(verdict(test, value)).toBe(expected);
  });

  it('a culture passes only when nothing grew', () => {
    expect(verdict('bacteria', null, 'negative')).toBe('met');
    expect(verdict('bacteria', null, 'positive')).toBe('not-met');
    expect(verdict('fungi', null, null)).toBe('not-met');
  });

  it('is judged by the version in force on its day, and before the first version by the first', () => {
    expect(thresholdsOn(thresholds.all, '2020-05-05').version).toBe('2026-01-01');
    const later = { ...policy, version: '2027-01-01' };
    expect(thresholdsOn([policy, later], '2026-12-31').version).toBe('2026-01-01');
    expect(thresholdsOn([policy, later], '2027-01-01').version).toBe('2027-01-01');
  });
});

describe('an event of the laboratory', () => {
  const now = Date.UTC(2026, 10, 22);
  const event = (over: Record<string, unknown>) => ({
    sourceId: 'lims-1',
    at: '2026-06-08T03:42:00+08:00',
    kind: 'result',
    data: { test: 'volume', value: 92.2 },
    ...over,
  });
  const problems = (raw: unknown) => {
    const parsed = parseUnitEvent(raw, now);
    return parsed.ok ? [] : parsed.detail;
  };

  it('is read with its instant in UTC', () => {
    expect(parseUnitEvent(event({}), now)).toMatchObject({
      ok: true,
      value: { at: Date.UTC(2026, 5, 7, 19, 42), data: { test: 'volume', value: 92.2 } },
    });
  });

  it.each([
    ['text instead of an object', 'hello', [{ pointer: '', message: 'not-an-object' }]],
    ['an unknown kind', event({ kind: 'teleported' }), [{ pointer: '/kind', message: 'kind' }]],
    ['a time without a zone', event({ at: '2026-06-08T03:42:00' }), [{ pointer: '/at', message: 'at' }]],
    ['a day that does not exist', event({ at: '2026-02-30T03:42:00Z' }), [{ pointer: '/at', message: 'at' }]],
    ['the future', event({ at: '2027-06-08T03:42:00Z' }), [{ pointer: '/at', message: 'in-the-future' }]],
    [
      'a volume in litres of nonsense',
      event({ data: { test: 'volume', value: 9220 } }),
      [{ pointer: '/data/value', message: 'range-volume' }],
    ],
    [
      'cells in units of 10⁸ written as text',
      event({ data: { test: 'tnc', value: '11.8' } }),
      [{ pointer: '/data/value', message: 'range-tnc' }],
    ],
    [
      'an unknown test',
      event({ data: { test: 'mood', value: 1 } }),
      [{ pointer: '/data/test', message: 'test' }],
    ],
    ['a field nobody knows', event({ extra: 1 }), [{ pointer: '/extra', message: 'unknown-field' }]],
    ['no data', event({ kind: 'stored', data: undefined }), [{ pointer: '/data', message: 'data' }]],
    [
      'a birth after the collection',
      event({ kind: 'collected', data: { bornAt: '2026-06-08T04:00:00+08:00', sex: 'male' } }),
      [{ pointer: '/data/bornAt', message: 'born-after' }],
    ],
    [
      'one person checking identity',
      event({ kind: 'identity-checked', data: { people: 1 } }),
      [{ pointer: '/data/people', message: 'people' }],
    ],
  ])('is refused for %s, naming the field', (_, raw, expected) => {
    expect(problems(raw)).toEqual(expected);
  });

  it('has gentle words for every reason in both languages', () => {
    for (const reason of REJECT_REASONS)
      for (const part of Object.values(reasonWords[reason]) as { zh: string; en: string }[]) {
        expect(part.zh).toMatch(/\p{Script=Han}/u);
        expect(part.en).not.toMatch(/\p{Script=Han}/u);
        expect(part.zh + part.en).not.toMatch(/失败|治愈|保证|!|！|fail/i);
        expect(parseUnitEvent(event({ kind: 'rejected', data: { reason } }), now).ok).toBe(true);
      }
  });
});
