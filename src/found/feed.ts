/** What is new, for feed readers: RSS 2.0, one feed for each language. */
import { languageTag, localPath, translator, type Locale } from '#src/shared/i18n.ts';
import { absolute } from '#src/shared/public-origin.ts';
import { foundMessages } from './found-messages.ts';
import { escapeXml } from './xml.ts';

export interface FeedItem {
  readonly title: string;
  readonly summary: string;
  /** Without the language. */
  readonly path: string;
  /** A civil date. */
  readonly on: string;
  readonly category: string;
}

export const FEED = '/rss.xml';
/** A reader's program asks again and again: it gets the newest, not the whole library. */
const MOST_ITEMS = 50;

/** A civil date is nine in the morning in Shandong: RSS wants a time. Weekday and month are English by RFC 822. */
const atNine = (civilDate: string): string =>
  new Date(`${civilDate}T01:00:00Z`).toUTCString().replace('01:00:00 GMT', '09:00:00 +0800');

/** Newest first; what came out on one day keeps the order it is given in. */
export function feed(items: readonly FeedItem[], locale: Locale): string {
  const t = translator(foundMessages, locale);
  const newest = items.toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)).slice(0, MOST_ITEMS);
  const entries = newest.map(({ title, summary, path, on, category }) => {
    const link = escapeXml(absolute(localPath(locale, path)));
    return `    <item>
      <title>${escapeXml(title)}</title>
      <link>${link}</link>
      <guid isPermaLink="true">${link}</guid>
      <description>${escapeXml(summary)}</description>
      <category>${escapeXml(category)}</category>
      <pubDate>${atNine(on)}</pubDate>
    </item>`;
  });
  const built = newest[0] ? `\n    <lastBuildDate>${atNine(newest[0].on)}</lastBuildDate>` : '';
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>${escapeXml(t('feedTitle'))}</title>
    <link>${escapeXml(absolute(localPath(locale, '/')))}</link>
    <description>${escapeXml(t('feedDescription'))}</description>
    <language>${languageTag(locale).toLowerCase()}</language>${built}
    <atom:link href="${escapeXml(absolute(localPath(locale, FEED)))}" rel="self" type="application/rss+xml"/>
${entries.join('\n')}
  </channel>
</rss>
`;
}
