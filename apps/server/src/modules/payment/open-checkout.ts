import type Stripe from 'stripe';
import { inTransaction } from '#platform/db/transaction.ts';
import { AppError } from '#platform/http/app-error.ts';
import { isStripeError, isStripeRefusal } from '#platform/stripe/stripe-client.ts';
import type { PaymentRow } from './payment.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { failPayment, findPayment, lockPayment, updatePayment } from './payment-store.ts';
import { planSnapshotOf } from './plan-snapshot.ts';

/**
 * Counted from the payment's creation, so that a repeated call has the same parameters: Stripe refuses a key that comes
 * with others. Stripe wants at least 30 minutes from the moment it hears of it; the rest is for repetitions.
 */
const CHECKOUT_MINUTES = 60;

/** A member waits for this answer: twice this and the pause between must end before the request itself times out. */
const CALL = { timeout: 4_000, maxNetworkRetries: 1 } as const;

/**
 * The page on which the payment is made; asks Stripe for it unless that is known already. May be repeated at any time:
 * the payment's idempotency key makes all calls one.
 *
 * @throws AppError `payment_provider_unavailable`; the payment stays pending unless Stripe refused it for good
 */
export async function openCheckout(deps: PaymentDeps, paymentId: string): Promise<string> {
  const payment = await findPayment(deps.db, paymentId);
  if (payment.checkoutUrl) return payment.checkoutUrl;
  if (payment.status !== 'pending') throw unavailable('This checkout has ended; start another one');
  const session = await createSession(deps, payment);
  if (!session.url) throw unavailable('This checkout has ended; start another one');
  const { id: stripeCheckoutId, url: checkoutUrl } = session;
  await inTransaction(deps.db, async (tx) => {
    await lockPayment(tx, paymentId);
    await updatePayment(tx, paymentId, { stripeCheckoutId, checkoutUrl });
  });
  return checkoutUrl;
}

async function createSession(deps: PaymentDeps, payment: PaymentRow): Promise<Stripe.Checkout.Session> {
  const { email } = await deps.db
    .selectFrom('users')
    .select('email')
    .where('id', '=', payment.userId)
    .executeTakeFirstOrThrow();
  const options = { ...CALL, idempotencyKey: payment.stripeIdempotencyKey };
  try {
    return await deps.stripe.checkout.sessions.create(sessionParams(payment, email, deps.config.webUrl), options);
  } catch (error) {
    if (!isStripeError(error)) throw error;
    deps.log.warn({ err: error, paymentId: payment.id }, 'Stripe did not open a checkout');
    // No URL of such a session was ever given out, so nobody can be paying on it.
    if (isStripeRefusal(error)) await inTransaction(deps.db, (tx) => failPayment(tx, payment.id, 'checkout_refused'));
    throw unavailable('The payment provider does not answer; nothing was charged', error);
  }
}

function sessionParams(payment: PaymentRow, email: string, webUrl: string): Stripe.Checkout.SessionCreateParams {
  const { id: paymentId, amountMinor, currency, createdAt, returnPath } = payment;
  const { name, description } = planSnapshotOf(payment);
  const metadata = { paymentId };
  return {
    mode: 'payment',
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: currency.toLowerCase(),
          unit_amount: amountMinor,
          product_data: { name, ...(description && { description }) },
        },
      },
    ],
    client_reference_id: paymentId,
    metadata,
    payment_intent_data: { metadata },
    customer_email: email,
    success_url: `${webUrl}/checkout/${paymentId}`,
    // Whoever changes their mind finds the shop as they left it, with the way back to what the ticket was for.
    cancel_url: returnPath ? `${webUrl}/tickets?next=${encodeURIComponent(returnPath)}` : `${webUrl}/tickets`,
    expires_at: Math.floor(createdAt.add({ minutes: CHECKOUT_MINUTES }).epochMilliseconds / 1_000),
  };
}

function unavailable(detail: string, cause?: unknown): AppError {
  return new AppError('payment_provider_unavailable', { detail, cause });
}
