import Schema from 'typebox/value';
import { inTransaction } from '#platform/db/transaction.ts';
import { Id } from '#platform/http/schemas.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { EventPointer } from './stripe-event.ts';
import { markProcessed, syncPayment } from './sync-payment.ts';

/**
 * Acts on a stored event. The event itself is not believed, it only says which payment to look at; so it does not
 * matter how often, how late or in which order this runs.
 */
export async function applyEvent(deps: PaymentDeps, eventId: string): Promise<void> {
  const event = await deps.db
    .selectFrom('stripeEvents')
    .select(['payload', 'processedAt'])
    .where('id', '=', eventId)
    .executeTakeFirst();
  if (!event || event.processedAt) return;
  const pointer = Schema.Parse(EventPointer, event.payload);
  const paymentId = await paymentOf(deps, pointer);
  if (paymentId) await syncPayment(deps, paymentId, { eventId, checkoutId: pointer.checkoutId });
  else await inTransaction(deps.db, (tx) => markProcessed(tx, eventId, null));
}

/** Null for an object that is not ours: other programs may use the same Stripe account. */
async function paymentOf(deps: PaymentDeps, { paymentId, paymentIntentId }: EventPointer): Promise<string | null> {
  if (paymentId) return existingPayment(deps, 'id', paymentId);
  if (!paymentIntentId) return null;
  const known = await existingPayment(deps, 'stripePaymentIntentId', paymentIntentId);
  if (known) return known;
  // Refunds and disputes carry no metadata of ours; their payment intent does, also when we have not heard of it yet.
  const { metadata } = await deps.stripe.paymentIntents.retrieve(paymentIntentId);
  return Schema.Check(Id, metadata.paymentId) ? existingPayment(deps, 'id', metadata.paymentId) : null;
}

async function existingPayment(
  { db }: PaymentDeps,
  column: 'id' | 'stripePaymentIntentId',
  value: string,
): Promise<string | null> {
  const payment = await db.selectFrom('payments').select('id').where(column, '=', value).executeTakeFirst();
  return payment?.id ?? null;
}
