/**
 * What a built page holds for a search: its title, and its text cut where it can be linked to. Reads the finished HTML, so
 * that no page has to be entered anywhere: whatever the build wrote and does not keep from search engines is found.
 *
 * A page says more with `data-search="off"` on what is not worth finding.
 */
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Entry, IndexedPage } from './search-index.ts';

export interface ReadPage {
  readonly page: IndexedPage;
  /** Paths its `<main>` leads to, in the order it names them: a room lists its pages as they are to be read. */
  readonly leadsTo: readonly string[];
  readonly entries: readonly Omit<Entry, 'page'>[];
}

const LEFT_OUT = new Set(['script', 'style', 'svg', 'template', 'nav', 'form', 'button', 'select', 'h1']);
const HEADINGS = new Set(['h2', 'h3', 'h4']);
/** What opens a term, a question or a card that has an address of its own. */
const OPENING = new Set([...HEADINGS, 'dt', 'summary', 'legend']);
const BLOCKS = new Set(
  'address article aside blockquote br caption dd details div dl dt fieldset figcaption figure footer h2 h3 h4 header hr li ol p section summary table td th tr ul'.split(
    ' ',
  ),
);

const isElement = (node: Tree.Node): node is Tree.Element => 'tagName' in node;
const childrenOf = (node: Tree.Node): readonly Tree.ChildNode[] =>
  'childNodes' in node ? node.childNodes : [];
const attribute = (node: Tree.Element, name: string): string | undefined =>
  node.attrs.find((one) => one.name === name)?.value;

function* elements(node: Tree.Node): Generator<Tree.Element> {
  for (const child of childrenOf(node))
    if (isElement(child)) {
      yield child;
      yield* elements(child);
    }
}

/** Marks beside a word, such as 示例, say how it stands and not what it is. */
const MARKS = new Set(['eg', 'tag']);

const isLeftOut = (node: Tree.Element): boolean =>
  LEFT_OUT.has(node.tagName) ||
  (attribute(node, 'class')
    ?.split(' ')
    .some((name) => MARKS.has(name)) ??
    false) ||
  attribute(node, 'hidden') !== undefined ||
  attribute(node, 'aria-hidden') === 'true' ||
  attribute(node, 'data-search') === 'off' ||
  // The number of a source says nothing by itself.
  (node.tagName === 'sup' && attribute(node, 'class') === 'cite');

/** Blanks as a reader sees them: one between words, none between Chinese characters or before their punctuation. */
export const tidy = (text: string): string =>
  text
    .replaceAll(/[ \t\r]+/g, ' ')
    .replaceAll(/ ?\n[ \n]*/g, '\n')
    .replaceAll(/(?<=[\p{Script=Han}，。；：？、（）“”]) (?=[\p{Script=Han}，。；：？、（）“”])/gu, '')
    .replaceAll(/ (?=[，。；：？、）”])/g, '')
    // A price list changes on its day, the index with the next build: an excerpt never quotes a price.
    .replaceAll(/[¥￥] ?\d[\d,.]*/g, '¥…')
    .trim();

const oneLine = (text: string): string => tidy(text.replaceAll('\n', ' '));

/** What opens an entry may say more on further lines: the first names it, the rest belongs to its text. */
function headingIn(opening: Tree.Element): { readonly heading: string; readonly rest: string } {
  const [heading = '', ...rest] = textOf(opening).trim().split('\n');
  return { heading: oneLine(heading), rest: rest.join('\n') };
}

const isBlank = (node: Tree.Node): boolean =>
  node.nodeName === '#text' && (node as Tree.TextNode).value.trim() === '';

/** Elements side by side with nothing said between them are things of their own, however they are styled. */
const standsApart = (node: Tree.ChildNode, at: number, all: readonly Tree.ChildNode[]): boolean => {
  const before = all[at - 1];
  if (!isElement(node) || !before || node.tagName === 'wbr') return false;
  if (isElement(before)) return before.tagName !== 'wbr';
  const further = all[at - 2];
  return isBlank(before) && further !== undefined && isElement(further);
};

