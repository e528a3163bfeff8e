/**
 * One spelling per address. Everything after this point (body limits, static headers, Astro's routes) may look a path up
 * as it is, because any other spelling was refused or redirected here.
 */
import type { IncomingMessage } from 'node:http';

export type Target =
  | { readonly kind: 'ok'; readonly path: string; readonly query: string }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'malformed' };

const MALFORMED: Target = { kind: 'malformed' };

/** Reads `req.url`. Absolute-form targets, `..`, `//`, backslashes and broken percent escapes are malformed. */
export function readTarget(raw: string): Target {
  const mark = raw.indexOf('?');
  const path = mark < 0 ? raw : raw.slice(0, mark);
  const query = mark < 0 ? '' : raw.slice(mark);
  if (!path.startsWith('/') || path.includes('//') || path.includes('\\') || raw.includes('#'))
    return MALFORMED;
  try {
    const decoded = decodeURIComponent(path);
    // A control character or an encoded slash, backslash or dot segment means different things to different readers.
    if (/[\p{Cc}\\]/u.test(decoded) || /%2f/i.test(path)) return MALFORMED;
    if (decoded.split('/').some((segment) => segment === '.' || segment === '..')) return MALFORMED;
  } catch {
    return MALFORMED;
  }
  const canonical = canonicalPath(path);
  return canonical === path ? { kind: 'ok', path, query } : { kind: 'redirect', to: canonical + query };
}

/** `/x/` → `/x`, `/index.html` → `/`, `/x.html` → `/x`. */
function canonicalPath(path: string): string {
  let canonical = path;
  if (canonical.endsWith('/index.html')) canonical = canonical.slice(0, -'index.html'.length);
  else if (canonical.endsWith('.html')) canonical = canonical.slice(0, -'.html'.length);
  if (canonical.length > 1 && canonical.endsWith('/')) canonical = canonical.slice(0, -1);
  return canonical;
}

/** Two `Host` lines: the proxy in front might believe one and we the other. */
export function namesOneHost({ rawHeaders }: IncomingMessage): boolean {
  let count = 0;
  for (let i = 0; i < rawHeaders.length; i += 2)
    if (rawHeaders[i]?.length === 4 && rawHeaders[i]?.toLowerCase() === 'host') count += 1;
  return count === 1;
}
