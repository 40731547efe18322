import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { type AuditActor, recordAudit } from '#modules/audit/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { AppError } from '#platform/http/app-error.ts';
import { type RefundRow, refundableMinor } from './payment.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { sendRefundJob } from './payment-jobs.ts';
import { lockPayment } from './payment-store.ts';

export interface RefundRequest {
  paymentId: string;
  /** Minor units; all that is left when absent. */
  amountMinor?: number;
  reason: string;
  actor: AuditActor;
}

/**
 * Promises a refund; a job asks Stripe for it, and what becomes of it is what Stripe says.
 *
 * Promises that Stripe has not heard of count as given, and the payment is locked, so that refunds requested at once
 * never exceed what was paid.
 *
 * @throws AppError `not_found`, `payment_not_refundable`
 */
export async function requestRefund(tx: Tx, { jobs }: PaymentDeps, request: RefundRequest): Promise<RefundRow> {
  const { paymentId, reason, actor } = request;
  const payment = await lockPayment(tx, paymentId);
  const left = refundableMinor(payment, await promisedMinor(tx, paymentId));
  const amountMinor = request.amountMinor ?? left;
  if (amountMinor < 1 || amountMinor > left) {
    throw notRefundable(`The payment is ${payment.status}; ${left} is left to refund`, left);
  }
  const refund = await promiseRefund(tx, jobs, { paymentId, amountMinor, reason, requestedBy: actor.id });
  const after = { refundId: refund.id, amountMinor, currency: payment.currency };
  await recordAudit(tx, { actor, action: 'payment.refund', entity: 'payment', entityId: paymentId, after, reason });
  return refund;
}

/** Refunds that are not part of `payments.refunded_minor` yet. The caller holds the lock of the payment. */
export async function promisedMinor(tx: Tx, paymentId: string): Promise<number> {
  const { promised } = await tx
    .selectFrom('refunds')
    .select(sql<number>`coalesce(sum(amount_minor), 0)`.as('promised'))
    .where('paymentId', '=', paymentId)
    .where('status', '=', 'requested')
    .executeTakeFirstOrThrow();
  return promised;
}

type NewRefund = Pick<RefundRow, 'paymentId' | 'amountMinor' | 'reason' | 'requestedBy'>;

/** Writes a refund down, with the job that asks Stripe for it. The caller holds the lock of the payment. */
export async function promiseRefund(tx: Tx, jobs: PaymentDeps['jobs'], refund: NewRefund): Promise<RefundRow> {
  const id = randomUUIDv7();
  const row = await tx
    .insertInto('refunds')
    .values({ ...refund, id, stripeIdempotencyKey: `refund-${id}` })
    .returningAll()
    .executeTakeFirstOrThrow();
  await jobs.enqueue(tx, sendRefundJob, [{ refundId: id }]);
  return row;
}

export function notRefundable(detail: string, refundable: number): AppError {
  return new AppError('payment_not_refundable', { detail, extra: { refundable } });
}
