/** New articles and news for feed readers. A further room joins with one line of `items`. */
import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { educationMessages } from '#src/education/education-messages.ts';
import { feed, type FeedItem } from '#src/found/index.ts';
import { newsMessages } from '#src/news/news-messages.ts';
import { translator, type Locale } from '#src/shared/i18n.ts';

export const prerender = true;
export const getStaticPaths = () => [{ params: { lang: undefined } }, { params: { lang: 'en' } }];

async function articles(locale: Locale): Promise<readonly FeedItem[]> {
  const category = translator(educationMessages, locale)('learn');
  const all = await getCollection('articles', ({ data }) => data.locale === locale);
  return all.map(({ data: { title, summary, slug, written } }) => ({
    title,
    summary,
    path: `/learn/${slug}`,
    on: written,
    category,
  }));
}

async function news(locale: Locale): Promise<readonly FeedItem[]> {
  const category = translator(newsMessages, locale)('title');
  const all = await getCollection('news', ({ data }) => data.locale === locale);
  return all.map(({ data: { title, summary, slug, written } }) => ({
    title,
    summary,
    path: `/news/${slug}`,
    on: written,
    category,
  }));
}

export const GET: APIRoute = async ({ params }) => {
  const locale: Locale = params['lang'] === 'en' ? 'en' : 'zh';
  const items = [await articles(locale), await news(locale)].flat();
  return new Response(feed(items, locale), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
};
