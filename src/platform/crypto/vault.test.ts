import { describe, expect, it } from 'vitest';
import { createVault, parseDataKeys } from './vault.ts';

const key = (letter: string): string => Buffer.alloc(32, letter).toString('base64');
const first = createVault(`v1:${key('a')}`);
const rotated = createVault(`v2:${key('b')},v1:${key('a')}`);

describe('the vault', () => {
  it('gives back what was sealed, rare characters included', () => {
    for (const plain of ['', '欧阳𠮷·买买提', '370102199001011237', 'x'.repeat(10_000)])
      expect(first.open(first.seal(plain, 'name'), 'name')).toBe(plain);
  });
  it('never seals the same value the same way twice', () => {
    expect(first.seal('same', 'name')).not.toBe(first.seal('same', 'name'));
  });
  it('opens old values after a key change and seals new ones with the new key', () => {
    const old = first.seal('13800138000', 'phone');
    expect(rotated.open(old, 'phone')).toBe('13800138000');
    expect(rotated.seal('new', 'phone')).toMatch(/^v2\./);
    expect(() => first.open(rotated.seal('new', 'phone'), 'phone')).toThrow(/v2, which is not listed/);
  });
  it('finds a value by the same index before and after a key change', () => {
    expect(rotated.index('13800138000', 'phone')).toBe(first.index('13800138000', 'phone'));
    expect(first.index('13800138000', 'phone')).not.toBe(first.index('13800138000', 'invitation'));
  });
  it('refuses a value sealed for another purpose, so that columns cannot be swapped', () => {
    expect(() => first.open(first.seal('1', 'name'), 'id-number')).toThrow();
  });
  it('refuses a value when any single character was changed', () => {
    const sealed = first.seal('370102199001011237', 'id-number');
    for (let at = 3; at < sealed.length - 1; at++) {
      const other = sealed[at] === 'A' ? 'B' : 'A';
      expect(() => first.open(sealed.slice(0, at) + other + sealed.slice(at + 1), 'id-number')).toThrow();
    }
  });
  it('refuses a value that claims another key version', () => {
    const sealed = rotated.seal('x', 'name');
    expect(() => rotated.open(sealed.replace(/^v2/, 'v1'), 'name')).toThrow();
  });
  it('refuses bytes that were cut short or changed', () => {
    const sealed = first.sealBytes(Buffer.from('a file key'), 'file:1');
    expect(first.openBytes(sealed, 'file:1').toString()).toBe('a file key');
    expect(() => first.openBytes(sealed.subarray(0, -1), 'file:1')).toThrow();
    expect(() => first.openBytes(sealed, 'file:2')).toThrow();
  });
  it('makes tokens nobody guesses and keeps only their hash', () => {
    expect(Buffer.from(first.token(), 'base64url')).toHaveLength(32);
    expect(first.hash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
  it('refuses short, doubled or unreadable keys without quoting them', () => {
    for (const bad of ['', 'v1:short', `1:${key('a')}`, `v1:${key('a')},v1:${key('b')}`])
      expect(() => parseDataKeys(bad)).toThrow(/key/);
  });
});
