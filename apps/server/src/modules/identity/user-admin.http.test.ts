import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixtures } from '../../../test-support/fixtures.ts';
import { queuedJobs } from '../../../test-support/queued-jobs.ts';
import { signUp } from '../../../test-support/signed-up.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';
import { oneTimeLinkJob } from './identity-jobs.ts';

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

describe('making an account', () => {
  const create = (body: object, headers: Record<string, string> = {}) =>
    api.call('POST', '/admin/users', { ...asAdmin(), body, headers });

  test('of any role mails a link to choose a password, is audited, and with a key happens once', async () => {
    const email = `${crypto.randomUUID()}@post.example`;
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const body = { email, name: ' Nika ', role: 'staff' };
    const response = await create(body, headers);
    expect([response.statusCode, response.json()]).toMatchObject([201, { email, name: 'Nika', role: 'staff' }]);
    expect((await create(body, headers)).json()).toEqual(response.json());
    expect(await auditOf(response.json().id)).toMatchObject([{ action: 'user.create', after: { role: 'staff' } }]);
    expect(await queuedJobs(api.services.db, oneTimeLinkJob)).toHaveLength(1);
    expect((await create({ ...body, name: 'Other' })).json()).toMatchObject({
      code: 'email_taken',
      userId: response.json().id,
    });
  });

  test.each([
    { email: 'nobody', name: 'Nika' },
    { email: 'a@b.si', name: ' ' },
    { email: 'a@b.si', name: 'N', role: 'owner' },
  ])('refuses %j', async (body) => {
    expect((await create(body)).json().code).toBe('validation_failed');
  });
});

describe('two admins at one account', () => {
  test('the second is told that it is no longer as they saw it', async () => {
    const { id } = await fixtures(api.services.db).user();
    const { version } = (await api.call('GET', `/admin/users/${id}`, asAdmin())).json();
    const first = (await change(id, { role: 'staff', version })).json();
    expect((await change(id, { blocked: true, version })).json()).toMatchObject({
      status: 409,
      code: 'version_conflict',
    });
    expect((await change(id, { blocked: true, version: first.version })).json().blocked).toBe(true);
    expect(await auditOf(id)).toHaveLength(2);
  });
});

describe('the devices of a member', () => {
  test('are shown to admins and ended by them, with an audit row', async () => {
    const anna = await signUp(api);
    const list = async () => (await api.call('GET', `/admin/users/${anna.id}/devices`, asAdmin())).json().items;
    const [device, ...others] = await list();
    expect([device.current, others]).toEqual([false, []]);
    const end = () => api.call('DELETE', `/admin/users/${anna.id}/devices/${device.id}`, asAdmin());
    expect((await end()).statusCode).toBe(204);
    expect(await list()).toEqual([]);
    const refreshed = await api.call('POST', '/auth/refresh', { body: { refreshToken: anna.refreshToken } });
    expect(refreshed.json().code).toBe('unauthenticated');
    expect((await end()).statusCode).toBe(404);
    expect(await auditOf(anna.id)).toMatchObject([{ action: 'user.end_device', after: { deviceId: device.id } }]);
  });
});

test('what was done to a member is told together with what was done to their tickets', async () => {
  const { db } = api.services;
  const { id } = await fixtures(db).user();
  const ticket = await fixtures(db).ticket(id);
  await change(id, { role: 'staff' });
  const grant = { actorRole: 'system', action: 'ticket.grant', entity: 'ticket', entityId: ticket.id } as const;
  await db
    .insertInto('auditLog')
    .values([grant, { ...grant, entityId: crypto.randomUUID() }])
    .execute();
  const { items } = (await api.call('GET', `/admin/audit?memberId=${id}`, asAdmin())).json();
  expect(items.map(({ action }: { action: string }) => action)).toEqual(['ticket.grant', 'user.change']);
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
