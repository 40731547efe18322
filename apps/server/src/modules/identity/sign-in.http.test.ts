import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { fixtures } from '../../../test-support/fixtures.ts';
import { queuedJobs } from '../../../test-support/queued-jobs.ts';
import { GOOD_PASSWORD, refreshCookie, signUp } from '../../../test-support/signed-up.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';
import { oneTimeLinkJob } from './identity-jobs.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await api.services.db
    .updateTable('studio')
    .set({ name: 'Riverside Yoga', locales: ['en', 'sl'] })
    .execute();
});
afterAll(() => api.close());

const address = () => `${randomUUID()}@example.org`;
const register = (body: object) =>
  api.call('POST', '/auth/register', {
    body: { email: address(), name: 'Anna Novak', password: GOOD_PASSWORD, ...body },
  });
const logIn = (email: string, password = GOOD_PASSWORD, body = {}) =>
  api.call('POST', '/auth/login', { body: { email, password, ...body } });

test('registering answers the account, an access token and the refresh cookie', async () => {
  const email = address();
  const response = await register({ email: ` ${email} `, name: ' Anna Novak ', locale: 'sl' });
  expect(response.statusCode).toBe(201);
  expect(response.json()).toEqual({
    user: {
      id: expect.any(String),
      email,
      name: 'Anna Novak',
      role: 'member',
      locale: 'sl',
      timeZone: null,
      emailVerified: false,
      createdAt: expect.any(String),
    },
    accessToken: expect.any(String),
    expiresIn: 600,
  });
  const me = await api.call('GET', '/me', { token: response.json().accessToken });
  expect(me.json()).toEqual(response.json().user);
});

test('the refresh cookie is out of reach of scripts, other sites and other paths', async () => {
  const cookie = refreshCookie(await register({}));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/api/v1/auth' });
  expect(cookie?.secure).toBeUndefined();
  const days = ((cookie?.expires?.getTime() ?? 0) - Date.now()) / 86_400_000;
  expect(days).toBeCloseTo(30, 1);
});

test('with https the cookie is secure', async () => {
  const secured = await startTestApi({ webUrl: 'https://studio.example.org' });
  try {
    const body = { email: address(), name: 'Anna', password: GOOD_PASSWORD };
    expect(refreshCookie(await secured.call('POST', '/auth/register', { body }))?.secure).toBe(true);
  } finally {
    await secured.close();
  }
});

test.each([register, (body: object) => signUp(api).then(({ email }) => logIn(email, GOOD_PASSWORD, body))])(
  'a client that keeps tokens itself gets the refresh token in the body too (%#)',
  async (call) => {
    const response = await call({ tokenDelivery: 'body' });
    expect(response.json().refreshToken).toBe(refreshCookie(response)?.value);
  },
);

test('registering queues the mail that verifies the address', async () => {
  const before = await queuedJobs(api.services.db, oneTimeLinkJob);
  await register({});
  expect(await queuedJobs(api.services.db, oneTimeLinkJob)).toHaveLength(before.length + 1);
});

test('an address is taken whatever its case', async () => {
  const { email } = await signUp(api);
  const response = await register({ email: email.toUpperCase() });
  expect(response.statusCode).toBe(409);
  expect(response.json().code).toBe('email_taken');
});

test('of many who register one address at the same moment, one gets it', async () => {
  const email = address();
  const responses = await Promise.all(Array.from({ length: 5 }, () => register({ email })));
  expect(responses.map((response) => response.statusCode).sort()).toEqual([201, 409, 409, 409, 409]);
});

test('a locale that the studio does not speak becomes its default', async () => {
  expect((await register({ locale: 'ja' })).json().user.locale).toBe('en');
});

test.each([
  ['email', { email: 'anna' }],
  ['email', { email: 'anna@example.org, eve@example.org' }],
  ['name', { name: '  ' }],
  ['name', { name: 'x'.repeat(101) }],
  ['password', { password: 'too-short' }],
  ['password', { password: 'long '.repeat(26) }],
  ['password', { password: 'password123456' }],
  ['password', { password: 'riverside yoga 1' }],
  ['password', { email: 'mira.kranjc@example.org', password: 'mira.kranjc@example.org' }],
])('registering refuses a bad %s: %j', async (field, body) => {
  const response = await register(body);
  expect(response.statusCode).toBe(400);
  expect(response.json()).toMatchObject({ code: 'validation_failed', errors: [{ field }] });
});

test('nobody registers with a role', async () => {
  const response = await register({ role: 'admin' });
  expect(response.json().user.role).toBe('member');
});

test('logging in answers like registering, on a device of its own', async () => {
  const { id, email, refreshToken } = await signUp(api);
  const response = await logIn(` ${email.toUpperCase()} `);
  expect(response.statusCode).toBe(200);
  expect(response.json()).toMatchObject({ user: { id, email }, expiresIn: 600 });
  expect(refreshCookie(response)?.value).not.toBe(refreshToken);
});

test('a wrong password, an unknown address and an erased account get the same answer after the same work', async () => {
  const { email } = await signUp(api);
  const erased = await fixtures(api.services.db).user({ deletedAt: Temporal.Now.instant() });
  const verify = vi.spyOn(api.services.passwords, 'verify');
  const responses = [
    await logIn(email, 'wrong password 99'),
    await logIn(address(), 'wrong password 99'),
    await logIn(erased.email, 'wrong password 99'),
  ];
  expect(verify).toHaveBeenCalledTimes(3);
  verify.mockRestore();
  const seen = responses.map((response) => {
    const { requestId, ...body } = response.json();
    return { status: response.statusCode, body, headers: Object.keys(response.headers) };
  });
  expect(seen[0]).toMatchObject({ status: 401, body: { code: 'invalid_credentials' } });
  expect(seen[1]).toEqual(seen[0]);
  expect(seen[2]).toEqual(seen[0]);
});

test('that an account is blocked is told only to who knows its password', async () => {
  const { id, email } = await signUp(api);
  await api.services.db.updateTable('users').set({ blockedAt: Temporal.Now.instant() }).where('id', '=', id).execute();
  expect((await logIn(email, 'wrong password 99')).json().code).toBe('invalid_credentials');
  const response = await logIn(email);
  expect(response.statusCode).toBe(403);
  expect(response.json().code).toBe('account_blocked');
  expect(refreshCookie(response)).toBeUndefined();
});

test('a password that is changed while the old one is checked starts no new device', async () => {
  const { id, email } = await signUp(api);
  const { db, passwords } = api.services;
  const verify = vi.spyOn(passwords, 'verify').mockImplementationOnce(async () => {
    await db.updateTable('users').set({ passwordHash: 'changed meanwhile' }).where('id', '=', id).execute();
    return true;
  });
  const response = await logIn(email);
  verify.mockRestore();
  expect(response.json().code).toBe('invalid_credentials');
});
