import type pg from 'pg';
import { askAsAdmin } from './ask-as-admin.ts';
import { listRequests } from './list-requests.ts';

export interface ListSample {
  list: string;
  path: string;
  status: number;
  ms: number;
}

/** Pages of each list that are read: the first ones, as an admin does who looks for something. */
const PAGES = 3;

/** Asks for every list by every filter, page after page. */
export async function measureLists(url: string, client: pg.Client): Promise<ListSample[]> {
  const samples: ListSample[] = [];
  for (const { list, path } of await listRequests(client)) {
    let cursor: unknown = '';
    for (let page = 0; page < PAGES && typeof cursor === 'string'; page += 1) {
      const after = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
      const { status, ms, body } = await askAsAdmin(`${url}/api/v1/admin/${path}${after}`);
      samples.push({ list, path, status, ms });
      cursor = (body as { nextCursor?: unknown }).nextCursor;
    }
  }
  return samples;
}
