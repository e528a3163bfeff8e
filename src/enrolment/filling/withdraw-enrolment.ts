import type { Actor } from '#src/shared/actor.ts';
import { next } from '#src/shared/machines/machine.ts';
import { err, ok, type Result } from '#src/shared/result.ts';
import { enrolmentMachine, NO_FACTS } from '../enrolment.ts';
import type { EnrolmentDeps } from '../ports.ts';

/** The family changes its mind before a contract exists; nothing is owed and nothing is asked. */
export const withdrawEnrolment = (
  deps: Pick<EnrolmentDeps, 'now' | 'transaction'>,
  cmd: { readonly actor: Actor; readonly familyId: string; readonly id: string },
): Promise<Result<undefined, string>> =>
  deps.transaction(async ({ enrolments, drafts, audit }): Promise<Result<undefined, string>> => {
    const enrolment = await enrolments.forFamily(cmd.id, cmd.familyId);
    if (!enrolment) return err('not-found');
    if (enrolment.state === 'withdrawn') return ok();
    const to = next(enrolmentMachine, enrolment.state, 'withdraw', 'family', NO_FACTS);
    if (!to.ok) return err(to.code);
    if (!(await enrolments.save(enrolment, { state: to.value, decidedAt: deps.now(), returnedFor: null })))
      return err('changed-meanwhile');
    const draft = await drafts.ofSubject(cmd.id);
    if (draft) await drafts.remove(draft.id);
    await audit.record({
      action: 'enrolment.withdrawn',
      actor: cmd.actor,
      object: { kind: 'enrolment', id: cmd.id },
    });
    return ok();
  });
