/**
 * What the public reads: articles in both languages, their reading order, sources, glossary and questions. Files, checked
 * when they are read: the build stops at the first broken one and names file, field and how to mend it. How to write one:
 * docs/content.md.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { citedIn, termsIn } from '#src/shared/citations.ts';
import { LOCALES, type Locale } from '#src/shared/i18n.ts';
import { BrokenContent, markdownFile, yamlFile } from './content-file.ts';
import { faqFile, frontMatter, glossaryFile, orderFile, sourcesFile } from './education-schemas.ts';

export { BrokenContent };

export type Source = z.output<typeof sourcesFile>[string] & { readonly id: string };
export type Term = z.output<typeof glossaryFile>[string] & { readonly id: string };
export type FaqPart = z.output<typeof faqFile>[number];
export type ReadingPart = z.output<typeof orderFile>[number];

export interface Article extends z.output<typeof frontMatter> {
  /** The file's name, the same in both languages, and the last part of its address. */
  readonly slug: string;
  readonly locale: Locale;
  /** Markdown; `[@source]` cites, `[words](glossary:term)` explains. */
  readonly body: string;
  /** Relative to the folder, for messages to editors. */
  readonly file: string;
}

export interface Education {
  readonly order: readonly ReadingPart[];
  /** In reading order. */
  articles(locale: Locale): readonly Article[];
  article(locale: Locale, slug: string): Article | undefined;
  readonly sources: ReadonlyMap<string, Source>;
  readonly glossary: ReadonlyMap<string, Term>;
  readonly faq: readonly FaqPart[];
  /** Articles in the reading order that one language lacks, as `en/slug`. */
  readonly missing: readonly string[];
}

const HERE = fileURLToPath(new URL('./education/', import.meta.url));

const withIds = <T extends object>(entries: Record<string, T>): ReadonlyMap<string, T & { id: string }> =>
  new Map(Object.entries(entries).map(([id, entry]) => [id, { ...entry, id }]));

function readArticle(dir: string, locale: Locale, name: string): Article {
  const file = join(locale, name);
  const { front, body } = markdownFile(frontMatter, join(dir, file), file);
  return { ...front, slug: name.replace(/\.md$/, ''), locale, body, file };
}

function refuseLooseEnds(
  article: Article,
  known: Pick<Education, 'sources' | 'glossary'>,
  slugs: readonly string[],
): void {
  for (const [, slug = ''] of article.body.matchAll(/\]\(\/learn\/([\w-]+)/g))
    if (!slugs.includes(slug))
      throw new BrokenContent(
        article.file,
        `links to /learn/${slug}, which order.yaml does not have. Correct the address, or add the article there.`,
      );
  for (const id of citedIn(article.body))
    if (!known.sources.has(id))
      throw new BrokenContent(
        article.file,
        `cites [@${id}], which sources.yaml does not have. Add it there.`,
      );
  for (const id of termsIn(article.body))
    if (!known.glossary.has(id))
      throw new BrokenContent(
        article.file,
        `links to the term ${id}, which glossary.yaml does not have. Add it there.`,
      );
}

/** Reads and checks everything under `dir`. Throws `BrokenContent`. */
export function loadEducation(dir: string = HERE): Education {
  const read = <S extends z.ZodType>(schema: S, name: string): z.output<S> =>
    yamlFile(schema, join(dir, name), name);
  const order = read(orderFile, 'order.yaml');
  const slugs = order.flatMap((part) => part.articles);
  const twice = slugs.find((slug, at) => slugs.indexOf(slug) !== at);
  if (twice !== undefined)
    throw new BrokenContent('order.yaml', `has ${twice} in two places. An article has one.`);
  const sources = withIds(read(sourcesFile, 'sources.yaml'));
  const glossary = withIds(read(glossaryFile, 'glossary.yaml'));
  const faq = read(faqFile, 'faq.yaml');
  for (const { sources: ids, id } of faq.flatMap((part) => part.questions))
    for (const source of ids)
      if (!sources.has(source))
        throw new BrokenContent(
          'faq.yaml',
          `${id} names the source ${source}, which sources.yaml does not have.`,
        );
  const all = new Map<string, Article>();
  for (const locale of LOCALES)
    for (const name of existsSync(join(dir, locale)) ? readdirSync(join(dir, locale)).sort() : []) {
      const article = readArticle(dir, locale, name);
      if (!slugs.includes(article.slug))
        throw new BrokenContent(article.file, 'has no place in order.yaml. Add its name to a part there.');
      refuseLooseEnds(article, { sources, glossary }, slugs);
      all.set(`${locale}/${article.slug}`, article);
    }
  return {
    order,
    sources,
    glossary,
    faq,
    articles: (locale) => slugs.flatMap((slug) => all.get(`${locale}/${slug}`) ?? []),
    article: (locale, slug) => all.get(`${locale}/${slug}`),
    missing: LOCALES.flatMap((locale) =>
      slugs.map((slug) => `${locale}/${slug}`).filter((id) => !all.has(id)),
    ),
  };
}
