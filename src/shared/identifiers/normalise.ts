import type { Text } from '../i18n.ts';
import type { Result } from '../result.ts';

/** What a refused identifier answers with: the sentence itself. */
export type Parsed<T, Code extends string> = Result<T, Code, Text>;

/** As typed on any keyboard → plain characters: full-width forms folded, spaces and hyphens dropped, upper case. */
export const plain = (raw: string): string =>
  raw
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff\-‐‑‒–—−]/g, '')
    .toUpperCase();

/** Turns a parser into a form field's `check`: the sentence, or null when the answer is good. */
export const sentence =
  <T>(parse: (raw: string) => Parsed<T, string>) =>
  (answer: string | readonly string[]): Text | null => {
    const parsed = parse(typeof answer === 'string' ? answer : (answer[0] ?? ''));
    return parsed.ok ? null : (parsed.detail as Text);
  };
