import type { lookup } from 'node:dns';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startWebhookReceiver, type WebhookReceiver } from '../../../test-support/webhook-receiver.ts';
import { type SendOptions, sendRequest } from './send-request.ts';

let receiver: WebhookReceiver;
beforeEach(async () => {
  receiver = await startWebhookReceiver();
});
afterEach(() => receiver.close());

const send = (options: Partial<SendOptions> = {}, url = receiver.url) =>
  sendRequest(
    { url, headers: { 'content-type': 'application/json' }, body: '{"a":1}' },
    { allowPrivate: true, signal: new AbortController().signal, ...options },
  );

test('posts the body and answers the status with what was said', async () => {
  expect(await send()).toEqual({ statusCode: 200, excerpt: 'thanks' });
  expect(receiver.received).toMatchObject([{ body: '{"a":1}', headers: { 'content-type': 'application/json' } }]);
});

test('of a long answer only the beginning is read', async () => {
  receiver.answer = (response) => response.end('x'.repeat(5_000_000));
  expect(await send()).toEqual({ statusCode: 200, excerpt: 'x'.repeat(1_024) });
});

test('an excerpt fits into the database', async () => {
  receiver.answer = (response) => response.end('a\0b');
  expect(await send()).toEqual({ statusCode: 200, excerpt: 'ab' });
});

test.each([301, 302, 307, 308])('a redirect (%i) is not followed', async (statusCode) => {
  const elsewhere = await startWebhookReceiver();
  receiver.answer = (response) => response.writeHead(statusCode, { location: elsewhere.url }).end();
  expect(await send()).toEqual({ statusCode, excerpt: '' });
  expect(elsewhere.received).toEqual([]);
  await elsewhere.close();
});

test('a receiver that never answers runs out of time', async () => {
  receiver.answer = () => {};
  expect(await send({ timeoutMs: 100 })).toEqual({ error: 'No answer in time', excerpt: null });
});

test('a receiver that answers and never ends has answered', async () => {
  receiver.answer = (response) => void response.writeHead(202).write('on its way');
  expect(await send({ timeoutMs: 200 })).toEqual({ statusCode: 202, excerpt: 'on its way' });
});

test('a server that accepts connections and says nothing runs out of time', async () => {
  const server = createServer((socket) => socket.on('error', () => {}));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  expect(await send({ timeoutMs: 100 }, url)).toEqual({ error: 'No answer in time', excerpt: null });
  server.close();
});

test('a worker that stops does not wait for the receiver', async () => {
  const stopping = new AbortController();
  receiver.answer = () => stopping.abort();
  expect(await send({ signal: stopping.signal })).toMatchObject({ error: expect.stringContaining('abort') });
});

test('nobody listens, or the connection is cut', async () => {
  receiver.answer = (response) => response.destroy();
  expect(await send()).toMatchObject({ error: 'socket hang up' });
  await receiver.close();
  expect(await send()).toMatchObject({ error: expect.stringContaining('ECONNREFUSED') });
  receiver = await startWebhookReceiver();
});

test.each([
  ['an address that is private', 'https://127.0.0.1', 'The URL must not lead to a private address'],
  ['an odd spelling of one', 'https://2130706433', 'The URL must not lead to a private address'],
  ['a name that leads to one', 'https://hooks.example.com', 'hooks.example.com leads to a private address'],
  ['no encryption', 'http://hooks.example.com', 'The URL must start with https://'],
])('nothing is sent: %s', async (_, origin, error) => {
  let connections = 0;
  const server = createServer(() => {
    connections += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const resolve = ((_name: string, _options: object, done: (error: null, found: object[]) => void) =>
    done(null, [{ address: '127.0.0.1', family: 4 }])) as unknown as typeof lookup;
  const { port } = server.address() as AddressInfo;
  expect(await send({ allowPrivate: false, resolve }, `${origin}:${port}/`)).toEqual({ error, excerpt: null });
  expect(connections).toBe(0);
  server.close();
});
