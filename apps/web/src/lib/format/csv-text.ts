/** Without it Excel does not take a file for UTF-8. */
const BOM = '\uFEFF';
const LINE_END = '\r\n';
/** What a spreadsheet may take for a formula, also behind spaces and in full width. */
const FORMULA = /^[\s\0]*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|^[\t\r\n]/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** Rows as a CSV file for a spreadsheet. Text that it would run as a formula gets an apostrophe in front, as in the exports of the API. */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  return BOM + rows.map((row) => row.map(field).join(',') + LINE_END).join('');
}

function field(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
