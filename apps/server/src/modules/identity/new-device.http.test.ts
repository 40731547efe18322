import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { queuedJobs } from '../../../test-support/queued-jobs.ts';
import { GOOD_PASSWORD, type SignedUp, signUp } from '../../../test-support/signed-up.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';
import { accountEventsJob } from './identity-jobs.ts';

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Mobile/15E148';

let api: TestApi;
let anna: SignedUp;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  anna = await signUp(api);
});

const logIn = (headers = {}, password = GOOD_PASSWORD) =>
  api.call('POST', '/auth/login', { body: { email: anna.email, password }, headers });
const news = async () =>
  (await queuedJobs(api.services.db, accountEventsJob)).filter(({ userId }) => userId === anna.id);

test('registering and coming back with the same browser is not news', async () => {
  expect((await logIn()).statusCode).toBe(200);
  expect(await news()).toEqual([]);
});

test('a sign-in with another browser is, once, also when it happens twice at the same moment', async () => {
  await Promise.all([logIn({ 'user-agent': IPHONE }), logIn({ 'user-agent': IPHONE })]);
  await logIn({ 'user-agent': IPHONE.replace('18_5', '18_6') });
  expect(await news()).toEqual([
    {
      id: expect.any(String),
      event: 'new_device',
      userId: anna.id,
      email: anna.email,
      data: { userAgent: IPHONE, address: '127.0.0.1', at: expect.any(String) },
    },
  ]);
});

test('a browser that was signed out is still known', async () => {
  const { user, accessToken } = (await logIn({ 'user-agent': IPHONE })).json();
  expect(user.id).toBe(anna.id);
  await api.call('POST', '/auth/logout-all', { token: accessToken });
  await logIn({ 'user-agent': IPHONE });
  expect(await news()).toHaveLength(1);
});

test('a wrong password is not', async () => {
  expect((await logIn({ 'user-agent': IPHONE }, 'wrong password 99')).statusCode).toBe(401);
  expect(await news()).toEqual([]);
});
