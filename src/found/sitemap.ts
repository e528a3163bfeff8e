/** The maps search engines read: one for each language, each page with its other language, and an index of both. */
import { languageTag, LOCALES, localPath, type Locale } from '#src/shared/i18n.ts';
import { absolute } from '#src/shared/public-origin.ts';
import { escapeXml } from './xml.ts';

export interface MappedPage {
  /** Without the language. */
  readonly path: string;
  readonly locale: Locale;
  /** A civil date, from the content; null where the page does not say. */
  readonly updated: string | null;
}

export const sitemapAddress = (locale: Locale): string => `/sitemap-${locale}.xml`;
export const SITEMAP_INDEX = '/sitemap.xml';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const address = (locale: Locale, path: string): string => escapeXml(absolute(localPath(locale, path)));

/** One language. A page that exists in one language only has no alternates. */
export function sitemap(locale: Locale, pages: readonly MappedPage[]): string {
  const urls = pages
    .filter((page) => page.locale === locale)
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, updated }) => {
      const languages = LOCALES.filter((one) =>
        pages.some((page) => page.path === path && page.locale === one),
      );
      const alternates = [
        ...languages.map((one) => [languageTag(one), address(one, path)] as const),
        ['x-default', address('zh', path)] as const,
      ].map(([tag, href]) => `    <xhtml:link rel="alternate" hreflang="${tag}" href="${href}"/>`);
      return [
        '  <url>',
        `    <loc>${address(locale, path)}</loc>`,
        ...(updated === null ? [] : [`    <lastmod>${updated}</lastmod>`]),
        ...(languages.length > 1 ? alternates : []),
        '  </url>',
      ].join('\n');
    });
  return `${HEAD}<urlset ${SPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`;
}

/** Names the maps; each is as young as its youngest page. */
export function sitemapIndex(pages: readonly MappedPage[]): string {
  const maps = LOCALES.map((locale) => {
    const updated = pages
      .filter((page) => page.locale === locale)
      .map((page) => page.updated ?? '')
      .reduce((a, b) => (a > b ? a : b), '');
    const lastmod = updated === '' ? '' : `<lastmod>${updated}</lastmod>`;
    return `  <sitemap><loc>${escapeXml(absolute(sitemapAddress(locale)))}</loc>${lastmod}</sitemap>`;
  });
  return `${HEAD}<sitemapindex ${SPACE}>\n${maps.join('\n')}\n</sitemapindex>\n`;
}
