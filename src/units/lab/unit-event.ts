/** One event of the laboratory as it travels over the API, checked field by field. */
import { z } from 'zod';
import { ok, err, type Result } from '../../shared/result.ts';
import type { Instant } from '../../shared/clock.ts';
import { MINUTE } from '../../shared/clock.ts';
import type { EventKind } from '../unit.ts';
import { eventMessages, type EventMessage } from './unit-event-messages.ts';
import { REJECT_REASONS } from '../rejected/reject-reasons.ts';
import { BLOOD_GROUPS, CULTURE_TESTS, NUMBER_TESTS, type NumberTest } from './unit-tests.ts';

/** A schema's message is a key of the catalogue, so that a refusal can be worded in either language. */
const says = (key: EventMessage) => ({ error: key });

const instant = (key: EventMessage) => z.iso.datetime({ offset: true, error: key });
const text = (max: number, key: EventMessage) => z.string(says(key)).min(1, says(key)).max(max, says(key));
const celsius = z.number(says('celsius')).min(-60, says('celsius')).max(60, says('celsius'));
const nothing = z.strictObject({}).optional();

const kitDispatched = z.strictObject({
  contractNumber: z
    .string(says('contract-number'))
    .regex(/^HT-\d{4}-\d{6}-[\dX]$/, says('contract-number'))
    .optional(),
  baby: z.int(says('baby')).min(1, says('baby')).max(6, says('baby')).default(1),
  product: z.enum(['cord-blood', 'immune-cells'], says('product')).default('cord-blood'),
});

const collected = z.strictObject({
  bornAt: instant('born-at'),
  sex: z.enum(['female', 'male', 'unknown'], says('sex')),
  hospital: text(80, 'hospital').optional(),
  motherSample: z.boolean(says('yes-or-no')).optional(),
});

const pickedUp = z.strictObject({ logger: text(40, 'logger').optional() }).optional();

const received = z
  .strictObject({
    logger: text(40, 'logger').optional(),
    minCelsius: celsius.optional(),
    maxCelsius: celsius.optional(),
    alarm: z.boolean(says('yes-or-no')).optional(),
  })
  .refine(
    (data) =>
      data.minCelsius === undefined || data.maxCelsius === undefined || data.minCelsius <= data.maxCelsius,
    { error: 'celsius-order', path: ['maxCelsius'] },
  )
  .optional();

const identityChecked = z.strictObject({
  /** Two people compare bar code, name and mother's sample. */
  people: z.int(says('people')).min(2, says('people')),
});

const numberResult = (test: NumberTest) =>
  z.strictObject({
    test: z.literal(test),
    value: z
      .number(says(`range-${test}`))
      .min(0, says(`range-${test}`))
      .max(NUMBER_TESTS[test], says(`range-${test}`)),
  });

const result = z.discriminatedUnion(
  'test',
  [
    numberResult('volume'),
    numberResult('tnc'),
    numberResult('viability'),
    numberResult('cd34'),
    numberResult('cd34-viability'),
    numberResult('alt'),
    z.strictObject({
      test: z.enum(CULTURE_TESTS),
      outcome: z.enum(['negative', 'positive'], says('outcome')),
    }),
    z.strictObject({ test: z.literal('blood-group'), group: z.enum(BLOOD_GROUPS, says('blood-group')) }),
  ],
  says('test'),
);

const stored = z.strictObject({
  /** The family and this portal know a tank group, never a shelf. */
  tankGroup: z.string(says('tank-group')).regex(/^[A-Z][0-9]{0,2}$/, says('tank-group')),
});

const rejected = z.strictObject({ reason: z.enum(REJECT_REASONS, says('reason')) });
const notCollected = z.strictObject({
  reason: z.enum(['medical', 'family', 'logistics'], says('not-collected-reason')),
});
const disposed = z.strictObject({ method: z.enum(['research', 'medical-waste'], says('disposed-method')) });

const envelope = {
  /** The sender's own id of this event: sending it twice is harmless. */
  sourceId: z.string(says('source-id')).regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/, says('source-id')),
  at: instant('at'),
};

const event = <K extends EventKind, D extends z.ZodType>(kind: K, data: D) =>
  z.strictObject({ ...envelope, kind: z.literal(kind), data });

export const unitEventSchema = z.discriminatedUnion(
  'kind',
  [
    event('kit.dispatched', kitDispatched),
    event('not-collected', notCollected),
    event('collected', collected),
    event('picked-up', pickedUp),
    event('received', received),
    event('identity-checked', identityChecked),
    event('prepared', nothing),
    event('frozen', nothing),
    event('stored', stored),
    event('result', result),
    event('rejected', rejected),
    event('disposed', disposed),
  ],
  says('kind'),
);

/** A checked event: the instant as a number, the data as stored. */
export interface UnitEvent {
  readonly kind: EventKind;
  readonly at: Instant;
  readonly sourceId: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface EventProblem {
  /** JSON pointer into the event (RFC 6901). */
  readonly pointer: string;
  readonly message: EventMessage;
}

const isMessage = (key: string): key is EventMessage => key in eventMessages;
const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const problemOf = (issue: z.core.$ZodIssue): EventProblem[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({ pointer: pointer([...issue.path, key]), message: 'unknown-field' }))
    : [
        {
          pointer: pointer(issue.path),
          message:
            issue.path.length === 0
              ? 'not-an-object'
              : isMessage(issue.message)
                ? issue.message
                : issue.path.at(-1) === 'data'
                  ? 'data'
                  : 'field',
        },
      ];

/** The LIMS clock may run a little ahead of ours. */
const CLOCK_SKEW = 10 * MINUTE;
/** The company was founded in July 2004: anything older is a slip of the year. */
const FOUNDED = Date.UTC(2004, 6, 1);

/** Checks one event. `now` bounds its instant: an event is something that has happened. */
export function parseUnitEvent(
  raw: unknown,
  now: Instant,
): Result<UnitEvent, 'invalid-event', readonly EventProblem[]> {
  const parsed = unitEventSchema.safeParse(raw);
  if (!parsed.success) return err('invalid-event', parsed.error.issues.flatMap(problemOf));
  const { kind, sourceId } = parsed.data;
  const at = Date.parse(parsed.data.at);
  if (at > now + CLOCK_SKEW) return err('invalid-event', [{ pointer: '/at', message: 'in-the-future' }]);
  if (at < FOUNDED) return err('invalid-event', [{ pointer: '/at', message: 'before-the-bank' }]);
  if (parsed.data.kind === 'collected') {
    const bornAt = Date.parse(parsed.data.data.bornAt);
    if (bornAt > at) return err('invalid-event', [{ pointer: '/data/bornAt', message: 'born-after' }]);
    return ok({ kind, at, sourceId, data: { ...parsed.data.data, bornAt } });
  }
  return ok({ kind, at, sourceId, data: { ...parsed.data.data } });
}
