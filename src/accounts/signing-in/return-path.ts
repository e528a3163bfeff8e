/** Where to go after signing in. Only a path of this very site: anything else would let a mail's link send people away. */
const BASE = 'https://here.invalid';

/** The path when it stays on this site, else null. */
export function ownPath(raw: string | null | undefined): string | null {
  if (!raw || raw.length > 500 || !raw.startsWith('/') || /[\\\p{Cc}]/u.test(raw)) return null;
  if (!URL.canParse(raw, BASE)) return null;
  const url = new URL(raw, BASE);
  // `//elsewhere` and `/\elsewhere` are other hosts to a browser.
  if (url.origin !== BASE || url.pathname.startsWith('//')) return null;
  // A link may lead to a page, never make one act.
  url.searchParams.delete('_action');
  return url.pathname + url.search;
}

export const withNext = (door: string, next: string | null): string => {
  const path = ownPath(next);
  return path === null || path === '/' ? door : `${door}?next=${encodeURIComponent(path)}`;
};

/** A form's target that keeps the way back, also when the form is refused and shown again. */
export const keepNext = (action: string, next: string | null): string =>
  next === null ? action : `${action}&next=${encodeURIComponent(next)}`;
