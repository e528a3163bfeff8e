import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadAbout } from '../../src/content/about.ts';
import { loadEducation } from '../../src/content/education.ts';
import { loadNews } from '../../src/content/news.ts';
import { parseCivilDate } from '../../src/shared/civil-date.ts';
import { LOCALES, languageTag, localPath } from '../../src/shared/i18n.ts';
import { UNKNOWN_ORIGIN } from '../../src/shared/public-origin.ts';
import type { BuiltPage } from '../../scripts/built-pages.mjs';
import {
  clientFile,
  elementsIn,
  fileAddresses,
  allPages,
  prerenderedPages,
  type Element,
} from '../support/html.ts';

const MOST_KILOBYTES = 40;
/** Public pages that are no article, no news and no page about the bank. Counted here by hand, so that none is lost unseen. */
const OTHERS = [
  '/',
  '/charity',
  '/charity/aid-fund',
  '/charity/eligibility',
  '/charity/kindling',
  '/charity/ledger',
  '/charity/public-bank',
  '/charity/research-fund',
  '/enrol',
  '/events',
  '/events/past',
  '/faq',
  '/glossary',
  '/learn',
  '/news',
  '/prices',
  '/register',
  '/reset-password',
  '/search',
  '/sign-in',
  '/sign-in/password',
];

const pages = allPages();
const publicPages = pages.filter(({ indexed }) => indexed);
const files = fileAddresses();
const elements = new Map<BuiltPage, readonly Element[]>(pages.map((page) => [page, elementsIn(page.html)]));
const on = (page: BuiltPage, tag: string): readonly Element[] =>
  (elements.get(page) ?? []).filter((one) => one.tag === tag);
/** What is wrong, page by page, so that a failure names all of it. */
const faults = (
  among: readonly BuiltPage[],
  faultsOf: (page: BuiltPage) => readonly string[],
): readonly string[] => among.flatMap((page) => faultsOf(page).map((fault) => `${page.address}: ${fault}`));

