import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { type CsvColumns, csvBody } from './csv.ts';

// Not an interface, which TypeScript would not take for the open object that routes may answer.
type PageOf<Item> = { items: Item[]; nextCursor: string | null };

type LoadPage<Item> = (limit: number, cursor?: string) => Promise<PageOf<Item>>;

interface ListQuery {
  limit?: number;
  cursor?: string;
  format?: 'json' | 'csv';
  bom?: boolean;
}

const DEFAULT_LIMIT = 50;
/** Rows of an export that are in memory at once. */
const EXPORT_PAGE = 1_000;

/**
 * Answers a list: one page as JSON, or with `format=csv` everything the filters let through, page by page as the client
 * takes it. A row that changes its place while an export runs may be missing from it or be in it twice.
 */
export async function answerList<Item>(
  reply: FastifyReply,
  { limit = DEFAULT_LIMIT, cursor, format, bom }: ListQuery,
  load: LoadPage<Item>,
  file: { name: string; columns: CsvColumns<Item> },
): Promise<PageOf<Item> | Readable> {
  if (format !== 'csv') return load(limit, cursor);
  return csvBody(reply, { ...file, bom, rows: eachItem(load) });
}

async function* eachItem<Item>(load: LoadPage<Item>): AsyncGenerator<Item> {
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await load(EXPORT_PAGE, cursor);
    yield* items;
    cursor = nextCursor ?? undefined;
  } while (cursor);
}
