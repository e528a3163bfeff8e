/** What is measured, what a family is told when something goes wrong and by when, and how soon a complaint is answered. */
import { z } from 'zod';

const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const id = z.string().regex(/^[a-z0-9-]+$/, 'must be small letters, digits and hyphens');

export const qualityShape = {
  measures: z.array(z.strictObject({ id, what: text, how: text, seen: text })).min(1),
  incidents: z
    .array(
      z.strictObject({
        id,
        what: text,
        /** Counted from when we know of it; `before` counts back from the day it happens. */
        within: z.int().positive(),
        unit: z.enum(['hours', 'working-days', 'days-before']),
        how: text,
        /** What the family can choose or gets. */
        then: text,
      }),
    )
    .min(1),
  /** Working days. */
  complaints: z
    .strictObject({ confirmWorkingDays: z.int().positive(), answerWorkingDays: z.int().positive() })
    .refine((c) => c.confirmWorkingDays < c.answerWorkingDays, {
      message: 'a complaint is confirmed before it is answered',
    }),
};
