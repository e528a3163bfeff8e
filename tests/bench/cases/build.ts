/** A build of the whole house with two hundred articles in each language, pictures not painted yet. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { houseEnv, houseNode } from '../../../scripts/house.mjs';
import { builtPages } from '../../../scripts/built-pages.mjs';
import { WORK, type Case } from '../case.ts';
import { houseWithLibrary } from '../library.ts';
import { atMost, exactly } from '../rows.ts';

const ARTICLES = 200;
const LIMIT = 60;

export const buildOfManyArticles: Case = () => {
  const dir = path.join(WORK, 'library');
  houseWithLibrary(dir, ARTICLES);
  const started = performance.now();
  const done = spawnSync(houseNode(), ['scripts/build.mjs'], {
    cwd: dir,
    env: houseEnv({ OUT_DIR: 'dist', NODE_COMPILE_CACHE: path.join(dir, '.cache/node') }),
    encoding: 'utf8',
  });
  const seconds = (performance.now() - started) / 1000;
  if (done.status !== 0)
    throw new Error(`the build failed:\n${done.stdout.slice(-2000)}\n${done.stderr.slice(-2000)}`);
  const articles = builtPages(path.join(dir, 'dist')).filter(({ bare }) => bare.startsWith('/learn/'));
  return Promise.resolve([
    atMost(`build-200: ${ARTICLES} articles in both languages`, seconds, 's', LIMIT),
    exactly('build-200: article pages', articles.length, 'pages', 'asked for', ARTICLES * 2),
  ]);
};
