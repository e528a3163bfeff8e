import type { Actor } from '#src/shared/actor.ts';
import { err, ok, type Result } from '#src/shared/result.ts';
import type { EnrolmentDeps } from '../ports.ts';
import type { EnrolmentWithFacts } from '../enrolment-store.ts';

export const REVEAL_PURPOSES = ['call-the-family', 'check-identity', 'read-health-answers'] as const;
export type RevealPurpose = (typeof REVEAL_PURPOSES)[number];
export const isRevealPurpose = (value: string): value is RevealPurpose =>
  (REVEAL_PURPOSES as readonly string[]).includes(value);

/** What is masked, by kind: who they are, how to reach them, what they said about their health. */
export type RevealGroup = 'identity' | 'contact' | 'health';

/** PIPL 6: each purpose shows only what it takes. */
export const GROUPS_SHOWN: Readonly<Record<RevealPurpose, readonly RevealGroup[]>> = {
  'call-the-family': ['contact'],
  'check-identity': ['identity'],
  'read-health-answers': ['health'],
};

/** Shows a counsellor what is masked, once, for a stated purpose; who looked and why is written down first. */
export const revealDetails = (
  deps: Pick<EnrolmentDeps, 'transaction'>,
  cmd: { readonly actor: Actor; readonly id: string; readonly purpose: RevealPurpose },
): Promise<Result<EnrolmentWithFacts, 'not-found'>> =>
  deps.transaction(async ({ enrolments, audit }): Promise<Result<EnrolmentWithFacts, 'not-found'>> => {
    const enrolment = await enrolments.byId(cmd.id);
    if (!enrolment) return err('not-found');
    await audit.record({
      action: 'enrolment.revealed',
      actor: cmd.actor,
      object: { kind: 'enrolment', id: cmd.id },
      details: { purpose: cmd.purpose, groups: GROUPS_SHOWN[cmd.purpose] },
    });
    return ok(enrolment);
  });
