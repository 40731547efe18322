import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { fastify } from 'fastify';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { inTransaction } from '#platform/db/transaction.ts';
import { notifySessionCounts, SESSION_CHANNEL } from '#platform/events/session-events.ts';
import { problemPlugin } from '#platform/http/problem-plugin.ts';
import { fixtures, hoursFromNow } from '../../../test-support/fixtures.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';
import type { SessionStreamOptions } from './session-stream.ts';
import { sessionStreamRoutes } from './session-stream-routes.ts';

const WAIT = { timeout: 10_000 };

let api: TestApi;
let origin: string;
const open: IncomingMessage[] = [];

beforeAll(async () => {
  api = await startTestApi();
  origin = `${await api.app.listen({ port: 0, host: '127.0.0.1' })}/api/v1`;
});
afterEach(() => {
  for (const response of open.splice(0)) response.destroy();
});
afterAll(() => api.close());

interface Event {
  id: string;
  data: { sessionId: string; activeCount: number };
}

/** Opens a stream over a real socket. */
async function connect(path = '', headers: Record<string, string> = {}, base = origin) {
  const request = get(`${base}/sessions/stream${path}`, { headers, agent: false });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  open.push(response);
  let text = '';
  response.setEncoding('utf8').on('data', (chunk) => {
    text += chunk;
  });
  response.on('error', () => {});
  const events = (): Event[] =>
    [...text.matchAll(/^id: (.*)\nevent: session.counts\ndata: (.*)\n\n/gm)].map(([, id = '', data = '']) => ({
      id,
      data: JSON.parse(data),
    }));
  const seen = () => events().map(({ data }) => `${data.sessionId}:${data.activeCount}`);
  return { response, text: () => text, events, seen };
}

/** Commits a change of counts as the booking engine does. */
async function change(sessionId: string, activeCount: number): Promise<void> {
  const counts = { sessionId, activeCount, waitingCount: 0, capacity: 10, state: 'scheduled' } as const;
  await inTransaction(api.services.db, (tx) => notifySessionCounts(tx, [counts]));
}

/** The stream alone, on a server with other settings. */
async function serve(options: SessionStreamOptions) {
  const app = fastify({ handlerTimeout: 50 }).withTypeProvider<TypeBoxTypeProvider>();
  const sockets: Socket[] = [];
  app.server.on('connection', (socket) => sockets.push(socket));
  await app.register(problemPlugin);
  app.addSchema({ $id: 'Problem', type: 'object' });
  sessionStreamRoutes(api.services, options)(app);
  const base = await app.listen({ port: 0, host: '127.0.0.1' });
  return { app, base, sockets };
}

test('a change arrives as an event with the headers of a stream', async () => {
  const { response, events, text } = await connect();
  expect(response.statusCode).toBe(200);
  expect(response.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
  });
  expect(response.headers['x-request-id']).toBeDefined();
  const id = randomUUID();
  await change(id, 3);
  await vi.waitFor(() => expect(events()).toHaveLength(1), WAIT);
  expect(events()[0]?.data).toEqual({
    sessionId: id,
    activeCount: 3,
    waitingCount: 0,
    capacity: 10,
    state: 'scheduled',
  });
  expect(text()).toMatch(/^retry: \d{4}\nid: /);
});

describe('after a disconnect', () => {
  test.each(['header', 'query'])('nothing is lost with the last event id in the %s', async (where) => {
    const [before, missed, alsoMissed] = [randomUUID(), randomUUID(), randomUUID()];
    const witness = await connect();
    const first = await connect();
    await change(before, 1);
    await vi.waitFor(() => expect(first.seen()).toContain(`${before}:1`), WAIT);
    const lastId = first.events().at(-1)?.id ?? '';
    first.response.destroy();
    await change(missed, 1);
    await change(alsoMissed, 2);
    await vi.waitFor(() => expect(witness.seen()).toContain(`${alsoMissed}:2`), WAIT);

    const again = await (where === 'header'
      ? connect('', { 'last-event-id': lastId })
      : connect(`?lastEventId=${lastId}`));
    await vi.waitFor(() => expect(again.seen()).toEqual([`${missed}:1`, `${alsoMissed}:2`]), WAIT);
  });

  test('the id of an opening without events is good for resuming too', async () => {
    const { text, response } = await connect();
    await vi.waitFor(() => expect(text()).toMatch(/\n\n$/), WAIT);
    const openingId = /^id: (.+)$/m.exec(text())?.[1] ?? '';
    response.destroy();
    const id = randomUUID();
    await change(id, 1);
    const again = await connect('', { 'last-event-id': openingId });
    await vi.waitFor(() => expect(again.seen()).toEqual([`${id}:1`]), WAIT);
  });

  test('an id of another process gets the counts of the coming sessions', async () => {
    const { session } = fixtures(api.services.db);
    const coming = await session({ activeCount: 4 });
    const tooFar = await session({ startsAt: hoursFromNow(29 * 24) });
    const past = await session({ startsAt: hoursFromNow(-3) });
    const deleted = await session({ deletedAt: hoursFromNow(-1) });
    const { seen } = await connect('', { 'last-event-id': 'before-the-restart-7' });
    await vi.waitFor(() => expect(seen()).toContain(`${coming.id}:4`), WAIT);
    for (const { id } of [tooFar, past, deleted]) expect(seen().join()).not.toContain(id);
  });
});

