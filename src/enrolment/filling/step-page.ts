/** What the page of one step shows: decided here, so that the page only renders. */
import type { Quote } from '#src/fees/index.ts';
import type { CivilDate } from '#src/shared/civil-date.ts';
import { answerOf, checkStep, type Answers, type FieldErrors, type Step } from '#src/shared/form.ts';
import { formatTime } from '#src/shared/format.ts';
import { localPath, say, translator, type Locale, type Text } from '#src/shared/i18n.ts';
import { enrolmentMessages } from '../enrolment-messages.ts';
import type { EnrolmentSummary } from '../enrolment-store.ts';
import { mayCorrect, REVIEW } from '../form/enrolment-form.ts';
import { ELSEWHERE } from '../form/pregnancy.ts';
import { allQuotes } from '#src/fees/index.ts';
import type { StepView } from './open-step.ts';
import { withOwnMobile } from './own-mobile.ts';
import { replyTo, unanswered } from '../correcting/corrections.ts';
import type { RefusedStep, SavedStep } from '../saving/save-step.ts';
import { isCarried } from '../saving/from-before.ts';
import { compared } from '../saving/typed-page.ts';
import { stepPath } from './step-path.ts';
import { underWay } from './under-way.ts';

/**
 * The address of a step: which one, which returned enrolment is corrected, whether the review is where to go back to, and
 * whether the page says at once what it lacks.
 */
export interface Place {
  readonly step: string;
  readonly subject: string | null;
  readonly from: 'review' | null;
  readonly check: boolean;
}

export function placeOf(step: string | undefined, url: URL): Place {
  const subject = url.searchParams.get('for');
  const from = url.searchParams.get('from') === 'review' || subject ? ('review' as const) : null;
  return { step: step ?? '', subject, from, check: url.searchParams.get('check') === 'yes' };
}

/** Keeps the place in the address a form posts to. */
export function actionAt(place: Place, action: { queryString: string }): string {
  const query = new URLSearchParams({
    ...(place.subject ? { for: place.subject } : {}),
    ...(place.from ? { from: place.from } : {}),
  }).toString();
  return `${action.queryString}${query ? `&${query}` : ''}`;
}

/** After a page was saved: the next one, or back to the review once nothing is open. */
export const afterSaving = (saved: SavedStep, { subject, from }: Place, locale: Locale): string =>
  stepPath(locale, from ? saved.resume : saved.next, {
    subject,
    from: from && saved.resume !== REVIEW ? from : null,
    check: saved.check,
  });

/** The same page, which says what it lacks; an address of its own, so that reloading it and coming back to it work. */
export const sameAgain = ({ step, subject, from }: Place, locale: Locale): string =>
  stepPath(locale, step, { subject, from, check: true });

/** A page whose enrolment has been sent meanwhile: to that enrolment, with a sentence. */
export const tooLate = (id: string, { subject }: Place, locale: Locale): string =>
  `${localPath(locale, subject ? `/family/enrolments/${id}` : `/enrol/submitted/${id}`)}?late=yes`;

export const afterSending = (id: string, { subject }: Place, locale: Locale): string =>
  localPath(locale, subject ? `/family/enrolments/${id}` : `/enrol/submitted/${id}`);

interface PageReads {
  readonly accounts: { byId(id: string): Promise<{ readonly phone: string | null } | null> };
  readonly enrolments: { summariesOf(familyId: string): Promise<readonly EnrolmentSummary[]> };
}

export interface StepPage {
  readonly title: string;
  readonly back: { readonly href: string; readonly label: string };
  /** What is known, with the applicant's own number where it is asked. */
  readonly answers: Answers;
  readonly values: Answers | null;
  readonly errors: FieldErrors | null;
  /** The draft's version to send along. */
  readonly seen: number;
  readonly savedAt: string | null;
  readonly quotes: readonly Quote[];
  readonly chosen: string;
  readonly picked: Quote | undefined;
  /** Sensitive answers typed wrong in this session, shown to be compared. */
  readonly compare: readonly string[];
  /** The birth is outside Shandong: no mistake, but as far as we may go. Said at once, with what can be done. */
  readonly outside: boolean;
  /** What the counsellor asked about this page. */
  readonly asked: string | null;
  readonly underWay: readonly EnrolmentSummary[];
  /** A remark above the questions, and whether it is about something not confirmed yet. */
  readonly note: { readonly kind: 'info' | 'sample'; readonly text: Text } | null;
  readonly changeAt: (step: string) => string | null;
}

