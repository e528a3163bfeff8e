// @ts-check
import node from '@astrojs/node';
import { readdirSync, writeFileSync } from 'node:fs';
import { defineConfig, passthroughImageService } from 'astro/config';

const outDir = process.env['OUT_DIR'] ?? 'dist';
const cacheDir = `./.cache/astro-${outDir.replaceAll(/[^\w-]/g, '-')}`;

/**
 * Keeps the build's own list of routes, so that `npm run routes` and the tests ask the build and not the folder.
 * @returns {import('astro').AstroIntegration}
 */
function routeList() {
  /** @type {{ pattern: string, type: string, entrypoint: string, prerendered: boolean }[]} */
  let list = [];
  return {
    name: 'route-list',
    hooks: {
      'astro:routes:resolved': ({ routes }) => {
        list = routes
          .filter(({ origin }) => origin === 'project')
          .map(({ pattern, type, entrypoint, isPrerendered }) => ({
            pattern,
            type,
            entrypoint,
            prerendered: isPrerendered,
          }));
      },
      'astro:build:done': () => writeFileSync(`${outDir}/routes.json`, `${JSON.stringify(list, null, 2)}\n`),
    },
  };
}

const PAGES = 'src/pages/[...lang]';
/** @param {string} file below a folder of pages */
const addressOf = (file) => file.replaceAll('\\', '/').replace(/(\/index)?\.(astro|ts)$/, '');

/**
 * `/[...lang]/events` also matches `/staff/events`, with `staff` for a language, and goes first by the alphabet. So the
 * console's pages about something that has public pages too get their addresses spelled out, which go before any pattern.
 * They are the same pages; the table of permissions has one row for each (`rowOf`).
 * @returns {import('astro').AstroIntegration}
 */
function consoleFirst() {
  return {
    name: 'console-first',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        const rooms = new Set(readdirSync(PAGES).map((name) => addressOf(name)));
        for (const file of readdirSync(`${PAGES}/staff`, { recursive: true, withFileTypes: true })) {
          if (!file.isFile()) continue;
          const entrypoint = `${file.parentPath}/${file.name}`.replaceAll('\\', '/');
          const address = addressOf(entrypoint.slice(PAGES.length));
          if (!rooms.has(address.split('/')[2] ?? '')) continue;
          for (const language of ['', '/en'])
            injectRoute({ pattern: language + address, entrypoint, prerender: false });
        }
      },
    },
  };
}

export default defineConfig({
  output: 'server',
  outDir: `./${outDir}`,
  // Two builds side by side must not share a cache.
  cacheDir,
  // Without streaming an error in the middle of a page is still a clean 500.
  adapter: node({
    mode: 'middleware',
    bodySizeLimit: 16 * 1024 * 1024,
    experimentalDisableStreaming: true,
  }),
  integrations: [consoleFirst(), routeList()],
  trailingSlash: 'never',
  build: { format: 'file', inlineStylesheets: 'never', assets: '_astro' },
  // The default ('jsx') eats the spaces between inline elements.
  compressHTML: true,
  prefetch: false,
  // Shiki writes inline styles, which the content policy refuses.
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  image: { service: passthroughImageService() },
  // Our sessions are Lucia's; Astro's own would write to disk.
  session: false,
  security: {
    // Astro's check lets cross-origin JSON through; src/middleware.ts checks every unsafe method.
    checkOrigin: false,
    actionBodySizeLimit: 1024 * 1024,
  },
  server: { port: Number(process.env['PORT'] ?? 4321), host: '127.0.0.1' },
  vite: { cacheDir: `${cacheDir}/vite`, build: { assetsInlineLimit: 0 } },
});
