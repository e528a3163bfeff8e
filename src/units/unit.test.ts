import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { next } from '../shared/machines/machine.ts';
import { HOUR } from '../shared/clock.ts';
import { foldCustody, unitMachine, type CustodyEvent, type EventKind } from './unit.ts';

const START = Date.UTC(2026, 5, 1);
const LIFE: readonly [EventKind, Record<string, unknown>][] = [
  ['kit.dispatched', { baby: 1, product: 'cord-blood' }],
  ['collected', { bornAt: START + HOUR, sex: 'female' }],
  ['picked-up', {}],
  ['received', {}],
  ['identity-checked', { people: 2 }],
  ['prepared', {}],
  ['result', { test: 'volume', value: 92.2 }],
  ['frozen', {}],
  ['stored', { tankGroup: 'C' }],
  ['result', { test: 'bacteria', outcome: 'positive' }],
  ['rejected', { reason: 'contamination' }],
];
const history = (upTo: EventKind | null = null): CustodyEvent[] => {
  const end = upTo === null ? LIFE.length : LIFE.findIndex(([kind]) => kind === upTo) + 1;
  return LIFE.slice(0, end).map(([kind, data], index) => ({
    kind,
    data,
    at: START + (index + 1) * HOUR,
    sourceId: `lims-${index}`,
  }));
};

describe('the custody of a unit', () => {
  it('ends in the same state whatever order its events arrive in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(history(), { minLength: LIFE.length }), (events) => {
        const folded = foldCustody(events, null);
        expect(folded).toEqual(foldCustody(history(), null));
        expect(folded.ok && folded.value.state).toBe('rejected');
      }),
    );
  });

  it('accepts every incomplete history of a true one, because the missing events may still come', () => {
    fc.assert(
      fc.property(fc.subarray(history().slice(1)), (some) => {
        expect(foldCustody([history()[0] as CustodyEvent, ...some], null).ok).toBe(true);
      }),
    );
  });

  it('keeps what each event said', () => {
    const folded = foldCustody(history('stored'), null);
    expect(folded.ok && folded.value).toMatchObject({
      state: 'stored',
      tankGroup: 'C',
      babySex: 'female',
      bornAt: START + HOUR,
      storedAt: START + 9 * HOUR,
    });
  });

  it('refuses to store a unit that was rejected before', () => {
    const events = history();
    const late = { kind: 'stored', at: START + 99 * HOUR, sourceId: 'again', data: {} } as const;
    expect(foldCustody([...events.filter(({ kind }) => kind !== 'stored'), late], null)).toMatchObject({
      ok: false,
      code: 'wrong-order',
      detail: { kind: 'stored', state: 'rejected' },
    });
  });

  describe('a result', () => {
    const result = (at: number): CustodyEvent => ({
      kind: 'result',
      at,
      sourceId: 'early',
      data: { test: 'volume', value: 80 },
    });

    it('cannot be earlier than the collection, whichever of the two is reported first', () => {
      const early = result(START + 1.5 * HOUR);
      expect(foldCustody([...history('collected'), early], null)).toMatchObject({
        code: 'result-before-collection',
      });
      // The collection is not known yet: the result stands, and the later collection is what contradicts.
      expect(foldCustody([...history('kit.dispatched'), early], null).ok).toBe(true);
    });

    it('cannot be earlier than the arrival at the laboratory', () => {
      expect(foldCustody([...history('received'), result(START + 3 * HOUR)], null)).toMatchObject({
        code: 'result-before-arrival',
      });
      expect(foldCustody([...history('received'), result(START + 4 * HOUR)], null).ok).toBe(true);
    });

    it('cannot exist of a unit that was not collected', () => {
      const none = {
        kind: 'not-collected',
        at: START + 2 * HOUR,
        sourceId: 'none',
        data: { reason: 'family' },
      } as const;
      expect(foldCustody([...history('kit.dispatched'), none, result(START + 5 * HOUR)], null)).toMatchObject(
        {
          code: 'nothing-collected',
        },
      );
    });
  });

  it('refuses a second arrival of the same unit', () => {
    const again = { kind: 'received', at: START + 50 * HOUR, sourceId: 'again', data: {} } as const;
    expect(foldCustody([...history('received'), again], null)).toMatchObject({ code: 'already-happened' });
  });

  it('refuses events of a unit whose kit was never dispatched', () => {
    expect(foldCustody(history().slice(1), null)).toMatchObject({ code: 'unknown-unit' });
  });

  it.each([
    [null, false],
    ['recheck', false],
    ['research', true],
    ['disposal', true],
  ] as const)('with the family’s answer %s, disposing of the unit is allowed: %s', (disposition, allowed) => {
    const disposed = {
      kind: 'disposed',
      at: START + 99 * HOUR,
      sourceId: 'd',
      data: { method: 'medical-waste' },
    } as const;
    const folded = foldCustody([...history(), disposed], disposition);
    expect(folded.ok).toBe(allowed);
    if (!folded.ok) expect(folded.code).toBe('family-has-not-decided');
  });

  it('is moved by the laboratory only, never by a family or a page', () => {
    const facts = { repeated: false, disposition: null };
    expect(next(unitMachine, 'frozen', 'stored', 'family', facts)).toMatchObject({
      code: 'not-yours-to-do',
    });
    expect(next(unitMachine, 'frozen', 'stored', 'system', facts)).toMatchObject({ ok: true });
  });
});
