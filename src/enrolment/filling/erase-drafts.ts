/**
 * PIPL 19 and 47: a form nobody goes on with holds document numbers and health answers for nothing. It goes after the time
 * the privacy page names (policy `retention`, row `drafts`). Run every night.
 */
import type { RetentionPolicy, Versions } from '#src/content/policies.ts';
import type { Actor } from '#src/shared/actor.ts';
import { today } from '#src/shared/civil-date.ts';
import { DAY, type Clock } from '#src/shared/clock.ts';
import { expectOk, ok } from '#src/shared/result.ts';
import type { Transact } from '#src/shared/transaction.ts';
import type { EnrolmentStores } from '../ports.ts';

const CLOCK: Actor = { kind: 'system', id: 'clock' };
/** In one transaction: others want to write too. */
const AT_ONCE = 100;

export interface EraseDraftsDeps {
  readonly now: Clock;
  readonly policies: { readonly retention: Versions<RetentionPolicy> };
  readonly transaction: Transact<Pick<EnrolmentStores, 'drafts' | 'audit'>>;
}

function daysKept({ now, policies }: EraseDraftsDeps): number {
  const { rows } = policies.retention.current(today(now()));
  const keep = rows.find(({ id }) => id === 'drafts')?.keep;
  if (keep?.unit !== 'days') throw new Error('the policy retention names no days for drafts');
  return keep.atLeast;
}

/** Answers how many were forgotten. */
export async function eraseDrafts(deps: EraseDraftsDeps): Promise<number> {
  const before = deps.now() - daysKept(deps) * DAY;
  let erased = 0;
  for (;;) {
    const gone = expectOk(
      await deps.transaction(async ({ drafts, audit }) => {
        const ids = await drafts.removeLeftSince(before, AT_ONCE);
        for (const id of ids)
          await audit.record({ action: 'draft.erased', actor: CLOCK, object: { kind: 'draft', id } });
        return ok(ids.length);
      }),
    );
    erased += gone;
    if (gone < AT_ONCE) return erased;
  }
}
