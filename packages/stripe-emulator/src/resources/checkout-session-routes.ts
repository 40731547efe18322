import { Type } from 'typebox';
import type { Api } from '../api/api.ts';
import { isCreatedWithin, listPage, pageParameters } from '../api/list.ts';
import type { Context } from '../core/context.ts';
import { createSession } from '../operations/create-session.ts';
import { expireSession } from '../operations/expire-session.ts';
import { findCheckout, findSession } from '../operations/find-session.ts';
import { SessionParameters } from '../operations/session-parameters.ts';
import { IdInPath, listQuery, parameters, Text } from './parameters.ts';

const SessionFilters = listQuery({
  customer: Type.Optional(Text),
  payment_intent: Type.Optional(Text),
  status: Type.Optional(Type.Enum(['complete', 'expired', 'open'])),
});

const LineItemPage = Type.Object(pageParameters, { additionalProperties: false });

export function checkoutSessionRoutes(api: Api, context: Context): void {
  const { store } = context;
  const path = '/checkout/sessions';

  api.post(path, { schema: { body: SessionParameters } }, ({ body }) => createSession(context, body));

  api.get(path, { schema: { querystring: SessionFilters } }, ({ query }) => {
    const sessions = store.sessions
      .newestFirst()
      .filter((session) => session.customer === (query.customer ?? session.customer))
      .filter((session) => session.payment_intent === (query.payment_intent ?? session.payment_intent))
      .filter((session) => session.status === (query.status ?? session.status))
      .filter((session) => isCreatedWithin(session.created, query.created));
    return listPage(sessions, query, `/v1${path}`);
  });

  api.get(`${path}/:id`, { schema: { params: IdInPath, querystring: parameters({}) } }, ({ params }) =>
    findSession(context, params.id),
  );

  api.get(
    `${path}/:id/line_items`,
    { schema: { params: IdInPath, querystring: LineItemPage } },
    ({ params, query }) => {
      const { id } = findSession(context, params.id);
      return listPage(findCheckout(context, id).lineItems, query, `/v1${path}/${id}/line_items`);
    },
  );

  api.post(`${path}/:id/expire`, { schema: { params: IdInPath, body: parameters({}) } }, ({ params }) =>
    expireSession(context, params.id),
  );
}
