// @ts-check
/** Production. Refuses to start without its secrets and origin and says which are missing (src/platform/config). */
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { install, onHouseNode, ROOT } from './house.mjs';

install();
await onHouseNode();
enableCompileCache(path.join(ROOT, '.cache/node'));
process.env['APP_MODE'] ??= 'production';
process.env['NODE_ENV'] ??= 'production';
await import('../src/main.ts');
