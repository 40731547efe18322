import { type Decline, invalidRequest } from '../api/stripe-error.ts';
import type { Context } from '../core/context.ts';
import type { ChargeRecord, PaymentIntentRecord, SessionRecord, SettlementOutcome } from '../core/records.ts';
import { chargeOutcome, createCharge } from '../resources/charges.ts';
import { bankDebitFor, createBankAccount } from '../resources/payment-methods.ts';
import { completeSession } from './complete-session.ts';
import { findCheckout, findOpenSession, findSession } from './find-session.ts';
import { prepareIntent } from './prepare-intent.ts';

/** Starts a delayed payment: the session completes at once, unpaid; the money comes (or does not) when it settles. */
export function payByBankDebit(context: Context, sessionId: string, outcome: SettlementOutcome): SessionRecord {
  const session = findOpenSession(context, sessionId, 'paid');
  if (session.amount_total === 0) return completeSession(context, session, 'no_payment_required');
  const type = bankDebitFor(session.currency);
  if (!session.payment_method_types.includes(type)) {
    throw invalidRequest(`This Checkout Session does not take ${type}.`);
  }
  const intent = prepareIntent(context, session);
  const method = createBankAccount(context, session, type);
  const charge = createCharge(context, intent, method, 'pending');
  const processing = context.store.paymentIntents.update(intent.id, {
    status: 'processing',
    latest_charge: charge.id,
    payment_method: method.id,
    last_payment_error: null,
    next_action: null,
  });
  context.emit('payment_intent.processing', processing);
  context.emit('charge.pending', charge);
  const dueAt = context.now() + context.settleAfterSeconds;
  context.store.checkouts.update(session.id, { settlement: { outcome, dueAt }, challengedCard: null });
  return completeSession(context, findSession(context, session.id), 'unpaid');
}

const debitFailed: Decline = {
  code: 'debit_not_authorized',
  message: 'The customer notified their bank that this payment was unauthorized.',
};

/** Ends a delayed payment. Throws when none is under way. */
export function settleSession(context: Context, sessionId: string, outcome: SettlementOutcome): SessionRecord {
  const session = findSession(context, sessionId);
  const { settlement } = findCheckout(context, sessionId);
  const intent = context.store.paymentIntents.get(session.payment_intent ?? '');
  const charge = context.store.charges.get(intent?.latest_charge ?? '');
  if (settlement === null || !intent || !charge) {
    throw invalidRequest('This Checkout Session has no delayed payment under way.');
  }
  context.store.checkouts.update(session.id, { settlement: null });
  return outcome === 'succeed' ? succeed(context, session, intent, charge) : fail(context, session, intent, charge);
}

function succeed(context: Context, session: SessionRecord, intent: PaymentIntentRecord, charge: ChargeRecord) {
  const { store, emit } = context;
  emit('charge.succeeded', store.charges.update(charge.id, chargeOutcome(charge.amount, 'succeeded')));
  const received = { status: 'succeeded', amount_received: intent.amount };
  emit('payment_intent.succeeded', store.paymentIntents.update(intent.id, received));
  const paid = store.sessions.update(session.id, { payment_status: 'paid' });
  emit('checkout.session.async_payment_succeeded', paid);
  return paid;
}

function fail(context: Context, session: SessionRecord, intent: PaymentIntentRecord, charge: ChargeRecord) {
  const { store, emit } = context;
  emit('charge.failed', store.charges.update(charge.id, chargeOutcome(charge.amount, debitFailed)));
  const failed = store.paymentIntents.update(intent.id, {
    status: 'requires_payment_method',
    payment_method: null,
    last_payment_error: { type: 'card_error', charge: charge.id, ...debitFailed },
  });
  emit('payment_intent.payment_failed', failed);
  emit('checkout.session.async_payment_failed', session);
  return session;
}
