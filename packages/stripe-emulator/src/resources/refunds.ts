import { type Static, Type } from 'typebox';
import type { Api } from '../api/api.ts';
import { isCreatedWithin, listPage } from '../api/list.ts';
import { invalidRequest, noSuchParameter, notFound } from '../api/stripe-error.ts';
import type { Context } from '../core/context.ts';
import type { ChargeRecord } from '../core/records.ts';
import { refundCharge } from '../operations/refund-payment.ts';
import { IdInPath, listQuery, Metadata, parameters, Text } from './parameters.ts';

const RefundParameters = parameters({
  charge: Type.Optional(Text),
  payment_intent: Type.Optional(Text),
  amount: Type.Optional(Type.Integer({ minimum: 1 })),
  reason: Type.Optional(Type.Enum(['duplicate', 'fraudulent', 'requested_by_customer'])),
  metadata: Type.Optional(Metadata),
});

const RefundFilters = listQuery({ charge: Type.Optional(Text), payment_intent: Type.Optional(Text) });

export function refundRoutes(api: Api, context: Context): void {
  const { store } = context;

  api.post('/refunds', { schema: { body: RefundParameters } }, ({ body }) =>
    refundCharge(context, findCharge(context, body), body),
  );

  api.get('/refunds', { schema: { querystring: RefundFilters } }, ({ query }) => {
    const refunds = store.refunds
      .newestFirst()
      .filter((refund) => refund.charge === (query.charge ?? refund.charge))
      .filter((refund) => refund.payment_intent === (query.payment_intent ?? refund.payment_intent))
      .filter((refund) => isCreatedWithin(refund.created, query.created));
    return listPage(refunds, query, '/v1/refunds');
  });

  api.get('/refunds/:id', { schema: { params: IdInPath, querystring: parameters({}) } }, ({ params }) => {
    const refund = store.refunds.get(params.id);
    if (!refund) throw notFound('refund', params.id);
    return refund;
  });
}

function findCharge({ store }: Context, params: Static<typeof RefundParameters>): ChargeRecord {
  if (params.charge !== undefined) {
    const charge = store.charges.get(params.charge);
    if (!charge) throw noSuchParameter('charge', params.charge, 'charge');
    return charge;
  }
  if (params.payment_intent === undefined) {
    const message = 'One of the following params should be provided for this request: payment_intent or charge.';
    throw invalidRequest(message, { code: 'parameter_missing', param: 'payment_intent' });
  }
  const intent = store.paymentIntents.get(params.payment_intent);
  if (!intent) throw noSuchParameter('payment_intent', params.payment_intent, 'payment_intent');
  const charge = store.charges.get(intent.latest_charge ?? '');
  if (!charge) throw invalidRequest(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`);
  return charge;
}
