import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

test.each(['/healthz', '/readyz', '/metrics', '/api/openapi.json'])('%s answers without a token', async (url) => {
  expect((await api.app.inject(url)).statusCode).toBe(200);
});

test('an unknown path is a problem document with the request id', async () => {
  const response = await api.call('GET', '/nothing');
  expect(response.statusCode).toBe(404);
  expect(response.headers['content-type']).toContain('application/problem+json');
  expect(response.json()).toMatchObject({ code: 'not_found', requestId: response.headers['x-request-id'] });
});

test('the metrics tell how the engine does', async () => {
  const { body } = await api.app.inject('/metrics');
  expect(body).toContain('openmat_seat_commands_waiting 0');
  expect(body).toContain('openmat_seat_batch_commands_count');
});
