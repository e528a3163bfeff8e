import { describe, expect, it } from 'vitest';
import { csv } from './csv.ts';

const lines = (...rows: (string | number)[][]) => csv(rows).slice(1).split('\r\n').slice(0, -1);

describe('a table for a spreadsheet', () => {
  it('begins with a byte order mark and ends every row', () => {
    expect(csv([['市', 1]])).toBe('\uFEFF市,1\r\n');
  });

  it.each(['=1+1', '+1', '-cmd', '@SUM(A1)', '\t=1', '＝1+1', '－x'])(
    'never hands over %j to be run',
    (text) => {
      expect(lines([text])[0]).toBe(`"'${text}"`);
    },
  );

  it('leaves numbers numbers, negative ones too', () => {
    expect(lines([-1000.5, '-4000.50', 0])).toEqual(['-1000.5,-4000.50,0']);
  });

  it('keeps commas, quotes and line breaks inside their cell', () => {
    expect(csv([['a,b', 'says "x"', 'two\nlines']])).toBe('\uFEFF"a,b","says ""x""","two\nlines"\r\n');
  });
});
