import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';
import type { RefundRow } from './payment.ts';
import type { StripeRefund } from './stripe-snapshot.ts';

/**
 * Brings the refunds of a payment to what Stripe says; refunds made in Stripe's dashboard get a row here too.
 *
 * One that succeeds counts on the day Stripe made it. Of any other the trigger `refunds_succeeded` empties that column again.
 *
 * @returns the refunds that have succeeded now and had not before
 */
export async function syncRefunds(tx: Tx, paymentId: string, refunds: readonly StripeRefund[]): Promise<string[]> {
  const succeeded: string[] = [];
  for (const refund of refunds) {
    const { id, before } = (await updateKnown(tx, paymentId, refund)) ?? (await insertForeign(tx, paymentId, refund));
    if (refund.status === 'succeeded' && before !== 'succeeded') succeeded.push(id);
  }
  return succeeded;
}

interface SyncedRefund {
  id: string;
  /** null: Stripe's dashboard made it */
  before: RefundRow['status'] | null;
}

function updateKnown(tx: Tx, paymentId: string, refund: StripeRefund): Promise<SyncedRefund | undefined> {
  const { refundId, stripeRefundId, status, failure, madeAt: succeededAt } = refund;
  return tx
    .updateTable('refunds')
    .set({ status, stripeRefundId, failure, succeededAt, updatedAt: sql`now()` })
    .where('paymentId', '=', paymentId)
    .where(({ eb, or }) => or([eb('stripeRefundId', '=', stripeRefundId), eb(sql`id::text`, '=', refundId)]))
    .returning(['id', sql<RefundRow['status']>`old.status`.as('before')])
    .executeTakeFirst();
}

function insertForeign(tx: Tx, paymentId: string, refund: StripeRefund): Promise<SyncedRefund> {
  const { stripeRefundId, amountMinor, status, failure, madeAt: succeededAt } = refund;
  return tx
    .insertInto('refunds')
    .values({
      paymentId,
      stripeRefundId,
      amountMinor,
      status,
      failure,
      succeededAt,
      reason: 'Refunded in Stripe',
      stripeIdempotencyKey: stripeRefundId,
    })
    .returning(['id', sql<null>`null`.as('before')])
    .executeTakeFirstOrThrow();
}
