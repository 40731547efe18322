import { Type } from 'typebox';
import { auditActor } from '#modules/audit/index.ts';
import { adminList, answerList, ListQuery } from '#platform/http/answer-list.ts';
import { found } from '#platform/http/app-error.ts';
import type { App } from '#platform/http/app-types.ts';
import { jsonOrCsv } from '#platform/http/csv.ts';
import { idempotencyKey } from '#platform/http/idempotency.ts';
import { Id, IdempotencyHeaders, IdParams, Page, problemResponses } from '#platform/http/schemas.ts';
import { DeliveryView, deliveryColumns, findDelivery, Kind, listDeliveries, Status } from './message-read-model.ts';
import type { NotificationDeps } from './notification-deps.ts';
import { resendMessage } from './resend-message.ts';

const config = { access: 'admin' } as const;
const tags = ['Admin: messages'];

const listSchema = {
  operationId: 'adminListMessages',
  tags,
  summary: 'What members were told and how it was delivered, newest first',
  querystring: Type.Object({
    ...ListQuery.properties,
    userId: Type.Optional(Id),
    status: Type.Optional(Status),
    kind: Type.Optional(Kind),
  }),
  response: { 200: jsonOrCsv(Page(DeliveryView)), ...problemResponses(401, 403) },
};

const getSchema = {
  operationId: 'adminGetMessage',
  tags,
  summary: 'One message and its delivery',
  params: IdParams,
  response: { 200: DeliveryView, ...problemResponses(401, 403, 404) },
};

const resendSchema = {
  operationId: 'adminResendMessage',
  tags,
  summary: 'Send a message once more, if it is still true; an address that failed is tried again',
  params: IdParams,
  headers: IdempotencyHeaders,
  response: { 201: DeliveryView, ...problemResponses(401, 403, 404, 409) },
};

/** The delivery log. */
export function messageAdminRoutes(app: App, deps: NotificationDeps): void {
  app.get('/admin/messages', { config: adminList, schema: listSchema }, ({ query }, reply) => {
    const load = (limit: number, cursor?: string) => listDeliveries(deps.db, query, limit, cursor);
    return answerList(reply, query, load, { name: 'messages', columns: deliveryColumns });
  });

  app.get('/admin/messages/:id', { config, schema: getSchema }, async ({ params }) =>
    found(await findDelivery(deps.db, params.id), 'message'),
  );

  app.post('/admin/messages/:id/resend', { config, schema: resendSchema }, async (request, reply) => {
    const { status, body } = await resendMessage(deps, auditActor(request), request.params.id, idempotencyKey(request));
    return reply.status(status as 201).send(found(await findDelivery(deps.db, body.id), 'message'));
  });
}
