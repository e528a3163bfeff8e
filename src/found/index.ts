/** How the public pages are found from outside: the feed, the maps for search engines, and pages the build cannot see. */
export { FEED, feed, type FeedItem } from './feed.ts';
export { LIVE_PAGES, type LivePage } from './live-pages.ts';
export { SITEMAP_INDEX, sitemap, sitemapAddress, sitemapIndex, type MappedPage } from './sitemap.ts';
