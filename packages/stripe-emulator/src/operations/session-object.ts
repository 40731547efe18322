import type { SessionRecord } from '../core/records.ts';
import type { SessionInput } from './session-parameters.ts';

interface NewSession {
  id: string;
  input: SessionInput;
  /** Minor units. */
  amount: number;
  currency: string;
  /** Unix seconds, as is `expiresAt`. */
  created: number;
  expiresAt: number;
  methods: string[];
  url: string;
}

/** A fresh Checkout Session in Stripe's full shape. */
export function buildSession({
  id,
  input,
  amount,
  currency,
  created,
  expiresAt,
  methods,
  url,
}: NewSession): SessionRecord {
  return {
    ...untouchedFeatures,
    id,
    allowed_payment_method_types: input.allowed_payment_method_types ?? null,
    amount_subtotal: amount,
    amount_total: amount,
    cancel_url: input.cancel_url ?? null,
    client_reference_id: input.client_reference_id ?? null,
    created,
    currency,
    customer: input.customer ?? null,
    customer_creation: input.customer === undefined ? (input.customer_creation ?? 'if_required') : null,
    customer_email: input.customer_email ?? null,
    expires_at: expiresAt,
    locale: input.locale ?? null,
    metadata: input.metadata ?? {},
    payment_method_types: methods,
    submit_type: input.submit_type ?? null,
    success_url: input.success_url,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    url,
  };
}

/** The same for every session: what is constant at first, and features of Stripe that the emulator does not offer. */
const untouchedFeatures = {
  object: 'checkout.session',
  adaptive_pricing: { enabled: false },
  after_expiration: null,
  allow_promotion_codes: null,
  automatic_tax: { enabled: false, liability: null, provider: null, status: null },
  billing_address_collection: null,
  client_secret: null,
  collected_information: null,
  consent: null,
  consent_collection: null,
  currency_conversion: null,
  custom_fields: [],
  custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
  customer_account: null,
  customer_details: null,
  discounts: [],
  integration_identifier: null,
  invoice: null,
  invoice_creation: null,
  livemode: false,
  managed_payments: null,
  mode: 'payment',
  origin_context: null,
  payment_intent: null,
  payment_link: null,
  payment_method_collection: 'if_required',
  payment_method_configuration_details: null,
  payment_method_options: {},
  payment_status: 'unpaid',
  permissions: null,
  recovered_from: null,
  saved_payment_method_options: null,
  setup_intent: null,
  shipping_address_collection: null,
  shipping_cost: null,
  shipping_options: [],
  status: 'open',
  subscription: null,
  ui_mode: 'hosted_page',
  wallet_options: null,
} satisfies Partial<SessionRecord>;
