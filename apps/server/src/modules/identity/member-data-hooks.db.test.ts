import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { GOOD_PASSWORD, signUp } from '../../../test-support/signed-up.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';
import { eraseMember } from './erase-member.ts';
import { exportMemberData } from './export-member-data.ts';

const origin = { userAgent: null, address: '127.0.0.1', requestId: 'test' };

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

test('the export holds what other modules add', async () => {
  const { id } = await signUp(api);
  const data = await exportMemberData(api.services.db, id, [
    async (_, userId) => ({ tickets: [`ticket of ${userId}`] }),
  ]);
  expect(data).toMatchObject({ profile: { id }, tickets: [`ticket of ${id}`] });
});

test('other modules let go of a member before the account is erased', async () => {
  const { id } = await signUp(api);
  const eraser = vi.fn(async (userId: string) => {
    const user = await api.services.db
      .selectFrom('users')
      .select('deletedAt')
      .where('id', '=', userId)
      .executeTakeFirstOrThrow();
    expect(user.deletedAt).toBeNull();
  });
  await eraseMember(api.services, { userId: id, password: GOOD_PASSWORD }, origin, [eraser]);
  expect(eraser).toHaveBeenCalledExactlyOnceWith(id);
});

test('when one of them cannot, nothing is erased and the member may try again', async () => {
  const { id } = await signUp(api);
  const failing = () =>
    eraseMember(api.services, { userId: id, password: GOOD_PASSWORD }, origin, [
      () => Promise.reject(new Error('cannot let go')),
    ]);
  await expect(failing()).rejects.toThrow('cannot let go');
  await eraseMember(api.services, { userId: id, password: GOOD_PASSWORD }, origin, []);
});
