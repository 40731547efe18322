import Stripe from 'stripe';
import { inTransaction } from '#platform/db/transaction.ts';
import { isStripeRefusal } from '#platform/stripe/stripe-client.ts';
import { openCheckout } from './open-checkout.ts';
import type { PaymentRow } from './payment.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { applyEventJob, sendRefundJob } from './payment-jobs.ts';
import { failPayment } from './payment-store.ts';
import { syncPayment } from './sync-payment.ts';

export interface ReconcileOptions {
  now?: Temporal.Instant;
  signal?: AbortSignal;
}

/** Events and refunds this old should have been worked off. */
const LATE_MINUTES = 2;
/** An event that could not be worked off for as long as Stripe itself would try is left for a person to look at. */
const EVENT_DAYS = 3;
/** An event about a payment this old has probably been lost. */
const STALE_MINUTES = 5;
/** Nobody will pay any more, and Stripe has forgotten our idempotency key. */
const GIVE_UP_HOURS = 24;

const PAGE = 50;
/** What one run looks at, at most; the next one is five minutes away. */
const PAGES = 20;

/**
 * Heals what was lost: events that were stored and not processed, refunds that were promised and not sent, and payments
 * that Stripe may have told us about in vain.
 *
 * @throws a Stripe error when Stripe cannot be reached at all
 */
export async function reconcilePayments(deps: PaymentDeps, options: ReconcileOptions = {}): Promise<void> {
  const { now = Temporal.Now.instant(), signal } = options;
  await requeue(deps, now);
  const until = now.subtract({ minutes: STALE_MINUTES });
  let last: PaymentRow | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const payments = await openPayments(deps, until, last);
    for (const payment of payments) {
      signal?.throwIfAborted();
      await reconcileOne(deps, payment, now);
    }
    last = payments.at(-1);
    if (payments.length < PAGE) return;
  }
}

/** Jobs do nothing the second time, so one too many does no harm. */
async function requeue({ db, jobs }: PaymentDeps, now: Temporal.Instant): Promise<void> {
  const until = now.subtract({ minutes: LATE_MINUTES });
  await inTransaction(db, async (tx) => {
    const events = await tx
      .selectFrom('stripeEvents')
      .select('id as eventId')
      .where('processedAt', 'is', null)
      .where(({ between }) => between('receivedAt', now.subtract({ hours: 24 * EVENT_DAYS }), until))
      .orderBy('receivedAt')
      .limit(PAGE * PAGES)
      .execute();
    const refunds = await tx
      .selectFrom('refunds')
      .select('id as refundId')
      .where('status', '=', 'requested')
      .where('createdAt', '<=', until)
      .orderBy('createdAt')
      .limit(PAGE * PAGES)
      .execute();
    await jobs.enqueue(tx, applyEventJob, events);
    await jobs.enqueue(tx, sendRefundJob, refunds);
  });
}

function openPayments({ db }: PaymentDeps, until: Temporal.Instant, last: PaymentRow | undefined) {
  return db
    .selectFrom('payments')
    .selectAll()
    .where('status', 'in', ['pending', 'processing'])
    .where('createdAt', '<=', until)
    .$if(last !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('createdAt', 'id'), '>', tuple(last?.createdAt ?? until, last?.id ?? '')),
      ),
    )
    .orderBy('createdAt')
    .orderBy('id')
    .limit(PAGE)
    .execute();
}

/** One payment that cannot be helped must not keep the others from it. */
async function reconcileOne(deps: PaymentDeps, payment: PaymentRow, now: Temporal.Instant): Promise<void> {
  const { id: paymentId, stripeCheckoutId, createdAt } = payment;
  const isOld = Temporal.Instant.compare(createdAt.add({ hours: GIVE_UP_HOURS }), now) <= 0;
  const giveUp = (cause: string) => inTransaction(deps.db, (tx) => failPayment(tx, paymentId, cause));
  if (!stripeCheckoutId && isOld) return giveUp('checkout_never_opened');
  try {
    if (!stripeCheckoutId) await openCheckout(deps, paymentId);
    await syncPayment(deps, paymentId, { eventId: null, checkoutId: null });
  } catch (error) {
    if (isStripeAway(error)) throw error;
    deps.log.warn({ err: error, paymentId }, 'payment could not be reconciled');
    if (isOld && isStripeRefusal(error)) await giveUp('checkout_unknown');
  }
}

function isStripeAway(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Stripe.errors.StripeConnectionError;
}
