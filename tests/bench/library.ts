/**
 * The whole house with many more articles, in a folder of its own: how a build and a search fare when the library has grown.
 * Sentences are those of the contract and the consents, shuffled: real Chinese and English of the right length, in an order
 * that means nothing.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { ROOT } from '../../scripts/house.mjs';
import { LOCALES, type Locale } from '../../src/shared/i18n.ts';

const COPIED = [
  'src',
  'db',
  'public',
  'scripts',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const PARTS = 5;
/** Characters of a Chinese article, words of an English one. */
const LENGTH: Readonly<Record<Locale, number>> = { zh: 1000, en: 700 };

/** Sentences of one language, long enough to be some. */
function sentences(locale: Locale): readonly string[] {
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  const folder = path.join(ROOT, 'src/content/contracts/cord-blood-storage');
  collect(parse(readFileSync(path.join(folder, `2026-01-01.${locale}.yaml`), 'utf8')));
  const all = texts.flatMap((text) => text.match(locale === 'zh' ? /[^。]+。/g : /[^.]+\.(?=\s|$)/g) ?? []);
  return [...new Set(all.map((one) => one.replaceAll(/[{}[\]<>*_#|`]/g, '').trim()))].filter(
    (one) => one.length > 12,
  );
}

/** Numbers that are the same in every run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state;
  }
}

const size = (text: string, locale: Locale): number =>
  locale === 'zh' ? text.length : text.split(' ').length;

function article(locale: Locale, at: number, pool: readonly string[]): string {
  const random = numbers(at * 7919 + 1);
  const pick = (): string => pool[random.next().value % pool.length] as string;
  const title = pick()
    .slice(0, locale === 'zh' ? 16 : 48)
    .replace(/[。，.,:：]+$/, '');
  const front = {
    title: `${title} ${at}`,
    summary: pick().slice(0, 180),
    author: 'editors',
    written: '2026-11-24',
    nextReview: '2027-11-24',
    reviewed: null,
  };
  const body: string[] = [`${pick()}[@acog-771]`];
  for (let length = 0; length < LENGTH[locale];) {
    if (body.length % 4 === 3) body.push(`## ${pick().slice(0, locale === 'zh' ? 12 : 40)}`);
    const paragraph = [pick(), pick(), pick()].join(locale === 'zh' ? '' : ' ');
    length += size(paragraph, locale);
    body.push(paragraph);
  }
  return `---\n${stringify(front)}---\n\n${body.join('\n\n')}\n`;
}

/** Copies the house to `dir` and fills its library up to `count` articles in each language. */
export function houseWithLibrary(dir: string, count: number): void {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  for (const part of COPIED) cpSync(path.join(ROOT, part), path.join(dir, part), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(dir, 'node_modules'));
  const room = path.join(dir, 'src/content/education');
  const order = parse(readFileSync(path.join(room, 'order.yaml'), 'utf8')) as { articles: string[] }[];
  const known = order.flatMap(({ articles }) => articles);
  const added = Array.from({ length: Math.max(0, count - known.length) }, (_, at) => `generated-${at}`);
  for (const [at, slug] of added.entries()) order[at % PARTS]?.articles.push(slug);
  writeFileSync(path.join(room, 'order.yaml'), stringify(order));
  for (const locale of LOCALES) {
    mkdirSync(path.join(room, locale), { recursive: true });
    const pool = sentences(locale);
    for (const [at, slug] of [...known, ...added].entries()) {
      const file = path.join(room, locale, `${slug}.md`);
      if (!existsSync(file)) writeFileSync(file, article(locale, at, pool));
    }
  }
}
