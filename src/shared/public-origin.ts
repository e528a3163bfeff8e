/**
 * The site is built once and runs in many places, so a prerendered page cannot know its own origin. It carries this one
 * instead (RFC 2606 keeps `.invalid` free for ever); the server puts PUBLIC_ORIGIN in its place when it loads the page.
 */
export const UNKNOWN_ORIGIN = 'https://origin.invalid';

/** An absolute address of this site, for what has to be absolute: canonical links, share pictures, sitemaps, feeds. */
export const absolute = (localPath: string, origin: string = UNKNOWN_ORIGIN): string => origin + localPath;

/** Puts the origin of this house into what was built without one. */
export const atHome = (text: string, origin: string): string => text.replaceAll(UNKNOWN_ORIGIN, origin);
