import { describe, expect, it } from 'vitest';
import { CHARITY_SOURCES } from '../../../src/content/charity-sources.ts';
import { loadPolicies } from '../../../src/content/policies.ts';
import { charityMessages } from '../../../src/charity/charity-messages.ts';
import { programmeMessages } from '../../../src/charity/programmes/programme-messages.ts';
import { FORBIDDEN_CLAIMS, outsideQuotes } from './claims.ts';
import { ourFiles, read } from '../files.ts';

interface Said {
  readonly zh: string;
  readonly en: string;
}
function said(value: unknown): Said[] {
  if (typeof value !== 'object' || value === null) return [];
  const { zh, en } = value as { zh?: unknown; en?: unknown };
  return typeof zh === 'string' && typeof en === 'string' ? [{ zh, en }] : Object.values(value).flatMap(said);
}
const data = said([loadPolicies().programmes.all, CHARITY_SOURCES]);
const pages = said([charityMessages, programmeMessages]);
const faults = (all: readonly Said[], wrong: (text: Said) => boolean): readonly string[] =>
  all.filter(wrong).map(({ zh, en }) => `${zh} | ${en}`);

describe('what the programmes say of themselves', () => {
  it('is there in both languages', () => {
    expect(data.length).toBeGreaterThan(150);
    expect(faults(data, ({ en }) => /\p{Script=Han}/u.test(en))).toEqual([]);
  });

  it('is set as Chinese: full-width punctuation, no typed spaces, 您', () => {
    expect(
      faults(
        data,
        ({ zh }) =>
          /\p{Script=Han}[,;:?!()]|[,;:?!]\p{Script=Han}|\p{Script=Han} [\p{Script=Latin}\d]|[\p{Script=Latin}\d] \p{Script=Han}/u.test(
            zh,
          ) || zh.includes('你'),
      ),
    ).toEqual([]);
  });

  it('promises no cure, shouts nowhere and flatters nobody', () => {
    expect(
      faults([...data, ...pages], ({ zh, en }) =>
        [zh, en].some(
          (text) => /[!！]/.test(text) || FORBIDDEN_CLAIMS.some(([claim]) => claim.test(outsideQuotes(text))),
        ),
      ),
    ).toEqual([]);
  });

  it('does not speak of giving to the public bank as keeping something for oneself', () => {
    expect(faults(pages, ({ zh, en }) => /取回自己的|随时取回|get (it|yours) back/i.test(zh + en))).toEqual(
      [],
    );
  });
});

describe('the pages of the programmes', () => {
  const files = ourFiles.filter((file) =>
    /^src\/(charity|pages\/\[\.\.\.lang\]\/charity)\/.*\.(astro|css)$/.test(file),
  );

  it('use the colours of the cord for blood only: the drop in the bag that is given', () => {
    expect(files.length).toBeGreaterThan(20);
    const coloured = files.filter((file) =>
      /--cord-|\bk(37|20|4|80|196)\b|\btemperature[:=]/.test(read(file)),
    );
    expect(coloured).toEqual(['src/charity/pictures/Giving.astro']);
  });

  it('sell nothing: no way leads from them to enrolling', () => {
    expect(files.filter((file) => /\/enrol\b|\/prices\b/.test(read(file)))).toEqual([]);
  });

  it('move nothing', () => {
    expect(files.filter((file) => /animation|transition:|@keyframes|<animate/.test(read(file)))).toEqual([]);
  });
});
