/**
 * What is kept about people and for how long, as data: the privacy notice prints it, and whoever deletes asks it. Two
 * policies, because a period of the law changes at another time than the list of what we hold.
 */
import { z } from 'zod';

const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const id = z.string().regex(/^[a-z0-9-]+$/, 'must be small letters, digits and hyphens');

const keep = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.enum(['years', 'months', 'days', 'hours']), atLeast: z.int().positive() }),
  /** Without a number: permanent, or for as long as something else lasts. */
  z.strictObject({ unit: z.literal('words'), words: text }),
]);

const row = z.strictObject({
  id,
  record: text,
  keep,
  /** What the period is counted from; missing where nothing says so. */
  from: text.optional(),
  /** The rule it rests on, with its article, or our reason. */
  because: text,
  /** How it is known: read in full, at second hand, not seen at all, or ours. */
  sure: z.enum(['read', 'second-hand', 'not-found', 'ours']),
  /** Who has to keep it: the bank, or somebody the bank passes records to. */
  binds: z.enum(['us', 'others']),
});

export const retentionShape = { rows: z.array(row).min(1) };

export const privacyShape = {
  /** From the day a request reaches us; the law only says promptly (PIPL 50). */
  answer: z
    .strictObject({ aimWorkingDays: z.int().positive(), atMostWorkingDays: z.int().positive() })
    .refine((a) => a.aimWorkingDays <= a.atMostWorkingDays, {
      message: 'the aim is not later than the limit',
    }),
  recipients: z
    .array(
      z.strictObject({
        id,
        who: text,
        what: text,
        why: text,
        /** Passing it on needs a consent of its own (PIPL 23, 29, 39). */
        separateConsent: z.boolean(),
      }),
    )
    .min(1),
  kinds: z
    .array(
      z.strictObject({
        id,
        what: text,
        why: text,
        /** PIPL 13: contract, the law, or consent; 29: separate consent for sensitive data; 31: a guardian's. */
        basis: z.enum(['contract', 'law', 'consent', 'separate-consent', 'guardian-consent']),
        sensitive: z.boolean(),
        recipients: z.array(id),
        /** Ids of the retention policy. */
        kept: z.array(id).min(1),
      }),
    )
    .min(1),
  /** What a browser keeps for us. */
  device: z.array(z.strictObject({ name: z.string().min(1), what: text, lasts: text })).min(1),
};
