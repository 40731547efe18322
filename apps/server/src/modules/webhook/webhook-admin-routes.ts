import { Type } from 'typebox';
import { auditActor } from '#modules/audit/index.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import { adminList, answerList, ListQuery } from '#platform/http/answer-list.ts';
import type { App } from '#platform/http/app-types.ts';
import { jsonOrCsv } from '#platform/http/csv.ts';
import { page } from '#platform/http/cursor.ts';
import { answerOnce, idempotencyKey } from '#platform/http/idempotency.ts';
import { IdempotencyHeaders, IdParams, Page, problemResponses } from '#platform/http/schemas.ts';
import { changeWebhook, createWebhook, deleteWebhook, rotateSecret } from './manage-webhooks.ts';
import { findSubscription, listSubscriptions } from './subscription-store.ts';
import type { WebhookDeps } from './webhook-deps.ts';
import {
  NewWebhook,
  WebhookPatch,
  WebhookView,
  WebhookWithSecret,
  webhookColumns,
  webhookView,
} from './webhook-view.ts';

const config = { access: 'admin' } as const;
const tags = ['Admin: webhooks'];

/** Who is told what happens in the studio. */
export function webhookAdminRoutes(app: App, deps: WebhookDeps): void {
  readRoutes(app, deps);
  createRoute(app, deps);
  changeRoutes(app, deps);
  rotateRoute(app, deps);
}

function readRoutes(app: App, { db }: WebhookDeps): void {
  const listSchema = {
    operationId: 'listWebhooks',
    tags,
    summary: 'Outgoing webhooks, newest first',
    querystring: ListQuery,
    response: { 200: jsonOrCsv(Page(WebhookView)), ...problemResponses(401, 403) },
  };
  app.get('/admin/webhooks', { config: adminList, schema: listSchema }, ({ query }, reply) => {
    const load = async (limit: number, cursor?: string) =>
      page(await listSubscriptions(db, limit, cursor), limit, webhookView, ({ id }) => [id]);
    return answerList(reply, query, load, { name: 'webhooks', columns: webhookColumns });
  });

  const getSchema = {
    operationId: 'getWebhook',
    tags,
    summary: 'One webhook',
    params: IdParams,
    response: { 200: WebhookView, ...problemResponses(401, 403, 404) },
  };
  app.get('/admin/webhooks/:id', { config, schema: getSchema }, async ({ params }) =>
    webhookView(await findSubscription(db, params.id)),
  );
}

function createRoute(app: App, { db, config: settings }: WebhookDeps): void {
  const schema = {
    operationId: 'createWebhook',
    headers: IdempotencyHeaders,
    tags,
    summary: 'Tell another system what happens',
    description: 'The answer has the secret that verifies deliveries. It is not shown again.',
    body: NewWebhook,
    response: { 201: WebhookWithSecret, ...problemResponses(401, 403, 409) },
  };
  app.post('/admin/webhooks', { config, schema }, async (request, reply) => {
    const row = await inTransaction(db, async (tx) => {
      // Stored answers hold no secrets, so only the id is kept there.
      const { body } = await answerOnce(tx, idempotencyKey(request), async () => {
        const { id } = await createWebhook(tx, settings, request.body, auditActor(request));
        return { status: 201, body: { id } };
      });
      return findSubscription(tx, body.id);
    });
    return reply.code(201).send({ ...webhookView(row), secret: row.secret });
  });
}

function changeRoutes(app: App, { db, config: settings }: WebhookDeps): void {
  const changeSchema = {
    operationId: 'changeWebhook',
    tags,
    summary: 'Change a webhook, or switch it on or off',
    params: IdParams,
    body: WebhookPatch,
    response: { 200: WebhookView, ...problemResponses(401, 403, 404, 409) },
  };
  app.patch('/admin/webhooks/:id', { config, schema: changeSchema }, async (request) => {
    const { params, body } = request;
    const actor = auditActor(request);
    return webhookView(await inTransaction(db, (tx) => changeWebhook(tx, settings, params.id, body, actor)));
  });

  const deleteSchema = {
    operationId: 'deleteWebhook',
    tags,
    summary: 'End a webhook; what is still to be delivered is dropped',
    params: IdParams,
    response: { 204: Type.Null(), ...problemResponses(401, 403, 404) },
  };
  app.delete('/admin/webhooks/:id', { config, schema: deleteSchema }, async (request, reply) => {
    await inTransaction(db, (tx) => deleteWebhook(tx, request.params.id, auditActor(request)));
    return reply.code(204).send(null);
  });
}

function rotateRoute(app: App, { db }: WebhookDeps): void {
  const schema = {
    operationId: 'rotateWebhookSecret',
    headers: IdempotencyHeaders,
    tags,
    summary: 'Replace the secret; the old one signs along for 24 hours',
    params: IdParams,
    response: { 200: WebhookWithSecret, ...problemResponses(401, 403, 404, 409) },
  };
  app.post('/admin/webhooks/:id/rotate-secret', { config, schema }, async (request) => {
    const { id } = request.params;
    const row = await inTransaction(db, async (tx) => {
      await answerOnce(tx, idempotencyKey(request), async () => {
        await rotateSecret(tx, id, auditActor(request));
        return { status: 200, body: { id } };
      });
      return findSubscription(tx, id);
    });
    return { ...webhookView(row), secret: row.secret };
  });
}
