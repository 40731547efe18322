import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { queuedJobs } from '../../../test-support/queued-jobs.ts';
import { GOOD_PASSWORD, refreshCookie, type SignedUp, signUp } from '../../../test-support/signed-up.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';
import { accountEventsJob } from './identity-jobs.ts';

let api: TestApi;
let anna: SignedUp;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  anna = await signUp(api);
});

const withCookie = (path: string, token: string) =>
  api.call('POST', `/auth/${path}`, { cookies: { openmat_refresh: token } });
const withBody = (path: string, refreshToken: string) => api.call('POST', `/auth/${path}`, { body: { refreshToken } });
/** Moves the last rotation into the past, out of the grace. */
const outOfGrace = () =>
  sql`update refresh_families set rotated_at = rotated_at - interval '11 seconds' where user_id = ${anna.id}`.execute(
    api.services.db,
  );
const isCleared = (response: Parameters<typeof refreshCookie>[0]) => refreshCookie(response)?.value === '';

async function refreshed(token: string): Promise<string> {
  return refreshCookie(await withCookie('refresh', token))?.value ?? '';
}

test('a refresh answers a new access token and the next refresh token', async () => {
  const response = await withCookie('refresh', anna.refreshToken);
  expect(response.statusCode).toBe(200);
  expect(response.json()).toMatchObject({ user: { id: anna.id }, expiresIn: 600 });
  expect(response.json()).not.toHaveProperty('refreshToken');
  const next = refreshCookie(response);
  expect(next).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/api/v1/auth' });
  expect(next?.value).not.toBe(anna.refreshToken);
  expect((await api.call('GET', '/me', { token: response.json().accessToken })).statusCode).toBe(200);
});

test('a client that keeps its tokens gets the next one in the body, and no cookie', async () => {
  const response = await withBody('refresh', anna.refreshToken);
  expect(response.statusCode).toBe(200);
  expect(refreshCookie(response)).toBeUndefined();
  expect((await withBody('refresh', response.json().refreshToken)).statusCode).toBe(200);
});

test('the predecessor gets the same successor for a moment', async () => {
  const successor = await refreshed(anna.refreshToken);
  expect(await refreshed(anna.refreshToken)).toBe(successor);
  expect(await refreshed(anna.refreshToken)).toBe(successor);
  expect((await withCookie('refresh', successor)).statusCode).toBe(200);
});

test.each([
  [
    'the predecessor after the grace',
    async () => {
      const current = await refreshed(anna.refreshToken);
      await outOfGrace();
      return current;
    },
  ],
  ['an older generation within the grace', async () => refreshed(await refreshed(anna.refreshToken))],
])('%s ends the device for thief and owner, is audited, and the member is told', async (_, steal) => {
  const current = await steal();
  const replay = await withCookie('refresh', anna.refreshToken);
  expect(replay.statusCode).toBe(401);
  expect(replay.json().code).toBe('refresh_reused');
  expect(isCleared(replay)).toBe(true);

  const owner = await withCookie('refresh', current);
  expect(owner.json().code).toBe('refresh_reused');
  const { db } = api.services;
  const audit = await db.selectFrom('auditLog').selectAll().where('entityId', '=', anna.id).execute();
  expect(audit).toMatchObject([{ action: 'user.refresh_reused', actorRole: 'system', address: '127.0.0.1' }]);
  const events = (await queuedJobs(db, accountEventsJob)).filter(({ userId }) => userId === anna.id);
  expect(events).toEqual([{ id: expect.any(String), event: 'refresh_reused', userId: anna.id, email: anna.email }]);
});

test('a replay ends its own device only', async () => {
  const login = await api.call('POST', '/auth/login', { body: { email: anna.email, password: GOOD_PASSWORD } });
  await refreshed(await refreshed(anna.refreshToken));
  await withCookie('refresh', anna.refreshToken);
  expect((await withCookie('refresh', refreshCookie(login)?.value ?? '')).statusCode).toBe(200);
});

