import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { auditActor } from '#modules/audit/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import { adminList, answerList, ListQuery } from '#platform/http/answer-list.ts';
import type { App } from '#platform/http/app-types.ts';
import { jsonOrCsv } from '#platform/http/csv.ts';
import { page } from '#platform/http/cursor.ts';
import { answerOnce, idempotencyKey } from '#platform/http/idempotency.ts';
import { IdempotencyHeaders, IdParams, Page, problemResponses } from '#platform/http/schemas.ts';
import { listDeliveries } from './delivery-read-model.ts';
import { redeliver, sendTestEvent } from './send-on-purpose.ts';
import { findSubscription } from './subscription-store.ts';
import type { WebhookDeps } from './webhook-deps.ts';
import { type DeliveryRow, DeliveryView, deliveryColumns, deliveryView } from './webhook-view.ts';

const config = { access: 'admin' } as const;
const tags = ['Admin: webhooks'];

const DeliveryQuery = Type.Object({
  ...ListQuery.properties,
  status: Type.Optional(DeliveryView.properties.status),
});

/** What was sent, and sending on purpose. */
export function webhookDeliveryRoutes(app: App, { db, jobs }: WebhookDeps): void {
  const listSchema = {
    operationId: 'listWebhookDeliveries',
    tags,
    summary: 'What was sent to a webhook in the last 30 days, newest first',
    params: IdParams,
    querystring: DeliveryQuery,
    response: { 200: jsonOrCsv(Page(DeliveryView)), ...problemResponses(401, 403, 404) },
  };
  app.get('/admin/webhooks/:id/deliveries', { config: adminList, schema: listSchema }, async (request, reply) => {
    const { params, query } = request;
    const { id: subscriptionId } = await findSubscription(db, params.id);
    const load = async (limit: number, cursor?: string) =>
      page(await listDeliveries(db, { ...query, subscriptionId, limit, cursor }), limit, deliveryView, ({ id }) => [
        id,
      ]);
    return answerList(reply, query, load, { name: 'webhook-deliveries', columns: deliveryColumns });
  });

  const testSchema = {
    operationId: 'testWebhook',
    headers: IdempotencyHeaders,
    tags,
    summary: 'Send a `webhook.test` event',
    params: IdParams,
    response: { 202: DeliveryView, ...problemResponses(401, 403, 404, 409) },
  };
  app.post('/admin/webhooks/:id/test', { config, schema: testSchema }, async (request, reply) => {
    const { params } = request;
    const answer = await once(request, (tx) => sendTestEvent(tx, jobs, params.id, auditActor(request)));
    return reply.code(202).send(answer);
  });

  const redeliverSchema = {
    operationId: 'redeliverWebhook',
    headers: IdempotencyHeaders,
    tags,
    summary: 'Send an event again, with the same id',
    params: IdParams,
    response: { 202: DeliveryView, ...problemResponses(401, 403, 404, 409) },
  };
  app.post('/admin/webhook-deliveries/:id/redeliver', { config, schema: redeliverSchema }, async (request, reply) => {
    const { params } = request;
    const answer = await once(request, (tx) => redeliver(tx, jobs, params.id, auditActor(request)));
    return reply.code(202).send(answer);
  });

  async function once(request: FastifyRequest, work: (tx: Tx) => Promise<DeliveryRow>) {
    const answer = await inTransaction(db, (tx) =>
      answerOnce(tx, idempotencyKey(request), async () => ({ status: 202, body: deliveryView(await work(tx)) })),
    );
    return answer.body;
  }
}
