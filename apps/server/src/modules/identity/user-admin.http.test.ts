import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fixtures } from '../../../test-support/fixtures.ts';
import { signUp } from '../../../test-support/signed-up.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';

let api: TestApi;
let adminId: string;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  const { db } = api.services;
  await db.updateTable('users').set({ role: 'member' }).where('role', '=', 'admin').execute();
  adminId = (await fixtures(db).user({ role: 'admin', name: 'Boss' })).id;
});

const asAdmin = () => ({ token: api.tokenOf(adminId, 'admin') });
const change = (id: string, body: object) => api.call('PATCH', `/admin/users/${id}`, { ...asAdmin(), body });
const auditOf = (id: string) =>
  api.services.db.selectFrom('auditLog').selectAll().where('entityId', '=', id).orderBy('id').execute();

test('an account is shown with its block', async () => {
  const user = await fixtures(api.services.db).user({ name: 'Živa', blockedAt: Temporal.Now.instant() });
  const response = await api.call('GET', `/admin/users/${user.id}`, asAdmin());
  expect(response.json()).toMatchObject({ id: user.id, name: 'Živa', role: 'member', blocked: true });
  expect(response.body).not.toContain('unusable');
});

test('the list is searched by part of name or address, filtered by role, and paged', async () => {
  const { user } = fixtures(api.services.db);
  const mira = await user({ name: 'Mira 100% Kranjc', role: 'staff' });
  const mirko = await user({ email: 'mirko@kranjc.example' });
  await user({ name: 'Kranjc erased', deletedAt: Temporal.Now.instant() });
  const list = async (query: string) => (await api.call('GET', `/admin/users?${query}`, asAdmin())).json();
  const ids = (answer: { items: { id: string }[] }) => answer.items.map(({ id }) => id);

  expect(ids(await list('q=kRANJC'))).toEqual([mirko.id, mira.id]);
  expect(ids(await list('q=kranjc&role=staff'))).toEqual([mira.id]);
  expect(ids(await list(`q=${encodeURIComponent('100%')}`))).toEqual([mira.id]);
  expect(ids(await list(`q=${encodeURIComponent('1%k')}`))).toEqual([]);
  const first = await list('q=kranjc&limit=1');
  expect(ids(first)).toEqual([mirko.id]);
  const second = await list(`q=kranjc&limit=1&cursor=${first.nextCursor}`);
  expect(ids(second)).toEqual([mira.id]);
  expect(second.nextCursor).toBeNull();
  expect((await list('cursor=nonsense')).code).toBe('validation_failed');
});

test('a change of role is audited with what changed and why', async () => {
  const { id } = await fixtures(api.services.db).user();
  expect((await change(id, { role: 'staff', reason: 'front desk' })).json().role).toBe('staff');
  expect(await auditOf(id)).toMatchObject([
    {
      actorId: adminId,
      actorRole: 'admin',
      action: 'user.change',
      before: { role: 'member' },
      after: { role: 'staff' },
      reason: 'front desk',
    },
  ]);
});

test('a demotion works at once, while the access token still says admin', async () => {
  const other = await fixtures(api.services.db).user({ role: 'admin' });
  const token = api.tokenOf(other.id, 'admin');
  expect((await api.call('GET', '/admin/users', { token })).statusCode).toBe(200);
  await change(other.id, { role: 'member' });
  expect((await api.call('GET', '/admin/users', { token })).statusCode).toBe(403);
});

test('a block ends all sign-ins, and lifting it lets the member sign in again', async () => {
  const anna = await signUp(api);
  const refresh = () => api.call('POST', '/auth/refresh', { body: { refreshToken: anna.refreshToken } });
  const blocked = await change(anna.id, { blocked: true, reason: 'unpaid' });
  expect(blocked.json()).toMatchObject({ blocked: true, blockedReason: 'unpaid' });
  expect((await refresh()).json().code).toBe('account_blocked');
  expect((await change(anna.id, { blocked: false })).json()).toMatchObject({ blocked: false, blockedReason: null });
  expect((await refresh()).json().code).toBe('unauthenticated');
  expect((await auditOf(anna.id)).map(({ after }) => after)).toEqual([{ blocked: true }, { blocked: false }]);
});

test('what changes nothing leaves no audit row', async () => {
  const { id } = await fixtures(api.services.db).user();
  expect((await change(id, { role: 'member', blocked: false })).statusCode).toBe(200);
  expect(await auditOf(id)).toEqual([]);
});

test.each([{ role: 'member' }, { role: 'staff' }, { blocked: true }])(
  'the last admin cannot be lost by %j',
  async (body) => {
    const response = await change(adminId, body);
    expect([response.statusCode, response.json().code]).toEqual([409, 'last_admin']);
    expect(await auditOf(adminId)).toEqual([]);
  },
);

test('a blocked admin does not count as one that remains', async () => {
  await fixtures(api.services.db).user({ role: 'admin', blockedAt: Temporal.Now.instant() });
  expect((await change(adminId, { role: 'member' })).json().code).toBe('last_admin');
});

test.each([
  [crypto.randomUUID(), { role: 'staff' }, 404],
  ['not-an-id', { role: 'staff' }, 400],
  [crypto.randomUUID(), { role: 'owner' }, 400],
  [crypto.randomUUID(), {}, 400],
])('changing %s by %j answers %i', async (id, body, status) => {
  expect((await change(id, body)).statusCode).toBe(status);
});

test('an erased account is not found', async () => {
  const { id } = await fixtures(api.services.db).user({ deletedAt: Temporal.Now.instant() });
  expect((await api.call('GET', `/admin/users/${id}`, asAdmin())).statusCode).toBe(404);
  expect((await change(id, { role: 'staff' })).statusCode).toBe(404);
});
