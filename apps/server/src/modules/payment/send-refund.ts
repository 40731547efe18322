import { sql } from 'kysely';
import { inTransaction } from '#platform/db/transaction.ts';
import { isStripeRefusal } from '#platform/stripe/stripe-client.ts';
import type { RefundRow } from './payment.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { findPayment } from './payment-store.ts';
import { listRefunds } from './stripe-snapshot.ts';
import { syncPayment } from './sync-payment.ts';

/** Stripe forgets idempotency keys after 24 hours; from then on a repeated call could refund twice. */
const KEY_HOURS = 23;

/**
 * Asks Stripe for a promised refund and applies what comes of it. May be repeated at any time: a refund that Stripe has
 * already is found by its metadata, and within the life of the key a second call is answered like the first.
 *
 * @throws a Stripe error when the outcome is not known; the job is then tried again
 */
export async function sendRefund(deps: PaymentDeps, refundId: string, now = Temporal.Now.instant()): Promise<void> {
  const refund = await deps.db.selectFrom('refunds').selectAll().where('id', '=', refundId).executeTakeFirst();
  if (refund?.status !== 'requested') return;
  const { stripePaymentIntentId } = await findPayment(deps.db, refund.paymentId);
  if (!stripePaymentIntentId) return failRefund(deps, refund, 'never_paid');
  const known = await listRefunds(deps.stripe, stripePaymentIntentId);
  if (!known.some((each) => each.refundId === refundId)) {
    const expired = Temporal.Instant.compare(refund.createdAt.add({ hours: KEY_HOURS }), now) <= 0;
    if (expired) return failRefund(deps, refund, 'no_answer');
    const accepted = await createRefund(deps, refund, stripePaymentIntentId);
    if (!accepted) return;
  }
  await syncPayment(deps, refund.paymentId, { eventId: null, checkoutId: null });
}

async function createRefund(deps: PaymentDeps, refund: RefundRow, paymentIntentId: string): Promise<boolean> {
  const { id: refundId, paymentId, amountMinor: amount, stripeIdempotencyKey: idempotencyKey } = refund;
  try {
    await deps.stripe.refunds.create(
      { payment_intent: paymentIntentId, amount, metadata: { refundId, paymentId } },
      { idempotencyKey },
    );
    return true;
  } catch (error) {
    if (!isStripeRefusal(error)) throw error;
    await failRefund(deps, refund, error.message);
    return false;
  }
}

/** Stripe's sentences are short; this is for the day on which one is not. */
const FAILURE_LENGTH = 300;

/** @param why a code of ours, or what Stripe said */
async function failRefund({ db, log }: PaymentDeps, refund: RefundRow, why: string): Promise<void> {
  const { id: refundId, paymentId } = refund;
  log.error({ refundId, paymentId, why }, 'refund failed');
  await inTransaction(db, (tx) =>
    tx
      .updateTable('refunds')
      .set({ status: 'failed', failure: why.slice(0, FAILURE_LENGTH), updatedAt: sql`now()` })
      .where('id', '=', refundId)
      .where('status', '=', 'requested')
      .execute(),
  );
}
