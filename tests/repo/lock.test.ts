import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { completeLock } from '../../scripts/lock.mjs';
import { ROOT } from './files.ts';

const lock = JSON.parse(readFileSync(`${ROOT}/package-lock.json`, 'utf8')) as {
  packages: Record<string, { resolved?: string }>;
};

describe('the house installs from a clean clone everywhere', () => {
  it('names the binaries of every platform in the lock (node scripts/lock.mjs adds them)', () => {
    expect(completeLock(structuredClone(lock.packages))).toEqual([]);
  });

  it('keeps no download address in the lock', () => {
    expect(Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  it('pins every version exactly', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
      readFileSync(`${ROOT}/package.json`, 'utf8'),
    ) as Record<string, Record<string, string>>;
    const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });
});
