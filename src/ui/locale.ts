import type { Locale } from '#src/shared/i18n.ts';
import { localPath } from '#src/shared/i18n.ts';

/** The path without language and without the `.html` that prerendering adds: `/en/enrol` → `/enrol`, `/en.html` → `/`. */
export function barePath(url: URL): string {
  const path = url.pathname.replace(/(\/index)?\.html$/, '').replace(/\/$/, '');
  const bare = path === '/en' ? '' : path.startsWith('/en/') ? path.slice(3) : path;
  return bare === '' ? '/' : bare;
}

/** The address alone decides the language, so an error page under `/en/…` is English too. */
export const localeOf = (url: URL): Locale => (/^\/en(\/|\.html$|$)/.test(url.pathname) ? 'en' : 'zh');

/** The same page in the other language. Framework parameters (`_action…`) stay behind. */
export function otherLanguage(url: URL): { locale: Locale; href: string } {
  const locale = localeOf(url) === 'zh' ? 'en' : 'zh';
  const kept = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('_')));
  const query = kept.size > 0 ? `?${kept.toString()}` : '';
  return { locale, href: localPath(locale, barePath(url)) + query };
}
