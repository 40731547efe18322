import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { OneOf } from './schemas.ts';

export type CsvValue = string | number | boolean | null | undefined;

/** One column: its name in the first line, and what a row has there. */
export type CsvColumns<Row> = Readonly<Record<string, (row: Row) => CsvValue>>;

/** Query parameters of every list and chart that can be exported. */
export const CsvQuery = Type.Object({
  format: Type.Optional({ ...OneOf(['json', 'csv']), description: '`csv`: RFC 4180, as a file to save' }),
  bom: Type.Optional(
    Type.Boolean({
      description: 'Begin the CSV with a byte order mark, without which Excel does not take it for UTF-8',
    }),
  ),
});

const BOM = '\uFEFF';
const LINE_END = '\r\n';
/** Lines are sent together in pieces of this size: one per write would cost more than making them. */
const PIECE_CHARACTERS = 16 * 1024;
/** What a spreadsheet may take for a formula, also behind spaces and in full width. */
const FORMULA = /^[\s\0]*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|^[\t\r\n]/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/**
 * One value as a field of RFC 4180. Text that a spreadsheet would run as a formula gets an apostrophe in front: a member
 * may call themselves `=HYPERLINK(…)`. Numbers are numbers, also negative ones.
 */
export function csvField(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Writes rows as CSV, piece by piece as they come; the header comes also without any. */
export async function* formatCsv<Row>(
  rows: Iterable<Row> | AsyncIterable<Row>,
  columns: CsvColumns<Row>,
  { bom = false }: { bom?: boolean } = {},
): AsyncGenerator<string> {
  const cells = Object.values(columns);
  let piece = (bom ? BOM : '') + Object.keys(columns).map(csvField).join(',') + LINE_END;
  for await (const row of rows) {
    piece += cells.map((cell) => csvField(cell(row))).join(',') + LINE_END;
    if (piece.length < PIECE_CHARACTERS) continue;
    yield piece;
    piece = '';
  }
  if (piece) yield piece;
}

/** The success response of a route that answers as JSON or as CSV. */
export function jsonOrCsv<T extends TSchema>(schema: T) {
  return {
    description: 'JSON, or CSV with `format=csv`',
    content: {
      'application/json': { schema },
      'text/csv': { schema: Type.Unsafe<Readable>({ type: 'string' }) },
    },
  };
}

export interface CsvFile<Row> {
  /** Without its ending. */
  name: string;
  columns: CsvColumns<Row>;
  rows: Iterable<Row> | AsyncIterable<Row>;
  bom?: boolean | undefined;
}

/**
 * The body of an answer that is a CSV file, with its headers set. It is never in memory as a whole; when `rows` fails on the
 * way the connection is cut, so that nobody takes half a file for a whole one.
 */
export function csvBody<Row>(reply: FastifyReply, { name, columns, rows, bom = false }: CsvFile<Row>): Readable {
  reply
    .header('content-disposition', `attachment; filename="${name}.csv"`)
    .header('cache-control', 'private, no-store')
    .type('text/csv; charset=utf-8; header=present');
  return Readable.from(formatCsv(rows, columns, { bom }));
}

/** Sends rows as a CSV file. */
export function sendCsv<Row>(reply: FastifyReply, file: CsvFile<Row>): FastifyReply {
  return reply.send(csvBody(reply, file));
}
