import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { systemActor } from '#modules/audit/index.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import { hoursFromNow } from '../../../test-support/fixtures.ts';
import { queuedJobs } from '../../../test-support/queued-jobs.ts';
import { type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../../../test-support/webhook-receiver.ts';
import { deliverWebhook, forgetEvents } from './deliver-webhook.ts';
import { changeWebhook, createWebhook, deleteWebhook, rotateSecret } from './manage-webhooks.ts';
import { redeliver, sendTestEvent } from './send-on-purpose.ts';
import type { SubscriptionRow } from './subscription-store.ts';
import type { WebhookDeps } from './webhook-deps.ts';
import { deliverWebhookJob } from './webhook-jobs.ts';
import { type WebhookPatch, webhookView } from './webhook-view.ts';

let studio: StudioApi;
let deps: WebhookDeps;
let receiver: WebhookReceiver;
let webhook: SubscriptionRow;

beforeAll(async () => {
  studio = await startStudioApi();
  deps = { ...studio.services, config: { privateWebhooks: 'on' } };
});
afterAll(() => studio.close());
beforeEach(async () => {
  receiver = await startWebhookReceiver();
  webhook = await inTransaction(studio.db, (tx) =>
    createWebhook(tx, deps.config, { url: receiver.url, eventTypes: ['booking.confirmed'] }, systemActor),
  );
});
afterEach(() => receiver.close());

type Job = { deliveryId: string; round: number };

/** A delivery that waits to be made. */
async function newDelivery(): Promise<Job> {
  const { id } = await inTransaction(studio.db, (tx) => sendTestEvent(tx, deps.jobs, webhook.id, systemActor));
  return { deliveryId: id, round: 1 };
}

const deliver = (job: Job, using = deps) => deliverWebhook(using, job, new AbortController().signal);
const change = (patch: WebhookPatch) =>
  inTransaction(studio.db, (tx) => changeWebhook(tx, deps.config, webhook.id, patch, systemActor));
const rowOf = ({ deliveryId }: Job) =>
  studio.db.selectFrom('webhookDeliveries').selectAll().where('id', '=', deliveryId).executeTakeFirstOrThrow();
const webhookNow = () =>
  studio.db.selectFrom('webhookSubscriptions').selectAll().where('id', '=', webhook.id).executeTakeFirstOrThrow();
const auditOf = (action: string) =>
  studio.db
    .selectFrom('auditLog')
    .select(['actorRole', 'after', 'reason'])
    .where('entityId', '=', webhook.id)
    .where('action', '=', action)
    .execute();

/** What the receiver gets out of a request, as its documentation says it should. */
function verify(index: number, secret = webhook.secret): unknown {
  const { headers, body } = receiver.received[index] ?? { headers: {}, body: '' };
  return new Webhook(secret).verify(body, headers as Record<string, string>);
}

test('a delivery arrives once, signed, whatever the queue repeats', async () => {
  const job = await newDelivery();
  await deliver(job);
  await deliver(job);
  expect(receiver.received).toHaveLength(1);
  expect(verify(0)).toEqual({
    version: 1,
    type: 'webhook.test',
    timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
    data: { webhookId: webhook.id },
  });
  const row = await rowOf(job);
  expect(receiver.received[0]?.headers).toMatchObject({
    'webhook-id': row.eventId,
    'content-type': 'application/json',
    'user-agent': 'Openmat-Webhooks/1',
  });
  expect(row).toMatchObject({ status: 'delivered', attempts: 1, lastStatusCode: 200, responseExcerpt: 'thanks' });
});

test('after a failure it is tried again with the same id', async () => {
  receiver.answer = (response, count) => response.writeHead(count === 1 ? 500 : 204).end(count === 1 ? 'oops' : '');
  const job = await newDelivery();
  await expect(deliver(job)).rejects.toThrow('HTTP 500');
  expect(await rowOf(job)).toMatchObject({ status: 'pending', lastError: 'HTTP 500', responseExcerpt: 'oops' });
  expect((await webhookNow()).failingSince).not.toBeNull();

  await deliver(job);
  expect(await rowOf(job)).toMatchObject({ status: 'delivered', attempts: 2, lastStatusCode: 204, lastError: null });
  expect((await webhookNow()).failingSince).toBeNull();
  const [first, second] = receiver.received;
  expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
  expect(second?.body).toBe(first?.body);
  expect(verify(1)).toEqual(verify(0));
});

test('after the last attempt it is given up', async () => {
  receiver.answer = (response) => response.writeHead(503).end();
  const job = await newDelivery();
  await studio.db.updateTable('webhookDeliveries').set({ attempts: 21 }).where('id', '=', job.deliveryId).execute();
  await deliver(job);
  expect(await rowOf(job)).toMatchObject({ status: 'failed', attempts: 22, lastError: 'HTTP 503' });
  expect((await webhookNow()).state).toBe('active');
});

test('410 switches the webhook off, and what waits for it is dropped', async () => {
  receiver.answer = (response) => response.writeHead(410).end();
  const [job, waiting] = [await newDelivery(), await newDelivery()];
  const { version } = webhookView(await webhookNow());
  await deliver(job);
  await deliver(waiting);
  expect(receiver.received).toHaveLength(1);
  expect(await rowOf(waiting)).toMatchObject({ status: 'failed', attempts: 0, lastError: 'The webhook is disabled' });
  expect(await webhookNow()).toMatchObject({ state: 'disabled', disabledReason: 'gone' });
  expect(webhookView(await webhookNow()).version).not.toBe(version);
  const after = { state: 'disabled', disabledReason: 'gone' };
  expect(await auditOf('webhook.disable')).toEqual([{ actorRole: 'system', after, reason: 'HTTP 410' }]);
});

test('five days of failures switch the webhook off; switched on again it starts anew', async () => {
  receiver.answer = (response) => response.writeHead(500).end();
  await studio.db
    .updateTable('webhookSubscriptions')
    .set({ failingSince: hoursFromNow(-121) })
    .where('id', '=', webhook.id)
    .execute();
  const job = await newDelivery();
  await deliver(job);
  expect(await rowOf(job)).toMatchObject({ status: 'failed', lastError: 'HTTP 500' });
  expect(await webhookNow()).toMatchObject({ state: 'disabled', disabledReason: 'failing' });
  expect(await auditOf('webhook.disable')).toHaveLength(1);

  expect(await change({ active: true })).toMatchObject({ state: 'active', disabledReason: null, failingSince: null });
  await expect(deliver(await newDelivery())).rejects.toThrow('HTTP 500');
  expect((await webhookNow()).state).toBe('active');
});

test('what waits for a deleted webhook is dropped', async () => {
  const job = await newDelivery();
  await inTransaction(studio.db, (tx) => deleteWebhook(tx, webhook.id, systemActor));
  await deliver(job);
  expect(receiver.received).toEqual([]);
  expect(await rowOf(job)).toMatchObject({ status: 'failed', lastError: 'The webhook was deleted' });
});

test('sent again on purpose it goes out with the same id, and retries of before do nothing', async () => {
  const job = await newDelivery();
  await deliver(job);
  await inTransaction(studio.db, (tx) => redeliver(tx, deps.jobs, job.deliveryId, systemActor));
  const again = (await queuedJobs(studio.db, deliverWebhookJob)).at(-1);
  expect(again).toEqual({ deliveryId: job.deliveryId, round: 2 });
  await deliver(job);
  expect(receiver.received).toHaveLength(1);
  await deliver({ ...job, round: 2 });
  expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual(
    Array(2).fill((await rowOf(job)).eventId),
  );
});

test('while a secret is exchanged, both verify', async () => {
  const rotated = await inTransaction(studio.db, (tx) => rotateSecret(tx, webhook.id, systemActor));
  await deliver(await newDelivery());
  expect(rotated.secret).not.toBe(webhook.secret);
  expect(verify(0, rotated.secret)).toEqual(verify(0, webhook.secret));
});

test('an answer of an address that was replaced meanwhile does not switch the webhook off', async () => {
  receiver.answer = async (response) => {
    await change({ url: 'https://example.com/new' });
    response.writeHead(410).end();
  };
  await deliver(await newDelivery());
  expect(await webhookNow()).toMatchObject({ state: 'active', failingSince: null });
});

test('where private addresses are not allowed nothing is sent there, whenever the address was saved', async () => {
  const job = await newDelivery();
  await expect(deliver(job, { ...deps, config: { privateWebhooks: 'off' } })).rejects.toThrow('https://');
  expect(receiver.received).toEqual([]);
  expect(await rowOf(job)).toMatchObject({ status: 'pending', lastError: 'The URL must start with https://' });
});

test('events of more than 30 days ago are forgotten with their deliveries', async () => {
  const [old, young] = [await newDelivery(), await newDelivery()];
  const { eventId } = await rowOf(old);
  const createdAt = hoursFromNow(-24 * 30 - 1);
  await studio.db.updateTable('webhookEvents').set({ createdAt }).where('id', '=', eventId).execute();
  await forgetEvents(studio.db, Temporal.Now.instant());
  await expect(rowOf(old)).rejects.toThrow();
  await expect(rowOf(young)).resolves.toBeDefined();
});
