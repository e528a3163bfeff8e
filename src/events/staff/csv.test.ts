import { describe, expect, it } from 'vitest';
import { csv } from './csv.ts';

const cells = (...row: string[]): string => csv([row]).slice(1).trimEnd();

describe('a list for a spreadsheet', () => {
  it('runs nothing, however a name begins', () => {
    for (const name of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =HYPERLINK("x")', '＝1+1', '＋1', '＠x'])
      expect(cells(name)).toMatch(/^"'/);
  });
  it('leaves other names alone', () => {
    expect(cells('王女士', 'O’Neil', '138****0000')).toBe('"王女士","O’Neil","138****0000"');
  });
  it('keeps quotes, commas and line breaks inside their cell', () => {
    expect(cells('a "b", c\nd')).toBe('"a ""b"", c\nd"');
  });
  it('begins with the mark by which Excel reads Chinese', () => {
    expect(csv([['x']]).charCodeAt(0)).toBe(0xfeff);
  });
});
