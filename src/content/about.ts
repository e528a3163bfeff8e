/**
 * The pages about the bank, its rules and the reader's rights. Files, checked when they are read: the build stops at the
 * first broken one and names file, field and how to mend it. How to write one: docs/content.md.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import type { Locale, Text } from '#src/shared/i18n.ts';
import { numbering, wordsOf, type Words } from '#src/shared/words.ts';
import { aboutPageFile } from './about-schema.ts';
import { BrokenContent, yamlFile } from './content-file.ts';
import { loadEducation, type Source } from './education.ts';
import { sourcesFile } from './education-schemas.ts';

type PageFile = z.output<typeof aboutPageFile>;

/** The texts of a file in one language: plain ones as strings, rich ones as pieces. */
type InOneLanguage<T> = T extends { readonly rich: Text }
  ? Words
  : T extends Text
    ? string
    : T extends readonly (infer Item)[]
      ? readonly InOneLanguage<Item>[]
      : T extends object
        ? { readonly [K in keyof T]: InOneLanguage<T[K]> }
        : T;

export type AboutPageData = InOneLanguage<PageFile> & {
  readonly name: string;
  readonly locale: Locale;
  /** Ids of sources in the order of their numbers on the page. */
  readonly cited: readonly string[];
};
export type AboutSection = AboutPageData['sections'][number];
export type AboutBlock = AboutSection['blocks'][number];

export interface About {
  /** Names of the pages, which are their files' names. */
  readonly names: readonly string[];
  /** As written, for tests and tools. */
  file(name: string): PageFile;
  page(locale: Locale, name: string): AboutPageData;
  /** Those of the articles and those only these pages need. */
  readonly sources: ReadonlyMap<string, Source>;
}

const HERE = fileURLToPath(new URL('./about/', import.meta.url));
const SOURCES = 'sources.yaml';

function translated(value: unknown, locale: Locale, toWords: (text: string) => Words): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => translated(one, locale, toWords));
  if ('rich' in value) return toWords((value.rich as Text)[locale]);
  if ('zh' in value && 'en' in value) return (value as Text)[locale];
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, translated(one, locale, toWords)]),
  );
}

/** Reads and checks everything under `dir`. Throws `BrokenContent`. */
export function loadAbout(dir: string = HERE, shared = loadEducation().sources): About {
  const own = yamlFile(sourcesFile, join(dir, SOURCES), SOURCES);
  for (const id of Object.keys(own))
    if (shared.has(id))
      throw new BrokenContent(SOURCES, `${id} is already a source of the articles. Use that one.`);
  const sources = new Map<string, Source>([
    ...shared,
    ...Object.entries(own).map(([id, source]) => [id, { ...source, id }] as const),
  ]);
  const files = new Map(
    readdirSync(dir)
      .filter((file) => file.endsWith('.yaml') && file !== SOURCES)
      .sort()
      .map((file) => [file.replace(/\.yaml$/, ''), yamlFile(aboutPageFile, join(dir, file), file)]),
  );
  const file = (name: string): PageFile => {
    const found = files.get(name);
    if (!found) throw new BrokenContent(`${name}.yaml`, 'is not there');
    return found;
  };
  const page = (locale: Locale, name: string): AboutPageData => {
    const numbers = numbering();
    const told = translated(file(name), locale, (text) => wordsOf(text, locale, numbers));
    for (const id of numbers.ids)
      if (!sources.has(id))
        throw new BrokenContent(
          `${name}.yaml`,
          `cites [@${id}], which neither ${SOURCES} here nor that of the articles has. Add it here.`,
        );
    return { ...(told as InOneLanguage<PageFile>), name, locale, cited: numbers.ids };
  };
  return { names: [...files.keys()], file, page, sources };
}
