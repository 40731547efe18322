import { afterAll, beforeAll, expect, test } from 'vitest';
import { GOOD_PASSWORD } from '../../../test-support/signed-up.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';
import { createAdmin } from './create-admin.ts';
import { findUserByEmail } from './identity-store.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const boss = { email: 'boss@example.org', name: 'Boss', password: GOOD_PASSWORD };

test('an admin made on the server signs in, is verified and audited', async () => {
  const { db } = api.services;
  const { id } = await createAdmin(db, boss);
  expect(await findUserByEmail(db, 'BOSS@example.org')).toMatchObject({ id, role: 'admin' });
  const login = await api.call('POST', '/auth/login', { body: { email: boss.email, password: GOOD_PASSWORD } });
  expect(login.json().user).toMatchObject({ id, role: 'admin', emailVerified: true });
  expect(await db.selectFrom('auditLog').selectAll().where('entityId', '=', id).execute()).toMatchObject([
    { action: 'user.create', actorRole: 'system', after: { role: 'admin' } },
  ]);
  await expect(createAdmin(db, boss)).rejects.toMatchObject({ code: 'email_taken' });
});

test.each([
  ['email', { ...boss, email: 'boss' }],
  ['name', { ...boss, email: 'other@example.org', name: '' }],
  ['password', { ...boss, email: 'other@example.org', password: 'password123456' }],
])('a bad %s is refused', async (field, wanted) => {
  await expect(createAdmin(api.services.db, wanted)).rejects.toMatchObject({
    code: 'validation_failed',
    details: { errors: [{ field }] },
  });
});
