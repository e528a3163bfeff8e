/**
 * The public benefit programmes as data: who is helped, with what, on which papers, in which time. The same criteria decide
 * the two-minute check and, later, an application, so a change of the rules is a new dated file and no code.
 */
import { z } from 'zod';
import { CHARITY_SOURCES, type CharitySourceId } from './charity-sources.ts';
import { fen, text } from './policy-parts.ts';

/** What a person can answer about the patient. The criteria of a policy must say something to each of them. */
export const SITUATION_ANSWERS = {
  /** `done-unsaid` is not offered: it is what “done” and “no transplant”, or “I cannot say”, mean together. */
  treatment: ['cord-transplant', 'cord-support', 'other-transplant', 'none', 'undecided', 'done-unsaid'],
  stage: ['not-yet', 'within-year', 'longer-ago'],
  diagnosis: ['have', 'not-yet'],
  place: ['shandong', 'elsewhere-in-china', 'hongkong-macau-taiwan', 'foreign'],
  insurance: ['insured', 'uninsured', 'unsure'],
  means: ['allowance', 'beyond', 'manage', 'unsaid'],
  help: ['none', 'from-us', 'from-others'],
} as const;
export type Question = keyof typeof SITUATION_ANSWERS;

const id = z.string().regex(/^[a-z0-9-]+$/, 'must be small letters, digits and hyphens');
const sourceId = z.enum(Object.keys(CHARITY_SOURCES) as CharitySourceId[]);

/**
 * `public`: stated in a source, which must be named. `assumed`: ours until the operator confirms it; pages mark it 示例 as
 * long as the policy says `confirmed: false`.
 */
const basis = z.enum(['public', 'assumed']);
const stated = { id, label: text, rule: text, basis, source: sourceId.optional() };

const finding = z.strictObject({ verdict: z.enum(['met', 'ask', 'not-met']), because: text });

const ageRange = z
  .strictObject({
    from: z.int().min(1).max(120).optional(),
    upTo: z.int().min(0).max(120).optional(),
    /** 民法典 1259: 以上、以下 include the number itself; 不满、超过 do not. */
    inclusive: z.boolean(),
    /**
     * true: a year of age counts whole, so that `upTo: 18` runs on until the day before the 19th birthday (as Jinan's Red
     * Cross reads it). false: it is counted to the day, so that `upTo: 18` ends with the 18th birthday itself.
     */
    runsOn: z.boolean(),
  })
  .refine(({ from, upTo }) => from !== undefined || upTo !== undefined, {
    message: 'needs from, upTo or both',
  });

const age = z.strictObject({
  kind: z.literal('age'),
  ...stated,
  ranges: z.array(ageRange).min(1),
  /** The day on which age is measured: when the application first reaches us, or the day of the treatment. */
  reference: z.enum(['application', 'treatment']),
  /** When somebody becomes a year older: on the birthday, or the day after (民法典 201: the first day is not counted). */
  turns: z.enum(['birthday', 'day-after']),
});

const answersOf = <Q extends Question>(question: Q) =>
  z.strictObject({
    kind: z.literal(question),
    ...stated,
    answers: z.strictObject(
      Object.fromEntries(SITUATION_ANSWERS[question].map((answer) => [answer, finding])) as {
        [A in (typeof SITUATION_ANSWERS)[Q][number]]: typeof finding;
      },
    ),
  });

const criterion = z.discriminatedUnion('kind', [
  age,
  answersOf('treatment'),
  answersOf('stage'),
  answersOf('diagnosis'),
  answersOf('place'),
  answersOf('insurance'),
  answersOf('means'),
  answersOf('help'),
]);

/** What a family has to pay itself after insurance, and what is granted for it. Bounds: from ≤ cost < below. */
const tier = z.strictObject({ id, ownCostFromFen: fen, ownCostBelowFen: fen.nullable(), grantFen: fen });

const tiers = z.array(tier).superRefine((all, context) => {
  all.forEach((one, at) => {
    const following = all[at + 1];
    if (following && following.ownCostFromFen !== one.ownCostBelowFen)
      context.addIssue({ code: 'custom', message: `tier ${following.id} must begin where ${one.id} ends` });
    if (!following && one.ownCostBelowFen !== null)
      context.addIssue({ code: 'custom', message: `the last tier ${one.id} must have no upper bound` });
    if (following && following.grantFen < one.grantFen)
      context.addIssue({
        code: 'custom',
        message: `tier ${following.id} must not grant less than ${one.id}`,
      });
  });
});

const document = z.strictObject({ id, name: text, note: text.optional() });

const step = z.strictObject({
  id,
  title: text,
  note: text,
  /** Working days counted from the end of the step before; null where the law, the doctors or the person set the pace. */
  withinWorkingDays: z.int().positive().nullable(),
  /** What stands where the time would: “当天”. Needed when there is no number of days. */
  when: text.optional(),
});
const steps = z
  .array(
    step.refine((one) => one.withinWorkingDays !== null || one.when !== undefined, {
      message: 'says neither a number of working days nor when',
    }),
  )
  .min(2)
  .max(6);

const programmeBase = {
  name: text,
  /** The plain first sentence of its page. */
  line: text,
  documents: z.strictObject({
    /** With the application, and only once a grant is promised. */
    first: z.array(document).min(1),
    afterAward: z.array(document),
  }),
  steps,
};

const aid = z.strictObject({
  kind: z.literal('aid'),
  id: z.enum(['aid-fund', 'kindling']),
  ...programmeBase,
  criteria: z.array(criterion).min(1),
  tiers,
  /** An applicant who was refused may ask once for another look, within so many days. */
  appealWithinDays: z.int().positive(),
});

const statedOnly = z.strictObject(stated);
const other = <K extends string, I extends string>(kind: K, programme: I) =>
  z.strictObject({
    kind: z.literal(kind),
    id: z.literal(programme),
    ...programmeBase,
    criteria: z.array(statedOnly).min(1),
  });

const programme = z.discriminatedUnion('kind', [
  aid,
  other('donation', 'public-bank'),
  other('research', 'research-fund'),
]);

/** Help that others give: shown beside an answer, never judged by us. */
const elsewhere = z.strictObject({
  id,
  name: text,
  line: text,
  upToAge: z.int().positive().optional(),
  forChinesePatients: z.boolean(),
  source: sourceId,
});

export const programmesShape = {
  ledger: z.strictObject({
    /** No published figure is about fewer people than this. Never less than three. */
    smallestGroup: z.int().min(3, 'must be at least 3: fewer people could be recognised'),
    /** A quarter is published so many days after its end, so that late bookings are in it. */
    publishDaysAfterQuarter: z.int().min(1).max(60),
  }),
  programmes: z
    .array(programme)
    .refine((all) => new Set(all.map((one) => one.id)).size === all.length, {
      message: 'each programme stands once',
    })
    .superRefine((all, context) => {
      for (const one of all)
        for (const { id, basis, source } of one.criteria)
          if (basis === 'public' && source === undefined)
            context.addIssue({
              code: 'custom',
              message: `${one.id}: the public criterion ${id} names no source`,
            });
    }),
  elsewhere: z.array(elsewhere),
};
