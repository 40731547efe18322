import { expect, test } from 'vitest';
import { createOperations } from './create-operations.ts';

/** A client whose requests are kept, with what they are answered. */
function recorded(answer: () => Response = () => Response.json({})) {
  const requests: Request[] = [];
  const send = async (request: Request) => {
    requests.push(request);
    return answer();
  };
  return { client: createOperations('http://api.test', send), requests };
}

test('values go into the path and the query, encoded; absent ones stay out', async () => {
  const { client, requests } = recorded();
  await client.GET('/api/v1/sessions/{id}', { params: { path: { id: 'a/b ü' } } });
  await client.GET('/api/v1/sessions', {
    params: { query: { from: '2026-05-20T12:00:00+02:00', to: undefined, limit: 5 } },
  });
  expect(requests.map(({ method, url }) => [method, url])).toEqual([
    ['GET', 'http://api.test/api/v1/sessions/a%2Fb%20%C3%BC'],
    ['GET', 'http://api.test/api/v1/sessions?from=2026-05-20T12%3A00%3A00%2B02%3A00&limit=5'],
  ]);
});

test('a body is JSON and says so; headers and the signal are the caller’s', async () => {
  const { client, requests } = recorded();
  const { signal } = new AbortController();
  const body = { sessionId: '0199a0a0-0000-7000-8000-000000000001' };
  await client.POST('/api/v1/bookings', { body, headers: { 'Idempotency-Key': 'one' }, signal });
  await client.GET('/api/v1/studio');
  const [post, get] = requests;
  expect(post?.headers.get('content-type')).toBe('application/json');
  expect(post?.headers.get('idempotency-key')).toBe('one');
  expect(await post?.json()).toEqual(body);
  expect(get?.headers.has('content-type')).toBe(false);
  expect(get?.body).toBeNull();
});

test.each([
  ['an answer', Response.json({ name: 'Lindenhof' }), { data: { name: 'Lindenhof' } }],
  ['an answer without a body', new Response(null, { status: 204 }), { data: undefined }],
  ['a refusal', Response.json({ code: 'not_found' }, { status: 404 }), { error: { code: 'not_found' } }],
  ['a refusal by something else', new Response('Bad gateway', { status: 502 }), { error: 'Bad gateway' }],
])('%s', async (_, response, expected) => {
  expect(await recorded(() => response).client.GET('/api/v1/studio')).toEqual({ ...expected, response });
});

test('text that is no JSON is given as asked for', async () => {
  const { client } = recorded(() => new Response('a;b'));
  expect((await client.GET('/api/v1/studio', { parseAs: 'text' })).data).toBe('a;b');
});
