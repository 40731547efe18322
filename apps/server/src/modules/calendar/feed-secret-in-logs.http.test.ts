import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtures } from '../../../test-support/fixtures.ts';
import { testConfig } from '../../../test-support/test-api.ts';
import { cloneDatabase, type TestDatabase } from '../../../test-support/test-database.ts';
import { buildApp } from '../../app.ts';
import type { App } from '../../platform/http/app-types.ts';
import { createLogger } from '../../platform/log.ts';
import { openServices, type Services } from '../../services.ts';

let database: TestDatabase;
let services: Services;
let app: App;
const lines: string[] = [];
beforeAll(async () => {
  database = await cloneDatabase();
  const destination = new PassThrough().on('data', (chunk) => lines.push(String(chunk)));
  services = await openServices(testConfig(database.url), createLogger('trace', destination), 'api');
  app = await buildApp(services);
});
afterAll(async () => {
  await app.close();
  await services.close();
  await database.drop();
});

test('no log line holds the secret of a calendar, however its address is written', async () => {
  const { id: userId } = await fixtures(services.db).user();
  const token = services.accessTokens.sign({ userId, role: 'member', familyId: crypto.randomUUID() });
  const created = await app.inject({
    method: 'POST',
    url: '/api/v1/me/calendar-feed',
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': 'once' },
  });
  const url: string = new URL(created.json().url).pathname;
  const secret = url.slice('/api/v1/calendar/'.length, -'.ics'.length);
  const encoded = `%${secret.charCodeAt(0).toString(16)}${secret.slice(1)}`;
  const statusOf = async (address: string, method: 'GET' | 'HEAD' | 'POST' = 'GET') =>
    (await app.inject({ method, url: address })).statusCode;

  expect([await statusOf(url), await statusOf(url, 'HEAD')]).toEqual([200, 200]);
  expect(await statusOf(`/api/v1/c%61lendar/${encoded}.ics`)).toBe(200);
  // Addresses that lead nowhere are logged as well.
  const wrong = [`/calendar/${secret}.ics`, url.slice(0, -1), `${url}?key=${secret}`, url.toUpperCase(), `${url}/`];
  for (const address of wrong) await statusOf(address);
  await statusOf(url, 'POST');

  const log = lines.join('');
  expect(log).toContain('/api/v1/calendar/[redacted].ics');
  for (const part of [secret.slice(-20), secret.slice(1, 21)]) {
    expect(log.toLowerCase()).not.toContain(part.toLowerCase());
  }
});
