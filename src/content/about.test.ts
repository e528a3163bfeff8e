import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadAbout } from './about.ts';
import { loadNews } from './news.ts';

const SHIPPED = fileURLToPath(new URL('./', import.meta.url));
let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'about-'));
  cpSync(join(SHIPPED, 'about'), join(dir, 'about'), { recursive: true });
  cpSync(join(SHIPPED, 'news'), join(dir, 'news'), { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true }));

const edit = (file: string, from: string, to: string): void => {
  const path = join(dir, file);
  const before = readFileSync(path, 'utf8');
  if (!before.includes(from)) throw new Error(`nothing to edit: ${from}`);
  writeFileSync(path, before.replace(from, to));
};
const pages = () => loadAbout(join(dir, 'about'));
const news = () => loadNews(new Set(loadAbout().sources.keys()), join(dir, 'news'));

describe('a broken page stops the build and says how to mend it', () => {
  it('when a sentence lacks a language: file, place and which one', () => {
    edit('about/about.yaml', 'en: Who does what', 'english: Who does what');
    expect(pages).toThrow(/about\.yaml:[\s\S]*sections\.0\.title\.en: the English text \(en\) is missing/);
  });
  it('when a block is of no kind', () => {
    edit('about/about.yaml', '- steps:', '- stages:');
    expect(pages).toThrow(/about\.yaml:[\s\S]*sections\.1\.blocks\.0[\s\S]*stages/);
  });
  it('when it cites what no list of sources has', () => {
    edit('about/about.yaml', '[@qilu-2023]', '[@nobody-2020]');
    expect(() => pages().page('zh', 'about')).toThrow(/about\.yaml: cites \[@nobody-2020\].*Add it here/);
  });
  it('when a table’s row has too few cells', () => {
    edit('about/contact.yaml', "              - { zh: 来信签名, en: 'A signed letter' }\n", '');
    expect(pages).toThrow(/contact\.yaml:[\s\S]*every row needs as many cells as there are columns/);
  });
});

describe('a broken piece of news stops the build', () => {
  it('when it rests on nothing', () => {
    edit('news/zh/prepayment-rules.md', '[@spc-prepaid-2025]', '');
    edit('news/zh/prepayment-rules.md', '[@shandong-consumer-2017]', '');
    expect(news).toThrow(/zh\/prepayment-rules\.md: names no source/);
  });
  it('when its twin is missing or of another day', () => {
    edit('news/en/prepayment-rules.md', "happened: '2025-05-01'", "happened: '2025-05-02'");
    expect(news).toThrow(/prepayment-rules\.md: gives other days than its twin/);
    rmSync(join(dir, 'news/en/prepayment-rules.md'));
    expect(news).toThrow(/zh\/prepayment-rules\.md: has no twin/);
  });
  it('when it was written before it happened', () => {
    edit('news/zh/prepayment-rules.md', "written: '2026-11-25'", "written: '2024-11-25'");
    expect(news).toThrow(/was written before it happened/);
  });
});
