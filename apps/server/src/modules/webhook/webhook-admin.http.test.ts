import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { queuedJobs } from '../../../test-support/queued-jobs.ts';
import { type Person, type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';
import { deliverWebhookJob } from './webhook-jobs.ts';

let studio: StudioApi;
let admin: Person;
beforeAll(async () => {
  studio = await startStudioApi();
  admin = await studio.person('admin');
});
afterAll(() => studio.close());

const wanted = {
  url: 'https://example.com/hooks',
  description: 'Accounting',
  eventTypes: ['payment.paid', 'payment.refunded'],
};
let id: string;
let secret: string;
beforeEach(async () => {
  const response = await admin.post('/admin/webhooks', wanted);
  expect(response.statusCode).toBe(201);
  ({ id, secret } = response.json());
});

const read = async () => (await admin.get(`/admin/webhooks/${id}`)).json();
const auditOf = (entityId: string) =>
  studio.db
    .selectFrom('auditLog')
    .select(['action', 'actorId', 'before', 'after'])
    .where('entity', '=', 'webhook')
    .where('entityId', '=', entityId)
    .orderBy('id')
    .execute();

test('a webhook shows its secret once', async () => {
  expect(secret).toMatch(/^whsec_/);
  expect(await read()).toEqual({
    id,
    ...wanted,
    state: 'active',
    disabledReason: null,
    failingSince: null,
    createdAt: expect.any(String),
    version: expect.any(String),
  });
  const { body } = await admin.get('/admin/webhooks');
  expect(body).toContain(id);
  expect(body).not.toContain('whsec_');
  expect(await auditOf(id)).toEqual([{ action: 'webhook.create', actorId: admin.id, before: null, after: wanted }]);
});

test.each([
  ['http', { url: 'http://example.com/' }, 'url'],
  ['a private address', { url: 'https://10.0.0.1/' }, 'url'],
  ['an odd spelling of one', { url: 'https://0x7f.1/' }, 'url'],
  ['an IPv6 spelling of one', { url: 'https://[::ffff:127.0.0.1]/' }, 'url'],
  ['no URL at all', { url: 'example' }, 'url'],
  ['no events', { eventTypes: [] }, 'eventTypes'],
  ['an unknown event', { eventTypes: ['booking.dreamt'] }, 'eventTypes/0'],
  ['the test event', { eventTypes: ['webhook.test'] }, 'eventTypes/0'],
])('refused, when created and when changed: %s', async (_, part, field) => {
  for (const response of [
    await admin.post('/admin/webhooks', { ...wanted, ...part }),
    await admin.patch(`/admin/webhooks/${id}`, part),
  ]) {
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ code: 'validation_failed', errors: [{ field }] });
  }
});

test.each([
  ['not_https', 'http://example.com/'],
  ['private_address', 'https://10.0.0.1/'],
  ['has_user', 'https://mira@example.com/'],
  ['not_a_url', 'example'],
])('a refused address has a code: %s', async (code, url) => {
  const response = await admin.post('/admin/webhooks', { ...wanted, url });
  expect(response.json().errors).toEqual([{ field: 'url', message: expect.any(String), code }]);
});

test('a change of what somebody else has changed meanwhile is refused', async () => {
  const { version } = await read();
  const changed = (await admin.patch(`/admin/webhooks/${id}`, { description: 'Books', version })).json();
  const late = await admin.patch(`/admin/webhooks/${id}`, { description: 'Door', version });
  expect(late.statusCode).toBe(409);
  expect(late.json()).toMatchObject({ code: 'version_conflict', version: changed.version });
  expect(await read()).toMatchObject({ description: 'Books', version: changed.version });
  const again = await admin.patch(`/admin/webhooks/${id}`, { description: 'Door', version: changed.version });
  expect(again.json()).toMatchObject({ description: 'Door' });
});

test('the same key makes one webhook and gets the same answer, and no secret is kept with it', async () => {
  const headers = { 'idempotency-key': crypto.randomUUID() };
  const answers = await Promise.all([1, 2].map(() => admin.post('/admin/webhooks', wanted, headers)));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201]);
  expect(answers[0]?.json()).toEqual(answers[1]?.json());
  const stored = await studio.db.selectFrom('idempotencyKeys').select('response').execute();
  expect(JSON.stringify(stored)).not.toContain('whsec_');
  const other = await admin.post('/admin/webhooks', { ...wanted, description: 'Other' }, headers);
  expect(other.json()).toMatchObject({ code: 'idempotency_key_reused' });
});

test('changed, switched off and on, deleted: each is audited with what changed', async () => {
  const changed = await admin.patch(`/admin/webhooks/${id}`, { description: 'Books', url: wanted.url });
  expect(changed.json()).toMatchObject({ ...wanted, description: 'Books' });
  expect((await admin.patch(`/admin/webhooks/${id}`, { active: false })).json()).toMatchObject({
    state: 'disabled',
    disabledReason: 'admin',
  });
  expect((await admin.patch(`/admin/webhooks/${id}`, { active: true })).json()).toMatchObject({
    state: 'active',
    disabledReason: null,
  });
  await admin.patch(`/admin/webhooks/${id}`, { active: true });
  expect((await admin.delete(`/admin/webhooks/${id}`)).statusCode).toBe(204);
  expect((await admin.get(`/admin/webhooks/${id}`)).statusCode).toBe(404);
  expect((await admin.patch(`/admin/webhooks/${id}`, { active: true })).statusCode).toBe(404);
  expect((await admin.get('/admin/webhooks')).body).not.toContain(id);
  expect((await auditOf(id)).slice(1).map(({ action, before, after }) => ({ action, before, after }))).toEqual([
    { action: 'webhook.change', before: { description: 'Accounting' }, after: { description: 'Books' } },
    {
      action: 'webhook.change',
      before: { state: 'active', disabledReason: null },
      after: { state: 'disabled', disabledReason: 'admin' },
    },
    {
      action: 'webhook.change',
      before: { state: 'disabled', disabledReason: 'admin' },
      after: { state: 'active', disabledReason: null },
    },
    { action: 'webhook.delete', before: { url: wanted.url, eventTypes: wanted.eventTypes }, after: null },
  ]);
});

