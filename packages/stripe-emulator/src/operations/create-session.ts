import { invalidRequest, noSuchParameter } from '../api/stripe-error.ts';
import type { Context } from '../core/context.ts';
import { newId } from '../core/ids.ts';
import type { SessionRecord } from '../core/records.ts';
import { findCustomer } from '../resources/customers.ts';
import { buildLineItems } from '../resources/line-items.ts';
import { checkUrl } from '../resources/parameters.ts';
import { bankDebitFor } from '../resources/payment-methods.ts';
import { buildSession } from './session-object.ts';
import type { SessionInput } from './session-parameters.ts';

const MIN_LIFE_SECONDS = 30 * 60;
const MAX_LIFE_SECONDS = 24 * 60 * 60;

/** About Stripe's smallest charge (0.50 USD), taken as minor units of any currency. */
const MIN_AMOUNT = 50;

/** Opens a Checkout Session in `payment` mode. One that is refused leaves nothing that can be paid. */
export function createSession(context: Context, input: SessionInput): SessionRecord {
  checkUrl(input.success_url, 'success_url');
  if (input.cancel_url !== undefined) checkUrl(input.cancel_url, 'cancel_url');
  checkCustomer(context, input);
  const created = context.now();
  const expiresAt = input.expires_at ?? created + MAX_LIFE_SECONDS;
  checkExpiry(expiresAt - created);
  const lineItems = buildLineItems(context, input.line_items);
  const amount = lineItems.reduce((sum, item) => sum + item.amount_total, 0);
  // Nothing to pay is allowed: such a session is completed with `no_payment_required`.
  if (amount > 0 && amount < MIN_AMOUNT) {
    const message = "The Checkout Session's total amount due must add up to at least 50 minor units.";
    throw invalidRequest(message, { code: 'amount_too_small', param: 'line_items' });
  }
  const id = newId('cs_test', 58);
  const currency = lineItems[0]?.currency ?? '';
  const methods = chooseMethods(input, currency);
  context.store.checkouts.put({
    id,
    lineItems,
    paymentIntentData: input.payment_intent_data ?? {},
    challengedCard: null,
    settlement: null,
  });
  const url = `${context.origin()}/c/pay/${id}`;
  return context.store.sessions.put(buildSession({ id, input, amount, currency, created, expiresAt, methods, url }));
}

function checkCustomer(
  context: Context,
  { customer, customer_email: email, customer_creation: creation }: SessionInput,
) {
  if (customer === undefined) return;
  if (email !== undefined || creation !== undefined) {
    const other = email === undefined ? 'customer_creation' : 'customer_email';
    const message = `You may only specify one of these parameters: customer, ${other}.`;
    throw invalidRequest(message, { code: 'parameters_exclusive', param: other });
  }
  if (!findCustomer(context, customer)) throw noSuchParameter('customer', customer, 'customer');
}

function checkExpiry(lifeSeconds: number) {
  if (lifeSeconds < MIN_LIFE_SECONDS) {
    const message = 'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.';
    throw invalidRequest(message, { param: 'expires_at' });
  }
  if (lifeSeconds > MAX_LIFE_SECONDS) {
    const message = 'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.';
    throw invalidRequest(message, { param: 'expires_at' });
  }
}

/** Stripe's newer versions take no list of methods, only filters over what it would offer by itself. */
function chooseMethods(input: SessionInput, currency: string): string[] {
  const { allowed_payment_method_types: allowed, excluded_payment_method_types: excluded } = input;
  const offered = ['card', bankDebitFor(currency)]
    .filter((type) => allowed?.includes(type) ?? true)
    .filter((type) => !excluded?.includes(type));
  if (offered.length === 0) {
    const param = allowed ? 'allowed_payment_method_types' : 'excluded_payment_method_types';
    throw invalidRequest(`No valid payment method types for this Checkout Session in ${currency}.`, { param });
  }
  return offered;
}
