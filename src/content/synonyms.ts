/** Words that mean the same, for the search. Data an editor keeps: src/content/search/synonyms.yaml. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { BrokenContent, loadEducation, type Term } from './education.ts';

const NAME = 'search/synonyms.yaml';
const file = z.array(
  z
    .array(z.string({ error: 'a word has to be text; put it in quotes' }).trim().min(1, 'a word is empty'))
    .min(2, 'a group needs at least two words'),
  { error: 'has to be a list of groups: - [word, another]' },
);

/** Groups of the file. Throws `BrokenContent`. */
export function loadSynonyms(
  path = fileURLToPath(new URL(`./${NAME}`, import.meta.url)),
): readonly (readonly string[])[] {
  let raw: unknown;
  try {
    raw = parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new BrokenContent(NAME, error instanceof Error ? error.message : String(error));
  }
  const read = file.safeParse(raw);
  if (read.success) return read.data;
  const lines = read.error.issues.map(
    ({ path: at, message }) =>
      `  ${at.length === 0 ? '(the file)' : `group ${Number(at[0]) + 1}`}: ${message}`,
  );
  throw new BrokenContent(NAME, `\n${lines.join('\n')}`);
}

const namesOf = ({ term, also }: Term): readonly string[] => [term.zh, term.en, ...also];

/** The groups of the file and the names of every term of the glossary. */
export const allSynonyms = (
  glossary: ReadonlyMap<string, Term> = loadEducation().glossary,
): readonly (readonly string[])[] => [...loadSynonyms(), ...[...glossary.values()].map(namesOf)];
