/**
 * Tables of an article on a phone: each row becomes a block, and each cell says which column it is from. The roles keep it a
 * table for screen readers when CSS no longer lays it out as one.
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
    const labels = [...table.matchAll(/<th[^>]*>([\s\S]*?)<\/th>/g)].map(([, inside = '']) => plain(inside));
    return (
      table
        .replace('<table>', '<table role="table">')
        .replaceAll(/<(thead|tbody)>/g, '<$1 role="rowgroup">')
        // An empty corner is no heading of anything.
        .replaceAll(/<th\b[^>]*><\/th>/g, '<td role="cell" data-label=""></td>')
        .replaceAll(/<th\b/g, '<th role="columnheader"')
        .replaceAll(/<tr>([\s\S]*?)<\/tr>/g, (_, row: string) => {
          let column = -1;
          const cells = row.replaceAll(/<td(?! role)\b/g, () => {
            column += 1;
            return `<td role="cell" data-label="${labels[column] ?? ''}"`;
          });
          return `<tr role="row">${cells}</tr>`;
        })
    );
  });
