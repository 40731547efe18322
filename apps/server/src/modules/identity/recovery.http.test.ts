import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { queuedJobs } from '../../../test-support/queued-jobs.ts';
import { GOOD_PASSWORD, type SignedUp, signUp } from '../../../test-support/signed-up.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';
import { accountEventsJob, passwordResetJob } from './identity-jobs.ts';
import type { OneTimePurpose } from './one-time-token.ts';
import { requestPasswordReset } from './request-password-reset.ts';

const NEW_PASSWORD = 'green cushion evening 8';

let api: TestApi;
let anna: SignedUp;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  anna = await signUp(api);
});

/** The token of the newest mail, as its recipient reads it. */
async function mailedToken(purpose: OneTimePurpose): Promise<string> {
  const row = await api.services.db
    .selectFrom('oneTimeTokens')
    .select(['id', 'purpose'])
    .where('userId', '=', anna.id)
    .where('purpose', '=', purpose)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return api.services.oneTimeTokens.tokenOf(row);
}

async function resetToken(): Promise<string> {
  await requestPasswordReset(api.services, anna.email);
  return mailedToken('reset_password');
}

const verify = (token: string) => api.call('POST', '/auth/verify-email', { body: { token } });
const reset = (token: string, password = NEW_PASSWORD) =>
  api.call('POST', '/auth/reset-password', { body: { token, password } });
const forgot = (email: string) => api.call('POST', '/auth/forgot-password', { body: { email } });
const logIn = (password: string) => api.call('POST', '/auth/login', { body: { email: anna.email, password } });
const accountEvents = async () =>
  (await queuedJobs(api.services.db, accountEventsJob)).filter(({ userId }) => userId === anna.id);
const expireTokens = () =>
  sql`update one_time_tokens set expires_at = now() where user_id = ${anna.id}`.execute(api.services.db);
const isVerified = async () =>
  (await api.call('GET', '/me', { token: anna.accessToken })).json().emailVerified as boolean;

test('the token from the mail verifies the address, once, and welcomes the member', async () => {
  const token = await mailedToken('verify_email');
  expect((await verify(token)).statusCode).toBe(204);
  expect(await isVerified()).toBe(true);
  const again = await verify(token);
  expect(again.statusCode).toBe(400);
  expect(again.json().code).toBe('invalid_token');
  expect(await accountEvents()).toEqual([{ id: anna.id, event: 'welcome', userId: anna.id, email: anna.email }]);
});

test.each([
  ['an unknown token', async () => randomUUID()],
  [
    'an expired token',
    async () => {
      await expireTokens();
      return mailedToken('verify_email');
    },
  ],
  ['a token for something else', resetToken],
  [
    'a token of an erased account',
    async () => {
      await sql`update users set deleted_at = now() where id = ${anna.id}`.execute(api.services.db);
      return mailedToken('verify_email');
    },
  ],
])('%s verifies nothing', async (_, tokenOf) => {
  const response = await verify(await tokenOf());
  expect(response.statusCode).toBe(400);
  expect(response.json().code).toBe('invalid_token');
});

test('only a hash of the token is stored, and the job does not carry it', async () => {
  const token = await mailedToken('verify_email');
  const { rows } = await sql<{ text: string }>`
    select t::text as text from one_time_tokens t union all select data::text from pgboss.job`.execute(api.services.db);
  expect(rows.filter(({ text }) => text.includes(token))).toEqual([]);
});

test('a forgotten password gets the same answer and the same work for known and unknown addresses', async () => {
  const responses = [await forgot(anna.email), await forgot('nobody@example.org')];
  for (const response of responses) expect([response.statusCode, response.body]).toEqual([202, '{}']);
  const queued = (await queuedJobs(api.services.db, passwordResetJob)).map(({ email }) => email);
  expect(queued).toEqual(expect.arrayContaining([anna.email, 'nobody@example.org']));
});

