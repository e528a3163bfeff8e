// @ts-check
/** Builds the pages, makes of them what depends on all of them, and compresses, once and well, what the server keeps. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { fail, install, onHouseNode, OUT_DIR, ROOT, runNode, sourceHash, stampBuild } from './house.mjs';

install();
await onHouseNode();

const { UNKNOWN_ORIGIN } = await import('../src/shared/public-origin.ts');
const hash = sourceHash();
rmSync(path.join(ROOT, OUT_DIR, '.built-from'), { force: true });
if (runNode(['node_modules/astro/bin/astro.mjs', 'build']) !== 0)
  fail('astro build failed; the reason is above.');

const { finishBuild } = await import('./finish-build.mjs');
await finishBuild(path.resolve(ROOT, OUT_DIR));

const client = path.join(ROOT, OUT_DIR, 'client');
const TEXT = /\.(html|css|m?js|json|webmanifest|xml|txt|svg)$/;
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
await Promise.all(
  readdirSync(client, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && TEXT.test(entry.name))
    .map(async (entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const bytes = readFileSync(file);
      // The server puts its origin in and compresses then.
      if (bytes.includes(UNKNOWN_ORIGIN)) return;
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      };
      writeFileSync(`${file}.br`, await brotli(bytes, { params }));
      writeFileSync(`${file}.gz`, await zip(bytes, { level: 9 }));
    }),
);
stampBuild(hash);
