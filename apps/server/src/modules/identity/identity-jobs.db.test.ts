import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { queuedJobs } from '../../../test-support/queued-jobs.ts';
import { type SignedUp, signUp } from '../../../test-support/signed-up.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';
import type { JobDefinition, PayloadOf } from '../../platform/jobs/define-job.ts';
import { identityJobs } from './identity-job-handlers.ts';
import { oneTimeLinkJob, passwordResetJob, staleSignInsJob } from './identity-jobs.ts';
import { oneTimeLinkOf } from './one-time-link.ts';

let api: TestApi;
let anna: SignedUp;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

beforeEach(async () => {
  anna = await signUp(api);
});

/** Does one job as a worker would. */
async function work<D extends JobDefinition>(job: D, payload: PayloadOf<D>): Promise<void> {
  const registered = identityJobs(api.services).find(({ definition }) => definition.name === job.name);
  await registered?.handle(payload, new AbortController().signal);
}

const newestLink = async () => {
  const queued = await queuedJobs(api.services.db, oneTimeLinkJob);
  return oneTimeLinkOf(api.services, queued.at(-1)?.tokenId ?? '');
};

test('the link after registering works', async () => {
  const link = await newestLink();
  expect(link).toEqual({
    purpose: 'verify_email',
    invites: false,
    userId: anna.id,
    url: expect.stringMatching(/^http:\/\/localhost:3000\/verify-email\?token=[\w-]{43}$/),
    expiresAt: expect.any(Temporal.Instant),
  });
  const token = new URL(link?.url ?? '').searchParams.get('token');
  expect((await api.call('POST', '/auth/verify-email', { body: { token } })).statusCode).toBe(204);
});

test("a link opens the page in its user's language", async () => {
  await api.services.db.updateTable('users').set({ locale: 'sl' }).where('id', '=', anna.id).execute();
  expect((await newestLink())?.url).toMatch(/^http:\/\/localhost:3000\/sl\/verify-email\?token=/);
});

test('a wish for a reset becomes a link to the page that resets', async () => {
  await work(passwordResetJob, { email: anna.email.toUpperCase() });
  expect(await newestLink()).toMatchObject({
    purpose: 'reset_password',
    url: expect.stringContaining('/reset-password?token='),
  });
});

test.each([
  ['was used', 'update one_time_tokens set used_at = now()'],
  ['expired', 'update one_time_tokens set expires_at = now()'],
  ['lost its account', 'update users set deleted_at = now()'],
  ['is of a blocked account', 'update users set blocked_at = now()'],
])('a token that %s has no link', async (_, spoil) => {
  await sql.raw(spoil).execute(api.services.db);
  expect(await newestLink()).toBeNull();
});

test('sign-ins and tokens that are long of no use are deleted, the others stay', async () => {
  const { db } = api.services;
  const device = (revoked: string | null, expires: string) => sql<{ id: string }>`
    insert into refresh_families (user_id, revoked_at, revoked_reason, expires_at)
    values (${anna.id}, now() + ${revoked}::interval, ${revoked && 'logout'}, now() + ${expires}::interval) returning id`;
  const ids = [];
  for (const [revoked, expires] of [
    ['-31 days', '1 day'],
    [null, '-31 days'],
    ['-29 days', '1 day'],
    [null, '-29 days'],
  ] as const) {
    ids.push((await device(revoked, expires).execute(db)).rows[0]?.id);
  }
  await sql`update one_time_tokens set expires_at = now() - interval '8 days' where user_id = ${anna.id}`.execute(db);
  await work(staleSignInsJob, {});
  const left = await db.selectFrom('refreshFamilies').select('id').where('userId', '=', anna.id).execute();
  expect(left.map(({ id }) => id)).toEqual(expect.arrayContaining(ids.slice(2)));
  expect(left).toHaveLength(3);
  const tokens = await db.selectFrom('oneTimeTokens').select('id').where('userId', '=', anna.id).execute();
  expect(tokens).toEqual([]);
});
