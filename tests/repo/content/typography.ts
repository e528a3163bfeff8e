/** How the two languages are set, and where their sentences are found. */
import type { Text } from '../../../src/shared/i18n.ts';

/** Chinese types no spaces between Han and Latin, uses its own punctuation, and does not shout. */
export const chineseFaults = (text: string): readonly string[] => [
  ...(text.match(/\p{Script=Han} [\p{Script=Latin}\d]|[\p{Script=Latin}\d] \p{Script=Han}/gu) ?? []),
  ...(text.match(/\p{Script=Han}[,;:?!()]|[,;:?!]\p{Script=Han}|！/gu) ?? []),
];

/** Every `{ zh, en }` in a value, however deep, with the way to it. */
export function sentencesIn(value: unknown, where = ''): readonly (Text & { readonly where: string })[] {
  if (typeof value !== 'object' || value === null) return [];
  const { zh, en } = value as { zh?: unknown; en?: unknown };
  if (typeof zh === 'string' && typeof en === 'string') return [{ zh, en, where }];
  return Object.entries(value).flatMap(([key, one]) => sentencesIn(one, `${where}.${key}`));
}