test('a new secret, once per key; the audit log knows when and not what', async () => {
  const headers = { 'idempotency-key': crypto.randomUUID() };
  const rotate = () => admin.post(`/admin/webhooks/${id}/rotate-secret`, undefined, headers);
  const [first, again] = [(await rotate()).json(), (await rotate()).json()];
  expect(first.secret).toMatch(/^whsec_/);
  expect(first.secret).not.toBe(secret);
  expect(again).toEqual(first);
  const audit = await auditOf(id);
  expect(audit.map(({ action }) => action)).toEqual(['webhook.create', 'webhook.rotate_secret']);
  expect(JSON.stringify(audit)).not.toContain('whsec_');
});

test('a test event, and an event sent again, become deliveries with a job', async () => {
  const sent = await admin.post(`/admin/webhooks/${id}/test`);
  expect(sent.statusCode).toBe(202);
  expect(sent.json()).toMatchObject({
    webhookId: id,
    event: { type: 'webhook.test', data: { webhookId: id } },
    status: 'pending',
    attempts: 0,
    nextAttemptBy: null,
  });
  const again = await admin.post(`/admin/webhook-deliveries/${sent.json().id}/redeliver`);
  expect(again.statusCode).toBe(202);
  const deliveryId = sent.json().id;
  expect((await queuedJobs(studio.db, deliverWebhookJob)).slice(-2)).toEqual([
    { deliveryId, round: 1 },
    { deliveryId, round: 2 },
  ]);
  expect((await auditOf(id)).map(({ action }) => action)).toEqual([
    'webhook.create',
    'webhook.test',
    'webhook.redeliver',
  ]);
});

test('nothing is sent to a webhook that is switched off', async () => {
  const { id: deliveryId } = (await admin.post(`/admin/webhooks/${id}/test`)).json();
  await admin.patch(`/admin/webhooks/${id}`, { active: false });
  for (const path of [`/admin/webhooks/${id}/test`, `/admin/webhook-deliveries/${deliveryId}/redeliver`]) {
    const response = await admin.post(path);
    expect(response.statusCode).toBe(409);
    expect(response.json()).toMatchObject({ code: 'webhook_disabled' });
  }
});

test('deliveries are listed newest first, by status and page by page', async () => {
  const ids: string[] = [];
  for (let i = 0; i < 3; i += 1) ids.unshift((await admin.post(`/admin/webhooks/${id}/test`)).json().id);
  const [, second = ''] = ids;
  const failed = { status: 'failed', attempts: 22, lastStatusCode: 500, lastError: 'HTTP 500' } as const;
  await studio.db.updateTable('webhookDeliveries').set(failed).where('id', '=', second).execute();
  const list = async (query: string) => (await admin.get(`/admin/webhooks/${id}/deliveries?${query}`)).json();
  const idsOf = ({ items }: { items: { id: string }[] }) => items.map((item) => item.id);

  const first = await list('limit=2');
  expect(idsOf(first)).toEqual(ids.slice(0, 2));
  const rest = await list(`limit=2&cursor=${first.nextCursor}`);
  expect(idsOf(rest)).toEqual(ids.slice(2));
  expect(rest.nextCursor).toBeNull();
  const failures = await list('status=failed');
  expect(failures.items).toMatchObject([{ id: second, ...failed }]);
  expect(idsOf(await list('status=delivered'))).toEqual([]);
});

test('webhooks are listed page by page', async () => {
  await admin.post('/admin/webhooks', wanted);
  const first = (await admin.get('/admin/webhooks?limit=1')).json();
  const second = (await admin.get(`/admin/webhooks?limit=1&cursor=${first.nextCursor}`)).json();
  expect(second.items[0].id).toBe(id);
});

test('what does not exist is not found', async () => {
  const nobody = crypto.randomUUID();
  for (const response of [
    await admin.get(`/admin/webhooks/${nobody}`),
    await admin.get(`/admin/webhooks/${nobody}/deliveries`),
    await admin.delete(`/admin/webhooks/${nobody}`),
    await admin.post(`/admin/webhooks/${nobody}/test`),
    await admin.post(`/admin/webhooks/${nobody}/rotate-secret`),
    await admin.post(`/admin/webhook-deliveries/${nobody}/redeliver`),
  ]) {
    expect(response.statusCode).toBe(404);
  }
});

test('staff and members may not', async () => {
  for (const role of ['staff', 'member'] as const) {
    const person = await studio.person(role);
    expect((await person.get('/admin/webhooks')).statusCode).toBe(403);
    expect((await person.post('/admin/webhooks', wanted)).statusCode).toBe(403);
  }
});
