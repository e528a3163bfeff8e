/** Stores files in a process that may not write more than so much: what a full disk says. Run by outside-world.test.ts. */
import { readdirSync } from 'node:fs';
import { diskFiles } from '../../src/platform/files/files.ts';
import { loadConfig } from '../../src/platform/config/config.ts';
import { createVault } from '../../src/platform/crypto/vault.ts';

const [, , folder = ''] = process.argv;
const { dataKeys } = loadConfig({ APP_MODE: 'test', DATA_DIR: folder });
const files = diskFiles(folder, createVault(dataKeys));
const reason = await files.put(new Uint8Array(400_000)).then(
  () => 'stored',
  (error: unknown) => (error instanceof Error && 'code' in error ? error.code : 'unknown'),
);
const left = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const small = await files.put(new TextEncoder().encode('still room for this'));
console.log(
  JSON.stringify({ reason, left: left.length, small: new TextDecoder().decode(await files.get(small.key)) }),
);
