import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { type Static, Type } from 'typebox';
import { type CsvColumns, CsvQuery, csvBody } from './csv.ts';
import { PageQuery } from './schemas.ts';

// Not an interface, which TypeScript would not take for the open object that routes may answer.
type PageOf<Item> = { items: Item[]; nextCursor: string | null };

type LoadPage<Item> = (limit: number, cursor?: string) => Promise<PageOf<Item>>;

type ListFile<Item> = { name: string; columns: CsvColumns<Item> };

/** Of every list for admins: an export lasts as long as the client reads; one page of it is a query like any other. */
export const adminList = { access: 'admin', endsInTime: true } as const;

/** Query parameters of every list that comes in pages and can be exported. */
export const ListQuery = Type.Object({ ...PageQuery.properties, ...CsvQuery.properties });
export type ListQuery = Static<typeof ListQuery>;

const DEFAULT_LIMIT = 50;
/** Rows of an export that are in memory at once. */
export const EXPORT_PAGE = 1_000;

/**
 * Answers a list: one page as JSON, or with `format=csv` everything the filters let through, page by page as the client
 * takes it. A row that changes its place while an export runs may be missing from it or be in it twice.
 */
export async function answerList<Item>(
  reply: FastifyReply,
  { limit = DEFAULT_LIMIT, cursor, format, bom }: ListQuery,
  load: LoadPage<Item>,
  file: ListFile<Item>,
): Promise<PageOf<Item> | Readable> {
  if (format !== 'csv') return load(limit, cursor);
  return csvBody(reply, { ...file, bom, rows: eachItem(load) });
}

/** Answers a list that comes as a whole, as JSON with all that belongs to it, or with `format=csv` its items. */
export function answerItems<Item, Answer extends { items: readonly Item[] }>(
  reply: FastifyReply,
  { format, bom }: Pick<ListQuery, 'format' | 'bom'>,
  answer: Answer,
  file: ListFile<Answer['items'][number]>,
): Answer | Readable {
  return format === 'csv' ? csvBody(reply, { ...file, bom, rows: answer.items }) : answer;
}

async function* eachItem<Item>(load: LoadPage<Item>): AsyncGenerator<Item> {
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await load(EXPORT_PAGE, cursor);
    yield* items;
    cursor = nextCursor ?? undefined;
  } while (cursor);
}
