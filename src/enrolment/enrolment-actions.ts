import { defineAction } from 'astro:actions';
import { guarded } from '#src/accounts/guard.ts';
import { postedText as text } from '#src/shared/form.ts';
import { err } from '#src/shared/result.ts';
import { decideEnrolment, type Decision } from './deciding/decide-enrolment.ts';
import {
  confirmDecline,
  declineReasons,
  declineWords,
  LONGEST_REASON,
  proposeDecline,
  withdrawDecline,
} from './deciding/decline-enrolment.ts';
import { findEnrolments } from './deciding/find-enrolments.ts';
import { isRevealPurpose, revealDetails } from './deciding/reveal-details.ts';
import { readTyped } from './saving/read-typed.ts';
import { saveStep } from './saving/save-step.ts';
import { submitEnrolment } from './filling/submit-enrolment.ts';
import { withdrawEnrolment } from './filling/withdraw-enrolment.ts';

export const enrolmentActions = {
  saveStep: defineAction({
    accept: 'form',
    handler: guarded('enrolment.saveStep', async (form, context, person) => {
      const { deps } = context.locals;
      const typed = readTyped(deps, form, person);
      return typed ? saveStep(deps, typed) : err('not-found');
    }),
  }),
  submit: defineAction({
    accept: 'form',
    handler: guarded('enrolment.submit', async (form, context, person) => {
      return submitEnrolment(context.locals.deps, {
        actor: person.actor,
        accountId: person.accountId,
        familyId: person.familyId,
        locale: context.locals.locale,
        draftId: text(form, 'draft'),
        subject: text(form, 'for') || null,
      });
    }),
  }),
  withdraw: defineAction({
    accept: 'form',
    handler: guarded('enrolment.withdraw', async (form, context, person) => {
      const { actor, familyId } = person;
      return withdrawEnrolment(context.locals.deps, { actor, familyId, id: text(form, 'id') });
    }),
  }),
  decide: defineAction({
    accept: 'form',
    handler: guarded('enrolment.decide', async (form, context, person) => {
      const decision = readDecision(form);
      if (!decision) return err('bad-request');
      const decided = tooLong(decision)
        ? err('too-long')
        : await decideEnrolment(context.locals.deps, {
            actor: person.actor,
            id: text(form, 'id'),
            version: Number(text(form, 'version')),
            decision,
          });
      // The counsellor's words go back with a refusal, so that none has to be written twice.
      return decided.ok ? decided : err(decided.code, { values: wordsOf(form) });
    }),
  }),
  /** First shows the counsellor what the family will read; sent once more unchanged, it is proposed. */
  proposeDecline: defineAction({
    accept: 'form',
    handler: guarded('enrolment.proposeDecline', async (form, context, person) => {
      const { deps } = context.locals;
      const asked = { reason: text(form, 'why'), words: text(form, 'words') };
      const values = { decision: 'decline', why: asked.reason, words: asked.words };
      const enrolment = await deps.read.enrolments.byId(text(form, 'id'));
      if (!enrolment) return err('not-found');
      const words = declineWords(declineReasons(deps), asked, enrolment.locale);
      if (!words.ok) return err(words.code, { values });
      const previewed = text(form, 'previewed').replaceAll('\r\n', '\n');
      if (text(form, 'again') === 'yes' || previewed !== `${asked.reason} ${words.value}`)
        return { ok: true as const, value: { preview: { reason: asked.reason, words: words.value } } };
      const cmd = { actor: person.actor, id: enrolment.id, version: Number(text(form, 'version')) };
      const proposed = await proposeDecline(deps, { ...cmd, reason: asked.reason, words: words.value });
      return proposed.ok ? { ok: true as const, value: { preview: null } } : err(proposed.code, { values });
    }),
  }),
  /** A second counsellor's word on a proposal: it stands, or it is taken back. */
  answerDecline: defineAction({
    accept: 'form',
    handler: guarded('enrolment.answerDecline', async (form, context, person) => {
      const { deps } = context.locals;
      const cmd = { actor: person.actor, id: text(form, 'id'), version: Number(text(form, 'version')) };
      const answer = text(form, 'answer');
      if (answer !== 'confirm' && answer !== 'withdraw') return err('bad-request');
      const done = await (answer === 'confirm' ? confirmDecline(deps, cmd) : withdrawDecline(deps, cmd));
      return done.ok ? { ok: true as const, value: { answer } } : err(done.code);
    }),
  }),
  reveal: defineAction({
    accept: 'form',
    handler: guarded('enrolment.reveal', async (form, context, person) => {
      const purpose = text(form, 'purpose');
      if (!isRevealPurpose(purpose)) return err('purpose-missing');
      const shown = await revealDetails(context.locals.deps, {
        actor: person.actor,
        id: text(form, 'id'),
        purpose,
      });
      return shown.ok ? { ok: true as const, value: { purpose } } : shown;
    }),
  }),
  /** Posted, not part of the address: a phone number has no place in one. */
  find: defineAction({
    accept: 'form',
    handler: guarded('enrolment.find', async (form, context) => {
      return findEnrolments(context.locals.deps, text(form, 'sought'));
    }),
  }),
};

const tooLong = (decision: Decision): boolean => {
  const reasons = decision.action === 'return' ? decision.steps.map((one) => one.reason) : [];
  return reasons.some((reason) => [...reason].length > LONGEST_REASON);
};

const wordsOf = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form.entries()].flatMap(([name, value]) =>
      typeof value === 'string' && (name === 'decision' || name.startsWith('reason')) ? [[name, value]] : [],
    ),
  );

function readDecision(form: FormData): Decision | null {
  switch (text(form, 'decision')) {
    case 'accept':
      return {
        action: 'accept',
        evidenceChecked: text(form, 'evidence') === 'yes',
        healthSeen: text(form, 'health') === 'yes',
      };
    case 'return': {
      // One pass: looking each name up again would cost thousands of fields thousands of times.
      const steps = [...form.entries()].flatMap(([name, value]) =>
        typeof value === 'string' && name.startsWith('reason-') && value.trim() !== ''
          ? [{ step: name.slice('reason-'.length), reason: value.trim() }]
          : [],
      );
      return { action: 'return', steps };
    }
    default:
      return null;
  }
}
