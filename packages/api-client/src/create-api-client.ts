import { type ApiClient, createOperations } from './create-operations.ts';
import { parseProblem } from './problem.ts';

export interface ApiClientOptions {
  /** Scheme, host and port of the API; empty for the page's own origin. */
  baseUrl: string;
  /**
   * Gives the access token for a request, or null to send it without.
   *
   * `refused` is a token that the API has just called expired: the answer should be a newer one.
   */
  getAccessToken?: (refused: string | null) => Promise<string | null>;
  /** Sends the requests; the platform's `fetch` when absent. */
  fetch?: (request: Request) => Promise<Response>;
}

/** Creates a client. A request refused with `token_expired` is sent once more with a new token. */
export function createApiClient({ baseUrl, getAccessToken, fetch = platformFetch }: ApiClientOptions): ApiClient {
  const send = getAccessToken ? withAccessToken(fetch, getAccessToken) : fetch;
  return createOperations(baseUrl, send);
}

// Looked up at each call, so that instrumentation that replaces the global later is used.
const platformFetch = (request: Request) => globalThis.fetch(request);

type Send = NonNullable<ApiClientOptions['fetch']>;

function withAccessToken(send: Send, getAccessToken: NonNullable<ApiClientOptions['getAccessToken']>): Send {
  return async (request) => {
    const token = await getAccessToken(null);
    // A body can be read once only; the copy is for the second attempt.
    const copy = request.clone();
    const response = await send(authorize(request, token));
    if (token === null || !(await isTokenExpired(response))) return response;
    const newer = await getAccessToken(token);
    return newer === null || newer === token ? response : send(authorize(copy, newer));
  };
}

function authorize(request: Request, token: string | null): Request {
  if (token !== null) request.headers.set('authorization', `Bearer ${token}`);
  return request;
}

async function isTokenExpired(response: Response): Promise<boolean> {
  if (response.status !== 401) return false;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  return parseProblem(body)?.code === 'token_expired';
}
