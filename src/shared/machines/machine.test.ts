import { describe, expect, it } from 'vitest';
import { machineFaults } from './machine-checks.ts';
import { next, type Machine } from './machine.ts';

const door = {
  name: 'door',
  initial: 'open',
  states: ['open', 'shut', 'bricked-up'],
  final: ['bricked-up'],
  transitions: [
    { from: 'open', on: 'shut', to: 'shut', by: ['family', 'staff'] },
    { from: 'shut', on: 'open', to: 'open', by: 'family', guards: [(f) => (f.key ? null : 'no-key')] },
    { from: ['open', 'shut'], on: 'brick-up', to: 'bricked-up', by: 'staff' },
  ],
} as const satisfies Machine<string, string, { key: boolean }>;

describe('a machine', () => {
  it('says why not: the state, the actor, or the rule', () => {
    expect(next(door, 'open', 'open', 'family', { key: true })).toMatchObject({ code: 'wrong-state' });
    expect(next(door, 'shut', 'open', 'staff', { key: true })).toMatchObject({ code: 'not-yours-to-do' });
    expect(next(door, 'shut', 'open', 'family', { key: false })).toMatchObject({ code: 'no-key' });
    expect(next(door, 'shut', 'open', 'family', { key: true })).toEqual({ ok: true, value: 'open' });
  });
  it('is sound, and unsound as soon as a row is lost or a name is wrong', () => {
    expect(machineFaults(door)).toEqual([]);
    const without = (n: number) => ({ ...door, transitions: door.transitions.filter((_, at) => at !== n) });
    expect(machineFaults(without(2))).toEqual(['door: nothing leads to bricked-up']);
    expect(machineFaults({ ...door, final: [] })).toEqual(['door: bricked-up is a dead end and not final']);
    expect(machineFaults({ ...door, final: ['open', 'bricked-up'] })).toEqual([
      'door: open is final, yet something leaves it',
    ]);
    expect(machineFaults({ ...door, states: ['open', 'shut'], final: [] })).toHaveLength(1);
  });
});
