/** Search over the public pages: the same code on the server and, while somebody types, in the browser. */
export { find, MOST_RESULTS, withLatePages, type Found, type LatePage, type Result } from './find.ts';
export type { Piece } from './excerpt.ts';
export { searchStore, type SearchStore } from './search-store.ts';
export { topicsOf, type Topics } from './topics.ts';
