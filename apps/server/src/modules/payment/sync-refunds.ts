import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';
import type { StripeRefund } from './stripe-snapshot.ts';

/** Brings the refunds of a payment to what Stripe says; refunds made in Stripe's dashboard get a row here too. */
export async function syncRefunds(tx: Tx, paymentId: string, refunds: readonly StripeRefund[]): Promise<void> {
  for (const refund of refunds) {
    const known = await updateKnown(tx, paymentId, refund);
    if (!known) await insertForeign(tx, paymentId, refund);
  }
}

async function updateKnown(tx: Tx, paymentId: string, refund: StripeRefund): Promise<boolean> {
  const { refundId, stripeRefundId, status } = refund;
  const result = await tx
    .updateTable('refunds')
    .set({ status, stripeRefundId, updatedAt: sql`now()` })
    .where('paymentId', '=', paymentId)
    .where(({ eb, or }) => or([eb('stripeRefundId', '=', stripeRefundId), eb(sql`id::text`, '=', refundId)]))
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

async function insertForeign(tx: Tx, paymentId: string, refund: StripeRefund): Promise<void> {
  const { stripeRefundId, amountMinor, status } = refund;
  await tx
    .insertInto('refunds')
    .values({
      paymentId,
      stripeRefundId,
      amountMinor,
      status,
      reason: 'Refunded in Stripe',
      stripeIdempotencyKey: stripeRefundId,
    })
    .execute();
}