test.each([
  ['no token', () => api.call('POST', '/auth/refresh')],
  ['a forged token', () => withCookie('refresh', `${anna.refreshToken.slice(0, -6)}AAAAAA`)],
  ['an access token', () => withCookie('refresh', anna.accessToken)],
  [
    'an expired device',
    async () => {
      await sql`update refresh_families set expires_at = now() where user_id = ${anna.id}`.execute(api.services.db);
      return withCookie('refresh', anna.refreshToken);
    },
  ],
  [
    'a device that logged out',
    async () => {
      await withCookie('logout', anna.refreshToken);
      return withCookie('refresh', anna.refreshToken);
    },
  ],
  [
    'an erased account',
    async () => {
      await sql`update users set deleted_at = now() where id = ${anna.id}`.execute(api.services.db);
      return withCookie('refresh', anna.refreshToken);
    },
  ],
])('%s cannot refresh, and the cookie is left alone', async (_, call) => {
  const response = await call();
  expect(response.statusCode).toBe(401);
  expect(response.json().code).toBe('unauthenticated');
  expect(refreshCookie(response)).toBeUndefined();
});

test('a blocked account cannot refresh', async () => {
  await sql`update users set blocked_at = now() where id = ${anna.id}`.execute(api.services.db);
  const response = await withCookie('refresh', anna.refreshToken);
  expect(response.statusCode).toBe(403);
  expect(response.json().code).toBe('account_blocked');
});

test('a refreshed access token has the role of now', async () => {
  await sql`update users set role = 'staff' where id = ${anna.id}`.execute(api.services.db);
  const { accessToken } = (await withCookie('refresh', anna.refreshToken)).json();
  expect(api.services.accessTokens.verify(accessToken).role).toBe('staff');
});

test('each use extends the 30 days', async () => {
  await sql`update refresh_families set expires_at = now() + interval '1 hour' where user_id = ${anna.id}`.execute(
    api.services.db,
  );
  const cookie = refreshCookie(await withCookie('refresh', anna.refreshToken));
  expect(((cookie?.expires?.getTime() ?? 0) - Date.now()) / 86_400_000).toBeCloseTo(30, 1);
});

test('logging out ends this device and clears the cookie', async () => {
  const other = await api.call('POST', '/auth/login', { body: { email: anna.email, password: GOOD_PASSWORD } });
  const response = await withCookie('logout', anna.refreshToken);
  expect(response.statusCode).toBe(204);
  expect(isCleared(response)).toBe(true);
  expect((await withCookie('refresh', anna.refreshToken)).statusCode).toBe(401);
  expect((await withCookie('refresh', refreshCookie(other)?.value ?? '')).statusCode).toBe(200);
});

test.each(['nonsense', ''])('logging out succeeds with a token of no use (%j)', async (token) => {
  const response = await withCookie('logout', token);
  expect(response.statusCode).toBe(204);
  expect(isCleared(response)).toBe(true);
});

test.each([withCookie, withBody])('logging out of all devices ends every one (%#)', async (call) => {
  const other = await api.call('POST', '/auth/login', { body: { email: anna.email, password: GOOD_PASSWORD } });
  const response = await call('logout-all', anna.refreshToken);
  expect(response.statusCode).toBe(204);
  expect(isCleared(response)).toBe(true);
  expect((await withCookie('refresh', anna.refreshToken)).statusCode).toBe(401);
  expect((await withCookie('refresh', refreshCookie(other)?.value ?? '')).statusCode).toBe(401);
});

test('a replayed token does not log out all devices', async () => {
  const current = await refreshed(await refreshed(anna.refreshToken));
  const other = await api.call('POST', '/auth/login', { body: { email: anna.email, password: GOOD_PASSWORD } });
  expect((await withCookie('logout-all', anna.refreshToken)).json().code).toBe('refresh_reused');
  expect((await withCookie('refresh', current)).statusCode).toBe(401);
  expect((await withCookie('refresh', refreshCookie(other)?.value ?? '')).statusCode).toBe(200);
});
