import { describe, expect, it } from 'vitest';
import { loadEducation, type Article } from '../../../src/content/education.ts';
import { asCivilDate, addMonths, today } from '../../../src/shared/civil-date.ts';
import { educationMessages } from '../../../src/education/education-messages.ts';
import { citedIn, lengthOf, plainText, termsIn } from '../../../src/shared/citations.ts';
import { LOCALES } from '../../../src/shared/i18n.ts';
import { faultsIn } from './claims.ts';
import { chineseFaults } from './typography.ts';

const education = loadEducation();
const all = LOCALES.flatMap((locale) => education.articles(locale));
const each = (fault: (article: Article) => unknown) =>
  all
    .map((article) => ({ file: article.file, fault: fault(article) }))
    .filter(({ fault }) => !isNothing(fault));
const isNothing = (fault: unknown): boolean =>
  fault === null || fault === false || (Array.isArray(fault) && fault.length === 0);

describe('every article', () => {
  it('is by the editors, and those on law say that no lawyer has read them', () => {
    expect(new Set(all.map(({ author }) => author))).toEqual(new Set(['editors']));
    const law = ['if-a-bank-closes', 'insurance-with-storage', 'law-and-licence', 'ownership-at-eighteen'];
    for (const locale of LOCALES)
      expect(
        education
          .articles(locale)
          .flatMap(({ slug, field }) => (field === 'law' ? [slug] : []))
          .toSorted(),
      ).toEqual(law);
    expect(educationMessages['notReviewed.law']).toEqual({
      zh: '尚未经律师审阅',
      en: 'Not reviewed by a lawyer',
    });
  });
  it('tells of failed engraftment with the qualifier of its source: where cell numbers are limited', () => {
    const told = all.filter(({ body }) => /10%(到| to )20%/.test(body));
    expect(told).toHaveLength(4);
    expect(
      told
        .filter(
          ({ body }) =>
            !/细胞数有限的[^。|]*10%到20%|limited cell numbers[^.|]*10% to 20%|10% to 20%[^.|]*limited cell numbers/.test(
              body,
            ),
        )
        .map(({ file }) => file),
    ).toEqual([]);
  });
  it('exists in both languages, at least twenty of them', () => {
    expect(education.missing).toEqual([]);
    expect(education.articles('zh').length).toBeGreaterThanOrEqual(20);
  });
  it('has 600 to 1,500 characters or words of substance', () => {
    expect(
      each(({ body, locale }) => {
        const length = lengthOf(body, locale);
        return length >= 600 && length <= 1500 ? null : length;
      }),
    ).toEqual([]);
  });
  it('cites at least three sources, the same ones in both languages', () => {
    expect(each(({ body }) => citedIn(body).length < 3)).toEqual([]);
    for (const { slug } of education.articles('zh')) {
      const [zh, en] = LOCALES.map((locale) =>
        citedIn(education.article(locale, slug)?.body ?? '').toSorted(),
      );
      expect(en, slug).toEqual(zh);
    }
  });
  it('cites a source in every sentence that gives a share, a dose or a number of people', () => {
    const figure = /\d[\d,.]*\s?(%|％|例|份|名|units|patients|children|transplants)|1[:：]\d{2,}|\d\s?×\s?10/;
    expect(
      each(({ body }) =>
        body
          .split('\n')
          .filter((line) => figure.test(line.replaceAll(/\[@[^\]]+\]/g, '')) && !/\[@/.test(line))
          .map((line) => line.slice(0, 60)),
      ),
    ).toEqual([]);
  });
  it('claims nothing that must not be claimed, and sells nothing', () => {
    expect(each(({ title, summary, body }) => faultsIn(`${title}\n${summary}\n${body}`))).toEqual([]);
  });
  it('links at least three terms to the glossary', () => {
    expect(each(({ body }) => termsIn(body).length < 3)).toEqual([]);
  });
  it('is looked at again within twelve months, and none is overdue', () => {
    const now = today(Date.now());
    expect(each(({ nextReview }) => nextReview < now && nextReview)).toEqual([]);
    expect(
      each(({ written, nextReview }) => nextReview > addMonths(asCivilDate(written), 12) && nextReview),
    ).toEqual([]);
  });
  it('is written as Chinese is written', () => {
    const chinese = all.filter(({ locale }) => locale === 'zh');
    const wrong = chinese.flatMap(({ file, title, summary, body }) =>
      chineseFaults(
        // A cell, a list item and a line end where they end: what follows does not touch them.
        plainText(`${title}\n${summary}\n${body}`.replaceAll(/[|\n]/g, '。\n')).replaceAll(
          /\p{Script=Latin}[^\p{Script=Han}]*/gu,
          'x',
        ),
      ).map((found) => `${file}: ${found}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the rest of the reading room', () => {
  it('explains at least sixty terms and answers at least thirty questions', () => {
    expect(education.glossary.size).toBeGreaterThanOrEqual(60);
    expect(education.faq.flatMap((part) => part.questions).length).toBeGreaterThanOrEqual(30);
  });
  it('claims and sells nothing either', () => {
    const texts = [
      ...[...education.glossary.values()].map((term) => [term.id, term.meaning] as const),
      ...education.faq.flatMap((part) => part.questions).map((one) => [one.id, one.answer] as const),
    ];
    expect(
      texts.flatMap(([id, text]) => faultsIn(`${text.zh}\n${text.en}`).map((fault) => `${id}: ${fault}`)),
    ).toEqual([]);
  });
  it('knows each paper by one name', () => {
    // The article's number in PubMed Central, or its address without what does not tell it apart.
    const paperAt = (url: string): string =>
      /\bPMC\d+/.exec(url)?.[0] ?? url.replace(/^https?:\/\/(www\.)?|[/#]+$/g, '').toLowerCase();
    const names = Map.groupBy(
      [...education.sources.values()].filter(({ url }) => url !== null && url !== undefined),
      ({ url }) => paperAt(url ?? ''),
    );
    const twice = [...names.values()].filter((same) => same.length > 1);
    expect(twice.map((same) => same.map(({ id }) => id))).toEqual([]);
  });
  it('has no source nobody cites', () => {
    const cited = new Set([
      ...all.flatMap(({ body }) => citedIn(body)),
      ...education.faq.flatMap((part) => part.questions.flatMap((one) => one.sources)),
    ]);
    expect([...education.sources.keys()].filter((id) => !cited.has(id))).toEqual([]);
  });
});
