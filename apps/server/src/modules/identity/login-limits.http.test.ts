import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { GOOD_PASSWORD, type SignedUp, signUp } from '../../../test-support/signed-up.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';
import { AppError } from '../../platform/http/app-error.ts';
import { requestPasswordReset } from './request-password-reset.ts';
import { resetPassword } from './reset-password.ts';

const WRONG = 'wrong password 99';

let api: TestApi;
let anna: SignedUp;
beforeAll(async () => {
  api = await startTestApi({ rateLimits: 'on' });
});
afterAll(() => api.close());
beforeEach(async () => {
  await sql`delete from login_limits`.execute(api.services.db);
  anna = await signUp(api);
});
afterEach(() => vi.restoreAllMocks());

/** A login through a proxy, from that address. */
const logIn = (password: string, { email = anna.email, from = '203.0.113.7' } = {}) =>
  api.call('POST', '/auth/login', { body: { email, password }, headers: { 'x-forwarded-for': from } });

async function fail(times: number, options: { email?: string; from?: string } = {}): Promise<void> {
  vi.spyOn(api.services.passwords, 'verify').mockResolvedValue(false);
  for (let i = 0; i < times; i += 1) expect((await logIn(WRONG, options)).statusCode).toBe(401);
  vi.restoreAllMocks();
}

test('after 10 failures an account is closed for a while, from every address, even to its password', async () => {
  await fail(10);
  for (const from of ['203.0.113.7', '198.51.100.9', '2001:db8::1']) {
    const response = await logIn(GOOD_PASSWORD, { from });
    expect([response.statusCode, response.json().code]).toEqual([429, 'rate_limited']);
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(800);
    expect(Number(response.headers['retry-after'])).toBeLessThanOrEqual(900);
  }
});

test('it is the account that is closed, however its address is written', async () => {
  await fail(5);
  await fail(5, { email: ` ${anna.email.toUpperCase()}` });
  expect((await logIn(GOOD_PASSWORD)).statusCode).toBe(429);
});

test('an unknown account is closed just the same', async () => {
  const email = 'nobody@example.org';
  await fail(10, { email });
  expect((await logIn(WRONG, { email })).statusCode).toBe(429);
});

test('a success starts the count anew', async () => {
  for (let round = 1; round <= 2; round += 1) {
    await fail(9);
    expect((await logIn(GOOD_PASSWORD)).statusCode).toBe(200);
  }
});

test('guesses made at the same moment do not slip past the limit', async () => {
  vi.spyOn(api.services.passwords, 'verify').mockResolvedValue(false);
  const responses = await Promise.all(Array.from({ length: 30 }, () => logIn(WRONG)));
  expect(responses.filter((response) => response.statusCode === 401)).toHaveLength(10);
  expect(responses.filter((response) => response.statusCode === 429)).toHaveLength(20);
});

test('after 100 failures an address is closed for all accounts, and only that address', async () => {
  for (let i = 0; i < 20; i += 1) await fail(5, { email: `guess-${i}@example.org`, from: '2001:db8:1:2::1' });
  // The whole /64 belongs to one household.
  expect((await logIn(GOOD_PASSWORD, { from: '2001:db8:1:2::ffff' })).statusCode).toBe(429);
  expect((await logIn(GOOD_PASSWORD, { from: '2001:db8:1:3::1' })).statusCode).toBe(200);
});

test('an attempt that was not checked does not count as failed', async () => {
  vi.spyOn(api.services.passwords, 'verify').mockRejectedValue(new AppError('busy'));
  for (let i = 0; i < 15; i += 1) expect((await logIn(GOOD_PASSWORD)).statusCode).toBe(503);
  vi.restoreAllMocks();
  expect((await logIn(GOOD_PASSWORD)).statusCode).toBe(200);
});

test('a stolen access token is no way around the limit', async () => {
  const change = () =>
    api.call('PATCH', '/me', {
      token: anna.accessToken,
      body: { password: 'green cushion evening 8', currentPassword: WRONG },
    });
  for (let i = 0; i < 10; i += 1) expect((await change()).statusCode).toBe(401);
  expect((await change()).statusCode).toBe(429);
});

test('a password reset opens the account again', async () => {
  await fail(10);
  const { db, oneTimeTokens } = api.services;
  await requestPasswordReset(api.services, anna.email);
  const row = await db
    .selectFrom('oneTimeTokens')
    .selectAll()
    .where('userId', '=', anna.id)
    .where('purpose', '=', 'reset_password')
    .executeTakeFirstOrThrow();
  await resetPassword(api.services, oneTimeTokens.tokenOf(row), 'green cushion evening 8');
  expect((await logIn('green cushion evening 8')).statusCode).toBe(200);
});

test('the table holds no readable account', async () => {
  await fail(1);
  const { rows } = await sql<{ key: string }>`select key from login_limits`.execute(api.services.db);
  expect(rows.map(({ key }) => key).join()).not.toContain(anna.email);
});

test('switched off, nothing is counted', async () => {
  const unlimited = await startTestApi({ rateLimits: 'off' });
  try {
    vi.spyOn(unlimited.services.passwords, 'verify').mockResolvedValue(false);
    const body = { email: 'anna@example.org', password: WRONG };
    for (let i = 0; i < 15; i += 1) {
      expect((await unlimited.call('POST', '/auth/login', { body })).statusCode).toBe(401);
    }
    expect((await sql`select 1 from login_limits`.execute(unlimited.services.db)).rows).toEqual([]);
  } finally {
    await unlimited.close();
  }
});
