import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asCivilDate } from '#src/shared/civil-date.ts';
import { BrokenContent, loadEducation } from './education.ts';
import { reviewContent } from './review.ts';
import { loadSynonyms } from './synonyms.ts';

/** A library of one article, whole in both languages. */
const ARTICLE = `---
title: 标题
summary: 一句话。
author: editors
written: '2026-01-10'
nextReview: '2027-01-10'
reviewed: null
---

正文[@acog]。[脐带血](glossary:cord-blood)。
`;
const FILES: Readonly<Record<string, string>> = {
  'order.yaml': '- id: one\n  title: { zh: 一, en: One }\n  articles: [first]\n',
  'sources.yaml':
    "acog:\n  title: Opinion\n  publisher: ACOG\n  date: '2019'\n  kind: guideline\n  url: https://www.acog.org/\n  note: null\nunused:\n  title: Unused\n  publisher: Nobody\n  date: null\n  kind: press\n  url: null\n  note: null\n",
  'glossary.yaml':
    'cord-blood:\n  term: { zh: 脐带血, en: Cord blood }\n  meaning: { zh: 血。, en: Blood. }\nhla:\n  term: { zh: HLA, en: HLA }\n  meaning: { zh: 标记。, en: Markers. }\n',
  'faq.yaml':
    '- id: part\n  title: { zh: 问, en: Ask }\n  questions:\n    - id: one\n      question: { zh: 问, en: Q }\n      answer: { zh: 答, en: A }\n',
  'zh/first.md': ARTICLE,
  'en/first.md': ARTICLE,
};

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'library-'));
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
    writeFileSync(path.join(dir, name), text);
  }
});
afterEach(() => rmSync(dir, { recursive: true }));

const change = (name: string, from: string | RegExp, to: string): void => {
  const file = path.join(dir, name);
  const before = readFileSync(file, 'utf8');
  const after = before.replace(from, to);
  expect(after, 'the plant changed nothing').not.toBe(before);
  writeFileSync(file, after);
};
function problem(): string {
  try {
    loadEducation(dir);
  } catch (error) {
    expect(error).toBeInstanceOf(BrokenContent);
    return (error as Error).message;
  }
  throw new Error('nothing was found to be broken');
}

