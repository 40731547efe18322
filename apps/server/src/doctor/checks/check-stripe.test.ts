import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkStripe } from './check-stripe.ts';

/** What the next request is answered with. */
let answer = { status: 200, body: {} };
const server = createServer((_request, response) => {
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
});
let port = 0;
beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => void server.close());

const settings = { stripeSecretKey: 'sk_live_1', stripeEmulatorPort: 1, environment: 'production' } as const;

test.each([
  ['an account that may charge', 'sk_live_1', 200, { id: 'acct_1', charges_enabled: true }, 'ok', 'acct_1'],
  ['a test key in production', 'sk_test_1', 200, { id: 'acct_1', charges_enabled: true }, 'warning', 'test key'],
  [
    'an account that may not charge yet',
    'sk_live_1',
    200,
    { id: 'acct_1', charges_enabled: false },
    'error',
    'may not',
  ],
  [
    'a revoked key',
    'sk_live_1',
    401,
    { error: { type: 'invalid_request_error', message: 'Revoked' } },
    'error',
    'Revoked',
  ],
  ['a key for less', 'rk_live_1', 403, { error: { message: 'No permission' } }, 'warning', 'No permission'],
])('%s', async (_, stripeSecretKey, status, body, level, text) => {
  answer = { status, body };
  const stripe = new Stripe(stripeSecretKey, { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 0 });
  const finding = await checkStripe({ ...settings, stripeSecretKey }, stripe);
  expect(finding).toMatchObject({ subject: 'Stripe', level, message: expect.stringContaining(text) });
});

test.each([
  ['runs', 200, 'ok'],
  ['is something else', 404, 'warning'],
])('the emulator %s', async (_, status, level) => {
  answer = { status, body: [] };
  const finding = await checkStripe({ stripeSecretKey: null, stripeEmulatorPort: port, environment: 'development' });
  expect(finding).toMatchObject({ level, message: expect.stringContaining(String(port)) });
});
