import Stripe from 'stripe';
import type { Tx } from '#platform/db/database.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import { AppError } from '#platform/http/app-error.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { applyEventJob } from './payment-jobs.ts';
import { type EventPointer, isHandled, objectIdOf, pointerOf } from './stripe-event.ts';

/** A signature older than this is a replay. */
const TOLERANCE_SECONDS = 300;

/**
 * Verifies a webhook and stores its event together with the job that will act on it. An event that is known already
 * changes nothing.
 *
 * @param body the bytes exactly as they came: the signature covers them
 * @throws AppError `invalid_signature`
 */
export async function receiveEvent(
  deps: PaymentDeps,
  body: Buffer,
  signature: string | string[] | undefined,
): Promise<void> {
  const event = await verifiedEvent(deps, body, signature);
  const pointer = pointerOf(event);
  await inTransaction(deps.db, async (tx) => {
    const stored = await tx
      .insertInto('stripeEvents')
      .values({
        id: event.id,
        type: event.type,
        objectId: objectIdOf(event),
        payload: JSON.stringify(pointer),
        // So that the payment's history tells of it before it is applied, and when it never is.
        paymentId: isHandled(event) ? paymentNamedBy(tx, pointer) : null,
        processedAt: isHandled(event) ? null : Temporal.Now.instant(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (stored.numInsertedOrUpdatedRows === 0n || !isHandled(event)) return;
    await deps.jobs.enqueue(tx, applyEventJob, [{ eventId: event.id }]);
  });
}

/** The payment of ours that an event names by itself; Stripe may know of more. */
function paymentNamedBy(tx: Tx, { paymentId, paymentIntentId, checkoutId }: EventPointer) {
  return tx
    .selectFrom('payments')
    .select('id')
    .where(({ eb, or }) =>
      or([
        eb('id', '=', paymentId),
        eb('stripePaymentIntentId', '=', paymentIntentId),
        eb('stripeCheckoutId', '=', checkoutId),
      ]),
    )
    .limit(1);
}

async function verifiedEvent(
  { config, stripe }: PaymentDeps,
  body: Buffer,
  signature: string | string[] | undefined,
): Promise<Stripe.Event> {
  try {
    const secret = config.stripeWebhookSecret;
    return await stripe.webhooks.constructEventAsync(body, String(signature ?? ''), secret, TOLERANCE_SECONDS);
  } catch (cause) {
    if (!(cause instanceof Stripe.errors.StripeSignatureVerificationError)) throw cause;
    throw new AppError('invalid_signature', { cause });
  }
}
