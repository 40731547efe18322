import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtures } from '../../../test-support/fixtures.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ rateLimits: 'on' });
});
afterAll(() => api.close());

/** Statuses of that many requests, one after the other. */
async function statuses(times: number, request: () => ReturnType<TestApi['call']>): Promise<Map<number, number>> {
  const counts = new Map<number, number>();
  for (let i = 0; i < times; i += 1) {
    const { statusCode } = await request();
    counts.set(statusCode, (counts.get(statusCode) ?? 0) + 1);
  }
  return counts;
}

test('a member has 600 requests a minute, whatever their address, and nobody else is held up', async () => {
  const { user } = fixtures(api.services.db);
  const [anna, mira] = [api.tokenOf((await user()).id), api.tokenOf((await user()).id)];
  let last = 0;
  const counts = await statuses(610, () => {
    last += 1;
    return api.call('GET', '/me', { token: anna, headers: { 'x-forwarded-for': `203.0.113.${last % 250}` } });
  });
  expect([...counts]).toEqual([
    [200, 600],
    [429, 10],
  ]);
  const refused = await api.call('GET', '/me', { token: anna });
  expect(refused.headers['content-type']).toContain('application/problem+json');
  expect(refused.json().code).toBe('rate_limited');
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
  expect((await api.call('GET', '/me', { token: mira })).statusCode).toBe(200);
});

test('the routes of signing in have a limit of their own, per address', async () => {
  const logOut = (from: string) => api.call('POST', '/auth/logout', { headers: { 'x-forwarded-for': from } });
  const counts = await statuses(125, () => logOut('198.51.100.1'));
  expect([...counts]).toEqual([
    [204, 120],
    [429, 5],
  ]);
  expect((await logOut('198.51.100.2')).statusCode).toBe(204);
});

test('answers carry no counters', async () => {
  const response = await api.call('POST', '/auth/logout', { headers: { 'x-forwarded-for': '198.51.100.3' } });
  expect(Object.keys(response.headers).filter((name) => name.includes('ratelimit'))).toEqual([]);
});
