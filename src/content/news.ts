/**
 * News: Markdown in both languages under news/zh and news/en, checked when read; the build stops at the first broken file.
 * Every item rests on a source that is named in it. How to write one: docs/content.md.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { citedIn } from '#src/shared/citations.ts';
import { LOCALES, type Locale } from '#src/shared/i18n.ts';
import { BrokenContent, markdownFile } from './content-file.ts';
import { day, line } from './content-parts.ts';

const frontMatter = z.strictObject({
  title: line('the title').max(60, 'the title is longer than 60 characters; shorten it'),
  summary: line('the summary').max(200, 'the summary is longer than 200 characters; shorten it'),
  /** When it happened, to the day or, where no source says the day, to the month. */
  happened: z
    .string({ error: 'happened is missing' })
    .regex(/^\d{4}-\d{2}(-\d{2})?$/, 'write happened as YYYY-MM-DD or YYYY-MM, in quotes'),
  /** When we wrote it down: what a feed calls the day of publication. */
  written: day,
});

export interface NewsItem extends z.output<typeof frontMatter> {
  /** The file's name, the same in both languages, and the last part of its address. */
  readonly slug: string;
  readonly locale: Locale;
  /** Markdown; `[@source]` cites. */
  readonly body: string;
}

export interface News {
  /** Newest first, by the day it happened. */
  items(locale: Locale): readonly NewsItem[];
}

const HERE = fileURLToPath(new URL('./news/', import.meta.url));

function readItem(dir: string, locale: Locale, name: string, sources: ReadonlySet<string>): NewsItem {
  const file = join(locale, name);
  const { front, body } = markdownFile(frontMatter, join(dir, file), file);
  const cited = citedIn(body);
  if (cited.length === 0)
    throw new BrokenContent(file, 'names no source. Cite at least one, as in [@order-818].');
  for (const id of cited)
    if (!sources.has(id))
      throw new BrokenContent(
        file,
        `cites [@${id}], which no sources.yaml has. Add it to about/sources.yaml.`,
      );
  if (front.written < front.happened)
    throw new BrokenContent(file, 'was written before it happened. Correct one of the two days.');
  return { ...front, slug: name.replace(/\.md$/, ''), locale, body };
}

/** Reads and checks everything under `dir`; `sources` are the ids that may be cited. Throws `BrokenContent`. */
export function loadNews(sources: ReadonlySet<string>, dir: string = HERE): News {
  const all = LOCALES.flatMap((locale) =>
    readdirSync(join(dir, locale))
      .filter((name) => name.endsWith('.md'))
      .map((name) => readItem(dir, locale, name, sources)),
  );
  for (const one of all) {
    const other = all.find(({ slug, locale }) => slug === one.slug && locale !== one.locale);
    if (!other) throw new BrokenContent(`${one.locale}/${one.slug}.md`, 'has no twin in the other language.');
    if (other.happened !== one.happened || other.written !== one.written)
      throw new BrokenContent(
        `${one.locale}/${one.slug}.md`,
        'gives other days than its twin in the other language.',
      );
  }
  const newestFirst = all.toSorted(
    (a, b) => b.happened.localeCompare(a.happened) || a.slug.localeCompare(b.slug),
  );
  return { items: (locale) => newestFirst.filter((one) => one.locale === locale) };
}
