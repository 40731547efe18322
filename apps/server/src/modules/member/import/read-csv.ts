import { CsvError, parse } from 'csv-parse/sync';
import { type AppError, invalidField } from '#platform/http/app-error.ts';

/** One line of data. */
export interface CsvRecord {
  /** Where it ends in the file, counted from 1 like an editor does. */
  line: number;
  /** By the names of the columns, without surrounding blanks; what a short line lacks is empty. */
  values: Readonly<Record<string, string>>;
}

export interface CsvTable {
  columns: string[];
  records: CsvRecord[];
}

/** Why a file cannot be read. */
export const fileErrorCodes = ['not_utf8', 'empty', 'quotation_marks', 'too_many_rows', 'column_twice'] as const;
type FileErrorCode = (typeof fileErrorCodes)[number];

export const MAX_ROWS = 10_000;
const DELIMITERS = [';', ',', '\t'] as const;
/** What is left of a byte that is no UTF-8: the file was saved in another encoding, such as Windows-1252. */
const REPLACED = '\uFFFD';

/**
 * Reads the text of a CSV file whose first line names the columns; commas, semicolons and tabs are told apart by that line.
 *
 * @throws AppError `validation_failed` for the field `csv`, with a sentence that says what to do, and a code for those who say it in another language
 */
export function readCsv(csv: string): CsvTable {
  if (csv.includes(REPLACED)) throw refused('not_utf8', 'is not UTF-8: save the file as "CSV UTF-8" and try again');
  const [header, ...rows] = parseLines(csv);
  const columns = (header?.record ?? []).map((name) => name.trim());
  refuseColumns(columns);
  if (rows.length > MAX_ROWS)
    throw refused('too_many_rows', `has more than ${MAX_ROWS} rows: divide it`, { max: MAX_ROWS });
  return { columns, records: rows.map((row) => ({ line: row.info.lines, values: named(columns, row.record) })) };
}

function refused(code: FileErrorCode, message: string, values?: Record<string, string | number>): AppError {
  return invalidField('csv', message, { code, ...(values && { values }) });
}

interface Line {
  record: string[];
  info: { lines: number };
}

function parseLines(csv: string): Line[] {
  try {
    // With `info` each record comes with where it was found; the types of the library do not tell.
    return parse(csv, {
      bom: true,
      delimiter: delimiterOf(csv),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      to: MAX_ROWS + 2,
    }) as unknown as Line[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error.lines);
    throw refused('quotation_marks', `cannot be read in line ${line}: quotation marks do not match`, { line });
  }
}

/** The one that the first line has most of; a comma may be part of a name there, but not as often. */
function delimiterOf(csv: string): string {
  const header = csv.slice(0, csv.search(/[\r\n]|$/)).replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => header.split(delimiter).length;
  return DELIMITERS.toSorted((one, other) => count(other) - count(one))[0] ?? ',';
}

function refuseColumns(columns: readonly string[]): void {
  if (columns.length === 0) throw refused('empty', 'is empty');
  const twice = columns.find((name, place) => name !== '' && columns.indexOf(name) !== place);
  if (twice !== undefined) {
    throw refused('column_twice', `has two columns named "${twice}"`, { column: twice });
  }
}

function named(columns: readonly string[], record: readonly string[]): Record<string, string> {
  return Object.fromEntries(columns.map((name, place) => [name, record[place]?.trim() ?? '']));
}
