import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { queuedJobs } from '../../../test-support/queued-jobs.ts';
import { GOOD_PASSWORD, type SignedUp, signUp } from '../../../test-support/signed-up.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';
import { accountEventsJob, oneTimeLinkJob } from '../identity/index.ts';
import { recordAccountMessage, recordLinkMessage } from './record-account-messages.ts';

let api: TestApi;
let anna: SignedUp;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  anna = await signUp(api);
});

const messagesOf = (userId: string) =>
  api.services.db
    .selectFrom('messages')
    .select(['kind', 'data', 'address', 'status'])
    .where('userId', '=', userId)
    .orderBy('id')
    .execute();
const newestToken = async () => (await queuedJobs(api.services.db, oneTimeLinkJob)).at(-1)?.tokenId ?? '';

/** Works off all account events so far. */
async function tellAll(): Promise<void> {
  for (const event of await queuedJobs(api.services.db, accountEventsJob)) {
    await recordAccountMessage(api.services, event);
  }
}

test('a link is told once, and its message carries the id of the token only', async () => {
  const tokenId = await newestToken();
  await recordLinkMessage(api.services, tokenId);
  await recordLinkMessage(api.services, tokenId);
  expect(await messagesOf(anna.id)).toEqual([
    { kind: 'verify_email', data: { tokenId }, address: null, status: 'queued' },
  ]);
});

test('a link that is good no more is not', async () => {
  const row = { id: await newestToken(), purpose: 'verify_email' as const };
  await api.call('POST', '/auth/verify-email', { body: { token: api.services.oneTimeTokens.tokenOf(row) } });
  await recordLinkMessage(api.services, row.id);
  expect(await messagesOf(anna.id)).toEqual([]);
});

test('news of an account go to the address it had, once, whatever runs twice', async () => {
  const headers = { 'user-agent': 'Lynx/2.9' };
  await api.call('POST', '/auth/login', { body: { email: anna.email, password: GOOD_PASSWORD }, headers });
  const token = anna.accessToken;
  const email = `new-${anna.email}`;
  await api.call('PATCH', '/me', { token, body: { email, currentPassword: GOOD_PASSWORD } });
  await tellAll();
  await tellAll();
  const told = (await messagesOf(anna.id)).toSorted((a, b) => a.kind.localeCompare(b.kind));
  expect(told).toMatchObject([
    { kind: 'email_changed', address: anna.email, data: {} },
    {
      kind: 'new_device',
      address: anna.email,
      data: { userAgent: 'Lynx/2.9', address: '127.0.0.1', at: expect.any(String) },
    },
  ]);
});

test('a member is welcomed once, also when a changed address is verified', async () => {
  const verify = async () => {
    const row = { id: await newestToken(), purpose: 'verify_email' as const };
    return api.call('POST', '/auth/verify-email', { body: { token: api.services.oneTimeTokens.tokenOf(row) } });
  };
  expect((await verify()).statusCode).toBe(204);
  const token = anna.accessToken;
  const body = { email: `new-${anna.email}`, currentPassword: GOOD_PASSWORD };
  expect((await api.call('PATCH', '/me', { token, body })).statusCode).toBe(200);
  expect((await verify()).statusCode).toBe(204);
  await tellAll();
  expect((await messagesOf(anna.id)).filter(({ kind }) => kind === 'welcome')).toHaveLength(1);
});
