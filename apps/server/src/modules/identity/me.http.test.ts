import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { queuedJobs } from '../../../test-support/queued-jobs.ts';
import { GOOD_PASSWORD, refreshCookie, type SignedUp, signUp } from '../../../test-support/signed-up.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';
import { accountEventsJob } from './identity-jobs.ts';

const NEW_PASSWORD = 'green cushion evening 8';
const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1';

let api: TestApi;
let anna: SignedUp;
beforeAll(async () => {
  api = await startTestApi();
  await api.services.db
    .updateTable('studio')
    .set({ locales: ['en', 'sl'] })
    .execute();
});
afterAll(() => api.close());
beforeEach(async () => {
  anna = await signUp(api);
});

const get = (path: string) => api.call('GET', path, { token: anna.accessToken });
const patch = (body: object) => api.call('PATCH', '/me', { token: anna.accessToken, body });
const erase = (password: string) => api.call('DELETE', '/me', { token: anna.accessToken, body: { password } });
const logIn = (email: string, password: string) => api.call('POST', '/auth/login', { body: { email, password } });
const refresh = (refreshToken: string) => api.call('POST', '/auth/refresh', { body: { refreshToken } });
const eventsOf = async (userId: string) =>
  (await queuedJobs(api.services.db, accountEventsJob)).filter((event) => event.userId === userId);

describe('profile', () => {
  test('name, locale and time zone change without a password', async () => {
    const response = await patch({ name: ' Ana ', locale: 'sl', timeZone: 'Europe/Ljubljana' });
    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({ name: 'Ana', locale: 'sl', timeZone: 'Europe/Ljubljana' });
    expect((await patch({ timeZone: null })).json()).toMatchObject({ name: 'Ana', timeZone: null });
    expect((await get('/me')).json()).toMatchObject({ name: 'Ana', locale: 'sl', timeZone: null });
  });

  test.each([
    ['name', { name: ' ' }],
    ['locale', { locale: 'ja' }],
    ['timeZone', { timeZone: '+02:00' }],
    ['email', { email: 'anna', currentPassword: GOOD_PASSWORD }],
    ['password', { password: 'short', currentPassword: GOOD_PASSWORD }],
    ['password', { password: 'password123456', currentPassword: GOOD_PASSWORD }],
    ['currentPassword', { password: NEW_PASSWORD }],
    ['currentPassword', { email: 'other@example.org' }],
    ['body', {}],
  ])('refuses a bad %s: %j', async (field, body) => {
    const response = await patch(body);
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ code: 'validation_failed' });
    expect(response.json().errors[0].field).toBe(field);
  });

  test('role and block are not for members to change', async () => {
    await patch({ name: 'Ana', role: 'admin' });
    expect((await get('/me')).json().role).toBe('member');
  });

  test.each([
    ['erased', 'deleted_at', 401, 'unauthenticated'],
    ['blocked', 'blocked_at', 403, 'account_blocked'],
  ])('an %s account is refused although its access token still lives', async (_, column, status, code) => {
    await sql`update users set ${sql.ref(column)} = now() where id = ${anna.id}`.execute(api.services.db);
    for (const response of [await get('/me'), await patch({ name: 'Ana' }), await get('/me/export')]) {
      expect([response.statusCode, response.json().code]).toEqual([status, code]);
    }
  });
});

describe('password', () => {
  test('a new one ends all other devices and keeps this one', async () => {
    const other = refreshCookie(await logIn(anna.email, GOOD_PASSWORD))?.value ?? '';
    const response = await patch({ password: NEW_PASSWORD, currentPassword: GOOD_PASSWORD });
    expect(response.statusCode).toBe(200);
    expect((await logIn(anna.email, GOOD_PASSWORD)).statusCode).toBe(401);
    expect((await logIn(anna.email, NEW_PASSWORD)).statusCode).toBe(200);
    expect((await refresh(anna.refreshToken)).statusCode).toBe(200);
    expect((await refresh(other)).statusCode).toBe(401);
    expect(await eventsOf(anna.id)).toMatchObject([{ event: 'password_changed', email: anna.email }]);
  });

  test('needs the right present one', async () => {
    const response = await patch({ password: NEW_PASSWORD, currentPassword: 'wrong password 99' });
    expect(response.statusCode).toBe(401);
    expect(response.json().code).toBe('invalid_credentials');
    expect((await logIn(anna.email, GOOD_PASSWORD)).statusCode).toBe(200);
  });
});

