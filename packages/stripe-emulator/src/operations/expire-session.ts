import type { Context } from '../core/context.ts';
import type { SessionRecord } from '../core/records.ts';
import { findOpenSession } from './find-session.ts';

/** Closes an open session; a payment attempt under way is canceled with it. */
export function expireSession(context: Context, sessionId: string): SessionRecord {
  const session = findOpenSession(context, sessionId, 'expired');
  if (session.payment_intent !== null) {
    const canceled = context.store.paymentIntents.update(session.payment_intent, {
      status: 'canceled',
      canceled_at: context.now(),
      cancellation_reason: 'expired',
      next_action: null,
    });
    context.emit('payment_intent.canceled', canceled);
  }
  const expired = context.store.sessions.update(session.id, { status: 'expired', url: null });
  context.emit('checkout.session.expired', expired);
  return expired;
}
