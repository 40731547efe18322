import type Stripe from 'stripe';
import type { Context } from '../core/context.ts';
import type { SessionRecord } from '../core/records.ts';
import { createCustomer, findCustomer } from '../resources/customers.ts';

/** Closes a session after its payment was taken (`paid`), started (`unpaid`, a delayed method) or not needed. */
export function completeSession(
  context: Context,
  session: SessionRecord,
  payment: 'paid' | 'unpaid' | 'no_payment_required',
): SessionRecord {
  const customer = chooseCustomer(context, session);
  const completed = context.store.sessions.update(session.id, {
    status: 'complete',
    payment_status: payment,
    url: null,
    customer: customer?.id ?? null,
    customer_details: customerDetails(session.customer_email ?? customer?.email ?? null),
  });
  context.emit('checkout.session.completed', completed);
  return completed;
}

function chooseCustomer(context: Context, session: SessionRecord): Stripe.Customer | null {
  if (session.customer !== null) return findCustomer(context, session.customer);
  if (session.customer_creation !== 'always') return null;
  return createCustomer(context, session.customer_email === null ? {} : { email: session.customer_email });
}

function customerDetails(email: string | null): Stripe.Checkout.Session.CustomerDetails {
  return {
    address: null,
    business_name: null,
    email,
    individual_name: null,
    name: null,
    phone: null,
    tax_exempt: 'none',
    tax_ids: [],
  };
}
