/**
 * The picture that WeChat, Weibo and the rest show beside a shared link. Its address names what is on it, so a page knows it
 * before the build has painted it, and whoever keeps pictures for ever never shows an old one.
 */
import { createHash } from 'node:crypto';
import type { Locale } from '#src/shared/i18n.ts';

/** What can be read on a picture. */
export interface SharePicture {
  readonly title: string;
  /** The room of the house the page is in, such as 了解脐带血; the front page has none. */
  readonly section: string | null;
  readonly locale: Locale;
}

export const SHARE_WIDTH = 1200;
export const SHARE_HEIGHT = 630;
/** Raise it when the design changes: then every picture gets a new address. */
const DESIGN = 1;

/** Under `/_astro`, where every name carries its content and may be kept for ever. */
export function pictureAddress({ title, section, locale }: SharePicture): string {
  const said = JSON.stringify([DESIGN, locale, section, title]);
  return `/_astro/share-${createHash('sha256').update(said).digest('hex').slice(0, 16)}.png`;
}

/** For places that show a small square and nothing else; the same for every page, so that a visitor loads it once. */
export const SQUARE = { address: `/_astro/share-square-${DESIGN}.png`, side: 320 } as const;
