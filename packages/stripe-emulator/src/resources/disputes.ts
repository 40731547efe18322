import { Type } from 'typebox';
import type { Api } from '../api/api.ts';
import { isCreatedWithin, listPage } from '../api/list.ts';
import { notFound } from '../api/stripe-error.ts';
import type { Context } from '../core/context.ts';
import { closeDispute } from '../operations/dispute-payment.ts';
import { IdInPath, listQuery, parameters, Text } from './parameters.ts';

const DisputeFilters = listQuery({ charge: Type.Optional(Text), payment_intent: Type.Optional(Text) });

export function disputeRoutes(api: Api, context: Context): void {
  const { store } = context;

  api.get('/disputes', { schema: { querystring: DisputeFilters } }, ({ query }) => {
    const disputes = store.disputes
      .newestFirst()
      .filter((dispute) => dispute.charge === (query.charge ?? dispute.charge))
      .filter((dispute) => dispute.payment_intent === (query.payment_intent ?? dispute.payment_intent))
      .filter((dispute) => isCreatedWithin(dispute.created, query.created));
    return listPage(disputes, query, '/v1/disputes');
  });

  api.get('/disputes/:id', { schema: { params: IdInPath, querystring: parameters({}) } }, ({ params }) => {
    const dispute = store.disputes.get(params.id);
    if (!dispute) throw notFound('dispute', params.id);
    return dispute;
  });

  // Closing a dispute through the API accepts it: it is lost.
  api.post('/disputes/:id/close', { schema: { params: IdInPath, body: parameters({}) } }, ({ params }) =>
    closeDispute(context, params.id, 'lost'),
  );
}
