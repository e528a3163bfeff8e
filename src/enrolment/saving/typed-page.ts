/** One page of the form as it was typed: which draft it belongs to, what of it may be kept, and whether it is behind. */
import { checkStep, isEmpty, mayVisit, notConsented } from '#src/shared/form.ts';
import type { Answers, Form, Step } from '#src/shared/form.ts';
import { newId } from '#src/shared/ids.ts';
import { err, ok, type Err } from '#src/shared/result.ts';
import type { Transact } from '#src/shared/transaction.ts';
import { correctionForm, withoutReplies } from '../correcting/corrections.ts';
import type { Draft, Hand } from '../draft-store.ts';
import type { EnrolmentWithFacts } from '../enrolment-store.ts';
import { enrolmentIdOf } from '../enrolment.ts';
import { enrolmentForm, FORM_ID, FORM_VERSION, mayCorrect, resumeAt } from '../form/enrolment-form.ts';
import { asAgreedNow } from '../form/consents.ts';
import { fromBefore } from './from-before.ts';
import { formContext, type FormDeps } from '../form/context.ts';
import type { EnrolmentStores } from '../ports.ts';

export interface TypedPage {
  readonly accountId: string;
  readonly familyId: string | null;
  /** The returned enrolment being corrected, or null. */
  readonly subject: string | null;
  readonly step: string;
  readonly answers: Answers;
  /** The draft's version when the page was made; 0 when there was none. */
  readonly seen: number;
  /** The draft the page was made from; a page that outlived it is told so. */
  readonly draft?: string | null;
  /** Whose page it is: the session, the page shown, and how often that page has sent. */
  readonly hand?: Hand | null;
}

export type TypedDeps = FormDeps & {
  readonly transaction: Transact<Pick<EnrolmentStores, 'drafts' | 'enrolments'>>;
};

export interface Opened {
  readonly form: Form;
  readonly step: Step;
  readonly draft: Draft | null;
  readonly known: Answers;
  /** The returned enrolment being corrected. */
  readonly subject: EnrolmentWithFacts | null;
}
/** Where the page belongs that has no place any more: the enrolment sent meanwhile, or the page that comes first. */
export interface Moved {
  readonly id?: string;
  readonly step?: string;
}
export type NotOpened = Err<'not-found' | 'already-sent' | 'elsewhere', Moved | undefined>;

/** The form as asked of this enrolment, new or returned. */
export const formFor = (deps: FormDeps, subject: EnrolmentWithFacts | null): Form => {
  const form = enrolmentForm(formContext(deps));
  return subject ? correctionForm(form, subject.returnedFor ?? []) : form;
};

/** A first draft as it stands today: what was agreed to in words that have changed is asked again. */
export const asAsked = (deps: FormDeps, draft: Draft | null): Draft | null =>
  draft && { ...draft, answers: asAgreedNow(deps.consents, draft, deps.now()) };

/** The draft a typed page belongs to, or why there is none any more. */
export async function openTyped(
  deps: FormDeps,
  { drafts, enrolments }: Pick<EnrolmentStores, 'drafts' | 'enrolments'>,
  cmd: TypedPage,
): Promise<{ readonly ok: true; readonly value: Opened } | NotOpened> {
  const subject =
    cmd.subject !== null && cmd.familyId ? await enrolments.forFamily(cmd.subject, cmd.familyId) : null;
  if (cmd.subject !== null && !subject) return err('not-found');
  if (subject && subject.state !== 'returned') return err('already-sent', { id: subject.id });
  if (subject && !mayCorrect(cmd.step, subject.returnedFor ?? [])) return err('not-found');
  const draft = subject
    ? await drafts.ofSubject(subject.id)
    : asAsked(deps, await drafts.ofAccount(cmd.accountId, FORM_ID));
  if (!subject && cmd.draft && cmd.draft !== draft?.id) {
    const sent = await enrolments.byId(enrolmentIdOf(cmd.draft));
    if (sent?.accountId === cmd.accountId) return err('already-sent', { id: sent.id });
  }
  const form = formFor(deps, subject);
  const step = form.steps.find((one) => one.id === cmd.step);
  if (!step) return err('not-found');
  const known =
    draft?.answers ?? (subject ? withoutReplies(subject.answers) : await fromBefore(enrolments, cmd));
  // An answer on an earlier page, changed in another window, may have taken this page out of the way.
  if (!mayVisit(form, known, step.id)) return err('elsewhere', { step: resumeAt(form, known) });
  return ok({ form, step, draft, known, subject });
}

export interface Kept {
  /** What is kept of the page: without what lacks its consent. */
  readonly kept: Answers;
  /** All answers with this page's in place, and without what an unticked consent took with it. */
  readonly answers: Answers;
  /** Something typed was not kept, because its consent is not ticked. */
  readonly partly: boolean;
  readonly unchanged: boolean;
}

