/** What the page of one step shows: decided here, so that the page only renders. */
import type { Quote } from '#src/fees/index.ts';
import type { CivilDate } from '#src/shared/civil-date.ts';
import { answerOf, type Answers, type FieldErrors } from '#src/shared/form.ts';
import { formatInstant } from '#src/shared/format.ts';
import { localPath, say, translator, type Locale, type Text } from '#src/shared/i18n.ts';
import { enrolmentMessages } from '../enrolment-messages.ts';
import type { EnrolmentSummary } from '../enrolment-store.ts';
import { mayCorrect, REVIEW } from '../form/enrolment-form.ts';
import { ELSEWHERE } from '../form/pregnancy.ts';
import { allQuotes } from '#src/fees/index.ts';
import type { StepView } from './open-step.ts';
import { withOwnMobile } from './own-mobile.ts';
import type { RefusedStep, SavedStep } from './save-step.ts';
import { stepPath } from './step-path.ts';
import { underWay } from './under-way.ts';

/** The address of a step: which one, which returned enrolment is corrected, and whether the review is where to go back to. */
export interface Place {
  readonly step: string;
  readonly subject: string | null;
  readonly from: 'review' | null;
}

export function placeOf(step: string | undefined, url: URL): Place {
  const subject = url.searchParams.get('for');
  const from = url.searchParams.get('from') === 'review' || subject ? ('review' as const) : null;
  return { step: step ?? '', subject, from };
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
  });

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
  /** The birth is outside Shandong: said at once, with what can be done. */
  readonly outside: boolean;
  readonly underWay: readonly EnrolmentSummary[];
  /** A remark above the questions, and whether it is about something not confirmed yet. */
  readonly note: { readonly kind: 'info' | 'sample'; readonly text: Text } | null;
  readonly changeAt: (step: string) => string | null;
}

export async function stepPage(
  read: PageReads,
  who: { readonly accountId: string; readonly familyId: string | null },
  view: StepView,
  place: Place,
  refused: RefusedStep | undefined,
  locale: Locale,
): Promise<StepPage> {
  const { step, draft, context, subject, previous } = view;
  const t = translator(enrolmentMessages, locale);
  const values = refused?.values ?? null;
  const babies = Number(answerOf(view.answers, 'babies')) || 1;
  const quotes = step?.id === 'plan' || !step ? allQuotes(context.fees, babies) : [];
  const chosen = answerOf({ ...view.answers, ...values }, 'plan');
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
    answers: step
      ? withOwnMobile(step.id, view.answers, await ownPhone(read, who.accountId, step.id))
      : view.answers,
    values,
    errors: refused?.fields ?? null,
    seen: refused?.version ?? draft?.version ?? 0,
    savedAt: draft ? formatInstant(draft.updatedAt, locale, { time: true }).slice(-5) : null,
    quotes,
    chosen,
    picked: quotes.find((quote) => quote.plan === chosen),
    outside: step?.id === 'pregnancy' && answerOf({ ...values }, 'birthCity') === ELSEWHERE,
    underWay: step?.id === 'pregnancy' && !subject ? await othersOf(read, who.familyId, context.today) : [],
    note: noteOf(view),
    changeAt: (id) =>
      subject && !mayCorrect(id, subject.returnedFor ?? [])
        ? null
        : stepPath(locale, id, { subject: place.subject, from: 'review' }),
  };
}

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

function noteOf({ step, context }: StepView): StepPage['note'] {
  if (step?.id === 'health') return { kind: 'info', text: enrolmentMessages.healthNote };
  if (step?.id === 'hospital' && !context.hospitals.confirmed)
    return { kind: 'sample', text: enrolmentMessages.hospitalSample };
  if (step?.id === 'consents') return { kind: 'sample', text: enrolmentMessages.consentsSample };
  return null;
}
