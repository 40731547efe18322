import type { Client } from 'openapi-fetch';
import type { paths } from './generated/schema.d.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Calls every route of the API by method and path, with types from its OpenAPI document; of what comes in several formats, that of JSON. */
export type ApiClient = Pick<Client<paths, 'application/json'>, (typeof METHODS)[number]>;

/** What the types of `openapi-fetch` let a caller say, as far as this API needs it. */
interface OperationInit extends Omit<RequestInit, 'body'> {
  params?: { path?: Record<string, unknown>; query?: Record<string, unknown> };
  body?: unknown;
  parseAs?: 'json' | 'text' | 'blob' | 'arrayBuffer' | 'stream';
}

/**
 * The methods of the client. The types are those of `openapi-fetch`; its code handles every style of parameters that OpenAPI
 * knows, this API uses one, and what it takes is in the script of every page (1.7 kB of it, compressed, for nothing).
 */
export function createOperations(baseUrl: string, send: (request: Request) => Promise<Response>): ApiClient {
  const operation =
    (method: string) =>
    async (path: string, init: OperationInit = {}) => {
      const { params, body, parseAs = 'json', ...rest } = init;
      const headers = new Headers(rest.headers);
      if (body !== undefined) headers.set('content-type', 'application/json');
      const url = baseUrl + fillPath(path, params?.path) + searchOf(params?.query);
      const request = new Request(url, { ...rest, method, headers, body: JSON.stringify(body) ?? null });
      return readAnswer(await send(request), parseAs);
    };
  // What a path takes and answers is known to the types only.
  return Object.fromEntries(METHODS.map((method) => [method, operation(method)])) as unknown as ApiClient;
}

function fillPath(path: string, values: Record<string, unknown> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
}

/** `?state=active&state=waiting`; nothing for what is undefined or null. */
function searchOf(query: Record<string, unknown> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) if (one !== undefined && one !== null) search.append(name, String(one));
  }
  return search.size > 0 ? `?${search}` : '';
}

async function readAnswer(response: Response, parseAs: NonNullable<OperationInit['parseAs']>) {
  if (!response.ok) return { error: parseJson(await response.text()), response };
  if (parseAs === 'stream') return { data: response.body, response };
  if (parseAs !== 'json') return { data: await response[parseAs](), response };
  const body = await response.text();
  return { data: body ? JSON.parse(body) : undefined, response };
}

/** A proxy in between may refuse in words. */
function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
