import { createHash } from 'node:crypto';
import type { Actor } from '#src/shared/actor.ts';
import { partsOf, today } from '#src/shared/civil-date.ts';
import {
  answerOf,
  journey,
  nextStep,
  questionsAsShown,
  visibleFields,
  type Answers,
  type Form,
} from '#src/shared/form.ts';
import { say, type Locale } from '#src/shared/i18n.ts';
import { next } from '#src/shared/machines/machine.ts';
import { err, ok, type Result } from '#src/shared/result.ts';
import type { Draft } from '../draft-store.ts';
import { enrolmentIdOf, enrolmentMachine, NO_FACTS, type Enrolment } from '../enrolment.ts';
import { answersOnTheWay, factsOf, flagsOf, hospitalName } from '../enrolment-facts.ts';
import { enrolmentForm, FORM_ID } from '../form/enrolment-form.ts';
import { formContext, type FormContext } from '../form/context.ts';
import type { EnrolmentDeps, EnrolmentStores } from '../ports.ts';
import { roundOf } from '../rounds.ts';
import { asAsked } from '../saving/typed-page.ts';
import { tellFamily } from './tell-family.ts';
import { correctionForm, unanswered, withoutReplies } from '../correcting/corrections.ts';
import { writeGuardians } from './write-guardians.ts';

export interface SubmitEnrolment {
  readonly actor: Actor;
  readonly accountId: string;
  readonly familyId: string | null;
  readonly locale: Locale;
  /** The draft on the page; it names the enrolment, so that a second click finds the first one's. */
  readonly draftId: string;
  /** The returned enrolment being corrected, or null for a first submission. */
  readonly subject: string | null;
}
export type SubmitRefusal = 'incomplete' | 'not-found' | 'changed-meanwhile' | 'wrong-state' | (string & {});
type Submitted = Result<
  { readonly id: string },
  SubmitRefusal,
  { readonly step?: string; readonly version?: number }
>;

/** Sends a complete draft: the enrolment, its guardians and its consents are written together or not at all. */
export async function submitEnrolment(deps: EnrolmentDeps, cmd: SubmitEnrolment): Promise<Submitted> {
  const context = formContext(deps);
  const form = enrolmentForm(context);
  return deps.transaction(async (tx): Promise<Submitted> => {
    if (cmd.subject !== null) return resubmit(deps, tx, cmd, form, context);
    const draft = asAsked(deps, await tx.drafts.ofAccount(cmd.accountId, FORM_ID));
    if (!draft || draft.id !== cmd.draftId) {
      const before = await tx.enrolments.byId(enrolmentIdOf(cmd.draftId));
      return before?.accountId === cmd.accountId ? ok({ id: before.id }) : err('not-found');
    }
    const open = nextStep(form, draft.answers);
    if (open) return err('incomplete', { step: open.id });

    const at = deps.now();
    const id = enrolmentIdOf(draft.id);
    const submitted = read(draft, form, context, cmd.locale, at);
    const familyId = await writeGuardians(
      tx.families,
      cmd,
      submitted.facts,
      at,
      await isSettled(tx, cmd.familyId),
    );
    const enrolment: Enrolment = {
      id,
      number: await tx.numbers.next('BM', partsOf(today(at)).year),
      familyId,
      accountId: cmd.accountId,
      product: 'cord-blood',
      state: enrolmentMachine.initial,
      ...submitted.columns,
      returnedFor: null,
      declineReason: null,
      rounds: [],
      submittedAt: at,
      decidedAt: null,
      decidedBy: null,
      version: 1,
    };
    await tx.enrolments.insert(enrolment);
    await writeConsents(tx, cmd, enrolment, form);
    await tx.drafts.remove(draft.id);
    await tx.audit.record({
      action: 'enrolment.submitted',
      actor: cmd.actor,
      object: { kind: 'enrolment', id },
      details: { number: enrolment.number, flags: enrolment.flags, formVersion: form.version },
    });
    await tellFamily(deps, tx.outbox, { ...enrolment, facts: submitted.facts }, 'smsSubmitted');
    return ok({ id });
  });
}

/** The bank has accepted an enrolment of this family: a contract may name its guardians. */
const isSettled = async (
  tx: Pick<EnrolmentStores, 'enrolments'>,
  familyId: string | null,
): Promise<boolean> =>
  familyId !== null && (await tx.enrolments.summariesOf(familyId)).some(({ state }) => state === 'accepted');