const wire = (bytes: Buffer): number => brotliCompressSync(bytes).length;
const assetSizes = new Map<string, number>();
const assetSize = (address: string): number => {
  const known = assetSizes.get(address) ?? wire(clientFile(address));
  assetSizes.set(address, known);
  return known;
};
/** Scripts and styles a page loads by itself, and the scripts those load at once. */
function assetsOf(page: BuiltPage): ReadonlySet<string> {
  const todo = [
    ...on(page, 'script').flatMap(({ attributes }) => attributes['src'] ?? []),
    ...on(page, 'link').flatMap(({ attributes }) =>
      /stylesheet|modulepreload|^preload$/.test(attributes['rel'] ?? '') ? (attributes['href'] ?? []) : [],
    ),
  ];
  const all = new Set<string>();
  for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
    if (all.has(at)) continue;
    all.add(at);
    if (at.endsWith('.js'))
      for (const [, imported = ''] of clientFile(at)
        .toString()
        .matchAll(/\bimport\s*(?:[^'"()]*from\s*)?["'](\.[^"']+)["']/g))
        todo.push(new URL(imported, `${UNKNOWN_ORIGIN}${at}`).pathname);
  }
  return all;
}

describe('what a page costs its reader', () => {
  it('is measured on every page of the build', () => {
    expect(publicPages.length).toBeGreaterThan(10);
  });
  it(`is at most ${MOST_KILOBYTES} KB over the wire without pictures`, () => {
    expect(
      faults(pages, (page) => {
        const bytes = [...assetsOf(page)].reduce(
          (sum, at) => sum + assetSize(at),
          wire(Buffer.from(page.html)),
        );
        return bytes > MOST_KILOBYTES * 1024 ? [`${Math.round(bytes / 1024)} KB`] : [];
      }),
    ).toEqual([]);
  });
  it('is no script that holds up the page, and no script or style written into it', () => {
    expect(
      faults(pages, (page) => [
        ...on(page, 'script').flatMap(({ attributes, text }) => {
          const { type, src, async, defer } = attributes;
          if (type === 'application/ld+json') return [];
          if (src === undefined) return [`inline script ${text.slice(0, 40)}`];
          return type === 'module' || async !== undefined || defer !== undefined ? [] : [`blocking ${src}`];
        }),
        ...(elements.get(page) ?? []).flatMap(({ tag, attributes }) =>
          tag === 'style' || attributes['style'] !== undefined ? [`inline style on ${tag}`] : [],
        ),
      ]),
    ).toEqual([]);
  });
  it('is nothing from anybody else', () => {
    const loads = new Set(['script', 'img', 'source', 'iframe', 'video', 'audio', 'embed', 'object']);
    expect(
      faults(pages, (page) =>
        (elements.get(page) ?? []).flatMap(({ tag, attributes }) => {
          const loaded =
            loads.has(tag) || (tag === 'link' && !/canonical|alternate/.test(attributes['rel'] ?? ''));
          const at = attributes['src'] ?? attributes['href'] ?? attributes['data'];
          return loaded && at !== undefined && !at.startsWith('/') ? [at] : [];
        }),
      ),
    ).toEqual([]);
  });
  it('is no picture whose place is not kept free', () => {
    expect(
      faults(pages, (page) =>
        on(page, 'img').flatMap(({ attributes }) =>
          attributes['width'] && attributes['height'] ? [] : [attributes['src'] ?? 'img'],
        ),
      ),
    ).toEqual([]);
  });
});

const metaOf = (page: BuiltPage, name: string): string | undefined =>
  on(page, 'meta').find(({ attributes }) => (attributes['property'] ?? attributes['name']) === name)
    ?.attributes['content'];
const linksOf = (page: BuiltPage, rel: string): readonly Element['attributes'][] =>
  on(page, 'link').flatMap(({ attributes }) => (attributes['rel'] === rel ? [attributes] : []));

describe('how a page is found', () => {
  it('has a title and a description of its own in its language', () => {
    for (const what of ['title', 'description'] as const) {
      const said = publicPages.map((page) =>
        what === 'title' ? (on(page, 'title')[0]?.text ?? '') : (metaOf(page, 'description') ?? ''),
      );
      const twice = publicPages.filter((_, at) => said.indexOf(said[at] ?? '') !== at || said[at] === '');
      expect(
        twice.map(({ address }) => address),
        what,
      ).toEqual([]);
    }
  });
  it('says which address is its own, and where it stands in the other language', () => {
    expect(
      faults(publicPages, (page) => {
        const canonical = linksOf(page, 'canonical').map(({ href }) => href);
        const alternates = linksOf(page, 'alternate')
          .filter(({ hreflang }) => hreflang !== undefined)
          .map(({ hreflang, href }) => `${hreflang} ${href}`);
        const expected = LOCALES.map(
          (locale) => `${languageTag(locale)} ${UNKNOWN_ORIGIN}${localPath(locale, page.bare)}`,
        );
        return [
          ...(canonical.join() === UNKNOWN_ORIGIN + page.address ? [] : [`canonical ${canonical.join()}`]),
          ...([...expected, `x-default ${UNKNOWN_ORIGIN}${page.bare}`].join() === alternates.join()
            ? []
            : [`alternates ${alternates.join()}`]),
        ];
      }),
    ).toEqual([]);
  });
  it('exists in both languages', () => {
    const bare = (locale: string): readonly string[] =>
      publicPages.filter((page) => page.locale === locale).map((page) => page.bare);
    expect(bare('en').toSorted()).toEqual(bare('zh').toSorted());
  });
  it('shows a picture of its own where it is shared, 1200 × 630, and one for small squares first on the page', () => {
    const size = (address: string): readonly number[] => {
      const png = clientFile(address);
      return [png.readUInt32BE(16), png.readUInt32BE(20)];
    };
    const pictures = publicPages.map((page) => metaOf(page, 'og:image')?.replace(UNKNOWN_ORIGIN, '') ?? '');
    expect(pictures.filter((at) => !files.has(at))).toEqual([]);
    expect(pictures.filter((at) => size(at).join() !== '1200,630')).toEqual([]);
    expect(new Set(pictures).size).toBeGreaterThanOrEqual(
      prerenderedPages().filter(({ indexed }) => indexed).length,
    );
    // WeChat takes the first picture of at least 300 pixels.
    expect(
      faults(publicPages, (page) => {
        const at = on(page, 'img')[0]?.attributes['src'];
        return at !== undefined && files.has(at) && size(at).every((side) => side >= 300)
          ? []
          : [`first picture ${at}`];
      }),
    ).toEqual([]);
  });
  it('is on the map of its language, and nothing else is', () => {
    for (const locale of LOCALES) {
      const map = clientFile(`/sitemap-${locale}.xml`).toString();
      const mapped = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, at = '']) =>
        at.replace(UNKNOWN_ORIGIN, ''),
      );
      const expected = [
        ...publicPages.filter((page) => page.locale === locale).map(({ address }) => address),
      ];
      expect(mapped.toSorted()).toEqual(expected.toSorted());
      const about = loadAbout();
      const news = loadNews(new Set(about.sources.keys()));
      const written = loadEducation().articles(locale).length + news.items(locale).length;
      expect(mapped).toEqual(expect.arrayContaining(OTHERS.map((path) => localPath(locale, path))));
      expect(mapped).toHaveLength(written + about.names.length + OTHERS.length);
      for (const [, day = ''] of map.matchAll(/<lastmod>([^<]+)</g))
        expect(parseCivilDate(day)).not.toBeNull();
    }
    expect(clientFile('/sitemap.xml').toString()).toContain(`${UNKNOWN_ORIGIN}/sitemap-zh.xml`);
    expect(clientFile('/robots.txt').toString()).toContain(`Sitemap: ${UNKNOWN_ORIGIN}/sitemap.xml`);
  });
  it('is in the index of the search, all but the search page', () => {
    const indexes = [...files].filter((at) => /\/search-(zh|en)\.\w+\.json$/.test(at));
    const found = indexes.flatMap((at) =>
      (JSON.parse(clientFile(at).toString()) as { pages: { path: string }[] }).pages.map(({ path }) => path),
    );
    // The search page itself holds nothing to be found.
    const expected = publicPages.map(({ address }) => address).filter((at) => !/^(\/en)?\/search$/.test(at));
    expect(found.toSorted()).toEqual(expected.toSorted());
  });
});

describe('the feed', () => {
  it.each(['/rss.xml', '/en/rss.xml'])(
    '%s has the newest articles and news with their addresses and days',
    (address) => {
      const text = clientFile(address).toString();
      const links = [...text.matchAll(/<link>([^<]+)<\/link>/g)].map(([, at = '']) =>
        at.replace(UNKNOWN_ORIGIN, ''),
      );
      const locale = address.startsWith('/en') ? 'en' : 'zh';
      const articles = publicPages.filter(
        (page) => page.locale === locale && /^\/(learn|news)\/./.test(page.bare),
      );
      const dated = articles.flatMap(({ address: at, updated }) =>
        updated === null ? [] : [{ at, updated }],
      );
      expect(dated).toHaveLength(articles.length);
      const newest = dated.toSorted((a, b) => b.updated.localeCompare(a.updated));
      expect(links.length - 1).toBe(Math.min(50, articles.length));
      expect(links).toContain(newest[0]?.at);
      for (const [, day = ''] of text.matchAll(/<pubDate>([^<]+)</g))
        expect(day).toMatch(/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} 09:00:00 \+0800$/);
      const days = [...text.matchAll(/<pubDate>([^<]+)</g)].map(([, day = '']) => Date.parse(day));
      expect(days).toEqual(days.toSorted((a, b) => b - a));
    },
  );
});
