/** What an editor has to look after: `npm run content` prints it. */
import { citedIn, termsIn } from '#src/shared/citations.ts';
import { addDays, asCivilDate, type CivilDate } from '#src/shared/civil-date.ts';
import { LOCALES } from '#src/shared/i18n.ts';
import type { Article, Education } from './education.ts';

/** So long before its day an article is named. */
export const DUE_WITHIN_DAYS = 60;

export interface ContentReview {
  readonly articles: number;
  /** As `en/slug`. */
  readonly missing: readonly string[];
  readonly overdue: readonly Article[];
  /** Within `DUE_WITHIN_DAYS`, the soonest first. */
  readonly due: readonly Article[];
  readonly notReviewed: readonly Article[];
  /** Sources nobody cites. */
  readonly unusedSources: readonly string[];
  /** Terms no article links to; they stand in the glossary all the same. */
  readonly unlinkedTerms: readonly string[];
}

const bySoonest = (a: Article, b: Article): number => (a.nextReview < b.nextReview ? -1 : 1);

/** The state of the library on one day. */
export function reviewContent(education: Education, today: CivilDate): ContentReview {
  const articles = LOCALES.flatMap((locale) => education.articles(locale));
  const soon = addDays(today, DUE_WITHIN_DAYS);
  const cited = new Set([
    ...articles.flatMap(({ body }) => citedIn(body)),
    ...education.faq.flatMap((part) => part.questions.flatMap((one) => one.sources)),
  ]);
  const linked = new Set(articles.flatMap(({ body }) => termsIn(body)));
  const due = (article: Article): CivilDate => asCivilDate(article.nextReview);
  return {
    articles: articles.length,
    missing: education.missing,
    overdue: articles.filter((article) => due(article) < today).toSorted(bySoonest),
    due: articles.filter((article) => due(article) >= today && due(article) <= soon).toSorted(bySoonest),
    notReviewed: articles.filter(({ reviewed }) => reviewed === null),
    unusedSources: [...education.sources.keys()].filter((id) => !cited.has(id)),
    unlinkedTerms: [...education.glossary.keys()].filter((id) => !linked.has(id)),
  };
}
