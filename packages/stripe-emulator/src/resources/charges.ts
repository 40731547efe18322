import type Stripe from 'stripe';
import { Type } from 'typebox';
import type { Api } from '../api/api.ts';
import { isCreatedWithin, listPage } from '../api/list.ts';
import { type Decline, notFound } from '../api/stripe-error.ts';
import type { Context } from '../core/context.ts';
import { newId } from '../core/ids.ts';
import type { ChargeRecord, PaymentIntentRecord, PaymentMethodRecord } from '../core/records.ts';
import { IdInPath, listQuery, parameters, Text } from './parameters.ts';

const ChargeFilters = listQuery({ customer: Type.Optional(Text), payment_intent: Type.Optional(Text) });

export function chargeRoutes(api: Api, { store }: Context): void {
  api.get('/charges', { schema: { querystring: ChargeFilters } }, ({ query }) => {
    const charges = store.charges
      .newestFirst()
      .filter((charge) => charge.customer === (query.customer ?? charge.customer))
      .filter((charge) => charge.payment_intent === (query.payment_intent ?? charge.payment_intent))
      .filter((charge) => isCreatedWithin(charge.created, query.created));
    return listPage(charges, query, '/v1/charges');
  });

  api.get('/charges/:id', { schema: { params: IdInPath, querystring: parameters({}) } }, ({ params }) => {
    const charge = store.charges.get(params.id);
    if (!charge) throw notFound('charge', params.id);
    return charge;
  });
}

/** A new charge: succeeded, pending (a delayed method) or failed with a reason. */
export function createCharge(
  context: Context,
  intent: PaymentIntentRecord,
  method: PaymentMethodRecord,
  status: 'succeeded' | 'pending' | Decline,
): ChargeRecord {
  const id = newId('ch');
  return context.store.charges.put({
    id,
    object: 'charge',
    amount: intent.amount,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: intent.statement_descriptor,
    created: context.now(),
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: methodDetails(method, intent.amount),
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: `${context.origin()}/receipts/${id}`,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    transfer_data: null,
    transfer_group: null,
    ...chargeOutcome(intent.amount, status),
  });
}

/** The fields that say how it went; also laid over a pending charge once it settles. */
export function chargeOutcome(amount: number, status: 'succeeded' | 'pending' | Decline) {
  const failure = typeof status === 'object' ? status : null;
  return {
    amount_captured: failure ? 0 : amount,
    captured: !failure,
    failure_code: failure?.code ?? null,
    failure_message: failure?.message ?? null,
    outcome: failure ? declinedOutcome(failure) : authorizedOutcome,
    paid: status === 'succeeded',
    status: typeof status === 'object' ? 'failed' : status,
  } satisfies Partial<ChargeRecord>;
}

const authorizedOutcome: Stripe.Charge.Outcome = {
  advice_code: null,
  network_advice_code: null,
  network_decline_code: null,
  network_status: 'approved_by_network',
  reason: null,
  risk_level: 'normal',
  seller_message: 'Payment complete.',
  type: 'authorized',
};

function declinedOutcome(failure: Decline): Stripe.Charge.Outcome {
  return {
    ...authorizedOutcome,
    network_status: 'declined_by_network',
    reason: failure.declineCode ?? failure.code,
    seller_message: failure.message,
    type: 'issuer_declined',
  };
}

function methodDetails({ type, card }: PaymentMethodRecord, amount: number): Stripe.Charge.PaymentMethodDetails {
  if (!card) return { type };
  const { brand, country, exp_month, exp_year, fingerprint, funding, last4, regulated_status } = card;
  return {
    type: 'card',
    card: {
      amount_authorized: amount,
      brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country,
      authorization_code: null,
      electronic_commerce_indicator: null,
      exp_month,
      exp_year,
      ...(fingerprint && { fingerprint }),
      funding,
      installments: null,
      last4,
      mandate: null,
      network: brand,
      network_transaction_id: null,
      regulated_status,
      three_d_secure: null,
      transaction_link_id: null,
      wallet: null,
    },
  };
}