async function resubmit(
  deps: EnrolmentDeps,
  tx: EnrolmentStores,
  cmd: SubmitEnrolment,
  plain: Form,
  context: FormContext,
): Promise<Submitted> {
  const enrolment =
    cmd.familyId && cmd.subject ? await tx.enrolments.forFamily(cmd.subject, cmd.familyId) : null;
  if (!enrolment) return err('not-found');
  const draft = await tx.drafts.ofSubject(enrolment.id);
  // A second click: the first one has already sent it.
  if (enrolment.state === 'submitted' && !draft) return ok({ id: enrolment.id });
  const returnedFor = enrolment.returnedFor ?? [];
  const form = correctionForm(plain, returnedFor);
  const answers = draft?.answers ?? withoutReplies(enrolment.answers);
  const open = nextStep(form, answers);
  const unsaid = unanswered(form, enrolment.answers, answers, returnedFor);
  const to = next(enrolmentMachine, enrolment.state, 'resubmit', 'family', {
    ...NO_FACTS,
    complete: open === null,
    unanswered: unsaid.length,
  });
  const missing = open?.id ?? unsaid[0];
  if (!to.ok) return err(to.code, missing === undefined ? undefined : { step: missing });

  const at = deps.now();
  const submitted = read({ answers }, form, context, cmd.locale, at);
  await writeGuardians(tx.families, cmd, submitted.facts, at, await isSettled(tx, cmd.familyId));
  const changed = {
    ...submitted.columns,
    state: to.value,
    returnedFor: null,
    // What a counsellor proposed was about the answers before.
    declineReason: null,
    rounds: [...enrolment.rounds, roundOf(enrolment, submitted.columns.answers, at)],
    submittedAt: at,
    decidedAt: null,
    decidedBy: null,
  };
  if (!(await tx.enrolments.save(enrolment, changed))) return err('changed-meanwhile');
  // What was agreed to again on a corrected page is a consent of its own; the other pages' records stand.
  if (draft)
    await writeConsents(
      tx,
      cmd,
      { ...enrolment, ...changed },
      form,
      (step) => draft.stepVersions[step] !== undefined,
    );
  if (draft) await tx.drafts.remove(draft.id);
  await tx.audit.record({
    action: 'enrolment.resubmitted',
    actor: cmd.actor,
    object: { kind: 'enrolment', id: enrolment.id },
    details: { steps: enrolment.returnedFor?.map((one) => one.step) ?? [], flags: submitted.columns.flags },
  });
  await tellFamily(deps, tx.outbox, { ...enrolment, facts: submitted.facts }, 'smsSubmitted');
  return ok({ id: enrolment.id });
}

function read(draft: Pick<Draft, 'answers'>, form: Form, context: FormContext, locale: Locale, at: number) {
  const answers: Answers = answersOnTheWay(form, draft.answers);
  const hospital = hospitalName(answers, context.hospitals);
  const facts = factsOf(answers, { hospital, locale, at });
  return {
    facts,
    columns: {
      plan: facts.plan,
      dueDate: facts.dueDate,
      babies: facts.babies,
      hospital,
      city: facts.city,
      answers,
      // Kept in the language they were shown in, so that an answer can be read in twenty years.
      shown: {
        form: form.id,
        version: form.version,
        locale,
        questions: questionsAsShown(form, answers, locale),
      },
      locale,
      flags: flagsOf(facts, answers, context.today, context.enrolment),
    },
  };
}

/** Every consent is a row of its own with the exact text; one that was left unticked leaves no row. */
async function writeConsents(
  tx: Pick<EnrolmentStores, 'families'>,
  cmd: SubmitEnrolment,
  enrolment: Enrolment,
  form: Form,
  asked: (step: string) => boolean = () => true,
): Promise<void> {
  for (const step of journey(form, enrolment.answers).filter(({ id }) => asked(id)))
    for (const field of visibleFields(step, enrolment.answers)) {
      if (field.kind !== 'consent' || answerOf(enrolment.answers, field.name) !== 'yes') continue;
      const shown = { title: say(field.label, cmd.locale), body: say(field.body, cmd.locale) };
      await tx.families.saveConsent({
        familyId: enrolment.familyId,
        accountId: cmd.accountId,
        purpose: field.name.replace(/^consent-/, ''),
        textVersion: field.version,
        textSha256: createHash('sha256').update(`${shown.title}\n${shown.body}`).digest('hex'),
        locale: cmd.locale,
        subjectId: enrolment.id,
        shown,
        givenAt: enrolment.submittedAt,
      });
    }
}
