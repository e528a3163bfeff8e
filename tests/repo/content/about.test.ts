import { describe, expect, it } from 'vitest';
import { loadAbout } from '../../../src/content/about.ts';
import { loadNews } from '../../../src/content/news.ts';
import { policiesNamed, withPolicies } from '../../../src/content/policy-figures.ts';
import { loadPolicies } from '../../../src/content/policies.ts';
import { loadEducation } from '../../../src/content/education.ts';
import { routes } from '../../../src/accounts/permissions.ts';
import { citedIn, plainText } from '../../../src/shared/citations.ts';
import { LOCALES } from '../../../src/shared/i18n.ts';
import { footerColumns } from '../../../src/ui/frame/rooms.ts';
import { faultsIn, FORBIDDEN_CLAIMS, outsideQuotes } from './claims.ts';
import { read } from '../files.ts';
import { HAN_ALLOWED_IN_ENGLISH } from '../han-in-english.ts';
import { chineseFaults, sentencesIn } from './typography.ts';

const about = loadAbout();
const news = loadNews(new Set(about.sources.keys()));
const policies = loadPolicies();
const TEACHING = ['research', 'immune-cells', 'laboratory'];

const pageSentences = about.names.flatMap((name) => sentencesIn(about.file(name), name));
const policySentences = sentencesIn([policies.quality.all, policies.privacy.all, policies.retention.all]);
const newsTexts = LOCALES.flatMap((locale) =>
  news.items(locale).map((item) => ({
    where: `news/${locale}/${item.slug}`,
    locale,
    text: `${item.title}\n${item.summary}\n${item.body}`,
  })),
);
/** Marks and policy figures are not words. */
const words = (text: string): string =>
  plainText(text.replaceAll(/\{[a-z]+(\.[\w-]+)+\}/gi, '1').replaceAll(/\{[a-z]+\?\}/g, ''));

