/** The index the build left behind, read when somebody first searches and kept from then on. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locale } from '#src/shared/i18n.ts';
import { searchable, type Searchable } from './find.ts';
import { EMPTY_INDEX, type SearchIndex } from './search-index.ts';

export interface SearchStore {
  of(locale: Locale): Searchable;
  /** Where a browser gets the same index; null before a build. */
  address(locale: Locale): string | null;
}

/** `outDir`: where the build is. Without one there is nothing to find, and nothing fails. */
export function searchStore(outDir: string): SearchStore {
  let addresses: Readonly<Record<string, string>> | undefined;
  const known = new Map<Locale, Searchable>();
  const address = (locale: Locale): string | null => {
    const list = path.join(outDir, 'search.json');
    addresses ??= existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Record<string, string>) : {};
    return addresses[locale] ?? null;
  };
  return {
    address,
    of(locale) {
      const ready = known.get(locale);
      if (ready) return ready;
      const at = address(locale);
      const index =
        at === null
          ? EMPTY_INDEX(locale)
          : (JSON.parse(readFileSync(path.join(outDir, 'client', at), 'utf8')) as SearchIndex);
      const made = searchable(index);
      known.set(locale, made);
      return made;
    },
  };
}
