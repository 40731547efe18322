import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GOOD_PASSWORD, refreshCookie } from '../../../test-support/signed-up.ts';
import { testConfig } from '../../../test-support/test-api.ts';
import { cloneDatabase, type TestDatabase } from '../../../test-support/test-database.ts';
import { buildApp } from '../../app.ts';
import type { App } from '../../platform/http/app-types.ts';
import { createLogger } from '../../platform/log.ts';
import { openServices, type Services } from '../../services.ts';
import { oneTimeLinkOf } from './one-time-link.ts';
import { requestPasswordReset } from './request-password-reset.ts';

const NEW_PASSWORD = 'green cushion evening 8';

let database: TestDatabase;
let services: Services;
let app: App;
const lines: string[] = [];
beforeAll(async () => {
  database = await cloneDatabase();
  const destination = new PassThrough().on('data', (chunk) => lines.push(String(chunk)));
  const config = testConfig(database.url, { environment: 'production', logLevel: 'trace' });
  services = await openServices(config, createLogger('trace', destination), 'api');
  app = await buildApp(services);
});
afterAll(async () => {
  await app.close();
  await services.close();
  await database.drop();
});

const post = (path: string, payload: object, headers = {}) =>
  app.inject({ method: 'POST', url: `/api/v1/auth/${path}`, payload, headers });

test('neither passwords nor tokens are logged, whatever happens to them', async () => {
  const email = 'anna@example.org';
  const registered = await post('register', { email, name: 'Anna', password: GOOD_PASSWORD });
  const { accessToken, user } = registered.json();
  const first = refreshCookie(registered)?.value ?? '';
  await post('login', { email, password: 'wrong password 99' });
  const second = (await post('refresh', { refreshToken: first })).json().refreshToken;
  const third = (await post('refresh', { refreshToken: second })).json().refreshToken;
  await post('refresh', { refreshToken: first });
  await post('refresh', {}, { cookie: `openmat_refresh=${third}` });
  await app.inject({ url: '/api/v1/me', headers: { authorization: `Bearer ${accessToken}` } });
  await app.inject({ url: '/api/v1/me', headers: { authorization: `Bearer ${accessToken}x` } });

  await requestPasswordReset(services, email);
  const tokens = await services.db.selectFrom('oneTimeTokens').selectAll().where('userId', '=', user.id).execute();
  for (const { id } of tokens) await oneTimeLinkOf(services, id);
  expect(tokens).toHaveLength(2);
  const mailed = tokens.map((row) => services.oneTimeTokens.tokenOf(row));
  for (const token of mailed) await post('reset-password', { token, password: NEW_PASSWORD });
  await post('reset-password', { token: mailed[0], password: 'too-short' });

  const log = lines.join('');
  expect(log).toContain('/api/v1/auth/reset-password');
  const secrets = [
    GOOD_PASSWORD,
    NEW_PASSWORD,
    'wrong password 99',
    'too-short',
    accessToken,
    first,
    second,
    third,
    ...mailed,
  ];
  for (const secret of secrets) {
    expect(secret).toBeTruthy();
    // Part of a token is as good as nothing, but no part of it has any business in a log.
    expect(log).not.toContain(String(secret).slice(-20));
  }
});
