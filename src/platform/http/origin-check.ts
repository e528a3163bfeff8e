/**
 * Cross-site request forgery: an unsafe request must come from one of our own pages. Browsers send `Origin` with every
 * POST and, since 2023, `Sec-Fetch-Site`; a client that sends neither is no browser of a signed-in person.
 */
export type OriginRefusal = 'foreign-origin' | 'foreign-site' | 'no-origin';

/** Null when the request is ours. `origin` is the public origin, such as `https://www.example.cn`. */
export function originRefusal(headers: Headers, origin: string): OriginRefusal | null {
  const from = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  if (from !== null && from !== origin) return 'foreign-origin';
  if (site !== null && site !== 'same-origin') return 'foreign-site';
  return from === null && site === null ? 'no-origin' : null;
}
