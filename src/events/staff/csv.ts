/** A table as text for spreadsheets. Pure. */

/** What a spreadsheet would take for a formula, or for the start of one after white space. */
const FORMULA = /^[\s]*[=+\-@\t\r]/;

/** Quoted always; a formula is put behind an apostrophe, which spreadsheets show as text (OWASP, CSV injection). */
const cell = (value: string): string => {
  const harmless = FORMULA.test(value.normalize('NFKC')) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
};

/** RFC 4180, with the mark by which Excel knows UTF-8. */
export const csv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