test('what is not an address is refused', async () => {
  expect((await forgot('anna')).json()).toMatchObject({ code: 'validation_failed', errors: [{ field: 'email' }] });
});

test('a reset sets the password, verifies the address, ends all devices and tells the member', async () => {
  const token = await resetToken();
  expect((await reset(token)).statusCode).toBe(204);
  expect((await logIn(GOOD_PASSWORD)).statusCode).toBe(401);
  expect((await logIn(NEW_PASSWORD)).json().user.emailVerified).toBe(true);
  const refresh = await api.call('POST', '/auth/refresh', { body: { refreshToken: anna.refreshToken } });
  expect(refresh.statusCode).toBe(401);
  const news = { userId: anna.id, email: anna.email };
  const events = (await accountEvents()).toSorted((a, b) => a.event.localeCompare(b.event));
  expect(events).toEqual([
    { id: expect.any(String), event: 'password_changed', ...news },
    { id: anna.id, event: 'welcome', ...news },
  ]);
});

test('a reset token works once, also when it is sent twice at once', async () => {
  const token = await resetToken();
  const responses = await Promise.all([reset(token), reset(token), reset(token)]);
  expect(responses.map((response) => response.statusCode).sort()).toEqual([204, 400, 400]);
  expect((await reset(token)).json().code).toBe('invalid_token');
});

test('a reset makes the other reset mails useless', async () => {
  const first = await resetToken();
  expect((await reset(await resetToken())).statusCode).toBe(204);
  expect((await reset(first)).json().code).toBe('invalid_token');
});

test.each([
  ['expired', expireTokens],
  [
    'made useless by a change of the address',
    () =>
      api.call('PATCH', '/me', {
        token: anna.accessToken,
        body: { email: `${randomUUID()}@example.org`, currentPassword: GOOD_PASSWORD },
      }),
  ],
])('a token that is %s resets nothing', async (_, spoil) => {
  const token = await resetToken();
  await spoil();
  expect((await reset(token)).json().code).toBe('invalid_token');
});

test('a weak new password is refused and leaves the token good', async () => {
  const token = await resetToken();
  const weak = await reset(token, 'password123456');
  expect(weak.json()).toMatchObject({ code: 'validation_failed', errors: [{ field: 'password' }] });
  expect((await reset(token)).statusCode).toBe(204);
});

test.each<[string, OneTimePurpose, () => Promise<unknown>]>([
  ['reset', 'reset_password', () => requestPasswordReset(api.services, anna.email)],
  ['verification', 'verify_email', () => api.call('POST', '/me/email-verification', { token: anna.accessToken })],
])('nobody gets more than three %s mails an hour, however many ask at once', async (_, purpose, ask) => {
  await Promise.all(Array.from({ length: 8 }, ask));
  const tokens = await api.services.db
    .selectFrom('oneTimeTokens')
    .select('id')
    .where('userId', '=', anna.id)
    .where('purpose', '=', purpose)
    .execute();
  expect(tokens).toHaveLength(3);
});

test('a member may ask for the verification again, until the address is verified', async () => {
  const ask = () => api.call('POST', '/me/email-verification', { token: anna.accessToken });
  const first = await mailedToken('verify_email');
  expect((await ask()).statusCode).toBe(202);
  const second = await mailedToken('verify_email');
  expect(second).not.toBe(first);
  expect((await verify(second)).statusCode).toBe(204);
  expect((await ask()).statusCode).toBe(202);
  expect(await mailedToken('verify_email')).toBe(second);
});

test('unknown and blocked accounts get no reset token', async () => {
  await sql`update users set blocked_at = now() where id = ${anna.id}`.execute(api.services.db);
  const before = await sql`select 1 from one_time_tokens`.execute(api.services.db);
  await requestPasswordReset(api.services, anna.email);
  await requestPasswordReset(api.services, 'nobody@example.org');
  const after = await sql`select 1 from one_time_tokens`.execute(api.services.db);
  expect(after.rows).toHaveLength(before.rows.length);
});
