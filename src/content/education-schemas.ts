/** What each file of the education room has to look like; the messages tell an editor how to mend it. */
import { z } from 'zod';
import { both, day, id, line } from './content-parts.ts';

/** Who answers for a text. Names are the operator's to add; a byline never claims a laboratory or a lawyer nobody has seen. */
export const AUTHORS = ['editors'] as const;
/** Who would have to review it: somebody with medical training, or a lawyer. */
export const FIELDS = ['medicine', 'law'] as const;

export const frontMatter = z.strictObject({
  title: line('the title').max(60, 'the title is longer than 60 characters; shorten it'),
  summary: line('the summary').max(200, 'the summary is longer than 200 characters; shorten it'),
  author: z.enum(AUTHORS, { error: `author has to be one of ${AUTHORS.join(', ')}` }),
  field: z.enum(FIELDS, { error: `field has to be one of ${FIELDS.join(', ')}` }).default('medicine'),
  written: day,
  nextReview: day,
  /** Entered by the operator when somebody with a medical, or a lawyer's, role has read this very text. */
  reviewed: z
    .strictObject({ role: both, on: day }, { error: 'reviewed is null, or has role (zh, en) and on (a day)' })
    .nullable(),
});

export const orderFile = z
  .array(
    z.strictObject({
      id,
      title: both,
      articles: z.array(id).min(1, 'a part needs at least one article'),
    }),
  )
  .min(1);

/** From a guideline down to a claim of a bank: shown beside the source, because they do not weigh the same. */
export const SOURCE_KINDS = [
  'guideline',
  'systematic-review',
  'trial',
  'registry',
  'observational',
  'laboratory',
  'expert',
  'regulator',
  'law',
  'bank',
  'press',
] as const;

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
const publisher = z
  .union([line('the publisher'), both])
  .refine((name) => typeof name !== 'string' || !hasHan(name), {
    error: 'a Chinese publisher has zh and en: English readers have to know who said it',
  })
  .transform((name) => (typeof name === 'string' ? { zh: name, en: name } : name));

const source = z
  .strictObject({
    /** As published, in its own language. */
    title: line('the title of the source'),
    /** What a Chinese title says, for English readers. */
    english: line('the title in English').optional(),
    /** One name, or `zh` and `en` of a Chinese publisher. */
    publisher,
    /** `2019`, `2019-03` or `2019-03-08`; null when the source shows none. */
    date: z
      .string()
      .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'write the date as YYYY, YYYY-MM or YYYY-MM-DD, in quotes')
      .nullable(),
    kind: z.enum(SOURCE_KINDS, { error: `kind has to be one of ${SOURCE_KINDS.join(', ')}` }),
    /** The publisher's own page, never a mirror; null when only a copy was seen. */
    url: z.url({ protocol: /^https?$/, error: 'url has to begin with https://' }).nullable(),
    /** What was read of it, and what a reader should know about it. */
    note: both.nullable(),
  })
  .refine(({ title, english }) => !hasHan(title) || english !== undefined, {
    path: ['english'],
    error: 'a Chinese title needs english: what it says, for English readers',
  });

export const sourcesFile = z.record(id, source);

export const glossaryFile = z.record(
  id,
  z.strictObject({
    term: both,
    /** Other words people use for it, in both languages; search finds them. */
    also: z.array(line('a synonym')).default([]),
    meaning: both,
  }),
);

export const faqFile = z
  .array(
    z.strictObject({
      id,
      title: both,
      questions: z
        .array(z.strictObject({ id, question: both, answer: both, sources: z.array(id).default([]) }))
        .min(1),
    }),
  )
  .min(1);
