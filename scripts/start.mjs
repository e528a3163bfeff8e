// @ts-check
/** Production. Refuses to start without its secrets and origin and says which are missing (src/platform/config). */
import { install, onHouseNode } from './house.mjs';

install();
await onHouseNode();
process.env['APP_MODE'] ??= 'production';
process.env['NODE_ENV'] ??= 'production';
await import('../src/main.ts');
