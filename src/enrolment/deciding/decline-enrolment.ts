/**
 * Turning a family away takes two counsellors: one proposes with a reason of the policy and the words the family will read,
 * another looks at the case again and confirms. Until then the enrolment stays where it is and the family hears nothing.
 * The words wait in the case; who proposed, when and by which reason stand in the log, which nobody can change.
 */
import type { DeclinePolicy } from '#src/content/policies.ts';
import type { Actor } from '#src/shared/actor.ts';
import { today } from '#src/shared/civil-date.ts';
import { say, type Locale } from '#src/shared/i18n.ts';
import { next } from '#src/shared/machines/machine.ts';
import { err, ok, type Result } from '#src/shared/result.ts';
import { enrolmentMachine, NO_FACTS, type Enrolment } from '../enrolment.ts';
import type { EnrolmentDeps } from '../ports.ts';
import { tellFamily } from '../filling/tell-family.ts';

export const LONGEST_REASON = 500;

/** The same in the log and where it is looked for. */
const PROPOSED = 'enrolment.decline-proposed';

export type DeclineReason = DeclinePolicy['reasons'][number];

/** The reasons of today's policy. */
export const declineReasons = (deps: Pick<EnrolmentDeps, 'now' | 'policies'>): DeclinePolicy =>
  deps.policies.decline.current(today(deps.now()));

/** A decision to decline is waiting for a second counsellor. */
export const isDeclineProposed = (enrolment: Pick<Enrolment, 'state' | 'declineReason'>): boolean =>
  enrolment.declineReason !== null && (enrolment.state === 'submitted' || enrolment.state === 'returned');

export interface DeclineCase {
  readonly actor: Actor;
  readonly id: string;
  /** The version on the counsellor's screen: a decision is about what was read. */
  readonly version: number;
}
export interface ProposeDecline extends DeclineCase {
  /** Id of a reason of the policy. */
  readonly reason: string;
  readonly words: string;
}
export type DeclineRefusal =
  | 'not-found'
  | 'decline-reason-missing'
  | 'reason-missing'
  | 'too-long'
  | 'needs-another-person'
  | 'nothing-proposed'
  | 'changed-meanwhile'
  | (string & {});

/** The words a family will read: those written, or the policy's sentence in the family's language. */
export function declineWords(
  policy: DeclinePolicy,
  asked: { readonly reason: string; readonly words: string },
  locale: Locale,
): Result<string, 'decline-reason-missing' | 'reason-missing' | 'too-long'> {
  const reason = policy.reasons.find(({ id }) => id === asked.reason);
  if (!reason) return err('decline-reason-missing');
  const written = asked.words.replaceAll('\r\n', '\n').trim();
  const words = written !== '' || reason.sentence === null ? written : say(reason.sentence, locale);
  if (words === '') return err('reason-missing');
  return [...words].length > LONGEST_REASON ? err('too-long') : ok(words);
}

const moved = (enrolment: Pick<Enrolment, 'state'>, secondPerson: boolean) =>
  next(enrolmentMachine, enrolment.state, 'decline', 'staff', {
    ...NO_FACTS,
    reasonGiven: true,
    secondPerson,
  });

/** Puts a proposal beside the case; the family is told nothing yet. */
export const proposeDecline = (
  deps: EnrolmentDeps,
  cmd: ProposeDecline,
): Promise<Result<undefined, DeclineRefusal>> =>
  deps.transaction(async ({ enrolments, audit }): Promise<Result<undefined, DeclineRefusal>> => {
    const enrolment = await enrolments.byId(cmd.id);
    if (!enrolment) return err('not-found');
    const may = moved(enrolment, true);
    if (!may.ok) return err(may.code);
    const words = declineWords(declineReasons(deps), cmd, enrolment.locale);
    if (!words.ok) return words;
    if (enrolment.version !== cmd.version) return err('changed-meanwhile');
    if (!(await enrolments.save(enrolment, { declineReason: words.value }))) return err('changed-meanwhile');
    await audit.record({
      action: PROPOSED,
      actor: cmd.actor,
      object: { kind: 'enrolment', id: cmd.id },
      details: { reason: cmd.reason },
    });
    return ok();
  });

/** The second counsellor agrees: only now is the enrolment declined, and the family told. */
export const confirmDecline = (
  deps: EnrolmentDeps,
  cmd: DeclineCase,
): Promise<Result<undefined, DeclineRefusal>> =>
  deps.transaction(async ({ enrolments, audit, outbox }): Promise<Result<undefined, DeclineRefusal>> => {
    const enrolment = await enrolments.byId(cmd.id);
    if (!enrolment) return err('not-found');
    if (!isDeclineProposed(enrolment)) return err('nothing-proposed');
    const proposal = await enrolments.declineProposedBy(cmd.id);
    const to = moved(enrolment, proposal !== null && proposal.actorId !== cmd.actor.id);
    if (!to.ok) return err(to.code);
    if (enrolment.version !== cmd.version) return err('changed-meanwhile');
    const change = { state: to.value, decidedAt: deps.now(), decidedBy: cmd.actor.id, returnedFor: null };
    if (!(await enrolments.save(enrolment, change))) return err('changed-meanwhile');
    await audit.record({
      action: 'enrolment.declined',
      actor: cmd.actor,
      object: { kind: 'enrolment', id: cmd.id },
      details: { reason: proposal?.details['reason'], proposedBy: proposal?.actorId },
    });
    await tellFamily(deps, outbox, enrolment, 'smsDeclined');
    return ok();
  });

/** Takes a proposal back, one's own or a colleague's: the enrolment waits for an answer as before. */
export const withdrawDecline = (
  deps: EnrolmentDeps,
  cmd: DeclineCase,
): Promise<Result<undefined, DeclineRefusal>> =>
  deps.transaction(async ({ enrolments, audit }): Promise<Result<undefined, DeclineRefusal>> => {
    const enrolment = await enrolments.byId(cmd.id);
    if (!enrolment) return err('not-found');
    if (!isDeclineProposed(enrolment)) return err('nothing-proposed');
    if (enrolment.version !== cmd.version) return err('changed-meanwhile');
    if (!(await enrolments.save(enrolment, { declineReason: null }))) return err('changed-meanwhile');
    await audit.record({
      action: 'enrolment.decline-withdrawn',
      actor: cmd.actor,
      object: { kind: 'enrolment', id: cmd.id },
    });
    return ok();
  });
