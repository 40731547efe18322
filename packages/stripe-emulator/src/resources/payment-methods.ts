import type Stripe from 'stripe';
import type { Api } from '../api/api.ts';
import { notFound } from '../api/stripe-error.ts';
import type { Context } from '../core/context.ts';
import { newId } from '../core/ids.ts';
import type { PaymentMethodRecord, SessionRecord } from '../core/records.ts';
import type { TestCard } from '../operations/test-cards.ts';
import { IdInPath, parameters } from './parameters.ts';

export function paymentMethodRoutes(api: Api, { store }: Context): void {
  api.get('/payment_methods/:id', { schema: { params: IdInPath, querystring: parameters({}) } }, ({ params }) => {
    const method = store.paymentMethods.get(params.id);
    if (!method) throw notFound('payment_method', params.id);
    return method;
  });
}

/** Test cards and accounts never run out: valid to the end of the year after next. */
function cardExpiry(now: number): { exp_month: number; exp_year: number } {
  return { exp_month: 12, exp_year: new Date(now * 1000).getUTCFullYear() + 2 };
}

export function createCard(context: Context, session: SessionRecord, card: TestCard): PaymentMethodRecord {
  return context.store.paymentMethods.put({
    ...commonFields(context, session),
    type: 'card',
    card: {
      brand: card.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: 'US',
      display_brand: card.brand,
      ...cardExpiry(context.now()),
      fingerprint: `emulator${card.number.slice(-8)}`,
      funding: 'credit',
      generated_from: null,
      last4: card.number.slice(-4),
      networks: { available: [card.brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
  });
}

export function createBankAccount(context: Context, session: SessionRecord, type: BankDebitType): PaymentMethodRecord {
  return context.store.paymentMethods.put({ ...commonFields(context, session), type });
}

export type BankDebitType = 'bacs_debit' | 'sepa_debit' | 'us_bank_account';

/** The delayed method that Stripe offers for a currency. */
export function bankDebitFor(currency: string): BankDebitType {
  if (currency === 'eur') return 'sepa_debit';
  return currency === 'gbp' ? 'bacs_debit' : 'us_bank_account';
}

function commonFields(context: Context, session: SessionRecord) {
  return {
    id: newId('pm'),
    object: 'payment_method',
    allow_redisplay: 'limited',
    billing_details: { address: null, email: session.customer_email, name: null, phone: null, tax_id: null },
    created: context.now(),
    customer: session.customer,
    customer_account: null,
    livemode: false,
    metadata: {},
  } satisfies Omit<Stripe.PaymentMethod, 'type'>;
}