export async function stepPage(
  read: PageReads,
  who: {
    readonly accountId: string;
    readonly familyId: string | null;
    readonly sessionHash: string | null;
  },
  view: StepView,
  place: Place,
  refused: RefusedStep | undefined,
  locale: Locale,
): Promise<StepPage> {
  const { step, draft, context, subject, previous } = view;
  const t = translator(enrolmentMessages, locale);
  const values = refused?.values ?? null;
  const mine = step ? compared(step, draft, view.answers, who.sessionHash) : null;
  const known = mine?.answers ?? view.answers;
  const babies = Number(answerOf(view.answers, 'babies')) || 1;
  const quotes = step?.id === 'plan' || !step ? allQuotes(context.fees, babies) : [];
  const chosen = answerOf({ ...known, ...values }, 'plan');
  const outside = step?.id === 'pregnancy' && answerOf({ ...known, ...values }, 'birthCity') === ELSEWHERE;
  const errors = refused?.fields ?? (step && place.check ? lacking(view, step, known) : null);
  return {
    title: step ? say(step.title, locale) : t('reviewTitle'),
    back: subject
      ? {
          href: localPath(locale, `/family/enrolments/${subject.id}`),
          label: t('enrolmentOf', { number: subject.number }),
        }
      : previous
        ? { href: stepPath(locale, previous.id), label: t('backTo', { name: say(previous.title, locale) }) }
        : { href: localPath(locale, '/enrol'), label: t('backToStart') },
    answers: step ? withOwnMobile(step.id, known, await ownPhone(read, who.accountId, step.id)) : known,
    values,
    // A birth elsewhere is a fork in the way and is said as one, not as a mistake to correct.
    errors: outside && errors ? without(errors, 'birthCity') : errors,
    compare: values
      ? (step?.fields.flatMap(({ name, sensitive }) => (sensitive ? name : [])) ?? [])
      : (mine?.compare ?? []),
    seen: refused?.version ?? draft?.version ?? 0,
    savedAt: draft ? formatTime(draft.updatedAt) : null,
    quotes,
    chosen,
    picked: quotes.find((quote) => quote.plan === chosen),
    outside,
    asked: subject?.returnedFor?.find((one) => one.step === step?.id)?.reason ?? null,
    underWay: step?.id === 'pregnancy' && !subject ? await othersOf(read, who.familyId, context.today) : [],
    note: noteOf(view),
    changeAt: (id) =>
      subject && !mayCorrect(id, subject.returnedFor ?? [])
        ? null
        : stepPath(locale, id, { subject: place.subject, from: 'review' }),
  };
}

const NOTHING_CHANGED: Text = {
  zh: '这一页还和交上去的时候一样。请按顾问写的改一改；不用改，就在这里写一句为什么。',
  en: 'This page is as you sent it. Change what the counsellor asks about; if it is right, write a sentence here saying why.',
};

/** What a page lacks as it stands; null when it lacks nothing. */
function lacking({ form, subject }: StepView, step: Step, answers: Answers): FieldErrors | null {
  const errors = checkStep(step, answers, { shown: true });
  const unsaid = subject && unanswered(form, subject.answers, answers, subject.returnedFor ?? []);
  const all = unsaid?.includes(step.id) ? { [replyTo(step.id)]: NOTHING_CHANGED, ...errors } : errors;
  return Object.keys(all).length > 0 ? all : null;
}

const without = (errors: FieldErrors, name: string): FieldErrors | null => {
  const rest = Object.entries(errors).filter(([one]) => one !== name);
  return rest.length > 0 ? Object.fromEntries(rest) : null;
};

/** Asked only where it can matter: on the pages about the two people. */
const ownPhone = async (read: PageReads, accountId: string, step: string): Promise<string | null> =>
  step === 'mother' || step === 'other-person'
    ? ((await read.accounts.byId(accountId))?.phone ?? null)
    : null;

const othersOf = async (
  read: PageReads,
  familyId: string | null,
  today: CivilDate,
): Promise<readonly EnrolmentSummary[]> =>
  familyId ? underWay(await read.enrolments.summariesOf(familyId), today) : [];

function noteOf({ step, context, draft, subject, answers }: StepView): StepPage['note'] {
  const isNew = !subject && step && draft?.stepVersions[step.id] === undefined;
  const names = step?.fields.map(({ name }) => name) ?? [];
  // A second pregnancy: what the first one's form already said is there to be checked.
  if (isNew && isCarried(names, answers)) return { kind: 'info', text: enrolmentMessages.carriedNote };
  if (step?.id === 'health') return { kind: 'info', text: enrolmentMessages.healthNote };
  if (step?.id === 'hospital' && !context.hospitals.confirmed)
    return { kind: 'sample', text: enrolmentMessages.hospitalSample };
  if (step?.id === 'consents') return { kind: 'sample', text: enrolmentMessages.consentsSample };
  return null;
}
