import { type paths, unwrap } from '@openmat/api-client';
import { saveFile } from '#lib/save-file.ts';
import { api } from './browser-client.ts';

/** The types of a route know its JSON only. */
type GetFile = (path: string, init: object) => Promise<{ data?: Blob; error?: unknown; response: Response }>;

/**
 * Saves a list or a chart as a file, under the name that the API gives it. It begins with what tells Excel that it is UTF-8.
 *
 * @param path of a route that answers to `format=csv`
 * @param id what stands for `{id}` in the path, if it does
 * @param query its filters
 */
export async function downloadCsv(path: keyof paths, { id, query }: { id?: string; query: object }): Promise<void> {
  const params = { ...(id && { path: { id } }), query: { ...query, format: 'csv', bom: true } };
  const answer = (api.GET as GetFile)(path, { params, parseAs: 'blob' });
  const content = await unwrap(answer);
  const { response } = await answer;
  saveFile(content, fileName(response.headers.get('content-disposition')) ?? 'export.csv');
}

function fileName(disposition: string | null): string | undefined {
  return disposition?.match(/filename="([^"]+)"/)?.[1];
}
