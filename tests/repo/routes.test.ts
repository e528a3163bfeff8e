import { existsSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { actions, routes } from '../../src/accounts/permissions.ts';
import { builtActions, builtRoutes, type BuiltRoute } from '../../scripts/built-routes.mjs';
import { ourFiles, read, ROOT } from './files.ts';

const OUT_DIR = path.join(ROOT, process.env['OUT_DIR'] ?? 'dist');
let built: readonly BuiltRoute[] = [];

beforeAll(() => {
  if (!existsSync(path.join(OUT_DIR, 'routes.json'))) throw new Error('Build first: npm run build');
  built = builtRoutes(OUT_DIR);
});

describe('every door has a row that says who may open it', () => {
  it('covers every route of the build', () => {
    const missing = built.filter(({ pattern }) => !routes[pattern]).map(({ pattern }) => pattern);
    expect(missing).toEqual([]);
  });

  it('covers every method a route answers', () => {
    const missing = built.flatMap(({ pattern, methods }) =>
      methods.filter((method) => !routes[pattern]?.[method]).map((method) => `${method} ${pattern}`),
    );
    expect(missing).toEqual([]);
  });

  it('has no row for a route that is not there', () => {
    const patterns = new Set(built.map(({ pattern }) => pattern));
    expect(Object.keys(routes).filter((pattern) => !patterns.has(pattern))).toEqual([]);
  });

  it('covers every action, and has no row for one that is not there', async () => {
    const names = await builtActions(OUT_DIR);
    expect(names.length).toBeGreaterThan(0);
    expect([...names].sort()).toEqual(Object.keys(actions).sort());
  });

  it('is asked by every action itself, by its own name', () => {
    const asked = ourFiles
      .filter((file) => file.endsWith('-actions.ts'))
      .flatMap((file) =>
        [...read(file).matchAll(/guarded\(\s*'([\w.]+)'|admitAction\(\s*\w+,\s*'([\w.]+)'/g)].map(
          (match) => match[1] ?? match[2],
        ),
      );
    expect(Object.keys(actions).filter((name) => !asked.includes(name))).toEqual([]);
  });

  it('is asked by every page that is not for anyone', () => {
    const careless = built
      .filter(
        ({ pattern, type }) =>
          type === 'page' &&
          Object.values(routes[pattern] ?? {}).some((who) => who !== 'anyone' && who !== 'development'),
      )
      .filter(({ entrypoint }) => !/\badmit\w*\(/.test(read(entrypoint)))
      .map(({ pattern }) => pattern);
    expect(careless).toEqual([]);
  });
});
