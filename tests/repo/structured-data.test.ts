import { describe, expect, it } from 'vitest';
import { loadEducation } from '../../src/content/education.ts';
import { UNKNOWN_ORIGIN } from '../../src/shared/public-origin.ts';
import { elementsIn, allPages } from '../support/html.ts';

type Data = Readonly<Record<string, unknown>>;

const pages = allPages().filter(({ indexed }) => indexed);
const dataOn = (html: string): readonly Data[] =>
  elementsIn(html)
    .filter(({ tag, attributes }) => tag === 'script' && attributes['type'] === 'application/ld+json')
    .map(({ text }) => JSON.parse(text) as Data);
const all = pages.flatMap((page) => dataOn(page.html).map((data) => ({ page, data })));
const on = (address: string, type: string): Data | undefined =>
  all.find(({ page, data }) => page.address === address && data['@type'] === type)?.data;

/** What Google and schema.org ask of each kind we use. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  Organization: ['name', 'url', 'logo', 'address'],
  BreadcrumbList: ['itemListElement'],
  MedicalWebPage: [
    'name',
    'headline',
    'url',
    'inLanguage',
    'datePublished',
    'author',
    'publisher',
    'citation',
  ],
  FAQPage: ['mainEntity'],
  DefinedTermSet: ['name', 'hasDefinedTerm'],
  Event: ['name', 'startDate', 'location', 'eventStatus', 'organizer'],
};
const URLS = new Set(['url', '@id', 'item', 'logo']);

/** Every value that should be an address of ours or of somebody, however deep. */
function* addresses(value: unknown, key = ''): Generator<string> {
  if (typeof value === 'string' && URLS.has(key)) yield value;
  else if (typeof value === 'object' && value !== null)
    for (const [name, inside] of Object.entries(value)) yield* addresses(inside, name);
}

describe('what pages say of themselves', () => {
  it('is of a kind we know, and complete', () => {
    const wrong = all.flatMap(({ page, data }) => {
      const required = REQUIRED[String(data['@type'])];
      if (data['@context'] !== 'https://schema.org' || !required)
        return [`${page.address}: ${String(data['@type'])}`];
      return required.filter((name) => data[name] === undefined).map((name) => `${page.address}: no ${name}`);
    });
    expect(wrong).toEqual([]);
    expect(all.length).toBeGreaterThan(10);
  });
  it('names no author nobody has seen: articles are by the editors', () => {
    const authors = all
      .filter(({ data }) => data['@type'] === 'MedicalWebPage')
      .map(({ data }) => (data['author'] as { name: string }).name);
    expect(new Set(authors)).toEqual(new Set(['编辑', 'the editors']));
  });
  it('has whole addresses only', () => {
    const wrong = all.flatMap(({ page, data }) =>
      [...addresses(data)].filter((at) => !/^https?:\/\//.test(at)).map((at) => `${page.address}: ${at}`),
    );
    expect(wrong).toEqual([]);
  });
  it('tells who we are on the front page, in both languages', () => {
    expect(on('/', 'Organization')).toMatchObject({ name: '山东省脐血库', url: `${UNKNOWN_ORIGIN}/` });
    expect(on('/en', 'Organization')).toMatchObject({ name: 'Shandong Cord Blood Bank' });
  });
  it('counts the way from the front page to the page itself', () => {
    for (const { page, data } of all) {
      if (data['@type'] !== 'BreadcrumbList') continue;
      const items = data['itemListElement'] as readonly { position: number; name: string; item: string }[];
      expect(items.map(({ position }) => position)).toEqual(items.map((_, at) => at + 1));
      expect(items.at(-1)?.item).toBe(UNKNOWN_ORIGIN + page.address);
    }
  });
  it('claims a review only where somebody has reviewed, and names the sources of every article', () => {
    const education = loadEducation();
    for (const locale of ['zh', 'en'] as const)
      for (const article of education.articles(locale)) {
        const data = on(`${locale === 'zh' ? '' : '/en'}/learn/${article.slug}`, 'MedicalWebPage');
        expect(data?.['lastReviewed'], article.file).toBe(article.reviewed?.on);
        expect((data?.['citation'] as unknown[]).length, article.file).toBeGreaterThan(0);
      }
  });
  it('puts the reading order in the order of its file', () => {
    const education = loadEducation();
    const page = pages.find(({ address }) => address === '/learn');
    const shown = [...(page?.html ?? '').matchAll(/data-article="([^"]+)"/g)].map(([, slug]) => slug);
    expect(shown).toEqual(education.articles('zh').map(({ slug }) => slug));
  });
  it('asks and answers what the page of questions asks and answers', () => {
    const asked = loadEducation().faq.flatMap((part) => part.questions);
    const entities = on('/faq', 'FAQPage')?.['mainEntity'] as readonly { name: string }[];
    expect(entities.map(({ name }) => name)).toEqual(asked.map(({ question }) => question.zh));
  });
});
