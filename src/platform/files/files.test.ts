import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { testHouse, type House } from '../../../tests/support/house.ts';

let house: House;
beforeEach(async () => void (house = await testHouse()));
afterEach(() => house.close());
const placeOf = (key: string): string => path.join(house.dataDir, 'files', key.slice(0, 2), key);

it('gives back the bytes it was given and says their hash', async () => {
  const { files } = house.deps;
  const stored = await files.put(Buffer.from('%PDF-1.7 合同'));
  expect(Buffer.from(await files.get(stored.key)).toString()).toBe('%PDF-1.7 合同');
  expect(stored.size).toBe(15);
  expect(stored.sha256).toBe(house.deps.vault.hash('%PDF-1.7 合同'));
});

it('keeps nothing readable on disk and no half-written file', async () => {
  const { key } = await house.deps.files.put(Buffer.from('王小明的合同'));
  expect(readFileSync(placeOf(key)).includes(Buffer.from('王小明'))).toBe(false);
  expect(readdirSync(path.dirname(placeOf(key)))).toEqual([key]);
});

it('refuses a file in which one bit was changed', async () => {
  const { key } = await house.deps.files.put(Buffer.from('paid: 5800'));
  const bytes = readFileSync(placeOf(key));
  for (const at of [0, 8, 40, bytes.length - 20, bytes.length - 1]) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    writeFileSync(placeOf(key), changed);
    await expect(house.deps.files.get(key)).rejects.toThrow();
  }
});

it('refuses one file passed off as another, and keys that lead elsewhere', async () => {
  const { files } = house.deps;
  const [one, two] = [await files.put(Buffer.from('one')), await files.put(Buffer.from('two'))];
  writeFileSync(placeOf(two.key), readFileSync(placeOf(one.key)));
  await expect(files.get(two.key)).rejects.toThrow();
  await expect(files.get('../../portal.db')).rejects.toThrow('not a file key');
});

it('removes a file, and once more does no harm', async () => {
  const { key } = await house.deps.files.put(Buffer.from('x'));
  await house.deps.files.remove(key);
  await house.deps.files.remove(key);
  await expect(house.deps.files.get(key)).rejects.toThrow();
});
