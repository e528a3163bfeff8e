import { describe, expect, it } from 'vitest';
import { UNKNOWN_ORIGIN as HERE } from '#src/shared/public-origin.ts';
import { feed, type FeedItem } from './feed.ts';
import { sitemap, sitemapIndex } from './sitemap.ts';
import { escapeXml } from './xml.ts';

const item = (on: string, title = on): FeedItem => ({
  title,
  summary: '一句话',
  path: `/learn/${on}`,
  on,
  category: '了解脐带血',
});

describe('the feed', () => {
  it('has the newest first, and fifty at most', () => {
    const days = Array.from({ length: 60 }, (_, at) => `2026-${String((at % 12) + 1).padStart(2, '0')}-15`);
    const text = feed(
      days.map((day) => item(day)),
      'zh',
    );
    const titles = [...text.matchAll(/<item>\s*<title>([^<]+)/g)].map(([, title]) => title);
    expect(titles).toHaveLength(50);
    expect(titles).toEqual(titles.toSorted().toReversed());
  });
  it('writes the day as morning in Shandong, as RFC 822 wants it', () => {
    expect(feed([item('2026-11-24')], 'zh')).toContain('<pubDate>Tue, 24 Nov 2026 09:00:00 +0800</pubDate>');
  });
  it('leads to the reader’s language', () => {
    expect(feed([item('2026-11-24')], 'en')).toContain(`<link>${HERE}/en/learn/2026-11-24</link>`);
  });
  it('stays XML whatever a title holds', () => {
    const text = feed([item('2026-11-24', `<b>"A & B"</b>\u0000\u000B\uD800`)], 'zh');
    expect(text).toContain('<title>&lt;b&gt;&quot;A &amp; B&quot;&lt;/b&gt;</title>');
  });
});

describe('the maps', () => {
  const both = (path: string, updated: string | null = null) => [
    { path, locale: 'zh' as const, updated },
    { path, locale: 'en' as const, updated },
  ];
  it('name each page with its other language, and the day its content changed', () => {
    const map = sitemap('en', [...both('/learn/a', '2026-11-24'), ...both('/')]);
    expect(map).toContain(`<loc>${HERE}/en/learn/a</loc>\n    <lastmod>2026-11-24</lastmod>`);
    expect(map).toContain(`hreflang="zh-CN" href="${HERE}/learn/a"`);
    expect(map).toContain(`hreflang="x-default" href="${HERE}/"`);
    expect(map.match(/<url>/g)).toHaveLength(2);
  });
  it('give no alternates to a page that is in one language only', () => {
    expect(sitemap('zh', [{ path: '/only', locale: 'zh', updated: null }])).not.toContain('hreflang');
  });
  it('are as young as their youngest page', () => {
    const index = sitemapIndex([...both('/a', '2026-01-01'), ...both('/b', '2026-11-24'), ...both('/c')]);
    expect(index.match(/<lastmod>2026-11-24<\/lastmod>/g)).toHaveLength(2);
  });
  it('escape what XML would read', () => {
    expect(escapeXml(`<a href="x">&'`)).toBe(`&lt;a href=&quot;x&quot;&gt;&amp;'`);
  });
});
