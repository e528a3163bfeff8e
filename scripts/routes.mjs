// @ts-check
/** Every route with its method and who may use it: from the build's own manifest and the authorisation table. */
import path from 'node:path';
import { builtActions, builtRoutes } from './built-routes.mjs';
import { buildIfStale, install, onHouseNode, OUT_DIR, ROOT, say } from './house.mjs';

install();
await onHouseNode();
buildIfStale();
const { actions, routes } = await import('../src/accounts/permissions.ts');

/** @param {import('../src/accounts/permissions.ts').Who | undefined} who */
const wording = (who) =>
  who === undefined
    ? 'NO ROW: refused'
    : typeof who === 'string'
      ? who
      : 'staff' in who
        ? `staff: ${who.staff.join(', ')}`
        : `API key with ${who.apiScope}`;

const outDir = path.join(ROOT, OUT_DIR);
const rows = builtRoutes(outDir).flatMap(({ pattern, methods, prerendered }) =>
  methods.map((method) => [
    method,
    pattern,
    wording(routes[pattern]?.[method]) + (prerendered ? ' (prerendered)' : ''),
  ]),
);
for (const name of await builtActions(outDir)) rows.push(['ACTION', name, wording(actions[name])]);
rows.sort(([, a = ''], [, b = '']) => a.localeCompare(b, 'en'));
const width = Math.max(...rows.map(([, pattern = '']) => pattern.length));
for (const [method = '', pattern = '', who = ''] of rows)
  say(`${method.padEnd(7)}${pattern.padEnd(width + 2)}${who}`);
