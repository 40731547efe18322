import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { queuedJobs } from '../../../test-support/queued-jobs.ts';
import { GOOD_PASSWORD, refreshCookie, signUp } from '../../../test-support/signed-up.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';
import { buildApp } from '../../app.ts';
import type { App } from '../../platform/http/app-types.ts';
import { createLogger } from '../../platform/log.ts';
import { openServices, type Services } from '../../services.ts';
import { accountEventsJob } from './identity-jobs.ts';

let api: TestApi;
let secondServices: Services;
let apps: App[];
beforeAll(async () => {
  api = await startTestApi();
  secondServices = await openServices(api.services.config, createLogger('silent'), 'api');
  apps = [api.app, await buildApp(secondServices)];
});
afterAll(async () => {
  await apps[1]?.close();
  await secondServices.close();
  await api.close();
});

const refresh = (app: App, token: string) =>
  app.inject({ method: 'POST', url: '/api/v1/auth/refresh', cookies: { openmat_refresh: token } });
/** The same request `times` times at once, on both instances in turn. */
const stampede = (token: string, times = 20) =>
  Promise.all(Array.from({ length: times }, (_, i) => refresh(apps[i % 2] as App, token)));

test('20 refreshes with one token on two instances all get the same successor, and nobody is logged out', async () => {
  let { refreshToken } = await signUp(api);
  for (let round = 1; round <= 5; round += 1) {
    const responses = await stampede(refreshToken);
    expect(responses.map((response) => response.statusCode)).toEqual(Array(20).fill(200));
    const successors = new Set(responses.map((response) => refreshCookie(response)?.value));
    expect(successors.size).toBe(1);
    refreshToken = [...successors][0] ?? '';
  }
  expect((await refresh(api.app, refreshToken)).statusCode).toBe(200);
});

test('20 replays at once end the device once, with one audit row and one notice', async () => {
  const { id, refreshToken } = await signUp(api);
  const second = refreshCookie(await refresh(api.app, refreshToken))?.value ?? '';
  const third = refreshCookie(await refresh(api.app, second))?.value ?? '';
  const responses = await stampede(refreshToken);
  expect(new Set(responses.map((response) => response.json().code))).toEqual(new Set(['refresh_reused']));
  expect((await refresh(api.app, third)).statusCode).toBe(401);
  const { db } = api.services;
  const audit = await db.selectFrom('auditLog').select('id').where('entityId', '=', id).execute();
  expect(audit).toHaveLength(1);
  expect((await queuedJobs(db, accountEventsJob)).filter(({ userId }) => userId === id)).toHaveLength(1);
});

test('a device that is logged out while it refreshes stays out', async () => {
  for (let round = 1; round <= 10; round += 1) {
    const { refreshToken } = await signUp(api);
    const [response] = await Promise.all([
      refresh(apps[0] as App, refreshToken),
      (apps[1] as App).inject({
        method: 'POST',
        url: '/api/v1/auth/logout',
        cookies: { openmat_refresh: refreshToken },
      }),
    ]);
    const newest = refreshCookie(response)?.value ?? refreshToken;
    expect((await refresh(api.app, newest)).statusCode).toBe(401);
  }
});

test('of two changes of the password with the same old one, one wins', async () => {
  const { id, accessToken } = await signUp(api);
  const change = (app: App, password: string) =>
    app.inject({
      method: 'PATCH',
      url: '/api/v1/me',
      headers: { authorization: `Bearer ${accessToken}` },
      payload: { password, currentPassword: GOOD_PASSWORD },
    });
  const responses = await Promise.all(apps.map((app, i) => change(app, `green cushion evening ${i}`)));
  expect(responses.map((response) => response.statusCode).sort()).toEqual([200, 401]);
  const live = sql`select 1 from refresh_families where user_id = ${id} and revoked_at is null`;
  expect((await live.execute(api.services.db)).rows).toHaveLength(1);
});
