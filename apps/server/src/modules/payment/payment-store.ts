import { type Insertable, sql, type Updateable } from 'kysely';
import type { Database, Tx } from '#platform/db/database.ts';
import type { DB } from '#platform/db/db-types.generated.ts';
import { found } from '#platform/http/app-error.ts';
import type { PaymentRow } from './payment.ts';

/** @throws AppError `not_found` */
export async function findPayment(db: Database, paymentId: string): Promise<PaymentRow> {
  const payment = await db.selectFrom('payments').selectAll().where('id', '=', paymentId).executeTakeFirst();
  return found(payment, 'payment');
}

/**
 * Locks a payment. It is locked before the sessions and tickets that its fate concerns; nobody who holds those asks for
 * payments.
 *
 * @throws AppError `not_found`
 */
export async function lockPayment(tx: Tx, paymentId: string): Promise<PaymentRow & { now: Temporal.Instant }> {
  const payment = await tx
    .selectFrom('payments')
    .selectAll()
    .select(sql<Temporal.Instant>`now()`.as('now'))
    .where('id', '=', paymentId)
    .forUpdate()
    .executeTakeFirst();
  return found(payment, 'payment');
}

/** Changes a payment. `updated_at` is the version by which `syncPayment` knows that it was changed. */
export async function updatePayment(tx: Tx, paymentId: string, values: Updateable<DB['payments']>): Promise<void> {
  await tx
    .updateTable('payments')
    .set({ ...values, updatedAt: sql`clock_timestamp()` })
    .where('id', '=', paymentId)
    .execute();
}

export async function insertTransition(tx: Tx, row: Insertable<DB['paymentTransitions']>): Promise<void> {
  await tx.insertInto('paymentTransitions').values(row).execute();
}

/** A payment that Stripe will never know of: it refused the checkout, or could not be reached for too long. */
export async function failPayment(tx: Tx, paymentId: string, cause: string): Promise<void> {
  const { status } = await lockPayment(tx, paymentId);
  if (status !== 'pending' && status !== 'processing') return;
  await insertTransition(tx, { paymentId, fromStatus: status, toStatus: 'failed', cause });
  await updatePayment(tx, paymentId, { status: 'failed' });
}
