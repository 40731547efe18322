import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtures } from '../../../test-support/fixtures.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

test('admins who demote one another at the same moment leave one', async () => {
  const { db } = api.services;
  for (let round = 1; round <= 10; round += 1) {
    await db.updateTable('users').set({ role: 'member' }).where('role', '=', 'admin').execute();
    const admins = await Promise.all(Array.from({ length: 4 }, () => fixtures(db).user({ role: 'admin' })));
    await Promise.all(
      admins.map(({ id }, i) =>
        api.call('PATCH', `/admin/users/${admins[(i + 1) % 4]?.id}`, {
          token: api.tokenOf(id, 'admin'),
          body: { role: 'member' },
        }),
      ),
    );
    const left = await db.selectFrom('users').select('id').where('role', '=', 'admin').execute();
    expect(left.length).toBeGreaterThanOrEqual(1);
  }
});
