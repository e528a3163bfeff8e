import type { Actor } from '#src/shared/actor.ts';
import { next } from '#src/shared/machines/machine.ts';
import { journey } from '#src/shared/form.ts';
import { err, ok, type Result } from '#src/shared/result.ts';
import { enrolmentMachine, hasHealthFlag, NO_FACTS, type ReturnedStep } from '../enrolment.ts';
import { isAbsent } from '../enrolment-facts.ts';
import { enrolmentForm } from '../form/enrolment-form.ts';
import { formContext } from '../form/context.ts';
import type { EnrolmentDeps } from '../ports.ts';
import { tellFamily } from '../filling/tell-family.ts';

export type Decision =
  | { readonly action: 'accept'; readonly evidenceChecked: boolean; readonly healthSeen?: boolean }
  | { readonly action: 'return'; readonly steps: readonly ReturnedStep[] };

export interface DecideEnrolment {
  readonly actor: Actor;
  readonly id: string;
  /** The version on the counsellor's screen: a decision is about what was read. */
  readonly version: number;
  readonly decision: Decision;
}

/** An acceptance is told by the offer that follows at once: one text, with the contract's link in it. */
const TEXTS = { accept: null, return: 'smsReturned' } as const;

/**
 * A counsellor accepts, or returns with reasons; the family is texted, contracts hear of an acceptance. A proposal to decline
 * that was waiting is answered by it.
 */
export const decideEnrolment = (
  deps: EnrolmentDeps,
  { actor, id, version, decision: asked }: DecideEnrolment,
): Promise<Result<{ readonly state: string }, string>> =>
  deps.transaction(
    async ({ enrolments, audit, outbox }): Promise<Result<{ readonly state: string }, string>> => {
      const enrolment = await enrolments.byId(id);
      if (!enrolment) return err('not-found');
      // A page can be returned only when this family has it: another name would leave them nothing to correct.
      const pages = journey(enrolmentForm(formContext(deps)), enrolment.answers).map((step) => step.id);
      const decision: Decision =
        asked.action === 'return'
          ? { action: 'return', steps: asked.steps.filter(({ step }) => pages.includes(step)) }
          : asked;
      const to = next(enrolmentMachine, enrolment.state, decision.action, 'staff', {
        ...NO_FACTS,
        // DECISIONS "Families": the evidence is checked before a contract is offered on one signature.
        evidenceMissing:
          isAbsent(enrolment.facts.other) && !(decision.action === 'accept' && decision.evidenceChecked),
        // The tick alone proves nothing: the answers must have been shown to this counsellor as they stand now.
        healthUnseen:
          decision.action === 'accept' &&
          hasHealthFlag(enrolment.flags) &&
          !(decision.healthSeen === true && (await enrolments.healthShownTo(actor.id, enrolment))),
        returnedSteps: decision.action === 'return' ? decision.steps.length : 0,
      });
      if (!to.ok) return err(to.code);
      if (enrolment.version !== version) return err('changed-meanwhile');
      const saved = await enrolments.save(enrolment, {
        state: to.value,
        decidedAt: deps.now(),
        decidedBy: actor.id,
        returnedFor: decision.action === 'return' ? decision.steps : null,
        declineReason: null,
      });
      if (!saved) return err('changed-meanwhile');
      await audit.record({
        action: `enrolment.${to.value}`,
        actor,
        object: { kind: 'enrolment', id },
        // Reasons are written about people: the log keeps which steps, not the words.
        details: {
          ...(decision.action === 'return' ? { steps: decision.steps.map((one) => one.step) } : {}),
          ...(decision.action === 'accept'
            ? { evidenceChecked: decision.evidenceChecked, healthSeen: decision.healthSeen === true }
            : {}),
        },
      });
      if (to.value === 'accepted') await outbox.add('enrolment.accepted', { enrolmentId: id });
      const text = TEXTS[decision.action];
      if (text !== null) await tellFamily(deps, outbox, enrolment, text);
      return ok({ state: to.value });
    },
  );
