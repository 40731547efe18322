import { expect, test, vi } from 'vitest';
import { createApiClient } from './create-api-client.ts';
import { isProblem, isWorthRetrying, UnreachableError } from './problem.ts';
import { unwrap } from './unwrap.ts';

const baseUrl = 'http://api.test';
const sessionId = '0199a0a0-0000-7000-8000-000000000001';

function problem(code: string, status: number, headers: Record<string, string> = {}): Response {
  const body = { type: `urn:openmat:problem:${code}`, title: code, status, detail: code, instance: '/', code };
  return Response.json(body, { status, headers: { 'content-type': 'application/problem+json', ...headers } });
}

/** Answers with the given responses in turn and keeps what was sent. */
function api(...responses: Response[]) {
  const sent: { token: string | null; body: string }[] = [];
  const fetch = async (request: Request) => {
    sent.push({ token: request.headers.get('authorization'), body: await request.text() });
    return responses.shift() ?? Response.error();
  };
  return { fetch, sent };
}

test('sends the token, and none when there is none', async () => {
  const { fetch, sent } = api(Response.json({}), Response.json({}));
  await createApiClient({ baseUrl, fetch, getAccessToken: async () => 'one' }).GET('/api/v1/studio');
  await createApiClient({ baseUrl, fetch, getAccessToken: async () => null }).GET('/api/v1/studio');
  expect(sent.map(({ token }) => token)).toEqual(['Bearer one', null]);
});

test('a request whose token has expired is sent once more, body included, with a new one', async () => {
  const { fetch, sent } = api(problem('token_expired', 401), Response.json({}));
  const getAccessToken = vi.fn(async (refused: string | null) => (refused === 'old' ? 'new' : 'old'));
  const client = createApiClient({ baseUrl, fetch, getAccessToken });
  const { response } = await client.POST('/api/v1/bookings', { body: { sessionId } });
  expect(response.status).toBe(200);
  expect(sent).toEqual([
    { token: 'Bearer old', body: JSON.stringify({ sessionId }) },
    { token: 'Bearer new', body: JSON.stringify({ sessionId }) },
  ]);
});

test('a new token that is refused too is not tried again', async () => {
  const { fetch, sent } = api(problem('token_expired', 401), problem('token_expired', 401));
  const client = createApiClient({ baseUrl, fetch, getAccessToken: async (refused) => (refused ? 'new' : 'old') });
  const answer = unwrap(client.GET('/api/v1/studio'));
  await expect(answer).rejects.toSatisfy((error) => isProblem(error, 'token_expired'));
  expect(sent).toHaveLength(2);
});

test('other refusals become errors with their code', async () => {
  const { fetch } = api(problem('busy', 503, { 'retry-after': '2' }));
  const error = await unwrap(createApiClient({ baseUrl, fetch }).GET('/api/v1/studio')).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ code: 'busy', retryAfterSeconds: 2 });
  expect(isWorthRetrying(error)).toBe(true);
});

test.each([
  ['the network is away', () => Promise.reject(new TypeError('fetch failed'))],
  ['a proxy answers in its place', async () => new Response('Internal Server Error', { status: 500 })],
])('unreachable when %s', async (_, fetch) => {
  const answer = unwrap(createApiClient({ baseUrl, fetch }).GET('/api/v1/studio'));
  await expect(answer).rejects.toBeInstanceOf(UnreachableError);
});

test('an aborted request stays an abort', async () => {
  const signal = AbortSignal.abort();
  const answer = unwrap(createApiClient({ baseUrl }).GET('/api/v1/studio', { signal }));
  await expect(answer).rejects.toHaveProperty('name', 'AbortError');
});
