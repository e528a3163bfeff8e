import { describe, expect, it } from 'vitest';
import { drawnTables, labelledTables } from './tables.ts';

it('tells each cell which column it is from, and stays a table for who cannot see it', () => {
  const table =
    '<table><thead><tr><th>病</th><th align="left">结果<sup><a href="#source-1">1</a></sup> "A"</th><th>谁</th></tr></thead><tbody><tr><td>地贫</td><td>80%</td><td>同胞</td></tr></tbody></table>';
  expect(labelledTables(`<p>前</p>${table}<p>后</p>`)).toBe(
    '<p>前</p><table role="table"><thead role="rowgroup"><tr role="row"><th role="columnheader">病</th><th role="columnheader" align="left">结果<sup><a href="#source-1">1</a></sup> "A"</th><th role="columnheader">谁</th></tr></thead><tbody role="rowgroup"><tr role="row"><td role="cell" data-label="病">地贫</td><td role="cell" data-label="结果 &quot;A&quot;">80%</td><td role="cell" data-label="谁">同胞</td></tr></tbody></table><p>后</p>',
  );
});

it('makes no heading of an empty corner', () => {
  expect(
    labelledTables(
      '<table><thead><tr><th></th><th>自存</th><th>捐</th></tr></thead><tbody><tr><td>谁能用</td><td>自己</td><td>别人</td></tr></tbody></table>',
    ),
  ).toBe(
    '<table role="table"><thead role="rowgroup"><tr role="row"><td role="cell" data-label=""></td><th role="columnheader">自存</th><th role="columnheader">捐</th></tr></thead><tbody role="rowgroup"><tr role="row"><td role="cell" data-label="">谁能用</td><td role="cell" data-label="自存">自己</td><td role="cell" data-label="捐">别人</td></tr></tbody></table>',
  );
});

it('says the heading of a second column once, not in every row', () => {
  const drawn = labelledTables(
    '<table><thead><tr><th>研究</th><th>结果</th></tr></thead><tbody><tr><td>甲</td><td>81%</td></tr></tbody></table>',
  );
  expect(drawn).toContain('<table role="table" class="pair">');
  expect(drawn).not.toContain('data-label');
});

describe('a column of ranges', () => {
  const table = (...cells: readonly string[]): string =>
    `<table><thead><tr><th>原因</th><th>多少</th></tr></thead><tbody>${cells.map((cell) => `<tr><td>血少</td><td>${cell}</td></tr>`).join('')}</tbody></table>`;
  it('is drawn to scale under its words', () => {
    const html = drawnTables(table('52%到85%<sup>1</sup>', '1% to 2%'));
    expect(html).toContain('52%到85%<sup>1</sup><svg');
    expect(html).toContain('x="52%" y="1" width="33%"');
    expect(html).toContain('x="1%" y="1" width="1%"');
  });
  it('is left alone where one cell is no range', () => {
    expect(drawnTables(table('52%到85%', '约1%'))).not.toContain('<svg');
  });
});
