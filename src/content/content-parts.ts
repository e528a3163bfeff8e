/** What the schemas of several public files share; the messages tell an editor how to mend a file. */
import { z } from 'zod';
import { parseCivilDate } from '#src/shared/civil-date.ts';

export const day = z
  .string({ error: 'a day is missing. Write it as YYYY-MM-DD, in quotes.' })
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'write the day as YYYY-MM-DD, in quotes')
  .refine(
    (text) => !/^\d{4}-\d{2}-\d{2}$/.test(text) || parseCivilDate(text) !== null,
    'there is no such day',
  );

export const line = (what: string) =>
  z
    .string({ error: `${what} is missing` })
    .trim()
    .min(1, `${what} is empty`);

export const both = z.strictObject(
  { zh: line('the Chinese text (zh)'), en: line('the English text (en)') },
  { error: 'needs a text in both languages: zh and en' },
);

export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id has small letters, digits and single hyphens only');
