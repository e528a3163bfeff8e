// @ts-check
/** What the build itself says: its routes with the methods they answer, and its actions. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './house.mjs';

/** @typedef {'GET' | 'POST'} Method */
/** @typedef {{ pattern: string, type: string, entrypoint: string, prerendered: boolean, methods: Method[] }} BuiltRoute */

/**
 * Pages answer GET, and POST when a form on them posts back. Endpoints answer what they export; `ALL` beside a method is
 * how one says "not that method", and alone it answers both.
 * @param {{ type: string, entrypoint: string }} route @returns {Method[]}
 */
function methodsOf({ type, entrypoint }) {
  const source = readFileSync(path.join(ROOT, entrypoint), 'utf8');
  if (type === 'page') return /method="post"|getActionResult/i.test(source) ? ['GET', 'POST'] : ['GET'];
  /** @param {string} name */
  const exported = (name) => new RegExp(`export (const|(async )?function) ${name}\\b`).test(source);
  const named = /** @type {const} */ (['GET', 'POST']).filter(exported);
  return named.length === 0 && exported('ALL') ? ['GET', 'POST'] : named;
}

/** @param {string} outDir @returns {BuiltRoute[]} */
export const builtRoutes = (outDir) =>
  JSON.parse(readFileSync(path.join(outDir, 'routes.json'), 'utf8')).map(
    (/** @type {BuiltRoute} */ route) => ({
      ...route,
      methods: methodsOf(route),
    }),
  );

/** @param {Record<string, unknown>} tree @param {string} prefix @returns {string[]} */
const namesIn = (tree, prefix) =>
  Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null
      ? namesIn(/** @type {Record<string, unknown>} */ (value), `${prefix}${name}.`)
      : [`${prefix}${name}`],
  );

/** Action names as a form posts them, such as `contracts.sign`. @param {string} outDir @returns {Promise<string[]>} */
export async function builtActions(outDir) {
  const chunks = path.join(outDir, 'server/chunks');
  for (const file of readdirSync(chunks)) {
    const entry = /\bactions: \(\) => import\("(.+?)"\)/.exec(
      readFileSync(path.join(chunks, file), 'utf8'),
    )?.[1];
    if (entry === undefined) continue;
    const { server } = await import(pathToFileURL(path.join(chunks, entry)).href);
    return namesIn(server ?? {}, '');
  }
  return [];
}