describe('a broken file stops the build and says how to mend it', () => {
  it('and a whole library does not', () => {
    expect(loadEducation(dir).articles('zh')).toHaveLength(1);
  });
  it.each<[string, string, string | RegExp, string, RegExp]>([
    [
      'a source that is not there',
      'zh/first.md',
      '@acog',
      '@nobody',
      /zh\/first\.md.*\[@nobody\].*sources\.yaml.*Add it/,
    ],
    [
      'a term that is not there',
      'en/first.md',
      ':cord-blood',
      ':nothing',
      /en\/first\.md.*nothing.*glossary\.yaml/,
    ],
    [
      'an article that is not there',
      'zh/first.md',
      '正文',
      '[见](/learn/nowhere)',
      /zh\/first\.md.*\/learn\/nowhere.*order\.yaml/,
    ],
    [
      'a missing field',
      'zh/first.md',
      /^summary:.*\n/m,
      '',
      /zh\/first\.md[\s\S]*summary: the summary is missing/,
    ],
    [
      'a field nobody knows',
      'zh/first.md',
      'author: editors',
      'author: editors\nmood: fine',
      /zh\/first\.md[\s\S]*mood/,
    ],
    ['an author who is none', 'zh/first.md', 'editors', 'dr-who', /author: author has to be one of editors/],
    [
      'a day that is written otherwise',
      'zh/first.md',
      "'2026-01-10'",
      "'10.1.2026'",
      /written: write the day as YYYY-MM-DD/,
    ],
    [
      'a day without quotes',
      'zh/first.md',
      "written: '2026-01-10'",
      'written: 20260110',
      /written: a day is missing/,
    ],
    [
      'a day that does not exist',
      'zh/first.md',
      "'2027-01-10'",
      "'2027-02-30'",
      /nextReview: there is no such day/,
    ],
    [
      'a Chinese title English readers cannot read',
      'sources.yaml',
      'title: Opinion',
      'title: 意见',
      /sources\.yaml[\s\S]*english: a Chinese title needs english/,
    ],
    [
      'a Chinese publisher without its English name',
      'sources.yaml',
      'publisher: ACOG',
      'publisher: 卫生部',
      /publisher: a Chinese publisher has zh and en/,
    ],
    ['YAML that is none', 'order.yaml', 'articles: [first]', 'articles: [first', /order\.yaml/],
    ['front matter that is no YAML', 'zh/first.md', 'title: 标题', 'title: "标题', /zh\/first\.md/],
    ['no front matter', 'zh/first.md', /^---\n/, '', /begins with no front matter\. Start with a line ---/],
    [
      'an article with two places',
      'order.yaml',
      '[first]',
      '[first, first]',
      /order\.yaml.*first in two places/,
    ],
    [
      'a text in one language',
      'glossary.yaml',
      ', en: Blood.',
      '',
      /glossary\.yaml[\s\S]*cord-blood\.meaning\.en: the English text/,
    ],
    [
      'a source of no kind',
      'sources.yaml',
      'kind: guideline',
      'kind: rumour',
      /sources\.yaml[\s\S]*acog\.kind: kind has to be one of/,
    ],
    [
      'an address that is none',
      'sources.yaml',
      'https://www.acog.org/',
      'www.acog.org',
      /acog\.url: url has to begin with https/,
    ],
    [
      'a question with an unknown source',
      'faq.yaml',
      'answer:',
      'sources: [nobody]\n      answer:',
      /faq\.yaml.*one names the source nobody/,
    ],
  ])('%s', (_, file, from, to, message) => {
    change(file, from, to);
    expect(problem()).toMatch(message);
  });
  it('an article without a place in the reading order', () => {
    cpSync(path.join(dir, 'zh/first.md'), path.join(dir, 'zh/stray.md'));
    expect(problem()).toMatch(/zh\/stray\.md.*no place in order\.yaml\. Add its name/);
  });
  it('words that mean the same, written as no list of groups', () => {
    const file = path.join(dir, 'synonyms.yaml');
    const written = (text: string) => () => {
      writeFileSync(file, text);
      return loadSynonyms(file);
    };
    expect(written('- [脐血]')).toThrow(/group 1: a group needs at least two words/);
    expect(written('- [18, 十八]')).toThrow(/group 1: a word has to be text; put it in quotes/);
    expect(written('脐血: 脐带血')).toThrow(/has to be a list of groups/);
    expect(written('- [脐血')).toThrow(BrokenContent);
    expect(written('- [脐血, 脐带血]')()).toEqual([['脐血', '脐带血']]);
  });
});

describe('what the editors have to look after', () => {
  const on = (day: string) => reviewContent(loadEducation(dir), asCivilDate(day));
  it('is due sixty days before its day, and overdue the day after', () => {
    expect(on('2026-11-10').due).toEqual([]);
    expect(on('2026-11-11').due.map(({ file }) => file)).toEqual(['zh/first.md', 'en/first.md']);
    expect(on('2027-01-10').overdue).toEqual([]);
    expect(on('2027-01-11').overdue).toHaveLength(2);
    expect(on('2027-01-11').due).toEqual([]);
  });
  it('counts what a language lacks', () => {
    rmSync(path.join(dir, 'en/first.md'));
    expect(on('2026-11-10').missing).toEqual(['en/first']);
  });
  it('names what nobody with a medical role has read, until somebody has', () => {
    expect(on('2026-11-10').notReviewed).toHaveLength(2);
    change(
      'zh/first.md',
      'reviewed: null',
      "reviewed: { role: { zh: 血液科医师, en: Haematologist }, on: '2026-05-01' }",
    );
    expect(on('2026-11-10').notReviewed.map(({ file }) => file)).toEqual(['en/first.md']);
  });
  it('names sources nobody cites and terms no article links to', () => {
    expect(on('2026-11-10')).toMatchObject({ unusedSources: ['unused'], unlinkedTerms: ['hla'] });
  });
});