test('when the listener was away, clients get the counts they missed', async () => {
  const { session } = fixtures(api.services.db);
  const { id } = await session();
  const { seen } = await connect();
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'openmat-listener' and datname = current_database()`.execute(api.services.db);
  await api.services.db.updateTable('sessions').set({ activeCount: 7 }).where('id', '=', id).execute();
  await vi.waitFor(() => expect(seen()).toContain(`${id}:7`), WAIT);
});

describe('certain sessions only', () => {
  test('their counts come at once, then only their changes', async () => {
    const { session } = fixtures(api.services.db);
    const { app, base } = await serve({});
    const { id } = await session({ activeCount: 2 });
    await session();
    const { seen } = await connect(`?sessionIds=${id}`, {}, base);
    await vi.waitFor(() => expect(seen()).toEqual([`${id}:2`]), WAIT);
    await change(randomUUID(), 1);
    await change(id, 3);
    await vi.waitFor(() => expect(seen()).toEqual([`${id}:2`, `${id}:3`]), WAIT);
    await app.close();
  });

  test.each(['nonsense', '', `${randomUUID()},`])('%j is refused', async (ids) => {
    const response = await api.call('GET', `/sessions/stream?sessionIds=${ids}`);
    expect(response.json()).toMatchObject({
      status: 400,
      code: 'validation_failed',
      errors: [{ field: 'sessionIds' }],
    });
  });
});

test('a heartbeat shows that a silent stream lives, past the time limit of handlers', async () => {
  const { app, base } = await serve({ heartbeatMs: 60 });
  const { text } = await connect('', {}, base);
  await vi.waitFor(() => expect(text()).toMatch(/(\n:\n){3}/), WAIT);
  await app.close();
});

test('a client too many is told to come back later', async () => {
  const { app, base } = await serve({ maxClients: 1 });
  await connect('', {}, base);
  const { response, text } = await connect('', {}, base);
  expect(response.statusCode).toBe(503);
  expect(response.headers['retry-after']).toBe('5');
  await vi.waitFor(() => expect(text()).toContain('"code":"busy"'), WAIT);
  await app.close();
});

test('a place is free again when a client has gone', async () => {
  const { app, base } = await serve({ maxClients: 1 });
  const { response } = await connect('', {}, base);
  response.destroy();
  await vi.waitFor(async () => expect((await connect('', {}, base)).response.statusCode).toBe(200), WAIT);
  await app.close();
});

test('closing the server ends the streams', async () => {
  const { app, base } = await serve({});
  const { response } = await connect('', {}, base);
  const ended = once(response, 'end');
  await app.close();
  await ended;
});

test('a reader that stops reading costs no memory and then gets the newest counts', async () => {
  const { app, base, sockets } = await serve({});
  const { response, seen } = await connect('', {}, base);
  response.pause();
  const ids = Array.from({ length: 4_000 }, () => randomUUID());
  const buffered = () => sockets[0]?.writableLength ?? 0;
  let round = 0;
  const changeAll = () => {
    round += 1;
    for (const sessionId of ids) {
      const counts = { sessionId, activeCount: round, waitingCount: 0, capacity: 10, state: 'scheduled' };
      api.services.listener.emit('notification', SESSION_CHANNEL, JSON.stringify([counts]));
    }
  };
  // Until the kernel takes no more.
  await vi.waitFor(() => {
    changeAll();
    expect(buffered()).toBeGreaterThan(0);
  }, WAIT);
  const oneRound = buffered();
  const full = round;
  await vi.waitFor(() => {
    changeAll();
    expect(round).toBeGreaterThan(full + 20);
  }, WAIT);
  expect(buffered()).toBeLessThan(oneRound * 3);

  response.resume();
  await vi.waitFor(() => expect(seen().at(-1)).toBe(`${ids.at(-1)}:${round}`), WAIT);
  expect(seen().slice(-ids.length)).toEqual(ids.map((id) => `${id}:${round}`));
  expect(seen().length).toBeLessThan(ids.length * (full + 3));
  await app.close();
});
