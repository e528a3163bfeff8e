/** What each policy file must hold. Messages say how to mend the file. */
import { z } from 'zod';
import { fen, text } from './policy-parts.ts';
import { programmesShape } from './programme-schema.ts';
import { privacyShape, retentionShape } from './privacy-schema.ts';
import { qualityShape } from './quality-schema.ts';

const effective = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "must be the effective date in quotes, such as '2026-01-01'");

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time in quotes, such as '17:00'");

const policy = <N extends string, S extends z.ZodRawShape>(id: N, shape: S) =>
  z.strictObject({
    id: z.literal(id),
    version: effective,
    /** The operator has confirmed the figures; until then every page shows 示例. */
    confirmed: z.boolean('must be true or false'),
    source: text,
    ...shape,
  });

const planBase = { name: text, line: text, covers: text };
const plan = z.discriminatedUnion('kind', [
  z.strictObject({
    id: z.literal('yearly'),
    kind: z.literal('yearly'),
    ...planBase,
    firstFen: fen,
    yearlyFen: fen,
  }),
  z.strictObject({ id: z.literal('prepaid'), kind: z.literal('prepaid'), ...planBase, totalFen: fen }),
  z.strictObject({
    id: z.enum(['instalments-12', 'instalments-24']),
    kind: z.literal('instalments'),
    ...planBase,
    instalments: z.int().min(2).max(60),
    instalmentFen: fen,
  }),
]);

const thresholdBase = {
  /** The test's id in the laboratory feed. */
  test: z.string().regex(/^[a-z0-9-]+$/),
  name: text,
  plain: text,
  typical: z.strictObject({ median: z.number(), min: z.number(), max: z.number() }).optional(),
};
const shown = z.strictObject({
  /** Divide the base value by this before printing. */
  divisor: z.number().positive(),
  decimals: z.int().min(0).max(3),
  unit: text,
});
const threshold = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.enum(['at-least', 'at-most']), limit: z.number(), shown, ...thresholdBase }),
  z.strictObject({ rule: z.literal('negative'), ...thresholdBase }),
  z.strictObject({ rule: z.literal('information'), shown: shown.optional(), ...thresholdBase }),
]);

export const POLICY_SCHEMAS = {
  fees: policy('fees', {
    termYears: z.int().min(1),
    dueAfterSigningDays: z.int().min(1),
    reminderDaysBefore: z.array(z.int().positive()).min(1),
    graceDays: z.int().min(0),
    plans: z.array(plan).min(1),
  }),
  refunds: policy('refunds', {
    sevenDays: z.strictObject({ on: z.boolean(), days: z.int().positive() }),
    payWithinDays: z.int().positive(),
    /** From which day those days are counted; version 2026-01-01 did not say. */
    countedFrom: text.optional(),
    testCostFen: fen,
    cases: z
      .array(
        z.strictObject({
          id: z.enum([
            'seven-days',
            'not-collected',
            'loss-of-the-baby',
            'not-stored',
            'bank-at-fault',
            'stopped-after-storage',
          ]),
          rule: z.enum(['everything', 'less-test-cost', 'unused-whole-years']),
          when: text,
          back: text,
        }),
      )
      .min(1),
  }),
  thresholds: policy('thresholds', {
    products: z.strictObject({
      'cord-blood': z.array(threshold).min(1),
      'immune-cells': z.array(threshold).min(1),
    }),
  }),
  enrolment: policy('enrolment', {
    minWeek: z.int(),
    recommendedWeek: z.int(),
    alertUnderWeek: z.int(),
    maxWeek: z.int(),
    maxBabies: z.int().min(1),
    collectsIn: z.string().regex(/^\d{2}$/),
    transport: z
      .strictObject({ aimHours: z.number(), acceptHours: z.number(), familyDecidesHours: z.number() })
      .refine((t) => t.aimHours <= t.acceptHours && t.acceptHours <= t.familyDecidesHours, {
        message: 'hours must rise: aimHours, acceptHours, familyDecidesHours',
      }),
    reviewWorkingDays: z.int().positive(),
    resultsWorkingDays: z.int().positive(),
    offerDays: z.int().positive(),
  }),
  kit: policy('kit', {
    sendWithinWorkingDays: z.int().positive(),
    callIfMissingInWeek: z.int().min(20).max(40),
  }),
  care: policy('care', {
    callWithinWorkingDays: z.int().positive(),
    recheckWithinWorkingDays: z.int().positive(),
    slots: z
      .array(
        z.strictObject({ id: z.enum(['morning', 'afternoon', 'evening']), from: timeOfDay, to: timeOfDay }),
      )
      .min(1),
  }),
  decline: policy('decline', {
    reasons: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[a-z0-9-]+$/),
          /** For the counsellor who chooses. */
          name: text,
          /** What the family reads when the counsellor writes nothing else; null where only own words will do. */
          sentence: text.nullable(),
        }),
      )
      .min(1),
  }),
  hospitals: policy('hospitals', {
    hospitals: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        en: z.string(),
        city: z.string().regex(/^37\d{4}$/, 'must be the code of a city of Shandong, such as 370100'),
      }),
    ),
  }),
  events: policy('events', {
    kinds: z.array(z.strictObject({ id: z.string().regex(/^[a-z0-9-]+$/), name: text, line: text })).min(1),
    maxParty: z.int().min(1).max(9),
    maxCapacity: z.int().min(1).max(5000, 'check-in codes reach for 5,000 seats'),
    reminder: z.strictObject({ daysBefore: z.int().min(0).max(14), at: timeOfDay }),
    reply: z.strictObject({ hours: z.int().positive(), hoursBeforeStart: z.int().min(0) }),
    quiet: z.strictObject({ from: timeOfDay, to: timeOfDay }),
    seatsHeldMinutes: z.int().min(0),
    eraseAfterDays: z.int().min(1).max(90),
  }),
  products: policy('products', {
    products: z.array(
      z.strictObject({
        id: z.enum(['cord-blood', 'immune-cells']),
        /** Can be enrolled for on the site now. */
        open: z.boolean(),
        name: text,
        line: text,
        contractTemplate: z.string().optional(),
      }),
    ),
  }),
  programmes: policy('programmes', programmesShape),
  quality: policy('quality', qualityShape),
  privacy: policy('privacy', privacyShape),
  retention: policy('retention', retentionShape),
} as const;
