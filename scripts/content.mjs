// @ts-check
/**
 * What the editors have to look after: missing translations, articles due for another look, what no physician has read,
 * sources nobody cites. Ends with 0; with 1 only when a file is broken, and then says which and how to mend it.
 */
import { install, onHouseNode, say } from './house.mjs';

install();
await onHouseNode();
const { BrokenContent, loadEducation } = await import('../src/content/education.ts');
const { loadSynonyms } = await import('../src/content/synonyms.ts');
const { DUE_WITHIN_DAYS, reviewContent } = await import('../src/content/review.ts');
const { today } = await import('../src/shared/civil-date.ts');

/** @param {string} title @param {readonly string[]} lines */
function section(title, lines) {
  say(`${String(lines.length).padStart(4)}  ${title}`);
  for (const line of lines) say(`        ${line}`);
}

try {
  const education = loadEducation();
  loadSynonyms();
  const found = reviewContent(education, today(Date.now()));
  /** @param {import('../src/content/education.ts').Article} article */
  const dated = ({ file, nextReview }) => `${nextReview}  ${file}`;
  say(`${String(found.articles).padStart(4)}  articles, counted in each language`);
  section('missing translations', found.missing);
  section('overdue for another look', found.overdue.map(dated));
  section(`due within ${DUE_WITHIN_DAYS} days`, found.due.map(dated));
  section(
    'not medically reviewed',
    found.notReviewed.map(({ file }) => file),
  );
  section('sources nobody cites (remove them, the tests ask for it)', found.unusedSources);
  section('terms no article links to', found.unlinkedTerms);
} catch (error) {
  if (!(error instanceof BrokenContent)) throw error;
  say(`A file cannot be published:\n\n${error.message}`);
  process.exitCode = 1;
}
