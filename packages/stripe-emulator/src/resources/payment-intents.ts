import { Type } from 'typebox';
import type { Api } from '../api/api.ts';
import { isCreatedWithin, listPage } from '../api/list.ts';
import { notFound } from '../api/stripe-error.ts';
import type { Context } from '../core/context.ts';
import { newId } from '../core/ids.ts';
import type { PaymentIntentData, PaymentIntentRecord, SessionRecord } from '../core/records.ts';
import { IdInPath, listQuery, parameters, Text } from './parameters.ts';

const PaymentIntentFilters = listQuery({ customer: Type.Optional(Text) });

export function paymentIntentRoutes(api: Api, { store }: Context): void {
  api.get('/payment_intents', { schema: { querystring: PaymentIntentFilters } }, ({ query }) => {
    const intents = store.paymentIntents
      .newestFirst()
      .filter((intent) => intent.customer === (query.customer ?? intent.customer))
      .filter((intent) => isCreatedWithin(intent.created, query.created));
    return listPage(intents, query, '/v1/payment_intents');
  });

  const RetrieveParameters = parameters({ client_secret: Type.Optional(Text) });
  api.get('/payment_intents/:id', { schema: { params: IdInPath, querystring: RetrieveParameters } }, ({ params }) => {
    const intent = store.paymentIntents.get(params.id);
    if (!intent) throw notFound('payment_intent', params.id);
    return intent;
  });
}

/** Stripe makes it when the customer first submits the payment page, not with the Checkout Session. */
export function createPaymentIntent(
  context: Context,
  session: SessionRecord,
  data: PaymentIntentData,
): PaymentIntentRecord {
  const id = newId('pi');
  const intent: PaymentIntentRecord = {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: session.amount_total,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: `${id}_secret_${newId('s').slice(2)}`,
    confirmation_method: 'automatic',
    created: context.now(),
    currency: session.currency,
    customer: session.customer,
    customer_account: null,
    description: data.description ?? null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: data.metadata ?? {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: session.payment_method_types,
    payment_record: null,
    processing: null,
    receipt_email: data.receipt_email ?? null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: data.statement_descriptor ?? null,
    statement_descriptor_suffix: data.statement_descriptor_suffix ?? null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
  };
  context.store.paymentIntents.put(intent);
  context.emit('payment_intent.created', intent);
  return intent;
}
