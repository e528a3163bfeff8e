/** Pages that answer a need, for the search. Data an editor keeps: src/content/search/signposts.yaml. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { BrokenContent } from './education.ts';
import { text } from './policy-parts.ts';

const NAME = 'search/signposts.yaml';
const file = z
  .array(
    z.strictObject({
      to: z.string().regex(/^\/[a-z0-9/-]*$/, 'must be a path without the language, such as /prices'),
      words: z.array(z.string().trim().min(2, 'a word needs two characters')).min(1, 'needs a word'),
      title: text,
      line: text,
    }),
  )
  .min(1);

export type Signpost = z.output<typeof file>[number];

/** Throws `BrokenContent` with the place that is wrong. */
export function loadSignposts(
  path = fileURLToPath(new URL(`./${NAME}`, import.meta.url)),
): readonly Signpost[] {
  let raw: unknown;
  try {
    raw = parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new BrokenContent(NAME, error instanceof Error ? error.message : String(error));
  }
  const read = file.safeParse(raw);
  if (read.success) return read.data;
  const lines = read.error.issues.map(({ path: at, message }) => `  ${at.map(String).join('.')}: ${message}`);
  throw new BrokenContent(NAME, `\n${lines.join('\n')}`);
}
