// @ts-check
/** The pages the build wrote: what is prerendered, by its own list and not by ours. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * `address` is how a browser asks for it; `indexed` whether search engines may have it (error pages and private ones not).
 * @typedef {{ address: string, bare: string, locale: 'zh' | 'en', html: string, indexed: boolean, updated: string | null }} BuiltPage
 */

/** @param {string} relative @returns {string} */
const addressOf = (relative) =>
  `/${relative.split(path.sep).join('/')}`.replace(/(\/index)?\.html$/, '') || '/';

/** @param {string} html @param {string} property */
const meta = (html, property) =>
  new RegExp(`<meta (?:property|name)="${property}" content="([^"]*)"`).exec(html)?.[1] ?? null;

/** @param {string} address @param {string} html @returns {BuiltPage} */
export function pageOf(address, html) {
  const english = address === '/en' || address.startsWith('/en/');
  return {
    address,
    bare: english ? address.slice(3) || '/' : address,
    locale: english ? 'en' : 'zh',
    html,
    indexed: html.includes('<link rel="canonical"') && !(meta(html, 'robots') ?? '').includes('noindex'),
    updated: meta(html, 'article:modified_time'),
  };
}

/** @param {string} outDir @returns {BuiltPage[]} */
export function builtPages(outDir) {
  const client = path.join(outDir, 'client');
  return readdirSync(client, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return pageOf(addressOf(path.relative(client, file)), readFileSync(file, 'utf8'));
    })
    .sort((a, b) => (a.address < b.address ? -1 : 1));
}
