/** What went back to a family and came again: why, and what the answers were before. Pure. */
import type { Instant } from '#src/shared/clock.ts';
import type { Answers } from '#src/shared/form.ts';
import type { Enrolment, Round } from './enrolment.ts';

/** The round that ends when a returned enrolment is sent again with `now` as its answers. */
export function roundOf(
  returned: Pick<Enrolment, 'answers' | 'returnedFor' | 'decidedAt' | 'decidedBy'>,
  now: Answers,
  at: Instant,
): Round {
  const names = new Set([...Object.keys(returned.answers), ...Object.keys(now)]);
  const changed = [...names].filter(
    (name) => JSON.stringify(returned.answers[name] ?? '') !== JSON.stringify(now[name] ?? ''),
  );
  return {
    reasons: returned.returnedFor ?? [],
    returnedAt: returned.decidedAt,
    returnedBy: returned.decidedBy,
    sentAgainAt: at,
    before: Object.fromEntries(changed.map((name) => [name, returned.answers[name] ?? null])),
  };
}

/** The answers as they stood before this round, from those after it. */
export const answersBefore = (round: Round, after: Answers): Answers =>
  Object.fromEntries(
    Object.entries({ ...after, ...round.before }).flatMap(([name, answer]) =>
      answer === null ? [] : [[name, answer] as const],
    ),
  );
