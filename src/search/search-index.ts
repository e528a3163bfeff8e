/** What is searched: made from the built pages (`read-page.ts`), sent to browsers as JSON, and read by the server too. */
import type { Locale } from '#src/shared/i18n.ts';
import type { Signpost } from './signposts.ts';

export interface IndexedPage {
  /** As a link has it, with the language. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** The room of the house it is in, such as 了解脐带血; null for a page that is a room itself. */
  readonly section: string | null;
}

/** A piece of a page that can be linked to. */
export interface Entry {
  /** Place in `pages`. */
  readonly page: number;
  /** Id within the page; null: its beginning. */
  readonly anchor: string | null;
  readonly heading: string | null;
  readonly text: string;
  /** A term or a question: found for itself, not as a part of its page. */
  readonly alone: boolean;
}

export interface SearchIndex {
  readonly locale: Locale;
  readonly pages: readonly IndexedPage[];
  readonly entries: readonly Entry[];
  /** Words that mean the same, in both languages; folded. */
  readonly synonyms: readonly (readonly string[])[];
  readonly signposts: readonly Signpost[];
  /** Traditional characters with our own after each: `臍脐`. */
  readonly traditional: string;
  /** How our words are spelt in pinyin. */
  readonly spellings: readonly (readonly [sound: string, word: string])[];
}

export const EMPTY_INDEX = (locale: Locale): SearchIndex => ({
  locale,
  pages: [],
  entries: [],
  synonyms: [],
  signposts: [],
  traditional: '',
  spellings: [],
});
