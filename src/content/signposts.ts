/** Pages that answer a need, for the search. Data an editor keeps: src/content/search/signposts.yaml. */
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { yamlFile } from './content-file.ts';
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
export const loadSignposts = (
  path = fileURLToPath(new URL(`./${NAME}`, import.meta.url)),
): readonly Signpost[] => yamlFile(file, path, NAME);
