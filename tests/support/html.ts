/** Reading HTML and what the build wrote, with a parser none of us wrote. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { builtPages, type BuiltPage } from '../../scripts/built-pages.mjs';
import { livePages } from '../../scripts/live-pages.mjs';
import { ROOT } from '../repo/files.ts';

export const OUT_DIR = path.join(ROOT, process.env['OUT_DIR'] ?? 'dist');
export const CLIENT = path.join(OUT_DIR, 'client');

export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

const textOf = (node: Tree.Node): string =>
  node.nodeName === '#text'
    ? (node as Tree.TextNode).value
    : 'childNodes' in node
      ? node.childNodes.map(textOf).join('')
      : '';

function walk(node: Tree.Node, found: Element[]): Element[] {
  if ('tagName' in node)
    found.push({
      tag: node.tagName,
      attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
      text: textOf(node),
    });
  if ('childNodes' in node) for (const child of node.childNodes) walk(child, found);
  return found;
}

/** Every element, in the order of the document. */
export const elementsIn = (html: string): readonly Element[] => walk(parse(html), []);

const builtHere = (): void => {
  if (!existsSync(path.join(OUT_DIR, 'routes.json'))) throw new Error('Build first: npm run build');
};

/** What the build wrote, error pages among it; throws when there is no build. */
export function prerenderedPages(): readonly BuiltPage[] {
  builtHere();
  return builtPages(OUT_DIR);
}

/** These, and the public pages the server makes for each visit, as the build saw them. */
export const allPages = (): readonly BuiltPage[] => [...prerenderedPages(), ...livePages(OUT_DIR)];

/** Whether the server makes this page for each visit. */
export const isLive = (address: string): boolean =>
  livePages(OUT_DIR).some((page) => page.address === address);

/** Addresses of files that are no pages: scripts, pictures, maps. */
export const fileAddresses = (): ReadonlySet<string> =>
  new Set(
    readdirSync(CLIENT, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.html'))
      .map(
        (entry) =>
          `/${path.relative(CLIENT, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')}`,
      ),
  );

export const clientFile = (address: string): Buffer => readFileSync(path.join(CLIENT, address));
