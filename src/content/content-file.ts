/** How files for the public are read: checked when read, and a broken one says which file, which field and how to mend it. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';

/** A file that cannot be published: names file, field and how to mend it. */
export class BrokenContent extends Error {
  override name = 'BrokenContent';
  constructor(file: string, problem: string) {
    super(`${file}: ${problem}`);
  }
}

/** What the schema makes of it. Throws `BrokenContent` with one line for each field that does not fit. */
export function checked<S extends z.ZodType>(schema: S, raw: unknown, file: string): z.output<S> {
  const read = schema.safeParse(raw);
  if (read.success) return read.data;
  const lines = read.error.issues.map(
    ({ path, message }) => `  ${path.length === 0 ? '(the file)' : path.join('.')}: ${message}`,
  );
  throw new BrokenContent(file, `\n${lines.join('\n')}`);
}

/** The data of a YAML text. Throws `BrokenContent` with the line. */
export function yaml(text: string, file: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new BrokenContent(file, error instanceof Error ? error.message : String(error));
  }
}

/** A whole YAML file, checked; `file` is how messages call it. */
export const yamlFile = <S extends z.ZodType>(schema: S, path: string, file: string): z.output<S> =>
  checked(schema, yaml(readFileSync(path, 'utf8'), file), file);

/** Front matter between two lines of ---, checked, and the Markdown below it. */
export function markdownFile<S extends z.ZodType>(
  schema: S,
  path: string,
  file: string,
): { readonly front: z.output<S>; readonly body: string } {
  const [, head, body] =
    /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(path, 'utf8').replaceAll('\r\n', '\n')) ?? [];
  if (head === undefined || body === undefined)
    throw new BrokenContent(file, 'begins with no front matter. Start with a line ---, fields, another ---.');
  return { front: checked(schema, yaml(head, file), file), body: body.trim() };
}