describe('email', () => {
  test('a new one has to be verified again, and the old one is told', async () => {
    await sql`update users set email_verified_at = now() where id = ${anna.id}`.execute(api.services.db);
    const email = `${randomUUID()}@example.org`;
    const response = await patch({ email, currentPassword: GOOD_PASSWORD });
    expect(response.json()).toMatchObject({ email, emailVerified: false });
    expect((await logIn(email, GOOD_PASSWORD)).statusCode).toBe(200);
    expect(await eventsOf(anna.id)).toMatchObject([{ event: 'email_changed', email: anna.email }]);
  });

  test('the mail to the old address does not verify the new one', async () => {
    const sent = await api.services.db
      .selectFrom('oneTimeTokens')
      .selectAll()
      .where('userId', '=', anna.id)
      .executeTakeFirstOrThrow();
    await patch({ email: `${randomUUID()}@example.org`, currentPassword: GOOD_PASSWORD });
    const token = api.services.oneTimeTokens.tokenOf(sent);
    const response = await api.call('POST', '/auth/verify-email', { body: { token } });
    expect(response.json().code).toBe('invalid_token');
  });

  test('the address of somebody else is taken', async () => {
    const { email } = await signUp(api);
    const response = await patch({ email, currentPassword: GOOD_PASSWORD });
    expect([response.statusCode, response.json().code]).toEqual([409, 'email_taken']);
  });

  test('the same address in another case is no change', async () => {
    expect((await patch({ email: anna.email.toUpperCase() })).json().email).toBe(anna.email);
    expect(await eventsOf(anna.id)).toEqual([]);
  });
});

describe('devices', () => {
  test('lists those that are signed in, newest first, and marks the one that asks', async () => {
    await api.call('POST', '/auth/login', {
      body: { email: anna.email, password: GOOD_PASSWORD },
      headers: { 'user-agent': PHONE },
    });
    const { items, nextCursor } = (await get('/me/devices')).json();
    expect(nextCursor).toBeNull();
    expect(items).toMatchObject([
      { userAgent: PHONE, browser: 'Safari', system: 'iPhone', address: '127.0.0.1', current: false },
      { browser: null, system: null, current: true, signedInAt: expect.any(String), lastUsedAt: expect.any(String) },
    ]);
    const first = (await get('/me/devices?limit=1')).json();
    expect(first.items).toEqual([items[0]]);
    const second = (await get(`/me/devices?limit=1&cursor=${first.nextCursor}`)).json();
    expect(second).toEqual({ items: [items[1]], nextCursor: null });
  });

  test('one can be signed out from another', async () => {
    await logIn(anna.email, GOOD_PASSWORD);
    const { items } = (await get('/me/devices')).json();
    const own = items.find(({ current }: { current: boolean }) => current);
    const end = () => api.call('DELETE', `/me/devices/${own.id}`, { token: anna.accessToken });
    expect((await end()).statusCode).toBe(204);
    expect((await refresh(anna.refreshToken)).statusCode).toBe(401);
    expect((await get('/me/devices')).json().items).toHaveLength(1);
    expect((await end()).statusCode).toBe(404);
  });

  test('nobody can sign out the device of somebody else', async () => {
    const eve = await signUp(api);
    const { items } = (await get('/me/devices')).json();
    const response = await api.call('DELETE', `/me/devices/${items[0].id}`, { token: eve.accessToken });
    expect(response.statusCode).toBe(404);
    expect((await refresh(anna.refreshToken)).statusCode).toBe(200);
  });
});

describe('export', () => {
  test('has profile and devices, without secrets', async () => {
    const response = await get('/me/export');
    expect(response.headers['content-disposition']).toBe('attachment; filename="openmat-export.json"');
    expect(response.json()).toMatchObject({
      exportedAt: expect.any(String),
      profile: { id: anna.id, email: anna.email, name: 'Anna Novak' },
      devices: [{ address: '127.0.0.1' }],
    });
    expect(response.body).not.toContain('argon2');
  });
});

describe('erase', () => {
  test('removes what names the member, keeps the row, and frees the address', async () => {
    await patch({ timeZone: 'Europe/Ljubljana' });
    const response = await erase(GOOD_PASSWORD);
    expect(response.statusCode).toBe(204);
    expect(refreshCookie(response)?.value).toBe('');
    const { rows } = await sql<{ text: string }>`
      select u::text as text from users u where id = ${anna.id}
      union all select f::text from refresh_families f where user_id = ${anna.id}
      union all select t::text from one_time_tokens t where user_id = ${anna.id}`.execute(api.services.db);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.text).not.toMatch(new RegExp(`${anna.email}|Anna|Novak|argon2|Ljubljana|127\\.0\\.0\\.1`));
    expect((await refresh(anna.refreshToken)).statusCode).toBe(401);
    expect((await get('/me')).statusCode).toBe(401);
    expect((await logIn(anna.email, GOOD_PASSWORD)).statusCode).toBe(401);
    expect((await signUp(api, { email: anna.email })).id).not.toBe(anna.id);
  });

  test('is audited without the address it came from', async () => {
    await erase(GOOD_PASSWORD);
    const audit = await api.services.db.selectFrom('auditLog').selectAll().where('entityId', '=', anna.id).execute();
    expect(audit).toMatchObject([{ action: 'user.erase', actorId: anna.id, address: null, before: null, after: null }]);
  });

  test('needs the password', async () => {
    expect((await erase('wrong password 99')).json().code).toBe('invalid_credentials');
    expect((await api.call('DELETE', '/me', { token: anna.accessToken, body: {} })).statusCode).toBe(400);
    expect((await get('/me')).statusCode).toBe(200);
  });

  test('the last admin stays', async () => {
    await sql`update users set role = 'admin' where id = ${anna.id}`.execute(api.services.db);
    const response = await erase(GOOD_PASSWORD);
    expect([response.statusCode, response.json().code]).toEqual([409, 'last_admin']);
    await sql`update users set role = 'member' where id = ${anna.id}`.execute(api.services.db);
  });
});