export function keep({ step, draft, known }: Opened, cmd: TypedPage): Kept {
  const typed = keepSensitive(step, cmd.answers, known);
  const notKept = notConsented(step, typed);
  const kept = Object.fromEntries(
    Object.entries(typed).map(([name, answer]) => [name, notKept.includes(name) ? '' : answer]),
  );
  const erased = notKept.filter((name) => !isEmpty(known[name]));
  return {
    kept,
    answers: { ...known, ...kept, ...Object.fromEntries(erased.map((name) => [name, ''])) },
    partly: notKept.some((name) => !isEmpty(cmd.answers[name])),
    unchanged: draft !== null && erased.length === 0 && sameAnswers(step, kept, known),
  };
}

/** Saved by another page since this one was made, and differently. The same page is never behind itself. */
export function isBehind({ step, draft, known }: Opened, cmd: TypedPage, kept: Answers): boolean {
  const savedHere = draft?.stepVersions[step.id] ?? 0;
  const last = draft?.hands?.[step.id]?.page;
  const own = last !== undefined && last !== '' && last === cmd.hand?.page;
  return savedHere > cmd.seen && !own && !sameAnswers(step, kept, known);
}

/** An older sending of the same page that arrives after a newer one. */
export const isOvertaken = ({ step, draft }: Opened, { hand }: TypedPage): boolean => {
  const last = draft?.hands?.[step.id];
  return Boolean(hand && last && hand.page !== '' && last.page === hand.page && hand.turn < last.turn);
};

/** Writes what is kept; answers the draft as it now is, or null when somebody was faster. */
export async function writeTyped(
  { drafts }: Pick<EnrolmentStores, 'drafts'>,
  { step, draft }: Opened,
  cmd: TypedPage,
  answers: Answers,
  now: number,
): Promise<{ readonly id: string; readonly version: number } | null> {
  const base: Draft = draft ?? {
    id: newId('draft', now),
    accountId: cmd.accountId,
    form: FORM_ID,
    formVersion: FORM_VERSION,
    answers: {},
    stepVersions: {},
    hands: {},
    subjectId: cmd.subject,
    createdAt: now,
    updatedAt: now,
    version: 0,
  };
  const version = base.version + 1;
  const stepVersions = { ...base.stepVersions, [step.id]: version };
  const hands = { ...base.hands, ...(cmd.hand ? { [step.id]: handOn(step, base, cmd, cmd.hand) } : {}) };
  if (!draft) await drafts.insert({ ...base, answers, stepVersions, hands, version });
  else if (
    !(await drafts.save(draft, { answers, stepVersions, hands, updatedAt: now, formVersion: FORM_VERSION }))
  )
    return null;
  return { id: base.id, version };
}

/** Who saved the page last, and which sensitive answers of it that session typed with its own hands. */
function handOn(step: Step, base: Draft, { answers }: TypedPage, hand: Hand): Hand {
  const before = base.hands?.[step.id];
  const earlier = before?.session === hand.session ? (before.typed ?? []) : [];
  const now = step.fields.filter(({ name, sensitive }) => sensitive && !isEmpty(answers[name]));
  return { ...hand, typed: [...new Set([...earlier, ...now.map(({ name }) => name)])] };
}

/**
 * A good sensitive answer is never sent to the browser, so an empty box means: keep what you have. It has to be good beside
 * what is typed now as well: a number kept under another kind of document would be wrong, and what is wrong can be shown. A
 * wrong one is shown to whoever typed it, so an empty box means it was taken out.
 */
function keepSensitive(step: Step, typed: Answers, known: Answers): Answers {
  const held = wrongOrRight(step, known).right.filter((name) => isEmpty(typed[name]));
  const back = (names: readonly string[]): Answers =>
    Object.fromEntries(names.map((name) => [name, known[name] ?? '']));
  const { right } = wrongOrRight(step, { ...known, ...typed, ...back(held) });
  return { ...typed, ...back(held.filter((name) => right.includes(name))) };
}

/** The sensitive answers held for a page, by whether they pass their checks. */
function wrongOrRight(step: Step, known: Answers): { readonly right: string[]; readonly wrong: string[] } {
  const errors = checkStep(step, known);
  const held = step.fields.filter(({ name, sensitive }) => sensitive && !isEmpty(known[name]));
  return {
    right: held.map(({ name }) => name).filter((name) => !(name in errors)),
    wrong: held.map(({ name }) => name).filter((name) => name in errors),
  };
}

/**
 * What a page shows of sensitive answers (decision 18): a right one never; a wrong one only in the session it was typed in,
 * to be compared with the document. Elsewhere it is as if it had not been answered.
 */
export function compared(
  step: Step,
  draft: Pick<Draft, 'answers' | 'hands'> | null,
  answers: Answers,
  session: string | null,
): { readonly answers: Answers; readonly compare: readonly string[] } {
  const { wrong } = wrongOrRight(step, answers);
  const hand = draft?.hands?.[step.id];
  const own = session !== null && session !== '' && hand?.session === session ? (hand.typed ?? []) : [];
  const others = wrong.filter((name) => !own.includes(name));
  return {
    answers: { ...answers, ...Object.fromEntries(others.map((name) => [name, ''])) },
    compare: wrong.filter((name) => own.includes(name)),
  };
}

const sameAnswers = (step: Step, a: Answers, b: Answers): boolean =>
  step.fields.every(({ name }) => JSON.stringify(a[name] ?? '') === JSON.stringify(b[name] ?? ''));
