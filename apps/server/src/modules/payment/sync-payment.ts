import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import { applyTicketEffect } from './apply-ticket-effect.ts';
import { amountReturned, decidePayment } from './decide-payment.ts';
import type { PaymentRow, PaymentStep } from './payment.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { type PaymentEvent, paymentEventsJob } from './payment-events-job.ts';
import { findPayment, insertTransition, lockPayment, updatePayment } from './payment-store.ts';
import { amountTaken, fetchSnapshot, type StripeSnapshot } from './stripe-snapshot.ts';
import { syncRefunds } from './sync-refunds.ts';

/** Why a payment is looked at: an event of Stripe, or our own clock. */
export interface Occasion {
  eventId: string | null;
  /** The checkout that the event is about, for a payment whose own call to Stripe was cut off. */
  checkoutId: string | null;
}

type Outcome = { steps: PaymentStep[] } | 'stale';

const ATTEMPTS = 5;

/**
 * Brings a payment to what Stripe says about it: status, ticket, refunds, and the event marked as processed, all in one
 * transaction.
 *
 * Stripe is asked outside of it. The answer is applied only if the payment is still as it was before the question;
 * otherwise somebody applied an answer in between that may be newer than ours, and we ask again. So answers are applied
 * in the order in which Stripe's state came to be, without a lock held across the network.
 *
 * @throws a Stripe error when Stripe does not answer
 */
export async function syncPayment(deps: PaymentDeps, paymentId: string, occasion: Occasion): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const seen = await findPayment(deps.db, paymentId);
    const checkoutId = seen.stripeCheckoutId ?? occasion.checkoutId;
    const snapshot = checkoutId ? await fetchSnapshot(deps.stripe, checkoutId) : null;
    const outcome = await inTransaction(deps.db, async (tx): Promise<Outcome> => {
      const payment = await lockPayment(tx, paymentId);
      if (!payment.updatedAt.equals(seen.updatedAt)) return 'stale';
      const steps = snapshot ? await applySnapshot(tx, deps, payment, snapshot, occasion) : [];
      if (occasion.eventId) await markProcessed(tx, occasion.eventId, paymentId);
      return { steps };
    });
    if (outcome !== 'stale') return alert(deps, seen, outcome.steps);
  }
  throw new Error(`payment ${paymentId} was changed by others ${ATTEMPTS} times in a row`);
}

/** Marks an event as done; in the transaction of its effect, so that neither exists without the other. */
export async function markProcessed(tx: Tx, eventId: string, paymentId: string | null): Promise<void> {
  await tx.updateTable('stripeEvents').set({ processedAt: sql`now()`, paymentId }).where('id', '=', eventId).execute();
}

async function applySnapshot(
  tx: Tx,
  { tickets, jobs }: PaymentDeps,
  payment: PaymentRow & { now: Temporal.Instant },
  snapshot: StripeSnapshot,
  { eventId }: Occasion,
): Promise<PaymentStep[]> {
  const steps = decidePayment(payment, snapshot);
  let fromStatus = payment.status;
  for (const step of steps) {
    const { to: toStatus, cause } = step;
    await insertTransition(tx, { paymentId: payment.id, fromStatus, toStatus, cause, stripeEventId: eventId });
    await applyTicketEffect(tx, tickets, payment, step);
    fromStatus = toStatus;
  }
  const refundIds = await syncRefunds(tx, payment.id, snapshot.refunds);
  const events = eventsOf(payment.id, steps, refundIds);
  if (events.length > 0) await jobs.enqueue(tx, paymentEventsJob, [{ events }]);
  const after = columnsAfter(payment, snapshot, steps);
  if (Object.entries(after).some(([key, value]) => value !== payment[key as keyof typeof after])) {
    await updatePayment(tx, payment.id, after);
  }
  return steps;
}

/** What the buyer is to be told. A ticket is granted by one step in the life of a payment, so it is said once. */
function eventsOf(paymentId: string, steps: readonly PaymentStep[], refundIds: readonly string[]): PaymentEvent[] {
  const grants = steps.filter(({ effect }) => effect === 'grant');
  return [
    ...grants.map(() => ({ kind: 'ticket_bought' as const, paymentId })),
    ...refundIds.map((refundId) => ({ kind: 'payment_refunded' as const, paymentId, refundId })),
  ];
}

function columnsAfter(payment: PaymentRow & { now: Temporal.Instant }, snapshot: StripeSnapshot, steps: PaymentStep[]) {
  const quarantined = steps.find(({ to }) => to === 'quarantined');
  const status = steps.at(-1)?.to ?? payment.status;
  // What went back out of quarantine is what Stripe took; until then the admin reads what was agreed on.
  const wentBack = status === 'refunded' && (quarantined !== undefined || payment.status === 'quarantined');
  const terms = wentBack ? { ...payment, ...amountTaken(snapshot) } : payment;
  return {
    status,
    amountMinor: terms.amountMinor,
    currency: terms.currency,
    refundedMinor: amountReturned(terms, snapshot),
    stripeCheckoutId: snapshot.checkoutId,
    stripePaymentIntentId: snapshot.paymentIntentId,
    receiptUrl: snapshot.receiptUrl,
    paidAt: steps.some(({ to }) => to === 'paid') ? (payment.paidAt ?? snapshot.paidAt ?? payment.now) : payment.paidAt,
    quarantineReason: quarantined?.cause ?? payment.quarantineReason,
    ...(quarantined && { receivedMinor: snapshot.amountTotal, receivedCurrency: snapshot.currency }),
  };
}

/** What needs a person, in words that a log alert can look for. */
function alert({ log }: PaymentDeps, { id: paymentId }: PaymentRow, steps: PaymentStep[]): void {
  for (const { to, cause } of steps) {
    if (to === 'quarantined') log.error({ paymentId, cause }, 'payment quarantined: nothing was granted');
    if (cause === 'refund_failed') log.error({ paymentId }, 'refund failed: the money is back at the studio');
    if (to === 'disputed') log.warn({ paymentId }, 'payment disputed: its ticket is frozen');
  }
}
