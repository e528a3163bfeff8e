import { expect, it } from 'vitest';
import { labelledTables } from './tables.ts';

it('tells each cell which column it is from, and stays a table for who cannot see it', () => {
  const table =
    '<table><thead><tr><th>病</th><th align="left">结果<sup><a href="#source-1">1</a></sup> "A"</th></tr></thead><tbody><tr><td>地贫</td><td>80%</td></tr></tbody></table>';
  expect(labelledTables(`<p>前</p>${table}<p>后</p>`)).toBe(
    '<p>前</p><table role="table"><thead role="rowgroup"><tr role="row"><th role="columnheader">病</th><th role="columnheader" align="left">结果<sup><a href="#source-1">1</a></sup> "A"</th></tr></thead><tbody role="rowgroup"><tr role="row"><td role="cell" data-label="病">地贫</td><td role="cell" data-label="结果 &quot;A&quot;">80%</td></tr></tbody></table><p>后</p>',
  );
});

it('makes no heading of an empty corner', () => {
  expect(
    labelledTables(
      '<table><thead><tr><th></th><th>自存</th></tr></thead><tbody><tr><td>谁能用</td><td>自己</td></tr></tbody></table>',
    ),
  ).toBe(
    '<table role="table"><thead role="rowgroup"><tr role="row"><td role="cell" data-label=""></td><th role="columnheader">自存</th></tr></thead><tbody role="rowgroup"><tr role="row"><td role="cell" data-label="">谁能用</td><td role="cell" data-label="自存">自己</td></tr></tbody></table>',
  );
});
