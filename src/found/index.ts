/** How the public pages are found from outside: the feed and the maps for search engines. */
export { FEED, feed, type FeedItem } from './feed.ts';
export { SITEMAP_INDEX, sitemap, sitemapAddress, sitemapIndex, type MappedPage } from './sitemap.ts';
