/** What the address of a list says: which city, which kind, and where the page begins. Nothing of it is personal. */
import { CITIES } from '../../shared/areas/areas.ts';
import { ONLINE } from '../event.ts';
import type { EventFilter, EventKey } from '../event-store.ts';

export const keyText = ({ at, id }: EventKey): string => `${at}.${id}`;

/** Null for anything that is no such place: the list then starts at its top. */
export function readKey(raw: string | null): EventKey | null {
  const parts = /^(\d{1,15})\.(eve_[0-9a-z]{26})$/.exec(raw ?? '');
  return parts?.[1] && parts[2] ? { at: Number(parts[1]), id: parts[2] } : null;
}

/** What nobody offers is left out, so a mistyped address shows everything instead of nothing. */
export function readFilter(query: URLSearchParams, kinds: readonly { readonly id: string }[]): EventFilter {
  const city = query.get('city') ?? '';
  const kind = query.get('kind') ?? '';
  return {
    city: city === ONLINE || CITIES.some(({ code }) => code === city) ? city : undefined,
    kind: kinds.some(({ id }) => id === kind) ? kind : undefined,
  };
}

/** A query string of a filter and a place, or nothing. */
export function listQuery({ city, kind }: EventFilter, after?: EventKey | null): string {
  const query = new URLSearchParams();
  if (city !== undefined) query.set('city', city);
  if (kind !== undefined) query.set('kind', kind);
  if (after) query.set('after', keyText(after));
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
