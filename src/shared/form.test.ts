import { describe, expect, it } from 'vitest';
import { checkStep, type Step } from './form.ts';

const step: Step = {
  id: 'note',
  title: { zh: '备注', en: 'Note' },
  short: { zh: '备注', en: 'Note' },
  fields: [{ kind: 'textarea', name: 'note', label: { zh: '备注', en: 'Note' }, maxLength: 5 }],
};
const wrong = (note: string) => checkStep(step, { note })['note'];

describe('an answer that is too long', () => {
  it('is refused on the server too, in a sentence that says the limit and how long it is now', () => {
    expect(wrong('一二三四五六')).toEqual({
      zh: '最多可填5个字符，现在有6个。请删减后再提交。',
      en: 'Use at most 5 characters; there are 6 now. Shorten it and submit again.',
    });
  });

  it('is counted as people count: a rare character is one, and so is a line break', () => {
    expect(wrong('𠮷𠮷𠮷𠮷𠮷')).toBeUndefined();
    expect(wrong('一\r\n二\r\n三')).toBeUndefined();
  });
});
