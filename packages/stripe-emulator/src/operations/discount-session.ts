import { invalidRequest } from '../api/stripe-error.ts';
import type { Context } from '../core/context.ts';
import type { SessionRecord } from '../core/records.ts';
import { findOpenSession } from './find-session.ts';

/**
 * Takes something off what is still to be paid, as a promotion code does: the total is then another one than was asked for.
 *
 * @param amount minor units; something has to be left to pay
 */
export function discountSession(context: Context, sessionId: string, amount: number): SessionRecord {
  const session = findOpenSession(context, sessionId, 'discounted');
  if (session.payment_intent !== null) throw invalidRequest('This Checkout Session is being paid.');
  const left = (session.amount_total ?? 0) - amount;
  if (left < 1) throw invalidRequest(`Discount (${amount}) is not less than the total (${session.amount_total}).`);
  const discounted = (session.total_details?.amount_discount ?? 0) + amount;
  return context.store.sessions.update(sessionId, {
    amount_total: left,
    total_details: { amount_shipping: 0, amount_tax: 0, ...session.total_details, amount_discount: discounted },
  });
}