describe('the pages about the bank', () => {
  it('are all there', () => {
    expect(about.names.toSorted()).toEqual([
      'about',
      'accessibility',
      'contact',
      'hospitals',
      'immune-cells',
      'laboratory',
      'licence',
      'privacy',
      'privacy-children',
      'quality',
      'research',
      'terms',
    ]);
  });

  it('are offered in the footer of every page, each once, whichever room the page is in', () => {
    const pages = Object.keys(routes)
      .filter((pattern) => /^\/\[\.\.\.lang\]\/about(\/|$)/.test(pattern))
      .map((pattern) => pattern.replace('/[...lang]', ''));
    expect(pages.length).toBeGreaterThan(4);
    for (const room of [undefined, 'learn', 'charity'] as const) {
      const offered = footerColumns(room).flatMap(({ links }) => links.map(({ path }) => path));
      expect(pages.filter((path) => offered.filter((one) => one === path).length !== 1)).toEqual([]);
    }
  });

  it('are set as Chinese is set, and say 您', () => {
    const wrong = [
      ...[...pageSentences, ...policySentences].map(({ where, zh }) => [where, zh] as const),
      ...newsTexts.flatMap(({ where, locale, text }) =>
        locale === 'zh' ? text.split('\n').map((line) => [where, line] as const) : [],
      ),
    ].flatMap(([where, text]) =>
      [
        ...chineseFaults(words(text).replaceAll(/\p{Script=Latin}[^\p{Script=Han}]*/gu, 'x')),
        ...(text.match(/你|请知悉|温馨提示|尊敬的用户/g) ?? []),
      ].map((found) => `${where}: ${found}`),
    );
    expect(wrong).toEqual([]);
  });

  it('have English without Han, straight quotes or exclamation marks', () => {
    const allowed = new Set(HAN_ALLOWED_IN_ENGLISH);
    const wrong = [
      ...[...pageSentences, ...policySentences].map(({ where, en }) => [where, en] as const),
      ...newsTexts.flatMap(({ where, locale, text }) => (locale === 'en' ? [[where, text] as const] : [])),
    ].flatMap(([where, text]) =>
      [...words(text).matchAll(/\p{Script=Han}+|['"!]/gu)].flatMap(([found]) =>
        allowed.has(found) ? [] : [`${where}: ${found}`],
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('claim nothing that must not be claimed', () => {
    const claims = (where: string, text: string): readonly string[] =>
      FORBIDDEN_CLAIMS.flatMap(([pattern, what]) => {
        const found = pattern.exec(outsideQuotes(text))?.[0];
        return found === undefined ? [] : [`${where}: ${what}: ${found}`];
      });
    expect([
      ...[...pageSentences, ...policySentences].flatMap(({ where, zh, en }) => claims(where, `${zh}\n${en}`)),
      ...newsTexts.flatMap(({ where, text }) => claims(where, text)),
    ]).toEqual([]);
  });

  it('sell nothing where they explain medicine', () => {
    const wrong = TEACHING.flatMap((name) =>
      sentencesIn(about.file(name), name).flatMap(({ where, zh, en }) =>
        faultsIn(`${zh}\n${en}`).map((fault) => `${where}: ${fault}`),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('cite a source in every sentence that gives a share, a dose or a number of people', () => {
    const figure = /\d[\d,.]*\s?(%|％|例|名(?!称)|units|patients|children|babies)|\d\s?×\s?10/;
    const wrong = [...TEACHING, 'quality'].flatMap((name) =>
      sentencesIn(about.file(name), name)
        // What a range or a ledger shows is cited in its caption.
        .filter(({ where, zh }) => !/\.ranges\.rows|\.figure/.test(where) && figure.test(zh))
        .filter(({ zh, en }) => citedIn(zh).length === 0 || citedIn(en).length === 0)
        .map(({ where, zh }) => `${where}: ${zh}`),
    );
    expect(wrong).toEqual([]);
  });

  it('cite the same sources in both languages, sentence by sentence', () => {
    const wrong = pageSentences.filter(({ zh, en }) => citedIn(zh).join() !== citedIn(en).join());
    expect(wrong.map(({ where }) => where)).toEqual([]);
  });

  it('have a source of their own only where a page or a piece of news cites it', () => {
    const cited = new Set([
      ...pageSentences.flatMap(({ zh }) => citedIn(zh)),
      ...newsTexts.flatMap(({ text }) => citedIn(text)),
    ]);
    const shared = loadEducation().sources;
    expect([...about.sources.keys()].filter((id) => !shared.has(id) && !cited.has(id))).toEqual([]);
  });

  it('take figures only from policies that have them, and mark each sentence with one as a sample', () => {
    let marked = 0;
    for (const locale of LOCALES)
      for (const name of about.names) {
        const page = about.page(locale, name);
        const filled = withPolicies(
          page,
          (policy) => policies[policy as keyof typeof policies].all.at(-1),
          locale,
        );
        expect(policiesNamed(filled), name).toEqual([]);
        marked += JSON.stringify(filled).split('"kind":"sample"').length - 1;
      }
    expect(marked).toBeGreaterThan(20);
  });

  it('give no telephone number but the two public lines: the bank’s own come from the build settings', () => {
    const numbers = pageSentences.flatMap(
      ({ zh, en }) => `${zh} ${en}`.replaceAll(/\[@[^\]]+\]/g, '').match(/(?<![\d-])\d{5,}(?![\d-])/g) ?? [],
    );
    expect([...new Set(numbers)].toSorted()).toEqual(['12315', '12345']);
  });
});

describe('news', () => {
  it('has at least five items in each language, newest first', () => {
    for (const locale of LOCALES) {
      const days = news.items(locale).map(({ happened }) => happened);
      expect(days.length).toBeGreaterThanOrEqual(5);
      expect(days).toEqual(days.toSorted().toReversed());
    }
  });
  it('rests on the same sources in both languages', () => {
    const cited = (locale: (typeof LOCALES)[number]) =>
      news.items(locale).map(({ slug, body }) => `${slug}: ${citedIn(body).toSorted().join(' ')}`);
    expect(cited('en')).toEqual(cited('zh'));
  });
});

describe('what is told of others, and of ourselves', () => {
  const whole = [
    ...about.names.map((name) => [name, JSON.stringify(about.file(name))] as const),
    ...loadEducation().faq.flatMap(({ questions }) =>
      questions.map((one) => [`faq ${one.id}`, JSON.stringify(one)] as const),
    ),
    ...LOCALES.flatMap((locale) =>
      loadEducation()
        .articles(locale)
        .map(({ slug, body }) => [`${locale}/${slug}`, body] as const),
    ),
  ];

  it('does not stop the story of Cordlife at its stop order: the renewal and our own tie to it stand there too', () => {
    const told = whole.filter(([, text]) => text.includes('moh-sg-2025-11'));
    expect(told.length).toBeGreaterThanOrEqual(4);
    for (const [where, text] of told)
      expect(
        ['cna-2026-01', 'xinbai-2022', 'straits-times-2024-05'].filter((id) => !text.includes(id)),
        where,
      ).toEqual([]);
  });

  it('says who has announced to own the bank, when, and that we have not verified it', () => {
    const owners = sentencesIn(about.file('about'), 'about').find(({ zh }) => zh.includes('24.0%'));
    expect(citedIn(owners?.zh ?? '')).toEqual(['xinbai-2022', 'ccbc-qilu-2013']);
    expect([owners?.zh, owners?.en]).toEqual([
      expect.stringMatching(/2022年5月.*2013年2月.*没有核实.*等运营方确认/),
      expect.stringMatching(/May 2022.*February 2013.*not verified.*for the operator to confirm/),
    ]);
  });

  it('says whose values the published ones are, and how many of those collected', () => {
    const all = sentencesIn(about.file('laboratory'), 'laboratory').filter(({ zh }) => zh.includes('10,017'));
    expect(all).toHaveLength(1);
    for (const text of [all[0]?.zh ?? '', all[0]?.en ?? ''])
      for (const figure of ['1998', '2008', '4,619', '4,186', '[@guangzhou-2008]'])
        expect(text).toContain(figure);
    expect(JSON.stringify(policies.thresholds.all)).not.toMatch(/10,017/);
  });

  it('marks what it promises as a sample, also where it says it without a figure', () => {
    const ours = sentencesIn(about.file('quality'), 'quality').filter(({ zh }) =>
      zh.startsWith('**我们因此：**'),
    );
    expect(ours).toHaveLength(5);
    // The last one points to promises that are marked where they stand.
    for (const { where, zh, en } of ours.slice(0, -1))
      for (const text of [zh, en]) expect(text, where).toMatch(/\{(quality|refunds)(\?|\.)/);
  });
});

describe('quality promises', () => {
  const incident = (id: string) => policies.quality.all.at(-1)?.incidents.find((one) => one.id === id);
  it('are those of the storage contract', () => {
    const contract = read('src/content/contracts/cord-blood-storage/2026-11-25.zh.yaml');
    expect(incident('tank-alarm')).toMatchObject({ within: 24, unit: 'hours' });
    expect(contract).toContain('出现报警，我们在二十四小时以内告诉您');
    expect(incident('closing')).toMatchObject({ within: 30, unit: 'days-before' });
    expect(contract).toContain('至少提前三十天书面通知您');
  });
});
