/**
 * Tables as CSV that opens safely in a spreadsheet: a cell that begins like a formula would be run by it (CWE-1236), so it
 * gets an apostrophe in front; a plain number stays a number. A byte order mark, or Excel would read Chinese as gibberish.
 */
export type CsvCell = string | number;

const NUMBER = /^-?\d+(\.\d+)?$/;
const FORMULA = /^[=+\-@\t\r\n]/;

function cell(value: CsvCell): string {
  const text = String(value);
  const safe = FORMULA.test(text.normalize('NFKC')) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180 with a byte order mark. */
export const csv = (rows: readonly (readonly CsvCell[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
