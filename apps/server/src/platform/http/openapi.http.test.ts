import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';

/** What clients are generated from. `npm run generate -w packages/api-client` writes it anew. */
const COMMITTED = join(import.meta.dirname, '../../../../../packages/api-client/src/generated/openapi.json');

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});

afterAll(() => api.close());

test('the committed document is the one the API serves', async () => {
  const response = await api.app.inject('/api/openapi.json');
  await expect(`${JSON.stringify(response.json(), null, 2)}\n`).toMatchFileSnapshot(COMMITTED);
});
