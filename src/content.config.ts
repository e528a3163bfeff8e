/** Astro's door to what the public reads. Files are read and checked in src/content/education.ts; here they are rendered. */
import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import { z } from 'zod';
import { loadAbout, type AboutPageData } from './content/about.ts';
import {
  loadEducation,
  type Article,
  type FaqPart,
  type ReadingPart,
  type Source,
  type Term,
} from './content/education.ts';
import { loadNews, type NewsItem } from './content/news.ts';
import { loadPolicies, type Policies } from './content/policies.ts';
import { piecesOf, type PictureName } from './education/article-pieces.ts';
import { withEvidence } from './education/evidence.ts';
import { citedIn, minutesToRead, plainText, prepared } from './shared/citations.ts';
import { LOCALES, type Locale } from './shared/i18n.ts';
import { drawnTables } from './shared/tables.ts';

export type ArticleData = Omit<Article, 'body' | 'file'> & {
  /** Ids of sources in the order of their numbers. */
  readonly cited: readonly string[];
  readonly minutes: number;
  readonly text: string;
  /** What its text is made of, in order: entries of `articlePieces`, each with the picture that follows it. */
  readonly pieces: readonly { readonly id: string; readonly picture?: PictureName }[];
};

/** Collections are handed out by id; what has an order of its own keeps its place in the file. */
interface Placed {
  readonly at: number;
}
export type NewsData = Omit<NewsItem, 'body'> & { readonly cited: readonly string[]; readonly text: string };

const entries = (name: string, all: () => readonly { readonly id: string }[]): Loader => ({
  name,
  load({ store }) {
    store.clear();
    for (const [at, { id, ...data }] of all().entries()) store.set({ id, data: { ...data, at } });
    return Promise.resolve();
  },
});

const piecesIn = (body: string, locale: Locale, slug: string) =>
  piecesOf(prepared(body, locale)).map((piece, at) => ({ ...piece, id: `${locale}/${slug}/${at}` }));

/** The text of the articles, in the stretches between their pictures. */
const articlePieces: Loader = {
  name: 'article pieces',
  async load({ store, renderMarkdown }) {
    const education = loadEducation();
    store.clear();
    for (const locale of LOCALES)
      for (const { body, slug } of education.articles(locale))
        for (const { id, markdown } of piecesIn(body, locale, slug)) {
          const { html, ...rest } = await renderMarkdown(markdown);
          const rendered = { ...rest, html: withEvidence(drawnTables(html), locale) };
          store.set({ id, data: {}, body: markdown, rendered });
        }
  },
};

const articles: Loader = {
  name: 'articles',
  load({ store }) {
    const education = loadEducation();
    store.clear();
    for (const locale of LOCALES)
      for (const { body, file: _, ...front } of education.articles(locale)) {
        const data = {
          ...front,
          cited: citedIn(body),
          minutes: minutesToRead(body, locale),
          text: plainText(body),
          pieces: piecesIn(body, locale, front.slug).map(({ id, picture }) => ({ id, picture })),
        };
        store.set({ id: `${locale}/${front.slug}`, data, body });
      }
    return Promise.resolve();
  },
};

const news: Loader = {
  name: 'news',
  async load({ store, renderMarkdown }) {
    const { items } = loadNews(new Set(loadAbout().sources.keys()));
    store.clear();
    for (const locale of LOCALES)
      for (const { body, ...front } of items(locale))
        store.set({
          id: `${locale}/${front.slug}`,
          data: { ...front, cited: citedIn(body), text: plainText(body) },
          body,
          rendered: await renderMarkdown(prepared(body, locale)),
        });
  },
};

export const collections = {
  articles: defineCollection({ loader: articles, schema: z.custom<ArticleData>() }),
  articlePieces: defineCollection({ loader: articlePieces, schema: z.custom<object>() }),
  readingOrder: defineCollection({
    loader: entries('reading order', () => loadEducation().order),
    schema: z.custom<Omit<ReadingPart, 'id'> & Placed>(),
  }),
  sources: defineCollection({
    loader: entries('sources', () => [...loadEducation().sources.values()]),
    schema: z.custom<Omit<Source, 'id'>>(),
  }),
  glossary: defineCollection({
    loader: entries('glossary', () => [...loadEducation().glossary.values()]),
    schema: z.custom<Omit<Term, 'id'>>(),
  }),
  faq: defineCollection({
    loader: entries('questions', () => loadEducation().faq),
    schema: z.custom<Omit<FaqPart, 'id'> & Placed>(),
  }),
  about: defineCollection({
    loader: entries('about', () => {
      const { names, page } = loadAbout();
      return LOCALES.flatMap((locale) =>
        names.map((name) => ({ ...page(locale, name), id: `${locale}/${name}` })),
      );
    }),
    schema: z.custom<AboutPageData>(),
  }),
  /** Sources of the articles and of the pages about the bank. */
  allSources: defineCollection({
    loader: entries('all sources', () => [...loadAbout().sources.values()]),
    schema: z.custom<Omit<Source, 'id'>>(),
  }),
  news: defineCollection({ loader: news, schema: z.custom<NewsData>() }),
  policies: defineCollection({
    loader: entries('policies', () =>
      Object.entries(loadPolicies()).map(([id, { all }]) => ({ id, versions: all })),
    ),
    schema: z.custom<{ readonly versions: Policies[keyof Policies]['all'] }>(),
  }),
};
