// @ts-check
/**
 * What is made of the finished pages, whichever they are: the index of the search, the maps for search engines and the
 * pictures of shared links. Runs under Node 24, after Astro and before compressing.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { builtPages } from './built-pages.mjs';
import { ROOT } from './house.mjs';
import { askLivePages } from './live-pages.mjs';

const CACHE = path.join(ROOT, '.cache/share');
/** Typst is quick and sharp has threads of its own: more at once only wait. */
const AT_ONCE = 4;

const LOCALES = /** @type {const} */ (['zh', 'en']);

/** @param {string} outDir @param {import('./built-pages.mjs').BuiltPage[]} pages */
async function writeSearch(outDir, pages) {
  const { loadSignposts } = await import('../src/content/signposts.ts');
  const { allSynonyms } = await import('../src/content/synonyms.ts');
  const { makeIndex, readPage } = await import('../src/search/making.ts');
  const synonyms = allSynonyms();
  const signposts = loadSignposts();
  /** @type {Record<string, string>} */
  const addresses = {};
  for (const locale of LOCALES) {
    const read = pages.flatMap((page) => (page.locale === locale ? (readPage(page.html) ?? []) : []));
    const text = JSON.stringify(makeIndex(locale, read, synonyms, signposts));
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
    addresses[locale] = `/_astro/search-${locale}.${hash}.json`;
    writeFileSync(path.join(outDir, 'client', addresses[locale]), text);
  }
  writeFileSync(path.join(outDir, 'search.json'), `${JSON.stringify(addresses, null, 2)}\n`);
}

/** @param {string} outDir @param {import('./built-pages.mjs').BuiltPage[]} pages */
async function writeMaps(outDir, pages) {
  const { SITEMAP_INDEX, sitemap, sitemapAddress, sitemapIndex } = await import('../src/found/index.ts');
  const mapped = pages.map(({ bare, locale, updated }) => ({ path: bare, locale, updated }));
  for (const locale of LOCALES)
    writeFileSync(path.join(outDir, 'client', sitemapAddress(locale)), sitemap(locale, mapped));
  writeFileSync(path.join(outDir, 'client', SITEMAP_INDEX), sitemapIndex(mapped));
}

/** Paints what is not painted yet. @param {string} outDir @param {import('./built-pages.mjs').BuiltPage[]} pages */
async function paint(outDir, pages) {
  const { DEFAULT_PICTURES, pictureAddress, pictureIn, SQUARE } =
    await import('../src/ui/meta/share-picture.ts');
  const { sharePainter } = await import('../src/platform/pictures/share-pictures.ts');
  mkdirSync(CACHE, { recursive: true });
  const wanted = [...DEFAULT_PICTURES, ...pages.map(({ html, locale }) => pictureIn(html, locale))];
  const byName = new Map(wanted.map((picture) => [path.basename(pictureAddress(picture)), picture]));
  const square = path.basename(SQUARE.address);
  /** @type {ReturnType<typeof sharePainter> | undefined} */
  let painter;
  const todo = [...byName].filter(([name]) => !existsSync(path.join(CACHE, name)));
  const lane = async () => {
    for (let next = todo.pop(); next; next = todo.pop()) {
      painter ??= sharePainter();
      writeFileSync(path.join(CACHE, next[0]), await painter.wide(next[1]));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  if (!existsSync(path.join(CACHE, square)))
    writeFileSync(path.join(CACHE, square), await (painter ?? sharePainter()).square(SQUARE.side));
  for (const name of readdirSync(CACHE))
    if (byName.has(name) || name === square)
      writeFileSync(path.join(outDir, 'client/_astro', name), readFileSync(path.join(CACHE, name)));
    else rmSync(path.join(CACHE, name));
}

/** @param {string} outDir */
export async function finishBuild(outDir) {
  const prerendered = builtPages(outDir).filter(({ indexed }) => indexed);
  const all = [...prerendered, ...(await askLivePages(outDir))];
  await writeSearch(outDir, all);
  await writeMaps(outDir, all);
  await paint(outDir, prerendered);
}
