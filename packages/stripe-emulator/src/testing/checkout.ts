import type Stripe from 'stripe';
import type { TestEmulator } from './start-emulator.ts';

export const cards = {
  success: '4242 4242 4242 4242',
  declined: '4000 0000 0000 0002',
  authentication: '4000 0025 0000 3155',
  disputed: '4000 0000 0000 0259',
};

/** A purchase as the platform makes it: inline price, own reference, metadata on both objects. */
export const tenEntries = {
  mode: 'payment',
  line_items: [
    { quantity: 1, price_data: { currency: 'eur', unit_amount: 12_000, product_data: { name: '10 entries' } } },
  ],
  client_reference_id: 'payment-1',
  customer_email: 'mia@example.com',
  metadata: { payment_id: 'payment-1' },
  payment_intent_data: { metadata: { payment_id: 'payment-1' } },
  success_url: 'http://studio.test/thanks?session={CHECKOUT_SESSION_ID}',
  cancel_url: 'http://studio.test/tickets',
} satisfies Stripe.Checkout.SessionCreateParams;

export function openCheckout({ stripe }: TestEmulator): Promise<Stripe.Checkout.Session> {
  return stripe.checkout.sessions.create(tenEntries);
}

/** Opens a checkout and pays it as the payment page does; the session with its payment intent and charge in it. */
export async function payCheckout(running: TestEmulator, card: string = cards.success) {
  const { id } = await openCheckout(running);
  const { status } = await running.control('POST', `/checkout/sessions/${id}/complete`, { card });
  if (status !== 200) throw new Error(`The payment answered ${status}.`);
  return readPaid(running, id);
}

export async function readPaid({ stripe }: TestEmulator, id: string) {
  const session = await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] });
  const intent = session.payment_intent;
  if (intent === null || typeof intent === 'string') throw new Error('The payment intent was not expanded.');
  const charge = intent.latest_charge;
  if (charge === null || typeof charge === 'string') throw new Error('The charge was not expanded.');
  return { session, intent, charge };
}
