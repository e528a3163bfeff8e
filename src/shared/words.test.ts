import { describe, expect, it } from 'vitest';
import { numbering, withFigures, wordsOf } from './words.ts';

describe('a sentence kept as data', () => {
  it('comes apart into text, stress, links in the reader’s language, and numbered sources', () => {
    const sources = numbering();
    expect(
      wordsOf(
        '**不是**医院[@b; @a]，见[许可](/about/licence)和[原文](https://a.example/x)[@b]。',
        'en',
        sources,
      ),
    ).toEqual([
      { kind: 'strong', text: '不是' },
      { kind: 'text', text: '医院' },
      {
        kind: 'cite',
        numbers: [
          { number: 1, first: true },
          { number: 2, first: true },
        ],
      },
      { kind: 'text', text: '，见' },
      { kind: 'link', text: '许可', href: '/en/about/licence', external: false },
      { kind: 'text', text: '和' },
      { kind: 'link', text: '原文', href: 'https://a.example/x', external: true },
      { kind: 'cite', numbers: [{ number: 1, first: false }] },
      { kind: 'text', text: '。' },
    ]);
    expect(sources.ids).toEqual(['b', 'a']);
  });

  it('says once, at its end, that its figures are samples', () => {
    const words = wordsOf('{enrolment.a.b}到{enrolment.c}小时', 'zh', numbering());
    const filled = withFigures(words, (_, path) => ({ text: path.join('/'), sample: true }));
    expect(filled).toEqual([
      { kind: 'text', text: 'a/b' },
      { kind: 'text', text: '到' },
      { kind: 'text', text: 'c' },
      { kind: 'text', text: '小时' },
      { kind: 'sample' },
    ]);
  });

  it('can wear the mark without a figure, where the sentence says in words what a policy says', () => {
    const words = wordsOf('退还全部{quality?}。', 'zh', numbering());
    expect(withFigures(words, () => ({ text: '', sample: true })).at(-1)).toEqual({ kind: 'sample' });
    expect(withFigures(words, () => ({ text: '', sample: false })).at(-1)).toEqual({
      kind: 'text',
      text: '。',
    });
  });

  it('takes nothing for markup that is not written as such', () => {
    const text = '<b>5 * 3</b> [x] {a} (y)';
    expect(wordsOf(text, 'en', numbering())).toEqual([{ kind: 'text', text }]);
  });
});
