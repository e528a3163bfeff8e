import { describe, expect, it } from 'vitest';
import { ourFiles, read } from './files.ts';
import { HAN_ALLOWED_IN_ENGLISH } from './han-in-english.ts';
import { readSentences, unusedLines } from './sentences.ts';

const readings = readSentences();
const sentences = readings.flatMap((reading) => reading.sentences);
const found = sentences.map(({ where, zh, en }) => ({ where, zh: zh ?? '', en: en ?? '' }));
type Found = (typeof found)[number];

const placeholders = (text: string): string => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join(' ');
const complaints = (wrong: (text: Found) => boolean): string[] =>
  found.filter(wrong).map(({ where, zh, en }) => `${where}: ${zh} | ${en}`);

const HAN = /\p{Script=Han}/u;
const withoutAllowed = (text: string): string =>
  HAN_ALLOWED_IN_ENGLISH.reduce((rest, allowed) => rest.replaceAll(allowed, ''), text);

describe('every sentence is there in both languages', () => {
  it('finds the sentences at all, exported or not', () => {
    expect(found.length).toBeGreaterThan(2000);
    const in_ = (file: string): boolean => found.some(({ where }) => where.startsWith(`${file}:`));
    for (const file of [
      'src/fees/receipt/receipt-paper.ts',
      'src/shared/outcomes.ts',
      'src/fees/fee-texts.ts',
    ])
      expect(in_(file), file).toBe(true);
  });

  it('has neither an empty Chinese nor an empty English text', () => {
    expect(complaints(({ zh, en }) => zh.trim() === '' || en.trim() === '')).toEqual([]);
  });

  it('is said by something: no line of a catalogue is left over', () => {
    expect(readings.flatMap(({ catalogues }) => catalogues).length).toBeGreaterThan(40);
    expect(unusedLines(readings)).toEqual([]);
    const alone = readings.filter(({ said }) => said.file.endsWith('-messages.ts'));
    expect(unusedLines(alone).length).toBeGreaterThan(500);
  });

  it('fills the same holes in both', () => {
    expect(
      complaints(({ zh, en }) => zh !== '…' && en !== '…' && placeholders(zh) !== placeholders(en)),
    ).toEqual([]);
  });

  it('writes no Han in English beyond the allow-list', () => {
    expect(complaints(({ en }) => HAN.test(withoutAllowed(en)))).toEqual([]);
  });
});

describe('Chinese is set as Chinese', () => {
  it('uses full-width punctuation after Han', () => {
    expect(
      complaints(({ zh }) => /\p{Script=Han}[,;:!?]|\p{Script=Han}\.(\s|$|\p{Script=Han})/u.test(zh)),
    ).toEqual([]);
  });

  it('uses full-width brackets around Han', () => {
    expect(complaints(({ zh }) => /\([^)]*\p{Script=Han}|\p{Script=Han}\(/u.test(zh))).toEqual([]);
  });

  it('types no space between Han and letters or digits', () => {
    // The space in an HTTP header's value is the protocol's; the one after a link ends the link on every phone.
    const protocol = (text: string): string => text.replaceAll('Bearer ', '').replaceAll('{link} ', '');
    expect(
      complaints(({ zh }) => /\p{Script=Han} [A-Za-z0-9{]|[A-Za-z0-9}] \p{Script=Han}/u.test(protocol(zh))),
    ).toEqual([]);
  });
});

describe('the house never oversells and never shouts', () => {
  it('uses no exclamation mark', () => {
    expect(complaints(({ zh, en }) => /[!！]/.test(zh + en))).toEqual([]);
  });

  it('promises no cure and flatters nobody', () => {
    const banned =
      /包治|治愈率|国家级|最先进|唯一机会|生命保险|请知悉|尊敬的用户|温馨提示|健康没问题|输入有误|格式不正确/;
    const bannedInEnglish = /\bcures?\b|\bcured\b|guaranteed|life insurance|invalid input/i;
    expect(complaints(({ zh, en }) => banned.test(zh) || bannedInEnglish.test(en))).toEqual([]);
  });

  it('counts in words: no “day(s)”', () => {
    expect(complaints(({ en }) => /\(s\)/.test(en))).toEqual([]);
  });

  it('addresses people as 您', () => {
    expect(complaints(({ zh }) => zh.includes('你'))).toEqual([]);
  });
});

describe('every page introduces itself', () => {
  it('has a title and a description', () => {
    const bare = ourFiles
      .filter((file) => file.startsWith('src/pages/') && file.endsWith('.astro'))
      .filter((file) => {
        const source = read(file);
        // Pages that stand twice, for another language or another reason, hand both on to one component.
        if (
          /<(AboutPage|ErrorPage|StaffNotFound|StaffSignIn|AskForLink|PasswordByLink|BookingPage)\b/.test(
            source,
          )
        )
          return false;
        return !(
          /\btitle=|<title>|\{title\}/.test(source) && /\bdescription[=}]|name="description"/.test(source)
        );
      });
    expect(bare).toEqual([]);
  });
});
