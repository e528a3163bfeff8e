/** What the search page loads when it is first used: the index, what reads it, and what shows what was found. */
import { find, searchable, withLatePages, type Found, type LatePage } from './find.ts';
import type { Piece } from './excerpt.ts';
import type { SearchIndex } from './search-index.ts';
import { searchMessages } from './search-messages.ts';
import { statusLine } from './status-line.ts';
import { translator } from '#src/shared/i18n.ts';

export interface Searching {
  show(query: string): void;
}

/** A screen reader hears the count when somebody has stopped typing, not with every letter. */
const SPEAK_AFTER = 700;

const pieces = (all: readonly Piece[]): readonly Node[] =>
  all.map(({ text, hit }) => {
    if (!hit) return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });

/** Fetches the index and answers from it. Throws when it cannot be had. */
export async function beginSearching(root: HTMLElement): Promise<Searching> {
  const locale = root.dataset['locale'] === 'en' ? 'en' : 'zh';
  const t = translator(searchMessages, locale);
  const response = await fetch(root.dataset['index'] ?? '');
  if (!response.ok) throw new Error(`no index: ${response.status}`);
  const late = JSON.parse(root.dataset['late'] ?? '[]') as readonly LatePage[];
  const house = withLatePages(searchable((await response.json()) as SearchIndex), late);

  const part = <E extends HTMLElement>(name: string): E => {
    const found = root.querySelector<E>(`[data-${name}]`);
    if (!found) throw new Error(`the search page has no ${name}`);
    return found;
  };
  const list = part('results');
  const form = part<HTMLTemplateElement>('result');
  const status = part('status');
  const none = part('none');
  const spoken = part('spoken');
  const parts = new Map(
    [...root.querySelectorAll<HTMLElement>('[data-when]')].map((one) => [one.dataset['when'], one]),
  );
  let speaking: ReturnType<typeof setTimeout> | undefined;

  const row = (result: Found['results'][number]): Node => {
    const item = form.content.cloneNode(true) as DocumentFragment;
    const link = item.querySelector('a');
    link?.setAttribute('href', result.href);
    link?.replaceChildren(...pieces(result.title));
    item.querySelector('[data-excerpt]')?.replaceChildren(...pieces(result.excerpt));
    item.querySelector('[data-place]')?.replaceChildren(
      ...result.place.map((words) => {
        const one = document.createElement('span');
        one.textContent = words;
        return one;
      }),
    );
    return item;
  };

  return {
    show(query) {
      const found = find(house, query);
      const state = query === '' ? 'empty' : found.count === 0 ? 'none' : 'results';
      list.replaceChildren(...found.results.map(row));
      status.textContent = found.count > 0 ? statusLine(found, locale) : '';
      none.textContent = state === 'none' ? t('none', { query }) : '';
      for (const [when, element] of parts)
        element.hidden = when === 'topics' ? state === 'results' : when !== state;
      document.title = document.title.replace(/^.*(?= · )/, () =>
        query === '' ? t('title') : t('titleFor', { query }),
      );
      clearTimeout(speaking);
      speaking = setTimeout(() => {
        spoken.textContent = status.textContent || none.textContent;
      }, SPEAK_AFTER);
    },
  };
}
