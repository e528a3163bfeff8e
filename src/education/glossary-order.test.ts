import { expect, it } from 'vitest';
import { byLetter, initialOf, shownSynonyms } from './glossary-order.ts';

it('finds a term under its pinyin initial, a Latin one under its own letter', () => {
  const under = [
    '脐带血',
    '造血干细胞',
    'HLA',
    '有核细胞总数',
    '采集箱',
    'CD34+细胞',
    '液氮',
    '重大疾病保险',
    '阿',
  ];
  expect(under.map(initialOf).join('')).toBe('QZHYCCYZA');
  expect(byLetter(['液氮', 'HLA', '核酸检测', '采集箱'], (term) => term, 'zh')).toEqual([
    { letter: 'C', terms: ['采集箱'] },
    { letter: 'H', terms: ['核酸检测', 'HLA'] },
    { letter: 'Y', terms: ['液氮'] },
  ]);
});
it('a Chinese reader is shown no English synonym, but the short form a report prints', () => {
  expect(shownSynonyms(['血液干细胞', 'blood stem cell', 'HSC'], 'zh')).toEqual(['血液干细胞', 'HSC']);
  expect(shownSynonyms(['血液干细胞', 'blood stem cell', 'HSC'], 'en')).toEqual(['blood stem cell', 'HSC']);
});
