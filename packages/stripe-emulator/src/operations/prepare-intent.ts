import type { Context } from '../core/context.ts';
import type { PaymentIntentRecord, SessionRecord } from '../core/records.ts';
import { createPaymentIntent } from '../resources/payment-intents.ts';
import { findCheckout } from './find-session.ts';

/** The session's payment intent, made at its first attempt and kept for further ones. */
export function prepareIntent(context: Context, session: SessionRecord): PaymentIntentRecord {
  const existing = context.store.paymentIntents.get(session.payment_intent ?? '');
  if (existing) return existing;
  const { paymentIntentData } = findCheckout(context, session.id);
  const intent = createPaymentIntent(context, session, paymentIntentData);
  context.store.sessions.update(session.id, { payment_intent: intent.id });
  return intent;
}
