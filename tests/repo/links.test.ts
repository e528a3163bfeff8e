import { describe, expect, it } from 'vitest';
import { builtRoutes } from '../../scripts/built-routes.mjs';
import { UNKNOWN_ORIGIN } from '../../src/shared/public-origin.ts';
import { asPattern } from '../support/addresses.ts';
import { elementsIn, fileAddresses, OUT_DIR, allPages } from '../support/html.ts';

const pages = allPages();
const byAddress = new Map(pages.map((page) => [page.address, page]));
const files = fileAddresses();
const idsOn = new Map(
  pages.map(({ address, html }) => [
    address,
    new Set(elementsIn(html).flatMap(({ attributes }) => attributes['id'] ?? [])),
  ]),
);

const live = builtRoutes(OUT_DIR)
  .filter(({ prerendered, methods }) => !prerendered && methods.includes('GET'))
  .map(({ pattern }) => asPattern(pattern));

const answers = (address: string): boolean =>
  byAddress.has(address) ||
  files.has(address) ||
  live.some((pattern) => pattern.test(address) || (address === '/en' && pattern.test('/')));

interface Link {
  readonly from: string;
  readonly href: string;
  readonly to: URL;
  readonly otherLanguage: boolean;
}
const ATTRIBUTES = ['href', 'src', 'action'] as const;
const links: readonly Link[] = pages.flatMap(({ address, html }) =>
  elementsIn(html).flatMap(({ attributes }) =>
    ATTRIBUTES.flatMap((name) => {
      const href = attributes[name];
      if (href === undefined || !URL.canParse(href, UNKNOWN_ORIGIN)) return [];
      const to = new URL(href, UNKNOWN_ORIGIN + address);
      const otherLanguage = attributes['hreflang'] !== undefined;
      return to.origin === UNKNOWN_ORIGIN ? [{ from: address, href, to, otherLanguage }] : [];
    }),
  ),
);
const named = (all: readonly Link[]): readonly string[] => [
  ...new Set(all.map(({ from, href }) => `${from} → ${href}`)),
];

describe('every link inside the house', () => {
  it('is one of very many', () => {
    expect(links.length).toBeGreaterThan(500);
  });
  it('leads to something that is there', () => {
    expect(named(links.filter(({ to }) => !answers(decodeURI(to.pathname))))).toEqual([]);
  });
  it('leads to a place on the page that is there', () => {
    const lost = links.filter(({ to }) => {
      const ids = idsOn.get(decodeURI(to.pathname));
      return to.hash.length > 1 && ids !== undefined && !ids.has(decodeURIComponent(to.hash.slice(1)));
    });
    expect(named(lost)).toEqual([]);
  });
  it('keeps the reader’s language, unless it is the switch to the other', () => {
    const isEnglish = (address: string): boolean => address === '/en' || address.startsWith('/en/');
    const strays = links.filter(
      ({ from, to, otherLanguage }) =>
        !otherLanguage && !files.has(to.pathname) && isEnglish(from) !== isEnglish(to.pathname),
    );
    expect(named(strays)).toEqual([]);
  });
  it('has one spelling: no slash at the end, no .html', () => {
    const misspelt = links.filter(({ to }) => /.\/$|\.html$|\/index$/.test(to.pathname));
    expect(named(misspelt)).toEqual([]);
  });
});

describe('every public page', () => {
  it.each(['/', '/en'])('can be reached by links from %s', (start) => {
    const met = new Set([start]);
    const todo = [start];
    for (let at = todo.pop(); at !== undefined; at = todo.pop())
      for (const { from, to, otherLanguage } of links)
        if (from === at && !otherLanguage && !met.has(to.pathname)) {
          met.add(to.pathname);
          todo.push(to.pathname);
        }
    const locale = start === '/' ? 'zh' : 'en';
    const unreached = pages.filter(
      (page) => page.indexed && page.locale === locale && !met.has(page.address),
    );
    expect(unreached.map(({ address }) => address)).toEqual([]);
  });
  it('uses no id twice', () => {
    const twice = pages.flatMap(({ address, html }) => {
      const ids = elementsIn(html).flatMap(({ attributes }) => attributes['id'] ?? []);
      return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${address} #${id}`);
    });
    expect([...new Set(twice)]).toEqual([]);
  });
});
