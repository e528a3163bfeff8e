/**
 * Tables of an article. On a phone each row becomes a block, and each cell says which column it is from; with two columns
 * the head says it once. The roles keep it a table for screen readers when CSS no longer lays it out as one. A column of
 * ranges in per cent is drawn as well.
 */
const plain = (html: string): string =>
  html
    .replaceAll(/<sup[\s\S]*?<\/sup>/g, '')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('"', '&quot;')
    .trim();

/** Rendered Markdown in, the same with labels and roles out. */
export const labelledTables = (html: string): string =>
  html.replaceAll(/<table>[\s\S]*?<\/table>/g, (table) => {
    const columns = table.match(/<th\b/g)?.length ?? 0;
    const labels = [...table.matchAll(/<th[^>]*>([\s\S]*?)<\/th>/g)].map(([, inside = '']) => plain(inside));
    return (
      table
        .replace('<table>', columns === 2 ? '<table role="table" class="pair">' : '<table role="table">')
        .replaceAll(/<(thead|tbody)>/g, '<$1 role="rowgroup">')
        // An empty corner is no heading of anything.
        .replaceAll(/<th\b[^>]*><\/th>/g, '<td role="cell" data-label=""></td>')
        .replaceAll(/<th\b/g, '<th role="columnheader"')
        .replaceAll(/<tr>([\s\S]*?)<\/tr>/g, (_, row: string) => {
          let column = -1;
          const cells = row.replaceAll(/<td(?! role)\b/g, () => {
            column += 1;
            return columns === 2 ? '<td role="cell"' : `<td role="cell" data-label="${labels[column] ?? ''}"`;
          });
          return `<tr role="row">${cells}</tr>`;
        })
    );
  });

/** 52%到85% or 52% to 85%, with what follows it. */
const RANGE = /^(\d+)%(?:到| to )(\d+)%/;
/** Decoration: the figures stand above it in words. Lengths are attributes, because the page allows no inline styles. */
const bar = (from: number, to: number): string =>
  `<svg class="range-of" width="100%" height="14" aria-hidden="true" focusable="false"><rect class="track" x="0" y="4" width="100%" height="6" rx="3"></rect><rect class="span" x="${from}%" y="1" width="${Math.max(1, to - from)}%" height="12" rx="3"></rect></svg>`;

/** The same, and under every range in per cent a bar, where the last column of a table holds nothing else. */
export const drawnTables = (html: string): string =>
  labelledTables(html).replaceAll(/<table\b[\s\S]*?<\/table>/g, (table) => {
    const last = [...table.matchAll(/<td[^>]*>((?:(?!<\/td>)[\s\S])*)<\/td>\s*<\/tr>/g)].map(
      ([, inside = '']) => inside,
    );
    if (last.length === 0 || !last.every((inside) => RANGE.test(inside))) return table;
    return table.replaceAll(
      /(<td[^>]*>)((?:(?!<\/td>)[\s\S])*)(<\/td>\s*<\/tr>)/g,
      (_, open: string, inside: string, close: string) => {
        const [, from = '0', to = '0'] = RANGE.exec(inside) ?? [];
        return `${open}${inside}${bar(Number(from), Number(to))}${close}`;
      },
    );
  });
