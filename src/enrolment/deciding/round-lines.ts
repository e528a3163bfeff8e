/** Earlier rounds as a counsellor reads them: what was asked, and what the family changed, under the same masks. */
import { reviewSections, type Reader, type ReviewRow } from '../answers/review-rows.ts';
import type { Answers, Form } from '#src/shared/form.ts';
import { say, translator, type Locale } from '#src/shared/i18n.ts';
import type { Enrolment, Round } from '../enrolment.ts';
import { answersBefore } from '../rounds.ts';
import { caseMessages } from './case-messages.ts';

export interface RoundChange {
  readonly term: string;
  /** Null where the content is hidden from this reader. */
  readonly values: { readonly was: string; readonly is: string } | null;
}
export interface RoundLines {
  readonly round: Pick<Round, 'returnedAt' | 'returnedBy' | 'sentAgainAt'>;
  readonly asked: readonly { readonly title: string; readonly reason: string }[];
  readonly changes: readonly RoundChange[];
}

/** Newest round first. */
export function roundLines(
  form: Form,
  enrolment: Pick<Enrolment, 'answers' | 'rounds'>,
  locale: Locale,
  reader: Reader,
): readonly RoundLines[] {
  let after = enrolment.answers;
  return enrolment.rounds.toReversed().map((round) => {
    const before = answersBefore(round, after);
    const { returnedAt, returnedBy, sentAgainAt } = round;
    const lines = {
      // Without the earlier answers: they are shown below as this reader may see them.
      round: { returnedAt, returnedBy, sentAgainAt },
      asked: round.reasons.map(({ step, reason }) => {
        const found = form.steps.find((one) => one.id === step);
        return { title: found ? say(found.title, locale) : step, reason };
      }),
      changes: changesOf(form, round, { before, after }, locale, reader),
    };
    after = before;
    return lines;
  });
}

function changesOf(
  form: Form,
  round: Round,
  { before, after }: { readonly before: Answers; readonly after: Answers },
  locale: Locale,
  reader: Reader,
): readonly RoundChange[] {
  const t = translator(caseMessages, locale);
  const [was, is] = [rowsOf(form, before, locale, reader), rowsOf(form, after, locale, reader)];
  // What was written about a health answer stands in that answer's row.
  const rows = new Set(Object.keys(round.before).map((name) => name.replace(/^(health\w+)Detail$/, '$1')));
  let healthHidden = false;
  const changes = [...rows].flatMap((name): RoundChange[] => {
    const [old, now] = [was.get(name), is.get(name)];
    if (!old && !now) {
      healthHidden ||= name.startsWith('health');
      return [];
    }
    const values = { was: old ? old.value : t('none'), is: now ? now.value : t('none') };
    return [{ term: (now ?? old)?.term ?? name, values: values.was === values.is ? null : values }];
  });
  return healthHidden ? [...changes, { term: t('healthChange'), values: null }] : changes;
}

function rowsOf(form: Form, answers: Answers, locale: Locale, reader: Reader) {
  const shown = ({ name, term, value }: ReviewRow) =>
    [name, { term, value: [value].flat().join(locale === 'zh' ? '，' : ', ') }] as const;
  return new Map(
    reviewSections(form, answers, locale, reader).flatMap(({ rows, folded }) =>
      [...rows, ...(folded?.rows ?? [])].map(shown),
    ),
  );
}
