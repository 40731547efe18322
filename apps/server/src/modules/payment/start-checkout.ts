import { randomUUIDv7 } from 'node:crypto';
import type { Tx } from '#platform/db/database.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import { AppError, found } from '#platform/http/app-error.ts';
import { answerOnce, type IdempotencyKey } from '#platform/http/idempotency.ts';
import { openCheckout } from './open-checkout.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { snapshotOfPlan } from './plan-snapshot.ts';

export interface CheckoutRequest {
  userId: string;
  planId: string;
  /** A path of the web app, where the member was going before they bought. */
  returnPath: string | null;
}

/**
 * Starts the purchase of a plan: the payment is committed first, then Stripe is asked for a page to pay on.
 *
 * The idempotency key covers the payment, and the payment's own key covers the call to Stripe; so a repetition after any
 * crash in between finds its payment and repeats the call.
 *
 * @throws AppError `not_found`, `plan_not_for_sale`, `account_blocked`, `payment_provider_unavailable`
 */
export async function startCheckout(
  deps: PaymentDeps,
  request: CheckoutRequest,
  key: IdempotencyKey | null,
): Promise<{ paymentId: string; checkoutUrl: string }> {
  const { body } = await inTransaction(deps.db, (tx) =>
    answerOnce(tx, key, async () => ({ status: 201, body: { paymentId: await insertPayment(tx, request) } })),
  );
  return { paymentId: body.paymentId, checkoutUrl: await openCheckout(deps, body.paymentId) };
}

async function insertPayment(tx: Tx, { userId, planId, returnPath }: CheckoutRequest): Promise<string> {
  await refuseBlocked(tx, userId);
  const plan = found(
    await tx.selectFrom('ticketPlans').selectAll().where('id', '=', planId).executeTakeFirst(),
    'ticket plan',
  );
  if (plan.archivedAt) throw new AppError('plan_not_for_sale');
  const id = randomUUIDv7();
  const { priceMinor: amountMinor, currency } = plan;
  await tx
    .insertInto('payments')
    .values({
      id,
      userId,
      planId,
      planSnapshot: JSON.stringify(snapshotOfPlan(plan)),
      amountMinor,
      currency,
      returnPath,
      stripeIdempotencyKey: `checkout-${id}`,
    })
    .execute();
  return id;
}

async function refuseBlocked(tx: Tx, userId: string): Promise<void> {
  const user = await tx
    .selectFrom('users')
    .select(['blockedAt', 'deletedAt'])
    .where('id', '=', userId)
    .executeTakeFirst();
  if (!user || user.deletedAt) throw new AppError('unauthenticated');
  if (user.blockedAt) throw new AppError('account_blocked');
}
