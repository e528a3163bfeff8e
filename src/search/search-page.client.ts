/**
 * The search page in a browser with scripts. Little at first: the index and what reads it come with the first touch of the
 * box. From then on every letter is answered from memory; the form itself still works as before.
 */
import type { Searching } from './searching.client.ts';

const root = document.querySelector<HTMLElement>('[data-search]');
const box = root?.querySelector<HTMLInputElement>('input[name="q"]') ?? null;
const results = root?.querySelector<HTMLElement>('[data-results]') ?? null;

const SLASH = 'search-slash-key';

let searching: Promise<Searching | null> | undefined;
/** Loads once; null when it cannot be had, and then the form does the work. */
function warm(): Promise<Searching | null> {
  return (searching ??= (async () => {
    try {
      const { beginSearching } = await import('./searching.client.ts');
      return await beginSearching(root as HTMLElement);
    } catch {
      root?.querySelector<HTMLElement>('[data-slow]')?.removeAttribute('hidden');
      return null;
    }
  })());
}

const queryIn = (address: string): string => new URL(address).searchParams.get('q') ?? '';

/** The address says what was searched, so that it can be sent, and the back button leads through it. */
function keepInAddress(query: string): void {
  if (query === queryIn(location.href)) return;
  const address = new URL(location.href);
  if (query === '') address.searchParams.delete('q');
  else address.searchParams.set('q', query);
  const isNew = queryIn(location.href) === '' || query === '';
  history[isNew ? 'pushState' : 'replaceState'](null, '', address);
}

async function answer(query: string, keep: boolean): Promise<void> {
  const ready = await warm();
  // Whatever was typed meanwhile is what counts.
  if (!ready || !box || box.value.trim() !== query) return;
  ready.show(query);
  if (keep) keepInAddress(query);
}

const links = (): readonly HTMLElement[] => [...(results?.querySelectorAll('a') ?? [])];

function move(by: 1 | -1): void {
  const all = links();
  const at = all.indexOf(document.activeElement as HTMLElement);
  if (at + by < 0) box?.focus();
  else all[Math.min(at + by, all.length - 1)]?.focus();
}

/** A single key may get in the way of speech input, so it can be switched off (WCAG 2.1.4). */
function slashKey(): void {
  const switchOf = root?.querySelector<HTMLInputElement>('[data-slash]');
  if (!switchOf) return;
  try {
    switchOf.checked = localStorage.getItem(SLASH) !== 'off';
  } catch {
    /* storage is off: then it is on */
  }
  switchOf.addEventListener('change', () => {
    try {
      localStorage.setItem(SLASH, switchOf.checked ? 'on' : 'off');
    } catch {
      /* then it holds for this page */
    }
  });
  document.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement;
    const writing = /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && target !== switchOf;
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || writing || !switchOf.checked)
      return;
    event.preventDefault();
    box?.focus();
    box?.select();
  });
}

if (root && box && root.dataset['index']) {
  root.querySelector('[data-keys]')?.removeAttribute('hidden');
  slashKey();
  let composing = false;
  const typed = (): void => {
    // Half-typed pinyin is no word yet.
    if (!composing) void answer(box.value.trim(), true);
  };
  box.addEventListener('focus', () => void warm(), { once: true });
  box.addEventListener('compositionstart', () => {
    composing = true;
  });
  box.addEventListener('compositionend', () => {
    composing = false;
    typed();
  });
  box.addEventListener('input', typed);
  box.form?.addEventListener('submit', (event) => {
    if (!results || links().length === 0 || queryIn(location.href) !== box.value.trim()) return;
    // It is on the screen already: a phone puts its keyboard away.
    event.preventDefault();
    box.blur();
  });
  root.addEventListener('keydown', (event) => {
    const inResults = results?.contains(event.target as Node) ?? false;
    const inBox = event.target === box;
    if ((!inResults && !inBox) || event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (inBox && event.key === 'ArrowUp') return;
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Escape' && inResults) box.focus();
    else if (event.key === 'Escape' && box.value !== '') {
      event.preventDefault();
      box.value = '';
      typed();
    }
  });
  addEventListener('popstate', () => {
    box.value = queryIn(location.href);
    void answer(box.value.trim(), false);
  });
}