/** All text below `node`; blocks stand on lines of their own. */
function textOf(node: Tree.Node): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value.replaceAll('\n', ' ');
  if (isElement(node) && isLeftOut(node)) return '';
  const inside = childrenOf(node)
    .map((child, at, all) => (standsApart(child, at, all) ? '\n' : '') + textOf(child))
    .join('');
  return isElement(node) && BLOCKS.has(node.tagName) ? `\n${inside}\n` : inside;
}

/** The element that opens `node`, when the first thing in it is a heading, a term or a question. */
function openingOf(node: Tree.Element): Tree.Element | null {
  for (let at: Tree.Element | undefined = node; at;) {
    const first: Tree.Element | undefined = childrenOf(at).find(
      (child): child is Tree.Element => isElement(child) && !isLeftOut(child),
    );
    if (first && OPENING.has(first.tagName)) return first;
    at = first;
  }
  return null;
}

/** Cuts what is under `<main>` into entries, in the order of the page. */
function entriesIn(main: Tree.Element): readonly Omit<Entry, 'page'>[] {
  let section = { anchor: null as string | null, heading: null as string | null, text: '', alone: false };
  const entries = [section];
  const visit = (node: Tree.Node, around: string | null): void => {
    if (!isElement(node)) {
      section.text += textOf(node);
      return;
    }
    if (isLeftOut(node)) return;
    const id = attribute(node, 'id') ?? null;
    if (HEADINGS.has(node.tagName)) {
      section = { anchor: id ?? around, heading: oneLine(textOf(node)), text: '', alone: false };
      entries.push(section);
      return;
    }
    // Only a whole section of a page is a part of it; what else has an id and a heading is found for itself.
    const opening = id === null || node.tagName === 'section' ? null : openingOf(node);
    if (opening) {
      const { heading, rest } = headingIn(opening);
      const text = `${rest}\n${textOf(node).replace(textOf(opening), '\n')}`;
      entries.push({ anchor: id, heading, text, alone: true });
      return;
    }
    const edge = BLOCKS.has(node.tagName) ? '\n' : '';
    section.text += edge;
    const within = node.tagName === 'section' ? (id ?? around) : around;
    for (const [at, child] of childrenOf(node).entries()) {
      if (standsApart(child, at, childrenOf(node))) section.text += '\n';
      visit(child, within);
    }
    section.text += edge;
  };
  for (const child of childrenOf(main)) visit(child, null);
  return entries
    .map((entry) => ({ ...entry, text: tidy(entry.text) }))
    .filter(({ text, anchor }, at) => at === 0 || text !== '' || anchor !== null);
}

/** What a page says about itself is found too, where it does not say it on the page as well. */
function withDescription(
  [beginning, ...rest]: readonly Omit<Entry, 'page'>[],
  description: string,
): readonly Omit<Entry, 'page'>[] {
  if (!beginning) return rest;
  const text = beginning.text.includes(description)
    ? beginning.text
    : `${description}\n${beginning.text}`.trim();
  return [{ ...beginning, text }, ...rest];
}

/** Null for a page that is kept from search engines, and for one that leaves nothing of itself to be found. */
export function readPage(html: string): ReadPage | null {
  const all = [...elements(parse(html))];
  const metas = all.filter(({ tagName }) => tagName === 'meta');
  const meta = (name: string): string | undefined =>
    metas
      .filter((one) => attribute(one, 'property') === name || attribute(one, 'name') === name)
      .map((one) => attribute(one, 'content'))[0];
  const main = all.find(({ tagName }) => tagName === 'main');
  const canonical = all.find((one) => one.tagName === 'link' && attribute(one, 'rel') === 'canonical');
  const href = canonical && attribute(canonical, 'href');
  const title = meta('og:title');
  if (!main || !href || title === undefined || meta('robots')?.includes('noindex')) return null;
  const entries = entriesIn(main);
  if (entries.every(({ text }) => text === '')) return null;
  return {
    page: {
      path: new URL(href).pathname,
      title,
      description: meta('description') ?? '',
      section: meta('article:section') ?? null,
    },
    leadsTo: [
      ...new Set(
        [...elements(main)].flatMap((one) => {
          const to = one.tagName === 'a' ? attribute(one, 'href') : undefined;
          return to?.startsWith('/') ? [to.replace(/[?#].*$/, '')] : [];
        }),
      ),
    ],
    entries: withDescription(entries, meta('description') ?? ''),
  };
}
