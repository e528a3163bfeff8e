/** Every public page in both languages: what the build wrote, and what the server makes for each visit. */
import { builtPages } from '../../scripts/built-pages.mjs';
import { livePages } from '../../scripts/live-pages.mjs';
import { LOCALES, type Locale } from '../../src/shared/i18n.ts';
import { OUT_DIR } from './processes.ts';

export const publicPages = (locale: Locale): readonly string[] =>
  [...builtPages(OUT_DIR), ...livePages(OUT_DIR)]
    .filter((page) => page.indexed && page.locale === locale)
    .map(({ address }) => address);

export const allPublicPages = (): readonly string[] => LOCALES.flatMap(publicPages);
