/**
 * The picture that WeChat, Weibo and the rest show beside a shared link. Its address names what is on it, so a page knows it
 * before the build has painted it, and whoever keeps pictures for ever never shows an old one.
 */
import { createHash } from 'node:crypto';
import { LOCALES, translator, type Locale } from '#src/shared/i18n.ts';
import { uiMessages } from '../ui-messages.ts';

/** What can be read on a picture. */
export interface SharePicture {
  readonly title: string;
  /** The room of the house the page is in, such as 了解脐带血; the front page has none. */
  readonly section: string | null;
  readonly bank: string;
  readonly locale: Locale;
}

const words = (locale: Locale, title: string, section: string | null): SharePicture => ({
  title,
  section,
  bank: translator(uiMessages, locale)('bank'),
  locale,
});

/** For a page the server makes for each visit: the build paints only what it can see. */
export const defaultPicture = (locale: Locale): SharePicture =>
  words(locale, translator(uiMessages, locale)('shareDefault'), null);
export const DEFAULT_PICTURES: readonly SharePicture[] = LOCALES.map(defaultPicture);

/** The picture of a prerendered page. */
export const pagePicture = (locale: Locale, title: string, section: string | undefined): SharePicture =>
  words(locale, title, section ?? null);

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#34;': '"',
  '&#38;': '&',
  '&#39;': "'",
};
const plain = (html: string): string => html.replaceAll(/&[\w#]+;/g, (entity) => ENTITIES[entity] ?? entity);

/** The same picture, read from the page's own HTML. */
export function pictureIn(html: string, locale: Locale): SharePicture {
  const meta = (name: string): string | undefined =>
    new RegExp(`<meta property="${name}" content="([^"]*)"`).exec(html)?.[1];
  const section = meta('article:section');
  return pagePicture(
    locale,
    plain(meta('og:title') ?? ''),
    section === undefined ? undefined : plain(section),
  );
}

export const SHARE_WIDTH = 1200;
export const SHARE_HEIGHT = 630;
/** Raise it when the design changes: then every picture gets a new address. */
const DESIGN = 1;

/** Under `/_astro`, where every name carries its content and may be kept for ever. */
export function pictureAddress({ title, section, bank, locale }: SharePicture): string {
  const said = JSON.stringify([DESIGN, locale, bank, section, title]);
  return `/_astro/share-${createHash('sha256').update(said).digest('hex').slice(0, 16)}.png`;
}

/** For places that show a small square and nothing else; the same for every page, so that a visitor loads it once. */
export const SQUARE = { address: `/_astro/share-square-${DESIGN}.png`, side: 320 } as const;
