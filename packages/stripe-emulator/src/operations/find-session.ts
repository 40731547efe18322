import { invalidRequest, notFound } from '../api/stripe-error.ts';
import type { Context } from '../core/context.ts';
import type { CheckoutRecord, SessionRecord } from '../core/records.ts';

/** Throws 404 for an unknown Checkout Session. */
export function findSession({ store }: Context, id: string): SessionRecord {
  const session = store.sessions.get(id);
  if (!session) throw notFound('checkout.session', id);
  return session;
}

/** Throws unless the Checkout Session can still be paid or expired. `verb` is the past participle for the message. */
export function findOpenSession(context: Context, id: string, verb: string): SessionRecord {
  const session = findSession(context, id);
  if (session.status !== 'open') {
    throw invalidRequest(
      `Only Checkout Sessions with a status in ["open"] can be ${verb}. This Checkout Session has a status of \`${session.status}\`.`,
    );
  }
  return session;
}

/** What is kept beside a Checkout Session. */
export function findCheckout({ store }: Context, sessionId: string): CheckoutRecord {
  const checkout = store.checkouts.get(sessionId);
  if (!checkout) throw new Error(`No checkout record for ${sessionId}.`);
  return checkout;
}
