import { type AuditActor, type AuditEntry, recordAudit } from '#modules/audit/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import { AppError } from '#platform/http/app-error.ts';
import { isStripeError } from '#platform/stripe/stripe-client.ts';
import { applyTicketEffect } from './apply-ticket-effect.ts';
import type { PaymentRow } from './payment.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { paymentEventsJob } from './payment-events-job.ts';
import { findPayment, insertTransition, lockPayment, updatePayment } from './payment-store.ts';
import { notRefundable, promisedMinor, promiseRefund } from './request-refund.ts';
import { amountTaken, fetchSnapshot, type StripeSnapshot } from './stripe-snapshot.ts';

export interface Resolution {
  paymentId: string;
  /** `accept`: what was paid is enough, and the ticket is granted. `refund`: all of it goes back. */
  decision: 'accept' | 'refund';
  reason: string;
  actor: AuditActor;
}

/**
 * Ends the quarantine of a payment whose amount or currency was not the one agreed on, as an admin decides.
 *
 * With it the payment becomes one of the amount and currency that Stripe took: revenue and later refunds are of that money. What
 * goes back is in quarantine, and of what was agreed on, until Stripe has returned it (`syncPayment`).
 *
 * @throws AppError `not_found`, `payment_not_quarantined`, `payment_not_refundable`, `payment_provider_unavailable`
 */
export async function resolveQuarantine(deps: PaymentDeps, resolution: Resolution): Promise<void> {
  const { paymentId, decision, reason, actor } = resolution;
  const seen = quarantined(await findPayment(deps.db, paymentId));
  const snapshot = await askStripe(deps, seen);
  await inTransaction(deps.db, async (tx) => {
    const payment = quarantined(await lockPayment(tx, paymentId));
    const outcome = await (decision === 'accept' ? accept : giveBack)(tx, deps, payment, snapshot, resolution);
    const [action, entity] = [`payment.${decision}` as const, 'payment' as const];
    await recordAudit(tx, { actor, action, entity, entityId: paymentId, reason, ...outcome });
  });
}

/** A second admin, or the event of a refund in Stripe's dashboard, may have been first. */
function quarantined<Row extends PaymentRow>(payment: Row): Row {
  if (payment.status !== 'quarantined') {
    throw new AppError('payment_not_quarantined', { detail: `The payment is ${payment.status}` });
  }
  return payment;
}

async function askStripe({ stripe }: PaymentDeps, { stripeCheckoutId }: PaymentRow): Promise<StripeSnapshot> {
  try {
    return await fetchSnapshot(stripe, stripeCheckoutId ?? '');
  } catch (cause) {
    if (!isStripeError(cause)) throw cause;
    throw new AppError('payment_provider_unavailable', { detail: 'Nothing was changed; try again', cause });
  }
}

type LockedPayment = PaymentRow & { now: Temporal.Instant };

/** For the audit log. */
type Outcome = Required<Pick<AuditEntry, 'before' | 'after'>>;

async function accept(
  tx: Tx,
  { tickets, jobs }: PaymentDeps,
  payment: LockedPayment,
  facts: StripeSnapshot,
): Promise<Outcome> {
  const { id: paymentId, status: fromStatus, amountMinor, currency, now } = payment;
  const step = { to: 'paid', effect: 'grant', cause: 'accepted' } as const;
  const money = amountTaken(facts);
  await insertTransition(tx, { paymentId, fromStatus, toStatus: step.to, cause: step.cause });
  await applyTicketEffect(tx, tickets, payment, step);
  await updatePayment(tx, paymentId, { ...money, status: step.to, paidAt: facts.paidAt ?? now });
  await jobs.enqueue(tx, paymentEventsJob, [{ events: [{ kind: 'ticket_bought', paymentId }] }]);
  return { before: { amountMinor, currency }, after: money };
}

/** The status changes when Stripe says that the money went back. */
async function giveBack(
  tx: Tx,
  { jobs }: PaymentDeps,
  { id: paymentId }: LockedPayment,
  facts: StripeSnapshot,
  { reason, actor }: Resolution,
): Promise<Outcome> {
  const amountMinor = facts.amountTotal - facts.amountRefunded - (await promisedMinor(tx, paymentId));
  if (amountMinor < 1) throw notRefundable('All of it is on its way back', 0);
  const { id: refundId } = await promiseRefund(tx, jobs, { paymentId, amountMinor, reason, requestedBy: actor.id });
  return { before: null, after: { refundId, amountMinor, currency: facts.currency } };
}
